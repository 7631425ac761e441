// An evaluation as tests need it: three buildings of the east, rated by households with letters, a grid worker and two experts.

import type { Body } from '../../schema/api/endpoint.ts';
import type { createEvaluation } from '../../schema/api/evaluations.ts';
import { presets } from '../../schema/evaluations/presets.ts';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import { type City, day, must } from './city.ts';

export type EvaluationAt = 'draft' | 'rating' | 'provisional' | 'final';

export interface PlantedEvaluation {
  evaluation: string;
  rev: number;
  roll: string;
  /** by the unit */
  subjects: Record<string, string>;
  raters: { id: string; name: string; link: string; secret: string }[];
  /** secrets of the letters, by building */
  letters: Record<string, string[]>;
}

export const testRules: Rules = {
  ...presets.full,
  groups: [
    { id: 'residents', weight: 50, minimum: 5, middle: { rule: 'trimmed', percent: 10, from: 10 } },
    { id: 'grid', weight: 30, minimum: 1, middle: { rule: 'mean' } },
    { id: 'experts', weight: 20, minimum: 1, middle: { rule: 'mean' } },
  ],
  gates: [
    { id: 'happy', title: '满意率', atLeast: 60, from: 'residents' },
    { id: 'safe', title: '治安满意率', atLeast: 80, from: 'reported' },
  ],
  awards: [{ id: 'flag', title: '流动红旗', places: 1, from: 60 }],
};

/** A grid worker's marks alone, so that two may have the same. */
export const tieRules: Rules = {
  ...testRules,
  groups: [{ id: 'grid', weight: 100, minimum: 1, middle: { rule: 'mean' } }],
  gates: [],
};

export const asked = (more: Partial<Body<typeof createEvaluation>> = {}): Body<typeof createEvaluation> => ({
  title: '文明楼栋评选',
  period: '2026年11月',
  words: '',
  post: '',
  rules: testRules,
  closesAt: Date.now() + 7 * day,
  appealDays: 3,
  organiser: '滨河社区居委会',
  phone: '0714-8700000',
  roll: null,
  campaign: null,
  seed: '20261127 福彩3D 385',
  each: 2,
  subjects: ['b1', 'b2', 'b3'].map((unit) => ({ unit, person: '' })),
  ...more,
});

/** A final roll of so many households in each building, and the codes of their letters. */
export async function householdRoll(city: City, unit: string, counts: Record<string, number>) {
  const ask = async (method: string, path: string, body?: unknown) =>
    must(await city.as('mayor')(method, path, body));
  const { id: roll } = await ask('POST', `/api/units/${unit}/rolls`, {
    kind: 'household',
    title: '户名册',
    note: '',
  });
  const rows = Object.entries(counts).flatMap(([building, n]) =>
    Array.from({ length: n }, (_, at) => ({
      unit: building,
      stairwell: '1',
      door: String(101 + at),
      name: '',
    })),
  );
  await ask('POST', `/api/rolls/${roll}/import`, {
    rows: rows.map((row, at) => ({ row: at + 2, ...row })),
    dryRun: false,
  });
  const { rev } = (await ask('GET', `/api/rolls/${roll}`)).roll;
  const { rev: posted } = await ask('PATCH', `/api/rolls/${roll}`, { rev, postedAt: Date.now() });
  await ask('POST', `/api/rolls/${roll}/freeze`, { rev: posted });
  const letters: Record<string, string[]> = {};
  for (const building of Object.keys(counts)) {
    const made = await ask('POST', `/api/rolls/${roll}/letters`, { of: { unit: building }, most: 1000 });
    letters[building] = made.letters.map(({ secret }: { secret: string }) => secret);
  }
  return { roll, letters };
}

export const secretOf = (link: string) => link.split('#')[1] ?? '';

export async function mark(
  city: City,
  secret: string,
  at: { evaluation: string; subject: string },
  marks: number[],
  rev = 0,
) {
  return city.anyone('POST', '/api/ratings/marks', { secret, ...at, rev, marks });
}

/** Puts the end of the marking, or of the time to appeal, into the past. */
export const overNow = (city: City, evaluation: string, what: 'closes_at' | 'appeals_until') =>
  city.db
    .prepare(`UPDATE evaluation SET ${what} = ?2 WHERE id = ?1`)
    .bind(evaluation, Date.now() - 1)
    .run();

/** Marking, where it is to end, has come to its time. */
export async function stepTo(city: City, evaluation: string, to: string, by = 'mayor') {
  if (to === 'provisional') await overNow(city, evaluation, 'closes_at');
  const { evaluation: now } = must(await city.as(by)('GET', `/api/evaluations/${evaluation}`));
  return city.as(by)('POST', `/api/evaluations/${evaluation}/step`, { rev: now.rev, to });
}

export async function plantEvaluation(
  city: City,
  state: EvaluationAt,
  given: {
    unit?: string;
    settings?: Partial<Body<typeof createEvaluation>>;
    households?: Record<string, number>;
  } = {},
): Promise<PlantedEvaluation> {
  const { unit = 'e1', households = { b1: 1 } } = given;
  const ask = async (method: string, path: string, body?: unknown) =>
    must(await city.as('mayor')(method, path, body));
  const { roll, letters } = await householdRoll(city, unit, households);
  const { id: evaluation } = await ask(
    'POST',
    `/api/units/${unit}/evaluations`,
    asked({ roll, ...given.settings }),
  );
  const { raters: made } = await ask('POST', `/api/evaluations/${evaluation}/raters`, {
    raters: [
      { group: 'grid', name: '周网格', unit },
      { group: 'experts', name: '吴专家', unit },
      { group: 'experts', name: '郑专家', unit },
    ],
  });
  if (state !== 'draft') must(await stepTo(city, evaluation, 'rating'));
  if (state === 'provisional' || state === 'final') must(await stepTo(city, evaluation, 'provisional'));
  if (state === 'final') {
    await overNow(city, evaluation, 'appeals_until');
    must(await stepTo(city, evaluation, 'final'));
  }
  const view = await ask('GET', `/api/evaluations/${evaluation}`);
  return {
    evaluation,
    rev: view.evaluation.rev,
    roll,
    letters,
    subjects: Object.fromEntries(
      view.subjects.map((one: { unit: string; id: string }) => [one.unit, one.id]),
    ),
    raters: made.map((one: { id: string; name: string; link: string }) => ({
      ...one,
      secret: secretOf(one.link),
    })),
  };
}
