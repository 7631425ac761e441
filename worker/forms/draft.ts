// A draft: made, saved with the revision that was read, put away. A stale save changes nothing.
import type { Body } from '../../schema/api/endpoint.ts';
import type {
  archiveForm as archiveContract,
  createForm as createContract,
  FormSummary,
  FormWithDraft,
} from '../../schema/api/forms.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { record, recordWhere } from '../audit/record.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { summary, withDraft } from './present.ts';
import { type FormRow, insertForm, readForm, setArchived, updateDraft } from './store.ts';

/** @throws Refusal not-found */
export async function mustReadForm(db: D1Database, id: string): Promise<FormRow> {
  const row = await readForm(db, id);
  if (!row) throw new Refusal('not-found');
  return row;
}

export async function createForm(
  call: StaffCall,
  asked: { unit: string } & Body<typeof createContract>,
): Promise<FormWithDraft> {
  const { db, now, actor } = call;
  const id = newId();
  const place = await db
    .prepare('SELECT path FROM unit WHERE id = ?1')
    .bind(asked.unit)
    .first<{ path: string }>();
  if (!place) throw new Refusal('not-found');
  await db.batch([
    insertForm(db, {
      id,
      unit: asked.unit,
      kind: asked.kind,
      title: asked.definition.title,
      draft: JSON.stringify(asked.definition),
      listed: Number(asked.listed ?? true),
      created_by: actor.id,
      created_at: now,
      updated_at: now,
    }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'form.create',
      target: id,
      path: place.path,
      detail: { title: asked.definition.title },
    }),
  ]);
  return withDraft(db, await mustReadForm(db, id), actor);
}

/** Milliseconds within which one person's saves of a draft are one line of the history: it is saved while one writes. */
const oneSitting = 600_000;

/** Audit entries of a draft name no contents: the draft is there to be read. */
export async function saveDraft(
  call: StaffCall,
  asked: { form: string; rev: number; definition: Definition },
): Promise<FormWithDraft> {
  const { db, now, actor } = call;
  const before = await mustReadForm(db, asked.form);
  if (before.archived_at !== null) throw new Refusal('form-archived');
  const draft = JSON.stringify(asked.definition);
  // A save that changes nothing is no act; a repeated one (its reply was lost) finds its own words stored.
  if (draft === before.draft && (asked.rev === before.rev || asked.rev === before.rev - 1))
    return withDraft(db, before, actor);
  const [saved] = await db.batch([
    updateDraft(db, asked.form, asked.rev, asked.definition.title, draft, now),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'form.save',
        target: asked.form,
        path: before.path,
        detail: { rev: asked.rev + 1, title: asked.definition.title },
      },
      // Straight after the save, so `changes()` is the save's own. How far the history is looked back through is bounded.
      `SELECT 1 WHERE changes() = 1 AND 'form.save' || ?2 IS NOT (
         SELECT act || actor FROM (SELECT * FROM audit ORDER BY seq DESC LIMIT 50)
         WHERE target = ?4 AND at > ?7 ORDER BY seq DESC LIMIT 1)`,
      [now - oneSitting],
    ),
  ]);
  const after = await withDraft(db, await mustReadForm(db, asked.form), actor);
  if (saved?.meta.changes !== 1) throw new Refusal('stale', {}, { current: after });
  return after;
}

export async function archiveForm(
  call: StaffCall,
  asked: { form: string } & Body<typeof archiveContract>,
): Promise<FormSummary> {
  const { db, now, actor } = call;
  const { path, title } = await mustReadForm(db, asked.form);
  const act = asked.archived ? 'form.archive' : 'form.restore';
  const [changed] = await db.batch([
    setArchived(db, asked.form, asked.rev, asked.archived ? now : null, now),
    recordWhere(
      db,
      { at: now, actor: actor.id, act, target: asked.form, path, detail: { title } },
      'SELECT 1 WHERE changes() = 1',
      [],
    ),
  ]);
  if (changed?.meta.changes !== 1) throw new Refusal('stale');
  return summary(await mustReadForm(db, asked.form));
}
