// The retention timer: some days after a campaign closed, the answers are erased and their counts stay.
import { record } from '../audit/record.ts';

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
    for (let after = ''; ; ) {
      const piece = await db
        .prepare(
          `SELECT count(*) AS n, max(id) AS last FROM (
             SELECT id FROM response WHERE campaign = ?1 AND id > ?2 ORDER BY id LIMIT ?3)`,
        )
        .bind(id, after, chunk)
        .first<{ n: number; last: string | null }>();
      if (!piece?.last) break;
      // The stored counts (delta) stay for recounts; the words and choices of each answer go.
      const { meta } = await db
        .prepare(
          `UPDATE response SET answers = '{}', erased_at = ?4, undo = NULL
           WHERE campaign = ?1 AND id > ?2 AND id <= ?3 AND erased_at IS NULL`,
        )
        .bind(id, after, piece.last, now)
        .run();
      erased += meta.changes;
      after = piece.last;
    }
    await db.batch([
      db.prepare('UPDATE campaign SET erased_at = ?2 WHERE id = ?1').bind(id, now),
      record(db, {
        at: now,
        actor: 'system',
        act: 'campaign.erase',
        target: id,
        path,
        detail: { keepDays: keep_days },
      }),
    ]);
  }
  return erased;
}
