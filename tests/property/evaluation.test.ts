// An evaluation's score equals one worked out from single marks, by whatever scheme; awards go as the rule is printed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Candidate, giveAwards, type TieRule } from '../../schema/measures/awards.ts';
import { evaluate, type Middle, type Scheme, type Subject } from '../../schema/measures/evaluation.ts';

/** Single marks by group and indicator. */
type Marks = Record<string, Record<string, number[]>>;

const middle: fc.Arbitrary<Middle> = fc.oneof(
  fc.constant<Middle>({ rule: 'mean' }),
  fc.record({
    rule: fc.constant('trimmed' as const),
    percent: fc.integer({ min: 0, max: 49 }),
    from: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({ rule: fc.constant('median' as const), from: fc.integer({ min: 1, max: 8 }) }),
);
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const points = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 60), { maxLength: 3 });

const scheme: fc.Arbitrary<Scheme> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([indicators, groups]) =>
    fc.record<Scheme>({
      indicators: fc.tuple(
        ...ids('i', indicators).map((id) =>
          fc.record({
            id: fc.constant(id),
            weight: fc.integer({ min: 1, max: 40 }),
            most: fc.constantFrom(5, 10, 20, 100),
          }),
        ),
      ),
      groups: fc.tuple(
        ...ids('g', groups).map((id) =>
          fc.record(
            {
              id: fc.constant(id),
              weight: fc.integer({ min: 0, max: 5 }),
              minimum: fc.integer({ min: 0, max: 4 }),
              middle,
              marks: fc.subarray(ids('i', indicators), { minLength: 1 }),
            },
            { requiredKeys: ['id', 'weight', 'minimum', 'middle'] },
          ),
        ),
      ),
      missing: fc.constantFrom('incomplete', 'reweight'),
      deductionCap: fc.constantFrom(0, 5, 10, 100),
      bonusCap: fc.integer({ min: 0, max: 10 }),
      gates: fc.constantFrom([], [{ id: 'gate', atLeast: 57 }]),
      bands: fc.constantFrom(
        [],
        [
          { id: 'low', from: 20 },
          { id: 'high', from: 60 },
        ],
      ),
    }),
  );

const marksFor = ({ groups, indicators }: Scheme): fc.Arbitrary<Marks> =>
  fc.record(
    Object.fromEntries(
      groups.map(({ id }) => [
        id,
        fc.record(
          Object.fromEntries(
            indicators.map((one) => [
              one.id,
              fc.array(fc.integer({ min: 0, max: one.most }), {
                minLength: id === 'g0' ? 4 : 1,
                maxLength: 11,
              }),
            ]),
          ),
        ),
      ]),
    ),
  );

const counted = (marks: readonly number[]) =>
  [...new Set(marks)].map((point) => ({ point, n: marks.filter((mark) => mark === point).length }));

function middleOfList(marks: readonly number[], rule: Middle): number {
  const list = [...marks].sort((a, b) => a - b);
  const average = (some: readonly number[]) => some.reduce((a, b) => a + b, 0) / some.length;
  if (rule.rule === 'mean' || list.length < rule.from) return average(list);
  if (rule.rule === 'median') {
    const half = list.length / 2;
    return average(Number.isInteger(half) ? list.slice(half - 1, half + 1) : [list[Math.floor(half)] ?? 0]);
  }
  for (let cut = Math.floor((list.length * rule.percent) / 100); cut > 0 && list.length > 2; cut--) {
    list.pop();
    list.shift();
  }
  return average(list);
}

/** By the formula as it is printed, from single marks. */
function recomputed({ indicators, groups, missing, ...rest }: Scheme, marks: Marks, subject: Subject) {
  const scored = groups
    .filter(({ weight }) => weight > 0)
    .map((group) => {
      const asked = indicators.filter(({ id }) => !group.marks || group.marks.includes(id));
      const lists = asked.map(({ id }) => marks[group.id]?.[id] ?? []);
      if (lists.some((list) => list.length === 0 || list.length < group.minimum))
        return { ...group, s: null };
      const total = asked.reduce((sum, { weight }) => sum + weight, 0);
      const parts = asked.map(
        ({ weight, most }, at) => weight * 100 * (middleOfList(lists[at] ?? [], group.middle) / most),
      );
      return { ...group, s: parts.reduce((a, b) => a + b, 0) / total };
    });
  const there = scored.flatMap(({ s, weight }) => (s === null ? [] : [{ s, weight }]));
  if (there.length === 0 || (there.length < scored.length && missing === 'incomplete')) return null;
  const weights = there.reduce((sum, { weight }) => sum + weight, 0);
  const before = there.reduce((sum, { s, weight }) => sum + s * weight, 0) / weights;
  const all = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const off = Math.min(rest.deductionCap, all(subject.deductions));
  return Math.max(0, before - off + Math.min(rest.bonusCap, all(subject.bonus)));
}

it('scores as the formula says, and says what stands in the way of a band', () => {
  const seen = new Set<string>();
  const drawn = scheme.chain((one) => fc.tuple(fc.constant(one), marksFor(one)));
  fc.assert(
    fc.property(
      drawn,
      fc.record({
        deductions: points,
        bonus: points,
        vetoes: fc.constantFrom([], [], [], ['fire']),
        readings: fc.constantFrom({ gate: (57 / 100) * 100 }, { gate: 56.9 }, { gate: null }, {}),
      }),
      ([rules, marks], facts) => {
        const subject: Subject = {
          ...facts,
          marks: Object.fromEntries(
            Object.entries(marks).map(([group, of]) => [
              group,
              Object.fromEntries(Object.entries(of).map(([indicator, list]) => [indicator, counted(list)])),
            ]),
          ),
        };
        const { score, outcome, reweighted } = evaluate(rules, subject);
        const expected = recomputed(rules, marks, subject);
        if (expected === null) expect(score).toBeNull();
        else expect(Math.abs((score ?? Number.NaN) - expected)).toBeLessThan(1e-9);
        seen.add(outcome.state);
        if (reweighted.length > 0) seen.add('reweighted');
        expect(outcome.state === 'disqualified').toBe(facts.vetoes.length > 0);
        if (facts.vetoes.length > 0) return;
        const { gate = null } = facts.readings;
        const gated = rules.gates.length > 0;
        if (score === null || (gated && gate === null)) expect(outcome.state).toBe('incomplete');
        else if (gated && gate === 56.9) expect(outcome).toEqual({ state: 'barred', gates: ['gate'] });
        else {
          const band = rules.bands.length === 0 || score < 20 ? null : score < 60 ? 'low' : 'high';
          const edge = [20, 60].some((from) => Math.abs(score - from) < 1e-8);
          if (!edge) expect(outcome).toEqual({ state: 'rated', band });
        }
      },
    ),
    { numRuns: 10_000 },
  );
  expect([...seen].sort()).toEqual(['barred', 'disqualified', 'incomplete', 'rated', 'reweighted']);
});

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 4 }), figure: fc.integer({ min: 0, max: 1 }) }), {
    maxLength: 9,
  })
  .map((list) =>
    list.map(({ score, figure }, at) => ({
      id: `c${at}`,
      // The same score by another way of adding it up.
      score: at % 2 === 0 ? score + 0.1 + 0.2 : score + 0.3,
      figures: { figure },
    })),
  );

it('gives each award from the highest down, and no place to chance', () => {
  const rules = fc.record<TieRule>({
    by: fc.constantFrom([], ['figure']),
    rest: fc.constantFrom('all', 'none', 'decide'),
  });
  const awards = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(candidates, awards, rules, (all, places, tie) => {
      const given = giveAwards(
        all,
        places.map((count, at) => ({ id: `a${at}`, places: count, ...(at === 0 && { from: 1.3 }) })),
        tie,
      );
      const key = ({ score, figures }: Candidate) =>
        Math.round(score - 0.3) * 10 + (tie.by.length > 0 ? (figures.figure ?? 0) : 0);
      const keyOf = new Map(all.map((one) => [one.id, key(one)]));
      let left = [...all];
      let stopped = false;
      given.forEach((award, at) => {
        expect(award.state === 'waiting').toBe(stopped);
        if (award.state === 'waiting') return;
        const worst = Math.min(...award.winners.map((id) => keyOf.get(id) ?? 0));
        left = left.filter(({ id }) => !award.winners.includes(id));
        const most = places[at] ?? 0;
        // Nobody who stands higher, or as high, goes without it.
        expect(left.some((one) => key(one) >= worst)).toBe(false);
        if (at === 0) expect(award.winners.every((id) => (keyOf.get(id) ?? 0) >= 10)).toBe(true);
        const open = left.filter((one) => at > 0 || key(one) >= 10);
        const next = Math.max(...open.map(key));
        const equal = open.filter((one) => key(one) === next);
        if (award.state === 'undecided') {
          stopped = true;
          expect(award.left).toBe(most - award.winners.length);
          expect(award.among.sort()).toEqual(equal.map(({ id }) => id).sort());
          expect(equal.length).toBeGreaterThan(award.left);
        } else if (award.winners.length > most) expect(tie.rest).toBe('all');
        else if (award.winners.length < most && open.length > 0) {
          expect(tie.rest).toBe('none');
          expect(equal.length).toBeGreaterThan(most - award.winners.length);
        }
      });
    }),
    { numRuns: 2000 },
  );
});

it('ranks 1,269 buildings by five groups and twenty indicators in less than two seconds', () => {
  const rules: Scheme = {
    indicators: ids('i', 20).map((id) => ({ id, weight: 5, most: 10 })),
    groups: ids('g', 5).map((id) => ({
      id,
      weight: 20,
      minimum: 1,
      middle: { rule: 'trimmed', percent: 10, from: 10 },
    })),
    missing: 'reweight',
    deductionCap: 10,
    bonusCap: 5,
    gates: [],
    bands: [{ id: 'model', from: 60 }],
  };
  const building = (at: number): Subject => ({
    deductions: [at % 3],
    bonus: [],
    vetoes: [],
    readings: {},
    marks: Object.fromEntries(
      ids('g', 5).map((group, g) => [
        group,
        Object.fromEntries(
          ids('i', 20).map((indicator, i) => [
            indicator,
            Array.from({ length: 11 }, (_, point) => ({ point, n: (at * 7 + g * 5 + i * 3 + point) % 13 })),
          ]),
        ),
      ]),
    ),
  });
  const buildings = Array.from({ length: 1269 }, (_, at) => building(at));
  const before = performance.now();
  const scored = buildings.map((subject, at) => {
    const { score } = evaluate(rules, subject);
    if (score === null) throw new Error('no score');
    return { id: `b${at}`, score, figures: {} };
  });
  const [banner] = giveAwards(scored, [{ id: 'banner', places: 10 }], { by: [], rest: 'all' });
  expect(performance.now() - before).toBeLessThan(2000);
  expect(banner?.state === 'given' && banner.winners.length).toBeGreaterThanOrEqual(10);
});
