// Who is rated and who would rate whom, as it stands before marking begins: the same for the opening and for what is said of it.
import type { EvaluationSubject } from '../../schema/api/evaluation-shapes.ts';
import { assign, type RatedOne, type RaterOne } from '../../schema/evaluations/assign.ts';
import { ratersOf } from './raters.ts';
import { type EvaluationRow, subjectsOf } from './store.ts';

interface RaterRow extends Omit<RaterOne, 'group' | 'recused'> {
  grp: RaterOne['group'];
  recused: string;
}

export async function pairsOf(db: D1Database, row: EvaluationRow) {
  const [subjects, raters] = await db.batch<unknown>([subjectsOf(db, row.id), ratersOf(db, row.id)]);
  const rated = (subjects?.results ?? []) as (EvaluationSubject & RatedOne)[];
  const marking = ((raters?.results ?? []) as RaterRow[]).map(
    ({ grp, recused, ...one }): RaterOne => ({
      ...one,
      group: grp,
      recused: JSON.parse(recused) as string[],
    }),
  );
  const groupOf = new Map(marking.map(({ id, group }) => [id, group]));
  const pairs = assign(marking, rated, row).map((pair) => ({ ...pair, group: groupOf.get(pair.rater) }));
  return { rated, pairs };
}
