// Submitting is one D1 batch, exactly once. The response goes in first, under guards; every later statement asks for
// a response with this id and this attempt, so a replay, a double tap or a concurrent send adds nothing.
import type { Claims } from '../../schema/form/claims.ts';
import { sha256 } from '../db/hash.ts';
import { newReceipt, newToken } from '../db/random.ts';
import { claimText, granted } from './claimed.ts';

/** Checked answers on their way into the database. */
export interface Submission {
  campaign: string;
  /** minted by the sender */
  id: string;
  version: number;
  /** the version whose limits `claims` holds; the run must ask it now */
  limits: number;
  unit: string;
  /** what tells tallies apart: the channel (self, assisted, paper) */
  group: string;
  /** canonical answers and what they add, as JSON */
  answers: string;
  delta: string;
  at: number;
  /** calendar day of the place, YYYY-MM-DD */
  day: string;
  /** participation that may exist once in the campaign: a device, or the entry of a letter; null when there is none */
  entry: string | null;
  /** the same where the response keeps it, so that taking it out frees the place; nothing where no names are kept */
  holder: string | null;
  /** places, files and units that must be there */
  claims?: Claims | undefined;
}

/** What an accepted submission is answered with. */
export interface Accepted {
  receipt: string;
  at: number;
  unit_kind: string;
  unit_name: string;
}

/** What stands under a submission's id, and the state that let it in or kept it out. */
export interface Stored {
  receipt: string | null;
  digest: string | null;
  at: number | null;
  state: string;
  version: number;
  opens_at: number;
  closes_at: number;
  cap: number | null;
  accepted: number;
  took: number;
  response_state: string | null;
  unit_kind: string | null;
  unit_name: string | null;
}

/** Equal for equal answers to the same version from the same building. */
export const digestOf = (submission: Pick<Submission, 'version' | 'unit' | 'answers'>) =>
  sha256(JSON.stringify([submission.version, submission.unit, submission.answers]));

/** Adds `delta` (JSON of counts by question and key) to `counts`, touching only the keys that it names. */
export const added = (counts: string, delta: string) => `json_patch(${counts}, (
  SELECT json_group_object(q.key, (
    SELECT json_group_object(o.key, nullif(o.value + coalesce(${counts} ->> ('$."' || q.key || '"."' || o.key || '"'), 0), 0))
    FROM json_each(q.value) o))
  FROM json_each(${delta}) q))`;

/** Responses r of ?1 (JSON of [campaign, id, attempt]) that these attempts put in. */
const attempted = `json_each(?1) a CROSS JOIN response r
      ON r.campaign = a.value ->> 0 AND r.id = a.value ->> 1 AND r.attempt = a.value ->> 2`;

/** Response ?2 of campaign ?1 was written by attempt ?3. */
export const mine =
  'EXISTS (SELECT 1 FROM response r WHERE r.campaign = ?1 AND r.id = ?2 AND r.attempt = ?3)';

// Where tables are joined a bare `= ?n` makes SQLite plan the statement again for every value bound to it (the planner
// looks whether the value is a small integer, so each binding expires the plan); `= +?n` means the same and keeps it.
const sql = {
  insert: `INSERT INTO response (campaign, id, version, unit, path, chain, grp, state, attempt, digest, receipt, device, answers, delta, day, at)
    SELECT ?1, ?2, ?3, u.unit, u.path, u.chain, ?5, 'accepted', ?6, ?7, ?8, ?16, ?9, ?10, ?11, ?12
    FROM campaign c JOIN campaign_unit u ON u.campaign = c.id AND u.unit = +?4
    WHERE c.id = +?1 AND c.state = 'open' AND ?3 <= c.version AND ?15 = c.version AND ?12 >= c.opens_at AND ?12 < c.closes_at AND u.answers = 1
      AND (c.cap IS NULL OR c.cap > (SELECT coalesce(sum(t.n), 0) FROM tally t WHERE t.campaign = +?1 AND t.unit = c.unit))
      AND (?13 IS NULL OR NOT EXISTS (SELECT 1 FROM participation p WHERE p.campaign = +?1 AND p.entry = +?13))
      AND ${granted('?14', '+?2', '0')}
    ON CONFLICT (campaign, id) DO NOTHING
    RETURNING receipt, at,
      (SELECT u.kind FROM campaign_unit u WHERE u.campaign = ?1 AND u.unit = ?4) AS unit_kind,
      (SELECT u.name FROM campaign_unit u WHERE u.campaign = ?1 AND u.unit = ?4) AS unit_name`,
  tally: `INSERT INTO tally (campaign, unit, grp, n, counts)
    SELECT ?1, u.value, ?4, 1, ?5 FROM json_each((
      SELECT r.chain FROM response r WHERE r.campaign = ?1 AND r.id = ?2 AND r.attempt = ?3)) u WHERE true
    ON CONFLICT (campaign, unit, grp) DO UPDATE SET n = n + 1, counts = ${added('tally.counts', 'excluded.counts')}`,
  day: `INSERT INTO day_count (campaign, unit, day, n)
    SELECT r.campaign, r.unit, r.day, count(*) FROM ${attempted} WHERE true GROUP BY r.campaign, r.unit, r.day
    ON CONFLICT (campaign, unit, day) DO UPDATE SET n = n + excluded.n`,
  count: `UPDATE campaign SET changes = changes + 1, accepted = accepted + (SELECT count(*) FROM ${attempted} WHERE r.campaign = campaign.id)
    WHERE id IN (SELECT a.value ->> 0 FROM json_each(?1) a)`,
  files: `UPDATE attachment SET bound_at = ?4 WHERE campaign = ?1 AND response = ?2
    AND id IN (SELECT f.value ->> 0 FROM json_each(?5, '$.files') f) AND ${mine}`,
  entry: `INSERT INTO participation (campaign, entry, channel) SELECT ?1, ?4, ?5 WHERE ${mine}`,
  stored: `SELECT r.receipt, r.digest, r.at, r.state AS response_state,
      c.state, c.version, c.opens_at, c.closes_at, c.cap, c.accepted, u.kind AS unit_kind, u.name AS unit_name,
      EXISTS (SELECT 1 FROM participation p WHERE p.campaign = +?1 AND p.entry = +?4) AS took
    FROM campaign c LEFT JOIN response r ON r.campaign = c.id AND r.id = +?2
    LEFT JOIN campaign_unit u ON u.campaign = c.id AND u.unit = coalesce(r.unit, ?3) AND (u.answers = 1 OR r.id IS NOT NULL)
    WHERE c.id = +?1`,
};

/** Campaign, response id and this attempt's token. */
export type Attempt = readonly [campaign: string, id: string, attempt: string];

export interface Prepared {
  attempt: Attempt;
  /** in order; the first one returns {@link Accepted}, or nothing */
  own: D1PreparedStatement[];
}

/** One submission's own statements; {@link countStatements} of its attempt belong to the same batch, after them. */
export async function prepareSubmission(db: D1Database, one: Submission): Promise<Prepared> {
  const token = newToken();
  const digest = await digestOf(one);
  const { campaign, id, group, entry } = one;
  const attempt = [campaign, id, token] as const;
  const claims = claimText(one.claims);
  const insert = db
    .prepare(sql.insert)
    .bind(
      campaign,
      id,
      one.version,
      one.unit,
      group,
      token,
      digest,
      newReceipt(),
      one.answers,
      one.delta,
      one.day,
      one.at,
      entry,
      claims,
      one.limits,
      one.holder,
    );
  return {
    attempt,
    own: [
      insert,
      db.prepare(sql.tally).bind(...attempt, group, one.delta),
      ...(entry === null ? [] : [db.prepare(sql.entry).bind(...attempt, entry, group)]),
      ...(one.claims && one.claims.files.length > 0
        ? [db.prepare(sql.files).bind(...attempt, one.at, claims)]
        : []),
    ],
  };
}

/** The day's counts and the number of accepted, for all attempts of a batch at once. */
export function countStatements(db: D1Database, attempts: readonly Attempt[]): D1PreparedStatement[] {
  const list = JSON.stringify(attempts);
  return [db.prepare(sql.day).bind(list), db.prepare(sql.count).bind(list)];
}

/** All statements of one submission, for a batch of its own or a bulk load. */
export async function submissionStatements(db: D1Database, one: Submission): Promise<D1PreparedStatement[]> {
  const { attempt, own } = await prepareSubmission(db, one);
  return [...own, ...countStatements(db, [attempt])];
}

/** For a submission that was not accepted now: {@link Stored} of a replay, or why nothing was let in. */
export const storedStatement = (db: D1Database, { campaign, id, unit, entry }: Submission) =>
  db.prepare(sql.stored).bind(campaign, id, unit, entry ?? '');
