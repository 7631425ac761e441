// `npm run vectors -- FILE…`: checks the product's code against printed figures from elsewhere. Paths count from where
// the command is typed (npm changes the folder, and says in INIT_CWD which it was).
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { check } from './check.ts';

const files = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();
let passed = 0;
let failed = 0;
let refused = files.length === 0;

if (files.length === 0) console.error('which files? npm run vectors -- FILE…');
for (const file of files) {
  try {
    const report = check(await readFile(resolve(from, file), 'utf8'));
    for (const line of report.lines) console.log(line);
    passed += report.passed;
    failed += report.failed;
    if (!report.known) refused = true;
  } catch (error) {
    console.log(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    refused = true;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || refused ? 1 : 0;
