// What is stored is corrected or taken out in one D1 batch: the response first, under guards, with what it changes; then
// the tallies take exactly that. Like a submission, every later statement asks for this response and this attempt.
import type { Claims } from '../../schema/form/claims.ts';
import { newToken } from '../db/random.ts';
import { claimText, granted } from './claimed.ts';
import { added, mine } from './submission.ts';

/** What changes when stored answers are corrected. */
export interface Correction {
  campaign: string;
  id: string;
  rev: number;
  answers: string;
  delta: string;
  at: number;
  claims?: Claims | undefined;
}

/** new − old, by question and key, without zeros: kept in the row so that the tallies take exactly this. */
const difference = `(SELECT json_group_object(q, json(os)) FROM (
  SELECT q, json_group_object(o, v) AS os FROM (
    SELECT q, o, sum(v) AS v FROM (
      SELECT a.key AS q, e.key AS o, e.value AS v FROM json_each(?5) a, json_each(a.value) e
      UNION ALL SELECT a.key, e.key, -e.value FROM json_each(response.delta) a, json_each(a.value) e)
    GROUP BY q, o HAVING sum(v) <> 0)
  GROUP BY q))`;

const stillOpen = `(SELECT 1 FROM campaign c WHERE c.id = ?1 AND c.state = 'open' AND ?7 < c.closes_at)`;

const change = {
  correct: (window: string) => `UPDATE response SET answers = ?4, undo = ${difference}, delta = ?5,
    attempt = ?6, changed_at = ?7, rev = rev + 1
    WHERE campaign = ?1 AND id = ?2 AND rev = ?3 AND state = 'accepted' AND erased_at IS NULL${window}
      AND ${granted('?8', 'response.id', "coalesce(response.delta ->> (k.value ->> 'path'), 0)")}`,
  // What the answers name no longer is loose again.
  files: `UPDATE attachment SET bound_at = CASE WHEN id IN (SELECT f.value ->> 0 FROM json_each(?5, '$.files') f)
      THEN coalesce(bound_at, ?4) END
    WHERE campaign = ?1 AND response = ?2 AND ${mine}`,
  // Taking out adds minus the stored delta, never a recomputed one; what was withdrawn is erased at once.
  remove: (window: string) => `UPDATE response SET state = ?4, undo = (
      SELECT json_group_object(q, json(os)) FROM (
        SELECT a.key AS q, json_group_object(e.key, -e.value) AS os
        FROM json_each(response.delta) a, json_each(a.value) e GROUP BY a.key)),
    answers = CASE WHEN ?4 = 'withdrawn' THEN '{}' ELSE answers END,
    delta = CASE WHEN ?4 = 'withdrawn' THEN '{}' ELSE delta END,
    digest = CASE WHEN ?4 = 'withdrawn' THEN '' ELSE digest END,
    attempt = ?6, changed_at = ?7, rev = rev + 1
    WHERE campaign = ?1 AND id = ?2 AND rev = ?3 AND state = 'accepted' AND erased_at IS NULL${window}`,
  tally: `UPDATE tally SET n = n + ?4, counts = ${added('tally.counts', '(SELECT r.undo FROM response r WHERE r.campaign = ?1 AND r.id = ?2)')}
    WHERE campaign = ?1 AND (unit, grp) IN (
      SELECT u.value, r.grp FROM response r, json_each(r.chain) u WHERE r.campaign = ?1 AND r.id = ?2 AND r.attempt = ?3)`,
  count: `UPDATE campaign SET changes = changes + 1, accepted = accepted + ?4 WHERE id = ?1 AND ${mine}`,
  day: `UPDATE day_count SET n = n - 1 WHERE campaign = ?1 AND (unit, day) IN (
    SELECT r.unit, r.day FROM response r WHERE r.campaign = ?1 AND r.id = ?2 AND r.attempt = ?3)`,
  // Of what was withdrawn nothing stays; what was declared void is kept as long as its answers.
  loosen: `UPDATE attachment SET bound_at = NULL, stored_at = NULL, sent_at = 0
    WHERE campaign = ?1 AND response = ?2 AND ${mine}`,
  device: `DELETE FROM participation WHERE campaign = ?1 AND entry = (
    SELECT r.device FROM response r WHERE r.campaign = ?1 AND r.id = ?2 AND r.attempt = ?3)`,
  // The tallies have taken it: what a withdrawn response added is known no longer.
  forget: 'UPDATE response SET undo = NULL WHERE campaign = ?1 AND id = ?2 AND attempt = ?3',
};

/** Guard and values for statements that may follow a change in its batch, such as an audit entry. */
export interface Change {
  statements: D1PreparedStatement[];
  attempt: string;
}

/** `asHolder`: only while the campaign is open. The first statement's `changes` says whether it took effect. */
export function correctionStatements(db: D1Database, one: Correction, asHolder: boolean): Change {
  const attempt = newToken();
  const update = change.correct(asHolder ? ` AND EXISTS ${stillOpen}` : '');
  const claims = claimText(one.claims);
  return {
    attempt,
    statements: [
      db.prepare(update).bind(one.campaign, one.id, one.rev, one.answers, one.delta, attempt, one.at, claims),
      db.prepare(change.tally).bind(one.campaign, one.id, attempt, 0),
      db.prepare(change.count).bind(one.campaign, one.id, attempt, 0),
      db.prepare(change.files).bind(one.campaign, one.id, attempt, one.at, claims ?? '{}'),
    ],
  };
}

export function removalStatements(
  db: D1Database,
  one: { campaign: string; id: string; rev: number; at: number; state: 'void' | 'withdrawn' },
): Change {
  const attempt = newToken();
  const guard = [one.campaign, one.id, attempt] as const;
  const update = change.remove(one.state === 'withdrawn' ? ` AND EXISTS ${stillOpen}` : '');
  return {
    attempt,
    statements: [
      db.prepare(update).bind(one.campaign, one.id, one.rev, one.state, null, attempt, one.at),
      db.prepare(change.tally).bind(...guard, -1),
      db.prepare(change.count).bind(...guard, -1),
      db.prepare(change.day).bind(...guard),
      db.prepare(change.device).bind(...guard),
      ...(one.state === 'withdrawn'
        ? [db.prepare(change.loosen).bind(...guard), db.prepare(change.forget).bind(...guard)]
        : []),
    ],
  };
}
