// A card made from counts, without a Worker: one unit, the units below it, and how often each point of each question
// was given there.
import type { Scorecard } from '../../schema/api/scorecards.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import { compose, type Side } from '../../worker/scorecards/compose.ts';
import { family, type Member } from '../../worker/scorecards/family.ts';

/** By question, how often 1, 2, 3 … was given. */
export type Given = readonly (readonly number[])[];
export interface Below {
  households: number;
  given: Given;
}

export const questionTitles = ['总体满意吗', '环境', '安全', '停车', '邻里'];
const now = Date.UTC(2026, 11, 1);

/** Every question is asked on 1–5 and has as many answers as the first. */
export function sideOf(below: readonly Below[], campaign: Partial<Side['head']> = {}): Side {
  const questions = (below[0]?.given ?? []).map((_, at) => ({
    id: `q${at}`,
    type: 'scale' as const,
    title: questionTitles[at] ?? `第 ${at} 题`,
    from: 1,
    to: 5,
  }));
  const households = below.reduce((sum, one) => sum + one.households, 0);
  const member = (id: string, at: Partial<Member>): Member => ({
    id,
    parent: 'top',
    kind: 'building',
    name: `${id} 栋`,
    path: `/top/${id}/`,
    households: 0,
    places: 1,
    ...at,
  });
  const members = [
    member('top', { parent: null, kind: 'community', name: '滨河社区', path: '/top/', households }),
    ...below.map((one, at) => member(`b${at}`, { households: one.households })),
  ];
  const tallies = below.flatMap(({ given }, at) => {
    const counts = Object.fromEntries(
      given.map((list, q) => [`q${q}`, Object.fromEntries(list.map((n, point) => [`${point + 1}`, n]))]),
    );
    const n = (given[0] ?? []).reduce((sum, one) => sum + one, 0);
    const row = { grp: 'self', n, counts: JSON.stringify(counts) };
    return [
      { unit: 'top', ...row },
      { unit: `b${at}`, ...row },
    ];
  });
  const found = family('top', members, tallies);
  if (!found) throw new Error('no family');
  return {
    family: found,
    definitions: [{ title: '物业服务满意度调查', layout: 'steps', questions }],
    head: {
      id: 'c1',
      slug: 'c1',
      unit: 'top',
      form: 'f1',
      version: 1,
      kind: 'survey',
      title: '四季度满意度',
      state: 'closed',
      opens_at: now - 30 * 86_400_000,
      closes_at: now,
      access: 'household',
      per_device: 0,
      named: 0,
      live_result: 0,
      organiser: '滨河社区居委会',
      phone: '',
      keep_days: 90,
      care: 0,
      thanks: '',
      tongues: null,
      place: '滨河社区',
      demo: 0,
      definition: '',
      ...campaign,
    },
  };
}

export const cardOf = (side: Side, beside?: Side, k: number = boardThreshold): Scorecard =>
  compose(side, beside, { now, k, mayReadAnswers: true, sees: () => true });
