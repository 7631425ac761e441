// Files that no response names: taken out a day after they were sent, at once when their response was withdrawn or erased.
// In three steps, so that a cut at any of them leaves something for the next round and nothing half used; what was sent
// at 0 is given up for good, and nobody can send it again (store.ts).
import { attachmentKey } from './store.ts';

/** Milliseconds that a form may be filled in before what it sent and did not use goes. */
const patience = 86_400_000;
/** Files a round: a delete of the object store takes up to 1,000 keys. */
const most = 500;

/** Takes out what is loose at `now`; returns how many files went. */
export async function sweepFiles(db: D1Database, files: R2Bucket, now: number): Promise<number> {
  const { results } = await db
    .prepare(
      `UPDATE attachment SET stored_at = NULL, sent_at = 0 WHERE id IN (
         SELECT id FROM attachment WHERE bound_at IS NULL AND sent_at < ?1 ORDER BY sent_at LIMIT ?2)
       AND bound_at IS NULL RETURNING id`,
    )
    .bind(now - patience, most)
    .all<{ id: string }>();
  if (results.length === 0) return 0;
  const ids = results.map(({ id }) => id);
  await files.delete(ids.map(attachmentKey));
  await db
    .prepare(
      `DELETE FROM attachment WHERE id IN (SELECT value FROM json_each(?1)) AND bound_at IS NULL AND stored_at IS NULL`,
    )
    .bind(JSON.stringify(ids))
    .run();
  return ids.length;
}

/** Statement: all files of a response (or of a whole campaign) become loose, and old enough to go. */
export const loosen = (db: D1Database, campaign: string, response?: string) =>
  response === undefined
    ? db
        .prepare('UPDATE attachment SET bound_at = NULL, stored_at = NULL, sent_at = 0 WHERE campaign = ?1')
        .bind(campaign)
    : db
        .prepare(
          'UPDATE attachment SET bound_at = NULL, stored_at = NULL, sent_at = 0 WHERE campaign = ?1 AND response = ?2',
        )
        .bind(campaign, response);
