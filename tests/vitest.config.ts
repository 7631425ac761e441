// Unit and property tests need nothing but the code; http and e2e tests drive the built Worker, so it is built
// once before them. Two workers: the machines that run this have two cores.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = fileURLToPath(new URL('build-once.ts', import.meta.url));

const draws = fileURLToPath(new URL('draws.ts', import.meta.url));

const folder = (name: string, timeout: number, globalSetup: string[] = []) => ({
  test: {
    name,
    root,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    globalSetup,
    setupFiles: [draws],
    testTimeout: timeout,
    hookTimeout: 60_000,
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
      folder('unit', 30_000),
      folder('property', 120_000, [build]),
      folder('http', 60_000, [build]),
      folder('e2e', 120_000, [build]),
    ],
  },
});
