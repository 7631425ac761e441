// Before tests that drive the real Worker: builds what changed. A no-op when nothing did.
import { existsSync } from 'node:fs';
import { build } from '../worker/host/build.ts';
import { root } from '../worker/host/paths.ts';

export default async function setup(): Promise<void> {
  if (existsSync(`${root}worker/index.ts`)) await build();
}
