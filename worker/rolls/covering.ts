// Which rolls may be used where.
import { Refusal } from '../http/refusal.ts';

/** A roll that may be used for this branch: of it, of a part of it or of one above. @throws Refusal not-found */
export async function mustCover(
  db: D1Database,
  roll: string | null | undefined,
  path: string,
): Promise<void> {
  if (!roll) return;
  const row = await db
    .prepare(
      'SELECT u.path FROM roll r JOIN unit u ON u.id = r.unit WHERE r.id = ?1 AND r.removed_at IS NULL',
    )
    .bind(roll)
    .first<{ path: string }>();
  if (!row || !(path.startsWith(row.path) || row.path.startsWith(path))) throw new Refusal('not-found');
}
