// A Chromium for tests on a machine that has only Node: the one inside @sparticuz/chromium with the libraries
// that it carries along, or the one that CHROMIUM_PATH names.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packed = `${root}node_modules/@sparticuz/chromium/bin`;
const cache = `${root}node_modules/.cache`;
const unpacked = `${cache}/chromium`;

const args = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-webgl',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  // In which order a date is typed depends on it.
  '--lang=en-US',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

/** Unpacks into a folder of its own first: a half-written browser must not be taken for a whole one. */
async function unpack(): Promise<void> {
  if (existsSync(unpacked)) return;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${cache}/chromium-`);
  const before = process.env.TMPDIR;
  // The package unpacks into the temporary folder, wherever that is.
  process.env.TMPDIR = draft;
  try {
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(`${packed}/${name}`);
    await rename(draft, unpacked);
  } catch (error) {
    // Another test process may have finished first; its browser is as good.
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own list names folders of another machine; without any font no text has a size. */
async function nameFonts(): Promise<string> {
  const file = `${cache}/fonts.conf`;
  const folders = [`${unpacked}/fonts`, '/usr/share/fonts', '/usr/local/share/fonts'];
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${cache}/fonts</cachedir></fontconfig>
`,
  );
  return file;
}

export async function launch(): Promise<Browser> {
  const system = process.env.CHROMIUM_PATH;
  if (system) return chromium.launch({ executablePath: system, args });
  await unpack();
  return chromium.launch({
    executablePath: `${unpacked}/chromium`,
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${unpacked}/al2023/lib`,
      FONTCONFIG_FILE: await nameFonts(),
    },
  });
}
