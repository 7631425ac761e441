// A form as the contract shows it.
import type { FormSummary, FormWithDraft } from '../../schema/api/forms.ts';
import { anyQuestionShape, type Question } from '../../schema/fields/shapes.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { type Beside, lint } from '../../schema/form/lint.ts';
import type { Actor } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { type FormRow, readEarlier } from './store.ts';

export const summary = (row: FormRow): FormSummary => ({
  id: row.id,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  kind: row.kind,
  title: row.title,
  rev: row.rev,
  version: row.version,
  changed: row.version > 0 && row.published_rev !== row.rev,
  updatedAt: row.updated_at,
  archived: row.archived_at !== null,
  listed: row.listed === 1,
  campaigns: row.campaigns,
});

/** What residents have answered so far: the newest version, and what earlier ones said otherwise. */
export async function besideOf(db: D1Database, { id, published, version }: FormRow): Promise<Beside> {
  if (published === null) return {};
  return {
    published: definitionShape().parse(JSON.parse(published)),
    earlier: await earlierOf(db, id, version),
  };
}

export async function earlierOf(db: D1Database, form: string, before: number): Promise<Question[]> {
  const shape = anyQuestionShape();
  return (await readEarlier(db, form, before)).map((question) => shape.parse(JSON.parse(question)));
}

export async function withDraft(db: D1Database, row: FormRow, actor: Actor): Promise<FormWithDraft> {
  const draft: Definition = definitionShape().parse(JSON.parse(row.draft));
  return {
    ...summary(row),
    draft,
    findings: lint(draft, await besideOf(db, row)),
    mayEdit: covers(actor, row.path, ['admin', 'editor']),
  };
}
