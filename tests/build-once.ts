// Before tests that drive the real Worker: builds what changed (a no-op when nothing did), and brings one empty database
// up to date, of which each city of a test is a copy: going through all migrations takes as long as starting the Worker.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../worker/host/build.ts';
import { migrate } from '../worker/host/migrate.ts';
import { root } from '../worker/host/paths.ts';
import { openRuntime } from '../worker/host/runtime.ts';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Once, though three projects ask for it.
  if (!existsSync(`${root}worker/index.ts`) || process.env.EMPTY_CITY) return;
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'linli-empty-'));
  const runtime = await openRuntime({ dataDir: folder });
  await migrate(runtime.db);
  await runtime.close();
  process.env.EMPTY_CITY = folder;
  return () => rm(folder, { recursive: true, force: true });
}
