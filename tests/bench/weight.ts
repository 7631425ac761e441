// How heavy: the page of a 30-question form with all that it loads, the Worker, and the Worker's start.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { FillFacts } from '../../worker/host/fill-bundle.ts';
import { assetsDir, fillFactsFile, root, workerFile } from '../../worker/host/paths.ts';
import type { BigCity } from './big-city.ts';

export async function workerBytes(): Promise<number> {
  return gzipSync(await readFile(workerFile)).length;
}

/** What decides on answers: minified bytes in every page's script, and gzipped bytes of the chunk for forms with rules. */
export async function evaluatorBytes(): Promise<{ always: number; rules: number }> {
  const { bytes, chunks }: FillFacts = JSON.parse(await readFile(fillFactsFile, 'utf8'));
  const always = Object.entries(bytes)
    .filter(([input]) => /^schema\/(form\/compile|logic\/)/.test(input))
    .reduce((sum, [, n]) => sum + n, 0);
  return { always, rules: gzipSync(await readFile(assetsDir + chunks.rules?.js)).length };
}

/** HTML with its inlined style, and every script that the page names (its own and those that it preloads). */
export async function fillBytes(city: BigCity): Promise<number | null> {
  const reply = await fetch(`${city.runtime.url}/f/${city.campaign.slug}?u=${city.buildings[0]}`);
  const html = await reply.text();
  if (!reply.ok || !html.includes('<form')) return null;
  const files = new Set(
    [...html.matchAll(/(?:src|href)="(\/a\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? ''),
  );
  let bytes = gzipSync(html).length;
  for (const file of files) bytes += gzipSync(await readFile(assetsDir + file)).length;
  return bytes;
}

/** `wrangler check startup`: milliseconds in which the Worker's start kept the processor busy; null when it cannot tell. */
export async function startup(): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-startup-'));
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        `${root}node_modules/wrangler/bin/wrangler.js`,
        'check',
        'startup',
        '--outfile',
        join(folder, 'profile'),
      ],
      { cwd: root, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' }, timeout: 60_000 },
    );
    const active = /Active: ([\d.]+) ms/.exec(stdout)?.[1];
    return active === undefined ? null : Number(active);
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
