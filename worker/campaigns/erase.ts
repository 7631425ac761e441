// The retention timer: some days after a campaign closed, the answers are erased and their counts stay.
import { record } from '../audit/record.ts';

/** Campaigns per round and responses per statement: a round stays well inside one scheduled run. */
const campaigns = 5;
const chunk = 2000;

/** Erases what is due at `now`; returns how many responses were erased. Runs on until a round finds nothing. */
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
    for (;;) {
      // The stored counts (delta) stay for recounts; the words and choices of each answer go.
      const { meta } = await db
        .prepare(
          `UPDATE response SET answers = '{}', erased_at = ?2, undo = NULL WHERE seq IN (
             SELECT seq FROM response INDEXED BY response_by_id WHERE campaign = ?1 AND erased_at IS NULL LIMIT ?3)`,
        )
        .bind(id, now, chunk)
        .run();
      erased += meta.changes;
      if (meta.changes < chunk) break;
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
