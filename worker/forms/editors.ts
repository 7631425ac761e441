// Who has a form open to write on it. Nobody is locked out: those who write see each other, and a save that is stale is
// refused (draft.ts).
import type { Output } from '../../schema/api/endpoint.ts';
import type { joinEditors as contract } from '../../schema/api/forms.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';

/** Milliseconds after which a window that says nothing is taken for closed: three times what it may say nothing. */
const silent = 60_000;

interface Seen {
  name: string;
  staff: string;
}

export async function joinEditors(
  { db, now, actor }: StaffCall,
  asked: { form: string; window: string; leaves?: true | undefined },
): Promise<Output<typeof contract>> {
  const [, , others, form] = await db.batch<Seen & { rev: number }>([
    db
      .prepare(
        `INSERT INTO form_editor (form, window, staff, seen_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (form, window) DO UPDATE SET staff = ?3, seen_at = ?4`,
      )
      .bind(asked.form, asked.window, actor.id, asked.leaves ? 0 : now),
    db.prepare('DELETE FROM form_editor WHERE form = ?1 AND seen_at < ?2').bind(asked.form, now - silent),
    db
      .prepare(
        `SELECT DISTINCT e.staff, s.name FROM form_editor e JOIN staff s ON s.id = e.staff
         WHERE e.form = ?1 AND e.window <> ?2 ORDER BY s.name LIMIT 20`,
      )
      .bind(asked.form, asked.window),
    db.prepare('SELECT rev FROM form WHERE id = ?1').bind(asked.form),
  ]);
  const rev = form?.results[0]?.rev;
  if (rev === undefined) throw new Refusal('not-found');
  return {
    others: (others?.results ?? []).map(({ name, staff }) => ({ name, you: staff === actor.id })),
    rev,
  };
}
