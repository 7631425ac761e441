// What is said of forms that cannot be sent, held against all the answers that there are: forms of a few questions with few
// answers each, and every set of them tried.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Outcome } from '../../schema/form/compile.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { type Finding, lint } from '../../schema/form/lint.ts';
import { type Rule, ruleOrders } from '../../schema/logic/shapes.ts';

const runs = process.env.FULL ? 10_000 : 600;

const order = fc.constantFrom(...ruleOrders);
const small = fc.integer({ min: -1, max: 8 });
const half = small.map((n) => n / 2);
/** Of the second question; they read the first. */
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ check: fc.constant('compare' as const), order, with: fc.constant('n0') }),
  fc.record({ check: fc.constant('sum' as const), order, and: fc.constant<string[]>(['n0']), value: small }),
  fc.record({ check: fc.constant('range' as const), min: half, max: half }),
  fc.record({
    check: fc.constant('holds' as const),
    condition: fc.record({ q: fc.constantFrom('n0', 'n1'), op: fc.constantFrom('lt', 'gte'), value: small }),
  }),
);

const number = (id: string, rules: fc.Arbitrary<Rule[] | undefined>) =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant('number' as const),
    title: fc.constant(`几个 ${id}`),
    required: fc.boolean(),
    min: fc.constantFrom(0, 1),
    max: fc.constantFrom(2, 3),
    rules,
  });
const ruled: fc.Arbitrary<Definition> = fc
  .tuple(
    number('n0', fc.constant(undefined)),
    number('n1', fc.array(rule, { minLength: 1, maxLength: 2 })),
    number(
      'n2',
      fc.option(
        rule.map((one) => [one]),
        { nil: undefined },
      ),
    ),
  )
  .map((questions) => ({ title: '表', layout: 'pages', questions }));

function* every(choices: readonly [string, readonly unknown[]][]): Generator<Record<string, unknown>> {
  const [first, ...rest] = choices;
  if (!first) return yield {};
  for (const answer of first[1])
    for (const others of every(rest)) yield answer === undefined ? others : { ...others, [first[0]]: answer };
}
const outcomes = (form: Definition, choices: readonly [string, readonly unknown[]][]): Outcome[] => {
  const compiled = compile(form);
  return [...every(choices)].map((given) => compiled.check(given));
};
const of = (findings: readonly Finding[], code: Finding['code']) =>
  findings.flatMap((finding) => (finding.code === code ? [finding.questions[0] ?? ''] : []));
const sent = ({ problems }: Outcome) => Object.keys(problems).length === 0;

test(`${runs} forms with checks: what is said to pass none passes none, and what is not can be sent`, () => {
  const seen = { impossible: 0, unsent: 0, missed: 0 };
  fc.assert(
    fc.property(ruled, (form) => {
      const found = lint(form);
      const all = outcomes(
        form,
        form.questions.map(({ id }) => [id, [undefined, 0, 1, 2, 3]]),
      );
      // With all that it reads answered: a check says nothing of what is left out.
      const whole = all.filter(({ answers }) => Object.hasOwn(answers, 'n0'));
      for (const id of of(found, 'rule-impossible')) {
        seen.impossible++;
        expect(whole.some(({ answers }) => Object.hasOwn(answers, id))).toBe(false);
      }
      if (of(found, 'cannot-be-sent').length > 0) expect(all.some(sent)).toBe(false);
      if (all.some(sent)) return;
      seen.unsent++;
      if (found.every(({ severity }) => severity !== 'error')) seen.missed++;
    }),
    { numRuns: runs },
  );
  expect(seen.impossible).toBeGreaterThan(runs / 20);
  // Checks that contradict each other only in their figures may pass; most do not.
  expect(seen.unsent).toBeGreaterThan(runs / 30);
  expect(seen.missed / seen.unsent).toBeLessThan(0.25);
});

const letters = ['a', 'b', 'c'];
const choosing: fc.Arbitrary<Definition> = fc
  .record({
    carry: fc.constantFrom('chosen', 'others', undefined),
    least: fc.integer({ min: 1, max: 3 }),
    first: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    required: fc.tuple(fc.boolean(), fc.boolean()),
    shows: fc.array(fc.constantFrom('yes', 'no', undefined), { minLength: 3, maxLength: 3 }),
    exclusive: fc.option(fc.nat(2), { nil: undefined }),
  })
  .map(({ carry, least, first, required: [one, two], shows, exclusive }) => ({
    title: '表',
    layout: 'pages',
    questions: [
      { id: 'yes', type: 'yes-no', title: '是吗', required: one },
      {
        id: 'from',
        type: 'multi',
        title: '哪些',
        required: one,
        min: first,
        options: letters.map((id) => ({ id, label: `事 ${id}` })),
      },
      {
        id: 'to',
        type: 'multi',
        title: '其中哪些',
        required: two,
        min: least,
        ...(carry && { carry: { from: 'from', pick: carry } }),
        options: letters.map((id, at) => ({
          id,
          label: `事 ${id}`,
          ...(at === exclusive && { exclusive: true }),
          ...(shows[at] && { showIf: { q: 'yes', op: 'equals', value: shows[at] } as const }),
        })),
      } satisfies Question,
    ],
  }));

test(`${runs} forms: exactly where some resident is left too little to choose from, it is said`, () => {
  let said = 0;
  const lists = Array.from({ length: 8 }, (_, bits) => letters.filter((_, at) => (bits & (1 << at)) !== 0));
  fc.assert(
    fc.property(choosing, (form) => {
      const found = lint(form);
      if (found.some(({ code, severity }) => severity === 'error' && code !== 'cannot-be-answered')) return;
      const some = (list: readonly unknown[]) => [undefined, ...list];
      const all = outcomes(form, [
        ['yes', some(['yes', 'no'])],
        ['from', some(lists.slice(1))],
        ['to', some(lists.slice(1))],
      ]);
      // Whoever answered the rest as he must, and finds no answer here.
      const ways = new Map<string, boolean>();
      for (const { answers, problems, visible } of all) {
        const others = Object.keys(problems).filter((id) => id !== 'to');
        if (others.length > 0 || !visible.has('to')) continue;
        const key = JSON.stringify([answers.yes, answers.from]);
        ways.set(key, ways.get(key) === true || !Object.hasOwn(problems, 'to'));
      }
      const stuck = [...ways.values()].includes(false);
      if (stuck) said++;
      expect(of(found, 'cannot-be-answered')).toEqual(stuck ? ['to'] : []);
    }),
    { numRuns: runs },
  );
  expect(said).toBeGreaterThan(runs / 10);
});
