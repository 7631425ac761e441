// Weights and strata equal what R's survey package makes of the same answers (Debian: r-cran-survey), on 500 random cases
// (60 in the short run, which a busy machine does in seconds).
// Where R is not installed nothing is compared, and that is said aloud.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollUp } from '../../schema/measures/strata.ts';
import { rake } from '../../schema/measures/weighting.ts';

function hasSurvey(): boolean {
  try {
    execFileSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const there = hasSurvey();
if (!there)
  console.warn('SKIPPED: R with its survey package is not installed (apt-get install r-cran-survey)');

const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);

/** Counts of rows × columns, and how many people stand for one answer in each, by which the known totals come about. */
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.record({ n: fc.integer({ min: 1, max: 12 }), people: fc.integer({ min: 2, max: 5 }) }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      })
      .map((list) => ({
        rows,
        columns,
        cells: list.map(({ n, people }, at) => ({
          n,
          N: n * people,
          at: [Math.floor(at / columns), at % columns],
        })),
      })),
  );
const stratum = fc
  .record({
    answers: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 15 }),
    others: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ answers, others }) => ({ answers, N: answers.length + others }));
const sample = fc.record({ table, strata: fc.array(stratum, { minLength: 1, maxLength: 5 }) });
type Case = typeof sample extends fc.Arbitrary<infer T> ? T : never;

const list = (numbers: readonly number[]) => `c(${numbers.join(',')})`;
const totalsOf = ({ cells }: Case['table'], margin: number, categories: number) =>
  Array.from({ length: categories }, (_, category) =>
    sum(cells.filter(({ at }) => at[margin] === category).map(({ N }) => N)),
  );

/** One line of R for a case: raked weights by cell, post-stratified weights by row, then estimate and standard error. */
function asked({ table, strata }: Case): string {
  const { cells, rows, columns } = table;
  const margin = (name: string, totals: readonly number[]) =>
    `data.frame(${name}=factor(1:${totals.length}),Freq=${list(totals)})`;
  const byRow = margin('a', totalsOf(table, 0, rows));
  const byColumn = margin('b', totalsOf(table, 1, columns));
  return `one(${[
    list(cells.map(({ n }) => n)),
    list(cells.map(({ at }) => (at[0] ?? 0) + 1)),
    list(cells.map(({ at }) => (at[1] ?? 0) + 1)),
    byRow,
    byColumn,
    list(strata.flatMap(({ answers }) => answers)),
    list(strata.flatMap(({ answers }, at) => answers.map(() => at + 1))),
    list(strata.flatMap(({ answers, N }) => answers.map(() => N))),
  ].join(',')})`;
}

const script = `
suppressMessages(library(survey))
one <- function(n, a, b, rows, columns, y, h, N) {
  cell <- rep(seq_along(n), n)
  d <- data.frame(a=factor(a[cell], levels=1:nrow(rows)), b=factor(b[cell], levels=1:nrow(columns)), cell=cell)
  s <- svydesign(ids=~1, data=d, weights=rep(1, nrow(d)))
  r <- weights(rake(s, list(~a, ~b), list(rows, columns), control=list(maxit=5000, epsilon=1e-8)))
  p <- weights(postStratify(s, ~a, rows))
  first <- !duplicated(cell)
  row <- !duplicated(d$a)
  t <- data.frame(y=y, h=h, N=N)
  m <- svymean(~y, svydesign(ids=~1, strata=~h, fpc=~N, data=t))
  out <- c(r[first], p[row][order(as.integer(d$a[row]))], coef(m), SE(m))
  cat(format(out, digits=17, scientific=FALSE), "\\n")
}
`;

test.skipIf(!there)('raking, post-stratification and strata come out as in R', { timeout: 900_000 }, () => {
  const cases = fc.sample(sample, process.env.FULL ? 500 : 60);
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  const file = join(folder, 'cases.R');
  writeFileSync(file, [script, ...cases.map(asked)].join('\n'));
  const printed = execFileSync('Rscript', [file], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  rmSync(folder, { recursive: true });
  const answers = printed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  expect(answers.length).toBe(cases.length);
  cases.forEach(({ table, strata }, at) => {
    const { cells, rows, columns } = table;
    const [byRow, byColumn] = [{ totals: totalsOf(table, 0, rows) }, { totals: totalsOf(table, 1, columns) }];
    const raked = rake(cells, [byRow, byColumn]);
    const byRows = rake(cells, [byRow]).weights.filter((_, cell) => cell % columns === 0);
    const rolled = rollUp(
      strata.map(({ answers, N }) => {
        const n = answers.length;
        const mean = sum(answers) / n;
        return { n, N, mean, sd: Math.sqrt(sum(answers.map((one) => (one - mean) ** 2)) / (n - 1)) };
      }),
    );
    const ours = [...raked.weights, ...byRows, rolled?.value ?? Number.NaN, rolled?.se ?? Number.NaN];
    const theirs = answers[at] ?? [];
    expect(theirs.length).toBe(ours.length);
    ours.forEach((value, place) => {
      expect(Math.abs(value - (theirs[place] ?? Number.NaN)), `case ${at}, figure ${place}`).toBeLessThan(
        1e-5,
      );
    });
    expect(raked.off).toBeLessThan(1e-9);
  });
});
