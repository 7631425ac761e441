// The check before publishing, on forms that nobody thought of: it never throws and is quick; what it lets pass compiles;
// what it says is never to be seen is never seen; and a repair changes nothing but what it repairs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CycleError, compile } from '../../schema/form/compile.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { dryRun } from '../../schema/form/dry-run.ts';
import { applyFix, type Finding, hasNoPage, lint } from '../../schema/form/lint.ts';
import { busy } from '../unit/busy.ts';
import { knot, knotted } from './knots.ts';
import { answerSets, logicalDefinition } from './logic-sample.ts';
import { definition as anyType } from './random-forms.ts';

const runs = process.env.FULL ? 10_000 : 600;
/** Sets of answers that are tried on what is said to be impossible. */
const sets = 200;

/** At ten times the length. */
const long = { timeout: 900_000 };

const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error');
const knots = knot({ questions: 8, options: 4 }).map(knotted);
const forms = fc.oneof(logicalDefinition(), anyType, knots);

test(`${runs} forms: the check never throws, is the same twice, and names only what is there`, long, () => {
  fc.assert(
    fc.property(forms, fc.option(forms, { nil: undefined }), (definition, published) => {
      const found = lint(definition, { published });
      expect(lint(definition, { published })).toEqual(found);
      const ids = new Set(definition.questions.map(({ id }) => id));
      for (const { questions } of found) for (const id of questions) expect([...ids]).toContain(id);
    }),
    { numRuns: runs },
  );
});

test(
  `${runs} forms: without errors a form compiles, and only questions that wait for each other do not`,
  long,
  () => {
    let clean = 0;
    fc.assert(
      fc.property(logicalDefinition(), (definition) => {
        const found = lint(definition);
        if (errors(found).length === 0) {
          clean++;
          compile(definition);
          return;
        }
        const waits = found.some(({ code }) => code === 'condition-cycle' || code === 'jump-reads-later');
        let compiles = true;
        try {
          compile(definition);
        } catch (thrown) {
          if (!(thrown instanceof CycleError)) throw thrown;
          compiles = false;
        }
        expect(compiles).toBe(!waits);
      }),
      { numRuns: runs },
    );
    expect(clean).toBeGreaterThan(runs / 10);
  },
);

/** Questions, options and endings that are said to be never seen. */
function unseenIn(findings: readonly Finding[]) {
  const of = (...codes: Finding['code'][]) => findings.filter(({ code }) => codes.includes(code));
  return {
    questions: [
      ...of('never-visible', 'required-never-shown').flatMap(({ questions }) => questions),
      ...of('always-skipped').flatMap(({ questions }) => questions.slice(1)),
    ],
    options: of('option-never-offered').map(({ at = '' }) => at.split('.')),
    endings: of('ending-unreachable').map(({ at = '' }) => at.split('.')[1]),
  };
}

test(`${runs} forms: what is said to be never seen is not seen in ${sets} sets of answers`, long, () => {
  const said = { questions: 0, options: 0, endings: 0 };
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: logicalDefinition() }, { weight: 1, arbitrary: knots }),
      fc.nat(),
      (definition, seed) => {
        const found = lint(definition);
        const unseen = unseenIn(found);
        const any = unseen.questions.length + unseen.options.length + unseen.endings.length;
        if (any === 0 || hasNoPage(found)) return;
        said.questions += unseen.questions.length;
        said.options += unseen.options.length;
        said.endings += unseen.endings.length;
        const form = compile(definition);
        for (const given of answerSets(definition, sets, seed)) {
          const { visible, asked, end, problems } = form.check(given);
          for (const id of unseen.questions) expect([...visible]).not.toContain(id);
          for (const [, id, list = '', part] of unseen.options) {
            const question = Object.entries(asked.find((one) => one.id === id) ?? {});
            const offered: unknown = question.find(([name]) => name === list)?.[1] ?? [];
            expect(offered).not.toContainEqual(expect.objectContaining({ id: part }));
          }
          // Nobody comes to an end who has not answered as he must.
          if (Object.keys(problems).length === 0) expect(unseen.endings).not.toContain(end.id ?? 'none');
        }
      },
    ),
    { numRuns: runs },
  );
  // The property says something only where something is found.
  expect(said.questions).toBeGreaterThan(runs / 20);
  expect(said.options).toBeGreaterThan(0);
  expect(said.endings).toBeGreaterThan(0);
});

/** Repairs that only write otherwise what is there: whoever fills in the form cannot tell. */
const equal = ['drop-values', 'show-always', 'trim-shuffle'];

test(`${runs} forms: a repair is whole, takes its finding away, and changes nothing else`, long, () => {
  let repaired = 0;
  fc.assert(
    fc.property(logicalDefinition(), fc.nat(), (definition, seed) => {
      const found = lint(definition);
      for (const finding of found) {
        const { fix, code, at } = finding;
        if (!fix) continue;
        repaired++;
        const mended = applyFix(definition, fix);
        expect(definitionShape().safeParse(JSON.parse(JSON.stringify(mended))).success).toBe(true);
        const after = lint(mended);
        expect(after).not.toContainEqual(expect.objectContaining({ code, at, fix }));
        if (hasNoPage(found) || !(equal.includes(fix.do) || code === 'required-if-always')) continue;
        const [before, now] = [compile(definition), compile(mended)];
        for (const given of answerSets(definition, 40, seed)) {
          const [one, other] = [before.check(given), now.check(given)];
          expect([
            other.answers,
            [...other.visible].sort(),
            other.problems,
            other.dropped,
            other.end,
          ]).toEqual([one.answers, [...one.visible].sort(), one.problems, one.dropped, one.end]);
        }
      }
    }),
    { numRuns: runs },
  );
  expect(repaired).toBeGreaterThan(runs / 20);
});

test(
  `${runs / 5} forms: the dry run never throws, is the same twice, and tries nothing that is proved impossible`,
  long,
  () => {
    fc.assert(
      fc.property(logicalDefinition(), (definition) => {
        const findings = lint(definition);
        const run = dryRun(definition, { findings });
        expect(run === undefined).toBe(
          findings.some(({ code }) => code === 'condition-cycle' || code === 'jump-reads-later'),
        );
        if (!run) return;
        expect(dryRun(definition, { findings })).toEqual(run);
        const unseen = new Set(unseenIn(findings).questions);
        for (const { question = '' } of run.missed) expect(unseen.has(question)).toBe(false);
      }),
      { numRuns: runs / 5 },
    );
  },
);

test('a form of 200 questions with logic everywhere is checked in less than 20 ms', () => {
  const quickest = (definition: Definition) => {
    lint(definition);
    return Math.min(...[0, 1, 2, 3, 4].map(() => busy(() => lint(definition))));
  };
  const took = fc.sample(logicalDefinition(200, 200), 10).map(quickest);
  expect(took.sort((a, b) => a - b)[5]).toBeLessThan(20);
});
