// Who is rated and who would rate whom, by the tree as it stands before marking begins: the same for the opening and for what
// is said of it. A roll may be older than the tree, so households come by the unit of their building and what lies above it now.
import { assign, type RatedOne, type RaterOne } from '../../schema/evaluations/assign.ts';
import { newestRoll } from '../rolls/store.ts';
import { idsOf } from '../units/store.ts';
import type { EvaluationRow } from './store.ts';

interface RaterRow extends Omit<RaterOne, 'group' | 'recused'> {
  grp: RaterOne['group'];
  recused: string;
}

export async function pairsOf(db: D1Database, row: EvaluationRow) {
  const [subjects, raters, buildings] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT o.id, o.unit, o.person, u.path FROM evaluation_subject o JOIN unit u ON u.id = o.unit
         WHERE o.evaluation = ?1 ORDER BY o.position, o.id`,
      )
      .bind(row.id),
    db
      .prepare(
        `SELECT r.id, r.grp, r.name, r.recused, u.path FROM evaluation_rater r JOIN unit u ON u.id = r.unit
         WHERE r.evaluation = ?1 AND r.removed_at IS NULL ORDER BY r.created_at, r.id`,
      )
      .bind(row.id),
    db
      .prepare(
        `SELECT h.unit, h.n, u.path FROM roll_unit h JOIN unit u ON u.id = h.unit WHERE h.roll = ${newestRoll('?1')}`,
      )
      .bind(row.line ?? ''),
  ]);
  const rated = (subjects?.results ?? []) as (RatedOne & { unit: string })[];
  const marking = ((raters?.results ?? []) as RaterRow[]).map(
    ({ grp, recused, ...one }): RaterOne => ({
      ...one,
      group: grp,
      recused: JSON.parse(recused) as string[],
    }),
  );
  const groupOf = new Map(marking.map(({ id, group }) => [id, group]));
  const pairs = assign(marking, rated, row).map((pair) => ({ ...pair, group: groupOf.get(pair.rater) }));
  const here = new Map<string, string[]>();
  for (const { id, unit } of rated) here.set(unit, [...(here.get(unit) ?? []), id]);
  const homes = ((buildings?.results ?? []) as { unit: string; n: number; path: string }[]).flatMap(
    ({ unit, n, path }) =>
      idsOf(path)
        .flatMap((id) => here.get(id) ?? [])
        .map((subject) => ({ unit, subject, n })),
  );
  return { rated, marking, pairs, homes };
}
