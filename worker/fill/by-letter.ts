// Whose answers they are in a run that is answered by letter: the entry of its roll. Of that only the participation is kept
// where no names are: nothing then joins answers to a household.
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { useLetter } from '../rolls/credential.ts';

/** @throws Refusal letter-needed, letter-unknown, letter-revoked, letter-elsewhere, entry-struck, too-many */
export async function entryOf(
  { db, now }: Call,
  roll: string,
  typed: string | undefined,
): Promise<{ entry: string; unit: string }> {
  if (typed === undefined) throw new Refusal('letter-needed');
  const { line, entry, struck } = await useLetter(db, typed, now);
  const found = await db
    .prepare(
      `SELECT e.unit, e.struck_at FROM roll_entry e JOIN roll r ON r.id = e.roll
       WHERE e.roll = ?1 AND e.id = ?2 AND r.line = ?3`,
    )
    .bind(roll, entry, line)
    .first<{ unit: string; struck_at: number | null }>();
  if (!found) throw new Refusal('letter-elsewhere');
  if (struck || found.struck_at !== null) throw new Refusal('entry-struck');
  return { entry, unit: found.unit };
}
