// Unit tests need nothing but the code; property, http and e2e tests drive the built Worker, so it is built
// once before them. Two workers: the machines that run this have two cores.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = fileURLToPath(new URL('build-once.ts', import.meta.url));

const draws = fileURLToPath(new URL('draws.ts', import.meta.url));

interface Folder {
  name: string;
  files?: string;
  timeout: number;
  drivesWorker?: boolean;
  /** Its files share a process and what they import: for tests that replace no module. */
  shared?: boolean;
}

const folder = ({ name, files = `tests/${name}`, timeout, drivesWorker, shared }: Folder) => ({
  test: {
    name,
    root,
    include: [`${files}/*.test.{ts,tsx}`],
    globalSetup: drivesWorker ? [build] : [],
    setupFiles: [draws],
    testTimeout: timeout,
    hookTimeout: 60_000,
    isolate: !shared,
    unstubGlobals: true,
    // What a page does by itself (it saves, it fetches) may take a moment on a busy machine.
    expect: { poll: { timeout: 5_000 } },
  },
});

export default defineConfig({
  test: {
    root,
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      folder({ name: 'unit', timeout: 30_000, shared: true }),
      folder({ name: 'alone', files: 'tests/unit/alone', timeout: 30_000 }),
      folder({ name: 'property', timeout: 120_000, drivesWorker: true, shared: true }),
      folder({ name: 'http', timeout: 60_000, drivesWorker: true }),
      folder({ name: 'e2e', timeout: 120_000, drivesWorker: true }),
    ],
  },
});
