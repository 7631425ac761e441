// Who will have no score or no band: before marking begins by the raters and households that there are, while it runs by the marks.
import type { Output } from '../../schema/api/endpoint.ts';
import type { getEvaluationGaps as contract } from '../../schema/api/evaluations.ts';
import { gapsIn, ifAllMark } from '../../schema/evaluations/gaps.ts';
import type { GroupKind } from '../../schema/evaluations/scheme.ts';
import type { StaffCall } from '../http/context.ts';
import { compute } from './compute.ts';
import { pairsOf } from './pairs.ts';
import { type EvaluationRow, mustBe, readEvaluation, rulesOf } from './store.ts';

/** @throws Refusal evaluation-stage once marking is over */
export async function getEvaluationGaps({ db }: StaffCall, id: string): Promise<Output<typeof contract>> {
  const row = await readEvaluation(db, id);
  mustBe(row, 'draft', 'rating');
  const lines = row.state === 'rating' ? (await compute(db, row)).lines : await expected(db, row);
  return { gaps: gapsIn(rulesOf(row), lines) };
}

async function expected(db: D1Database, row: EvaluationRow) {
  const { rated, pairs, homes } = await pairsOf(db, row);
  const raters = new Map(rated.map(({ id }) => [id, {} as Partial<Record<GroupKind, number>>]));
  for (const { subject, group } of pairs) {
    const of = raters.get(subject);
    if (of && group) of[group] = (of[group] ?? 0) + 1;
  }
  for (const { subject, n } of homes) {
    const of = raters.get(subject);
    if (of) of.residents = (of.residents ?? 0) + n;
  }
  const rules = rulesOf(row);
  return rated.map(({ id }) => ifAllMark(rules, id, raters.get(id) ?? {}));
}
