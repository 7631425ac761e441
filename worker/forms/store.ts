// All SQL of forms and their versions.
import { and, desc, eq } from 'drizzle-orm';
import type { FormSummary } from '../../schema/api/forms.ts';
import { form, form_version, staff } from '../../schema/db/tables.ts';
import { orm, statement } from '../db/orm.ts';

export interface FormRow {
  id: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  kind: FormSummary['kind'];
  title: string;
  draft: string;
  rev: number;
  version: number;
  published_rev: number;
  updated_at: number;
  archived_at: number | null;
  campaigns: number;
}

const select = (
  draft: string,
) => `SELECT f.id, f.unit, u.kind AS unit_kind, u.name AS unit_name, u.path, f.kind, f.title,
  ${draft} AS draft, f.rev, f.version, f.published_rev, f.updated_at, f.archived_at,
  (SELECT count(*) FROM campaign c WHERE c.form = f.id) AS campaigns
  FROM form f JOIN unit u ON u.id = f.unit`;

export const readForm = (db: D1Database, id: string) =>
  db
    .prepare(`${select('f.draft')} WHERE f.id = ?1`)
    .bind(id)
    .first<FormRow>();

/** Forms of the subtrees of these units, newest change first; `cursor` is `updated_at.id` of the page before. */
export async function listForms(
  db: D1Database,
  asked: {
    units: readonly string[];
    archived: boolean;
    before?: { at: number; id: string } | undefined;
    limit: number;
  },
): Promise<FormRow[]> {
  const { results } = await db
    .prepare(
      `${select("''")} WHERE (f.archived_at IS NOT NULL) = ?2
        AND EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(u.path, '/' || g.value || '/') > 0)
        AND (?3 IS NULL OR (f.updated_at, f.id) < (?3, ?4))
       ORDER BY f.updated_at DESC, f.id DESC LIMIT ?5`,
    )
    .bind(
      JSON.stringify(asked.units),
      asked.archived ? 1 : 0,
      asked.before?.at ?? null,
      asked.before?.id ?? null,
      asked.limit,
    )
    .all<FormRow>();
  return results;
}

export const insertForm = (db: D1Database, row: typeof form.$inferInsert) =>
  statement(db, orm(db).insert(form).values(row));

/** Takes effect only at the revision that the writer read. */
export const updateDraft = (
  db: D1Database,
  id: string,
  rev: number,
  title: string,
  draft: string,
  at: number,
) =>
  db
    .prepare(
      'UPDATE form SET draft = ?4, title = ?3, rev = rev + 1, updated_at = ?5 WHERE id = ?1 AND rev = ?2',
    )
    .bind(id, rev, title, draft, at);

/** Putting away is no change of the draft: what was published stays published. */
export const setArchived = (db: D1Database, id: string, rev: number, at: number | null, now: number) =>
  db
    .prepare(
      `UPDATE form SET archived_at = ?3, rev = rev + 1, updated_at = ?4,
       published_rev = published_rev + (published_rev = rev) WHERE id = ?1 AND rev = ?2`,
    )
    .bind(id, rev, at, now);

/** A new version with the next number, only from the draft at this revision; and the form that points at it. */
export const insertVersion = (
  db: D1Database,
  one: {
    form: string;
    rev: number;
    definition: string;
    sha256: string;
    note: string;
    by: string;
    at: number;
  },
): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO form_version (form, number, definition, sha256, note, published_by, published_at)
       SELECT f.id, f.version + 1, ?3, ?4, ?5, ?6, ?7 FROM form f
       WHERE f.id = ?1 AND f.rev = ?2 AND f.draft = ?3 AND f.published_rev <> ?2 AND f.archived_at IS NULL RETURNING number`,
    )
    .bind(one.form, one.rev, one.definition, one.sha256, one.note, one.by, one.at),
  db
    .prepare(
      `UPDATE form SET version = version + 1, published_rev = ?2 WHERE id = ?1 AND rev = ?2 AND published_rev <> ?2
       AND EXISTS (SELECT 1 FROM form_version v WHERE v.form = ?1 AND v.number = form.version + 1)`,
    )
    .bind(one.form, one.rev),
];

export const listVersions = (db: D1Database, id: string) =>
  orm(db)
    .select({
      number: form_version.number,
      sha256: form_version.sha256,
      note: form_version.note,
      publishedBy: staff.name,
      publishedAt: form_version.published_at,
    })
    .from(form_version)
    .leftJoin(staff, eq(staff.id, form_version.published_by))
    .where(eq(form_version.form, id))
    .orderBy(desc(form_version.number));

export const readVersion = (db: D1Database, id: string, number: number) =>
  orm(db)
    .select()
    .from(form_version)
    .where(and(eq(form_version.form, id), eq(form_version.number, number)))
    .get();
