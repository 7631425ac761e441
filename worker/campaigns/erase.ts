// The retention timer: some days after a campaign closed, each answer is erased and the tallies stay. What a response
// had chosen, what it added to the counts and its fingerprint go; its building, day and number of the receipt stay. Its
// files go with the next sweep.
import { recordWhere } from '../audit/record.ts';
import { loosen } from '../files/sweep.ts';

/** Campaigns per round and responses per statement: a round stays well inside one scheduled run. */
const campaigns = 5;
const chunk = 2000;

/** Erases what is due at `now`; returns how many responses were erased. */
export async function eraseDue(db: D1Database, now: number): Promise<number> {
  const { results } = await db
    .prepare(
      `SELECT c.id, c.keep_days, u.path FROM campaign c JOIN unit u ON u.id = c.unit
       WHERE c.erased_at IS NULL AND c.closes_at + c.keep_days * 86400000 <= ?1 LIMIT ?2`,
    )
    .bind(now, campaigns)
    .all<{ id: string; keep_days: number; path: string }>();
  let erased = 0;
  for (const { id, keep_days, path } of results) {
    // Marked last, so that a round that was cut is gone on with; a run that is due can't be extended (store.ts).
    erased += await eraseAnswers(db, id, now);
    await db.batch([
      loosen(db, id),
      db
        .prepare('UPDATE campaign SET erased_at = ?2, rev = rev + 1 WHERE id = ?1 AND erased_at IS NULL')
        .bind(id, now),
      recordWhere(
        db,
        {
          at: now,
          actor: 'system',
          act: 'campaign.erase',
          target: id,
          path,
          detail: { keepDays: keep_days },
        },
        'SELECT 1 WHERE changes() = 1',
        [],
      ),
    ]);
  }
  return erased;
}

async function eraseAnswers(db: D1Database, id: string, now: number): Promise<number> {
  let erased = 0;
  for (let after = ''; ; ) {
    const piece = await db
      .prepare(
        `SELECT max(id) AS last FROM (SELECT id FROM response WHERE campaign = ?1 AND id > ?2 ORDER BY id LIMIT ?3)`,
      )
      .bind(id, after, chunk)
      .first<{ last: string | null }>();
    if (!piece?.last) return erased;
    const { meta } = await db
      .prepare(
        `UPDATE response SET answers = '{}', delta = '{}', digest = '', undo = NULL, erased_at = ?4
         WHERE campaign = ?1 AND id > ?2 AND id <= ?3 AND erased_at IS NULL`,
      )
      .bind(id, after, piece.last, now)
      .run();
    erased += meta.changes;
    after = piece.last;
  }
}
