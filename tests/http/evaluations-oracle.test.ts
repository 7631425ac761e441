// The score that the Worker makes of stored rows, against one worked out here from single marks by the printed formula: some
// tens of random rules and evaluations, with groups that are missing, trims, caps, vetoes and preconditions.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvaluationBoard } from '../../schema/api/evaluation-shapes.ts';
import { type GroupKind, groupKinds, type Rules } from '../../schema/evaluations/scheme.ts';
import { shareOut } from '../../schema/evaluations/shares.ts';
import { dice } from '../property/random-elections.ts';
import { type City, must, openCity } from './city.ts';
import { asked } from './planted-evaluation.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

type Die = (faces: number) => number;
const pick = <T>(die: Die, list: readonly [T, ...T[]]): T => list[die(list.length)] ?? list[0];

function randomRules(die: Die): Rules {
  const indicators = Array.from({ length: 1 + die(5) }, (_, at) => ({
    id: `i${at}`,
    title: `第 ${at + 1} 项`,
    criteria: '',
    weight: 1 + die(30),
    most: pick(die, [5, 10, 20, 100]),
  }));
  const kinds = groupKinds.filter((kind) => kind !== 'self' && die(2) === 0);
  const used: GroupKind[] = kinds.length > 0 ? kinds : ['grid'];
  const weights = shareOut(
    used.map(() => die(6)),
    100,
  );
  return {
    indicators,
    groups: used.map((id, at) => ({
      id,
      weight: weights[at] ?? 0,
      minimum: id === 'residents' ? 5 : 1 + die(2),
      middle: pick<Rules['groups'][number]['middle']>(die, [
        { rule: 'mean' },
        { rule: 'trimmed', percent: 1 + die(49), from: 3 + die(4) },
        { rule: 'median', from: 2 + die(4) },
      ]),
      ...(die(3) === 0 && { marks: [indicators[die(indicators.length)]?.id ?? 'i0'] }),
    })),
    missing: pick(die, ['incomplete', 'reweight']),
    deductions: [{ id: 'heap', title: '堆物', tenths: 1 + die(40), photo: false }],
    deductionCap: die(12),
    bonuses: [{ id: 'kind', title: '好事', tenths: 1 + die(40), photo: false }],
    bonusCap: die(6),
    vetoes: [{ id: 'fire', title: '火灾' }],
    gates: die(2) === 0 ? [] : [{ id: 'safe', title: '治安', atLeast: 80, from: 'reported' }],
    bands: [
      { id: 'model', from: 80 },
      { id: 'standard', from: 50 },
      { id: 'mend', from: 0 },
    ],
    awards: [],
    tie: { by: [], rest: 'all' },
  };
}

type List = (number | null)[];
interface One {
  marks: Map<GroupKind, List[]>;
  found: { kind: string; item: string; times: number }[];
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

/** The middle of a list, marks taken off one by one. */
function middle(list: number[], rule: Rules['groups'][number]['middle']): number {
  const left = [...list].sort((a, b) => a - b);
  if (rule.rule !== 'mean' && list.length >= rule.from) {
    let pairs = rule.rule === 'median' ? left.length : Math.floor((list.length * rule.percent) / 100);
    while (pairs-- > 0 && left.length > 2) {
      left.shift();
      left.pop();
    }
  }
  return sum(left) / left.length;
}

function workedOut(rules: Rules, one: One): { score: number | null; state: string; band: string | null } {
  const counting = rules.groups.filter(({ weight }) => weight > 0);
  const scores = counting.map((group) => {
    const lists = one.marks.get(group.id) ?? [];
    let [got, of] = [0, 0];
    for (const [place, { id, weight, most }] of rules.indicators.entries()) {
      if (group.marks && !group.marks.includes(id)) continue;
      const column = lists.flatMap((list) => list[place] ?? []);
      if (column.length < group.minimum || column.length === 0) return null;
      got += (weight * 100 * middle(column, group.middle)) / most;
      of += weight;
    }
    return got / of;
  });
  const there = counting.flatMap(({ weight }, at) => {
    const score = scores[at] ?? null;
    return score === null ? [] : [{ weight, score }];
  });
  const whole = there.length === counting.length || (rules.missing === 'reweight' && there.length > 0);
  const times = (kind: string) =>
    sum(one.found.filter((found) => found.kind === kind).map((found) => found.times));
  const off = Math.min(rules.deductionCap, (times('deduction') * (rules.deductions[0]?.tenths ?? 0)) / 10);
  const on = Math.min(rules.bonusCap, (times('bonus') * (rules.bonuses[0]?.tenths ?? 0)) / 10);
  const score = whole
    ? Math.max(
        0,
        sum(there.map((group) => group.weight * group.score)) / sum(there.map(({ weight }) => weight)) -
          off +
          on,
      )
    : null;
  const reading = one.found.filter(({ kind }) => kind === 'reading').at(-1)?.times;
  const gate = rules.gates[0];
  const state = one.found.some(({ kind }) => kind === 'veto')
    ? 'disqualified'
    : score === null || (gate && reading === undefined)
      ? 'incomplete'
      : gate && (reading ?? 0) < gate.atLeast
        ? 'barred'
        : 'rated';
  const rounded = Math.round((score ?? 0) * 1e9) / 1e9;
  return {
    score,
    state,
    band: state === 'rated' ? (rules.bands.find(({ from }) => rounded >= from)?.id ?? null) : null,
  };
}

test('scores of stored rows are those of the printed formula to a billionth', async () => {
  const die = dice(20261127);
  const seen = new Set<string>();
  for (let run = 0; run < 40; run++) {
    const rules = randomRules(die);
    const { id } = must(await city.as('mayor')('POST', '/api/units/e1/evaluations', asked({ rules })));
    const { subjects } = must(await city.as('mayor')('GET', `/api/evaluations/${id}`));
    const drawn = new Map<string, One>();
    const statements: D1PreparedStatement[] = [];
    for (const subject of subjects) {
      const one: One = { marks: new Map(), found: [] };
      for (const group of rules.groups) {
        const lists = Array.from({ length: die(group.id === 'residents' ? 16 : 8) }, () =>
          rules.indicators.map(({ id: indicator, most }) =>
            (group.marks && !group.marks.includes(indicator)) || die(12) === 0 ? null : die(most + 1),
          ),
        );
        one.marks.set(group.id, lists);
        for (const [at, list] of lists.entries())
          statements.push(
            city.db
              .prepare(
                'INSERT INTO evaluation_mark (evaluation, subject, grp, rater, marks, at) VALUES (?1, ?2, ?3, ?4, ?5, 1)',
              )
              .bind(id, subject.id, group.id, `r${at}`, JSON.stringify(list)),
          );
      }
      const kinds = [
        'deduction',
        'bonus',
        ...(rules.gates.length > 0 ? ['reading'] : []),
        ...(die(6) === 0 ? ['veto'] : []),
      ];
      for (const kind of kinds) {
        if (die(4) === 0) continue;
        const item = { deduction: 'heap', bonus: 'kind', reading: 'safe', veto: 'fire' }[kind] ?? '';
        const times = kind === 'reading' ? 70 + die(31) : 1 + die(4);
        one.found.push({ kind, item, times });
        statements.push(
          city.db
            .prepare(
              `INSERT INTO evaluation_finding (evaluation, id, subject, kind, item, times, note, found_by, at, struck_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', 'staffmayor', ?7, ?8)`,
            )
            .bind(id, `${kind}${subject.id}`, subject.id, kind, item, times, one.found.length, null),
          // One that was taken off counts nothing.
          city.db
            .prepare(
              `INSERT INTO evaluation_finding (evaluation, id, subject, kind, item, times, note, found_by, at, struck_at)
               VALUES (?1, ?2, ?3, ?4, ?5, 9, '', 'staffmayor', ?6, 1)`,
            )
            .bind(id, `off${kind}${subject.id}`, subject.id, kind, item, one.found.length),
        );
      }
      drawn.set(subject.id, one);
    }
    statements.push(
      city.db
        .prepare("UPDATE evaluation SET state = 'provisional', appeals_until = 1 WHERE id = ?1")
        .bind(id),
    );
    await city.db.batch(statements);
    const board: EvaluationBoard = must(await city.as('mayor')('GET', `/api/evaluations/${id}/board`));
    for (const line of board.lines) {
      const own = workedOut(rules, drawn.get(line.id) ?? { marks: new Map(), found: [] });
      seen.add(own.state);
      if (line.reweighted.length > 0) seen.add('reweighted');
      expect([run, line.outcome.state]).toEqual([run, own.state]);
      if (own.score === null) expect([run, line.score]).toEqual([run, null]);
      else expect(Math.abs((line.score ?? Number.NaN) - own.score), `run ${run}`).toBeLessThan(1e-9);
      if (line.outcome.state === 'rated') expect([run, line.outcome.band]).toEqual([run, own.band]);
    }
  }
  expect([...seen].sort()).toEqual(['barred', 'disqualified', 'incomplete', 'rated', 'reweighted']);
});
