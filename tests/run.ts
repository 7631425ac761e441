// `npm test`: types, lint and format, then every test; runs them all whatever fails, and ends with one line
// `N passed, N failed`. `--full` runs the property tests at length, `--only types|lint|tests` runs one part.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = `${root}node_modules/.bin`;
const projects = ['schema', 'worker', 'worker/host', 'web', 'tests'];
const report = `${root}node_modules/.cache/vitest.json`;

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const env = {
  ...process.env,
  PATH: `${bin}:${process.env.PATH}`,
  ...(process.argv.includes('--full') ? { FULL: '1' } : {}),
};

let passed = 0;
let failed = 0;

function run(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(`${bin}/${command}`, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function check(name: string, command: string, args: string[]): Promise<void> {
  const ok = await run(command, args);
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

async function runTests(): Promise<void> {
  await rm(report, { force: true });
  const ok = await run('vitest', [
    'run',
    '--config=tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const before = failed;
  try {
    const result = JSON.parse(await readFile(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that could not even be loaded has no tests to count.
    for (const file of result.testResults)
      if (file.status === 'failed' && !file.assertionResults.length) failed += 1;
  } catch {
    console.error('vitest left no report');
  }
  if (!ok && failed === before) failed += 1;
}

if (!only || only === 'types')
  for (const project of projects) await check(`types: ${project}`, 'tsc', ['-p', `${root}${project}`]);
if (!only || only === 'lint') await check('lint and format', 'biome', ['check', '.']);
if (!only || only === 'tests') await runTests();

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
