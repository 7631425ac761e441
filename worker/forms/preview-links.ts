// Links by which people without an account see a draft as residents will, for seven days. They show the draft as it is
// when they are opened: who was asked to look sees what was mended since. The secret stands in the address after #, which
// browsers do not send; only its hash is stored.
import type { preview_link } from '../../schema/db/tables.ts';
import { record, recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import { insert } from '../db/insert.ts';
import { newToken } from '../db/random.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { mustReadForm } from './draft.ts';
import type { FormRow } from './store.ts';

const life = 7 * 86_400_000;
const mostListed = 50;
type LinkRow = typeof preview_link.$inferSelect;

const shown = (row: LinkRow) => ({
  id: row.token_hash,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revoked: row.revoked_at !== null,
});

/** @throws Refusal form-archived */
export async function createPreview({ db, now, actor, origin }: StaffCall, form: string) {
  const { path, title, archived_at } = await mustReadForm(db, form);
  if (archived_at !== null) throw new Refusal('form-archived');
  const token = newToken();
  const row = {
    token_hash: await sha256(token),
    form,
    created_by: actor.id,
    created_at: now,
    expires_at: now + life,
  };
  await db.batch([
    insert<typeof preview_link>(db, 'preview_link', row),
    record(db, { at: now, actor: actor.id, act: 'preview.create', target: form, path, detail: { title } }),
  ]);
  return { link: `${origin}/p#${token}`, preview: shown({ ...row, revoked_at: null }) };
}

/** Those that open come first: they can be ended, however many were made. */
export async function listPreviews({ db, now }: StaffCall, form: string) {
  const { results } = await db
    .prepare(
      `SELECT * FROM preview_link WHERE form = ?1
       ORDER BY revoked_at IS NULL AND expires_at > ?2 DESC, created_at DESC LIMIT ?3`,
    )
    .bind(form, now, mostListed + 1)
    .all<LinkRow>();
  return { previews: results.slice(0, mostListed).map(shown), more: results.length > mostListed };
}

/** Ending a link that has ended already changes nothing. @throws Refusal not-found */
export async function revokePreview({ db, now, actor }: StaffCall, form: string, link: string) {
  const { path, title } = await mustReadForm(db, form);
  const which = 'token_hash = ?1 AND form = ?2';
  const row = await db.prepare(`SELECT * FROM preview_link WHERE ${which}`).bind(link, form).first();
  if (!row) throw new Refusal('not-found');
  await db.batch([
    recordWhere(
      db,
      { at: now, actor: actor.id, act: 'preview.revoke', target: form, path, detail: { title } },
      'SELECT 1 FROM preview_link WHERE token_hash = ?7 AND revoked_at IS NULL',
      [link],
    ),
    db
      .prepare(`UPDATE preview_link SET revoked_at = ?3 WHERE ${which} AND revoked_at IS NULL`)
      .bind(link, form, now),
  ]);
}

/** The form behind a link, which does not open while the form is put away. @throws Refusal share-over */
export async function previewedForm({ db, now }: Call, token: string): Promise<FormRow> {
  const row = await db
    .prepare('SELECT form FROM preview_link WHERE token_hash = ?1 AND revoked_at IS NULL AND expires_at > ?2')
    .bind(await sha256(token), now)
    .first<{ form: string }>();
  const form = row && (await mustReadForm(db, row.form));
  if (!form || form.archived_at !== null) throw new Refusal('share-over');
  return form;
}
