// A form as the contract shows it.
import type { FormSummary, FormWithDraft } from '../../schema/api/forms.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import type { Actor } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import type { FormRow } from './store.ts';

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
  campaigns: row.campaigns,
});

/** What residents have answered so far; undefined before the first publishing. */
export const publishedOf = ({ published }: FormRow): Definition | undefined =>
  published === null ? undefined : definitionShape().parse(JSON.parse(published));

export function withDraft(row: FormRow, actor: Actor): FormWithDraft {
  const draft: Definition = definitionShape().parse(JSON.parse(row.draft));
  return {
    ...summary(row),
    draft,
    findings: lint(draft, { published: publishedOf(row) }),
    mayEdit: covers(actor, row.path, ['admin', 'editor']),
  };
}
