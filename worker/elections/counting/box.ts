// An opened secret box as groups of equal ballots, for the count.
import { groupOf } from '../../../schema/elections/box.ts';
import { fromBase64url } from '../../../schema/elections/bytes.ts';
import type { BallotGroup } from '../../../schema/elections/contest.ts';

/** Ballots that say the same, in an order of their own words; void ones have no content. None before the opening. */
export const openedBallots = (db: D1Database, contest: string) =>
  db
    .prepare(
      'SELECT content, count(*) AS n FROM opened_ballot WHERE contest = ?1 GROUP BY content ORDER BY content',
    )
    .bind(contest);

export interface OpenedRow {
  content: string | null;
  n: number;
}

export const groupsOf = (rows: readonly OpenedRow[]): BallotGroup[] =>
  rows.map(({ content, n }) => groupOf(content === null ? undefined : fromBase64url(content), n));
