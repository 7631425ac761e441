// Publishing: the draft becomes a version that never changes, under its SHA-256.
import type { Output } from '../../schema/api/endpoint.ts';
import type { publishForm as contract } from '../../schema/api/forms.ts';
import { definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { mustReadForm } from './draft.ts';
import { besideOf } from './present.ts';
import { insertVersion } from './store.ts';

/** @throws Refusal form-has-errors (with the findings), stale, nothing-changed, form-archived */
export async function publish(
  call: StaffCall,
  asked: { form: string; rev: number; note?: string | undefined },
): Promise<Output<typeof contract>> {
  const { db, now, actor } = call;
  const row = await mustReadForm(db, asked.form);
  if (row.archived_at !== null) throw new Refusal('form-archived');
  if (row.rev !== asked.rev) throw new Refusal('stale');
  if (row.published_rev === row.rev) throw new Refusal('nothing-changed');
  const draft = definitionShape().parse(JSON.parse(row.draft));
  const findings = lint(draft, await besideOf(db, row));
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new Refusal('form-has-errors', { count: errors.length }, { findings });
  const hash = await sha256(row.draft);
  const [inserted] = await db.batch<{ number: number }>([
    ...insertVersion(db, {
      form: asked.form,
      rev: asked.rev,
      definition: row.draft,
      sha256: hash,
      note: asked.note ?? '',
      by: actor.id,
      at: now,
    }),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'form.publish',
        target: asked.form,
        path: row.path,
        detail: { sha256: hash, title: row.title, version: row.version + 1 },
      },
      'SELECT 1 FROM form_version WHERE form = ?7 AND published_by = ?8 AND published_at = ?9 AND sha256 = ?10',
      [asked.form, actor.id, now, hash],
    ),
  ]);
  const number = inserted?.results[0]?.number;
  if (number === undefined) throw new Refusal('stale');
  return { number, sha256: hash, publishedAt: now };
}
