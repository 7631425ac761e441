// All SQL of forms and their versions.
import type { FormSummary } from '../../schema/api/forms.ts';
import type { form, form_version } from '../../schema/db/tables.ts';
import { insert } from '../db/insert.ts';

export interface FormRow {
  id: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  kind: FormSummary['kind'];
  title: string;
  draft: string;
  /** the newest version, null before the first; not read for lists */
  published: string | null;
  rev: number;
  version: number;
  published_rev: number;
  updated_at: number;
  archived_at: number | null;
  listed: number;
  campaigns: number;
}

const select = (
  draft: string,
  published: string,
) => `SELECT f.id, f.unit, u.kind AS unit_kind, u.name AS unit_name, u.path, f.kind, f.title,
  ${draft} AS draft, ${published} AS published, f.rev, f.version, f.published_rev, f.updated_at, f.archived_at, f.listed,
  (SELECT count(*) FROM campaign c WHERE c.form = f.id) AS campaigns
  FROM form f JOIN unit u ON u.id = f.unit`;

const newest = '(SELECT v.definition FROM form_version v WHERE v.form = f.id AND v.number = f.version)';
export const readForm = (db: D1Database, id: string) =>
  db
    .prepare(`${select('f.draft', newest)} WHERE f.id = ?1`)
    .bind(id)
    .first<FormRow>();

/** Forms of the subtrees of these units, newest change first; `before`: the last of the page before. */
export async function listForms(
  db: D1Database,
  asked: {
    units: readonly string[];
    archived: boolean;
    search: string;
    before?: { at: number; id: string } | undefined;
    limit: number;
  },
): Promise<FormRow[]> {
  const { results } = await db
    .prepare(
      `${select("''", 'NULL')} WHERE (f.archived_at IS NOT NULL) = ?2
        AND EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(u.path, '/' || g.value || '/') > 0)
        AND instr(lower(f.title), lower(?6)) > 0
        AND (?3 IS NULL OR (f.updated_at, f.id) < (?3, ?4))
       ORDER BY f.updated_at DESC, f.id DESC LIMIT ?5`,
    )
    .bind(
      JSON.stringify(asked.units),
      asked.archived ? 1 : 0,
      asked.before?.at ?? null,
      asked.before?.id ?? null,
      asked.limit,
      asked.search,
    )
    .all<FormRow>();
  return results;
}

export const insertForm = (db: D1Database, row: typeof form.$inferInsert) =>
  insert<typeof form>(db, 'form', row);

/** Takes effect only at the revision that the writer read. What says again what the newest version says is no change of it. */
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
      `UPDATE form SET draft = ?4, title = ?3, rev = rev + 1, updated_at = ?5, published_rev = CASE ?4
         WHEN (SELECT definition FROM form_version v WHERE v.form = form.id AND v.number = form.version)
         THEN rev + 1 ELSE published_rev END
       WHERE id = ?1 AND rev = ?2`,
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

/** How long ago a question may have been published to be held against a draft, in questions that read otherwise. */
const earlierMost = 1000;

/** Questions of the versions before this one that read otherwise in it or are gone, newest first, as JSON. */
export async function readEarlier(db: D1Database, form: string, before: number): Promise<string[]> {
  if (before < 2) return [];
  const { results } = await db
    .prepare(
      `SELECT q.value AS question, max(v.number) AS newest FROM form_version v, json_each(v.definition, '$.questions') q
       WHERE v.form = ?1 AND v.number < ?2 AND q.value NOT IN
         (SELECT n.value FROM form_version w, json_each(w.definition, '$.questions') n WHERE w.form = ?1 AND w.number = ?2)
       GROUP BY q.value ORDER BY newest DESC LIMIT ?3`,
    )
    .bind(form, before, earlierMost)
    .all<{ question: string }>();
  return results.map(({ question }) => question);
}

type Version = typeof form_version.$inferSelect;

export async function listVersions(
  db: D1Database,
  id: string,
): Promise<(Omit<Version, 'definition'> & { publisher: string | null })[]> {
  const { results } = await db
    .prepare(
      `SELECT v.form, v.number, v.sha256, v.note, v.published_by, v.published_at, s.name AS publisher
       FROM form_version v LEFT JOIN staff s ON s.id = v.published_by WHERE v.form = ?1 ORDER BY v.number DESC`,
    )
    .bind(id)
    .all<Omit<Version, 'definition'> & { publisher: string | null }>();
  return results;
}

export const readVersion = (db: D1Database, id: string, number: number) =>
  db.prepare('SELECT * FROM form_version WHERE form = ?1 AND number = ?2').bind(id, number).first<Version>();
