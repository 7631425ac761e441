// `npm run build`: the pages, the API description, then the Worker that serves them, into .build/.
// Does nothing when no input changed, so that a second `npm start` is quick.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { type Assets, bundlePages } from './assets.ts';
import { tsconfigRaw, withoutSays } from './bundle.ts';
import { fail, say } from './log.ts';
import { assetsDir, buildDir, root, workerFile } from './paths.ts';
import { buildVerifyPage } from './verify-page.ts';

const stampFile = `${buildDir}/inputs.sha256`;

/** Cloudflare reads this file; the front of a self-hosted server applies the same rules itself. */
const headersFile = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
/a/*
  Cache-Control: public, max-age=31536000, immutable
`;

async function inputsHash(): Promise<string> {
  const files = [`${root}package-lock.json`];
  for (const folder of ['schema', 'web', 'worker']) {
    for (const entry of await readdir(root + folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(`${entry.parentPath}/${entry.name}`);
    }
  }
  const hash = createHash('sha256');
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

/** In a process of its own: a watching build would otherwise keep the first version it imported. */
async function describeApi(): Promise<void> {
  const source = `${root}schema/api/openapi.ts`;
  if (!existsSync(source)) return;
  const program = `import { openapi } from ${JSON.stringify(pathToFileURL(source).href)};
    process.stdout.write(JSON.stringify(openapi()));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  await mkdir(`${assetsDir}/api`, { recursive: true });
  await writeFile(`${assetsDir}/api/openapi.json`, stdout);
}

async function bundleWorker(assets: Assets): Promise<void> {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['worker/index.ts'],
    outfile: workerFile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    target: 'es2024',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw,
    logLevel: 'warning',
    plugins: [
      withoutSays,
      {
        name: 'assets',
        setup(build) {
          build.onResolve({ filter: /^#assets$/ }, () => ({ path: 'assets', namespace: 'linli' }));
          build.onLoad({ filter: /^assets$/, namespace: 'linli' }, () => ({
            contents: `export const assets = ${JSON.stringify(assets)};`,
          }));
        },
      },
    ],
  });
}

async function printSizes(assets: Assets): Promise<void> {
  const kib = (data: string | Buffer) => `${(gzipSync(data).length / 1024).toFixed(1)} KiB`;
  const sizes: string[] = [];
  for (const name of ['fill', 'staff', 'board', 'print', 'vote'] as const) {
    const js = await readFile(assetsDir + assets[name].js);
    const css =
      name === 'fill' ? assets.fill.css : assets[name].css && (await readFile(assetsDir + assets[name].css));
    sizes.push(`${name} ${kib(js)} js + ${kib(css)} css`);
  }
  const chunks = await Promise.all(
    Object.values(assets.fill.chunks).map(async ({ js }) => gzipSync(await readFile(assetsDir + js)).length),
  );
  if (chunks.length > 0)
    sizes.push(`${chunks.length} chunks, the largest ${(Math.max(...chunks) / 1024).toFixed(1)} KiB`);
  sizes.push(`worker ${kib(await readFile(workerFile))}`);
  console.log(`  gzip: ${sizes.join(' · ')}`);
}

/** Builds what changed. Resolves to false when everything was up to date. */
export async function build({ force = false } = {}): Promise<boolean> {
  const hash = await inputsHash();
  const upToDate =
    existsSync(workerFile) && existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash;
  if (upToDate && !force) return false;
  await rm(buildDir, { recursive: true, force: true });
  await mkdir(assetsDir, { recursive: true });
  if (existsSync(`${root}web/public`)) await cp(`${root}web/public`, assetsDir, { recursive: true });
  await writeFile(`${assetsDir}/_headers`, headersFile);
  const assets = await bundlePages();
  await buildVerifyPage();
  await describeApi();
  await bundleWorker(assets);
  await printSizes(assets);
  await writeFile(stampFile, hash);
  return true;
}

if (import.meta.main) {
  const did = await build({ force: process.argv.includes('--force') }).catch(fail);
  say(did ? '构建完成' : '没有改动，无需构建', did ? 'built' : 'nothing changed');
}
