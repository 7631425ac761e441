// All SQL of the figures for reports: the units below, and pieces of answers, a bounded number of rows each.
import { pageMost, unitsMost } from '../../schema/api/figures.ts';
import { byBuilding } from '../responses/store.ts';
import type { MemberRow } from '../scorecards/store.ts';

export type BelowRow = MemberRow & { depth: number };

/**
 * Units below ?2, level by level, one more than can stand side by side; those of the levels from the second down to
 * `depth` with their tallies (the children's come with the family of the unit).
 */
export const below = (db: D1Database, campaign: string, unit: string, depth: number) =>
  db
    .prepare(
      `WITH RECURSIVE below(unit, depth) AS (
         SELECT ?2, 0 UNION ALL
         SELECT t.unit, b.depth + 1 FROM below b CROSS JOIN campaign_unit t INDEXED BY campaign_unit_by_parent
           ON t.campaign = ?1 AND t.parent = b.unit
         ORDER BY 2 LIMIT ?3)
       SELECT b.depth, m.unit AS id, m.parent, m.kind, m.name, m.path, m.households, m.places, m.position, y.grp, y.n, y.counts
       FROM below b CROSS JOIN campaign_unit m ON m.campaign = ?1 AND m.unit = b.unit
       LEFT JOIN tally y ON b.depth BETWEEN 2 AND ?4 AND y.campaign = ?1 AND y.unit = b.unit
       WHERE b.depth > 0`,
    )
    .bind(campaign, unit, unitsMost + 2, depth);

/** The next ?5 responses of a branch, building by building, after the one with the number ?3. */
const page = (after: number | undefined) => `page AS MATERIALIZED (
  SELECT seq, path, state, version, delta, answers FROM (${after ? byBuilding.after : byBuilding.first}) LIMIT ?5)`;

interface Asked {
  campaign: string;
  unit: string;
  after?: number | undefined;
}
const bound = ({ campaign, unit, after = 0 }: Asked, most: number) => [
  campaign,
  unit,
  after,
  Number.MAX_SAFE_INTEGER,
  most,
];

export interface PairRow {
  a: string | null;
  b: string | null;
  n: number;
  /** of the one row that tells how far it went: the last response that was looked at */
  last: number | null;
}

const inRow = (key: string, row: string) => `(${row} IS NULL OR instr(${key}, ${row} || ':') = 1)`;

/** What each response added to the counts of two questions, put together; the first row tells how many were looked at. */
export const pairs = (
  db: D1Database,
  asked: Asked & { a: string; b: string; rowA?: string | undefined; rowB?: string | undefined },
) =>
  db
    .prepare(
      `WITH ${page(asked.after)}
       SELECT NULL AS a, NULL AS b, n, seq AS last FROM
         (SELECT count(*) AS n, seq, max(path || printf('%16d', seq)) FROM page)
       UNION ALL SELECT x.key, y.key, count(*), NULL FROM page
       LEFT JOIN json_each(delta, '$."' || ?6 || '"') x ON x.value > 0 AND ${inRow('x.key', '?8')}
       LEFT JOIN json_each(delta, '$."' || ?7 || '"') y ON y.value > 0 AND ${inRow('y.key', '?9')}
       WHERE state = 'accepted' GROUP BY x.key, y.key`,
    )
    .bind(...bound(asked, pageMost.pairs), asked.a, asked.b, asked.rowA ?? null, asked.rowB ?? null);

export interface SaidRow {
  seq: number;
  state: string;
  version: number;
  form: string;
  answer: string | null;
}

export const said = (db: D1Database, asked: Asked & { question: string }) =>
  db
    .prepare(
      `WITH ${page(asked.after)} SELECT seq, state, version, (SELECT form FROM campaign WHERE id = ?1) AS form,
         answers -> ('$."' || ?6 || '"') AS answer FROM page ORDER BY path, seq`,
    )
    .bind(...bound(asked, pageMost.said), asked.question);
