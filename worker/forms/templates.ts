// Templates of a branch: set at a unit, seen by those who edit there, above and below it, taken down.
import type { LocalTemplate } from '../../schema/api/templates.ts';
import { definitionShape } from '../../schema/form/definition.ts';
import { record, recordWhere } from '../audit/record.ts';
import { newId } from '../db/random.ts';
import type { Actor, StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from '../units/read-units.ts';
import { mustReadForm } from './draft.ts';
import { editorUnits, related } from './reach.ts';

const mostListed = 200;

interface TemplateRow {
  id: string;
  form: string;
  version: number;
  newest: number;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  kind: LocalTemplate['kind'];
  title: string;
  summary: string;
  set_at: number;
}

const select = `SELECT t.id, t.form, t.version, f.version AS newest, t.unit, u.kind AS unit_kind, u.name AS unit_name,
  u.path, f.kind, json_extract(v.definition, '$.title') AS title, t.summary, t.set_at
  FROM template t JOIN form f ON f.id = t.form JOIN unit u ON u.id = t.unit
  JOIN form_version v ON v.form = t.form AND v.number = t.version WHERE t.removed_at IS NULL`;

const shown = (row: TemplateRow, actor: Actor): LocalTemplate => ({
  id: row.id,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  form: row.form,
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  version: row.version,
  newest: row.newest,
  setAt: row.set_at,
  mayRemove: covers(actor, row.path, ['admin', 'editor']),
});

export async function listTemplates({ db, actor }: StaffCall) {
  const { results } = await db
    .prepare(`${select} AND ${related} ORDER BY t.set_at DESC, t.id LIMIT ?2`)
    .bind(editorUnits(actor), mostListed + 1)
    .all<TemplateRow>();
  return {
    templates: results.slice(0, mostListed).map((row) => shown(row, actor)),
    more: results.length > mostListed,
  };
}

export async function getTemplate({ db }: StaffCall, id: string) {
  const row = await db
    .prepare(
      `SELECT v.definition, f.listed FROM template t JOIN form f ON f.id = t.form
       JOIN form_version v ON v.form = t.form AND v.number = t.version WHERE t.id = ?1`,
    )
    .bind(id)
    .first<{ definition: string; listed: number }>();
  if (!row) throw new Refusal('not-found');
  return { definition: definitionShape().parse(JSON.parse(row.definition)), listed: row.listed === 1 };
}

/** @throws Refusal not-found (a unit where the caller does not edit), form-not-published */
export async function setTemplate(
  call: StaffCall,
  asked: { form: string; unit: string; summary: string },
): Promise<LocalTemplate> {
  const { db, now, actor } = call;
  const [{ title, version }, { path }] = await Promise.all([
    mustReadForm(db, asked.form),
    readUnit(db, asked.unit),
  ]);
  if (!covers(actor, path, ['admin', 'editor'])) throw new Refusal('not-found');
  if (version === 0) throw new Refusal('form-not-published');
  const at = [asked.form, asked.unit];
  const [, , read] = await db.batch<TemplateRow>([
    db
      .prepare(
        `INSERT INTO template (id, form, unit, version, summary, set_by, set_at)
         SELECT ?3, id, ?2, version, ?4, ?5, ?6 FROM form WHERE id = ?1
         ON CONFLICT (form, unit) DO UPDATE SET version = excluded.version, summary = excluded.summary,
           set_by = excluded.set_by, set_at = excluded.set_at, removed_at = NULL`,
      )
      .bind(...at, newId(), asked.summary, actor.id, now),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'template.set',
      target: asked.form,
      path,
      detail: { title },
    }),
    db.prepare(`${select} AND t.form = ?1 AND t.unit = ?2`).bind(...at),
  ]);
  const row = read?.results[0];
  if (!row) throw new Refusal('not-found');
  return shown(row, actor);
}

export async function removeTemplate({ db, now, actor }: StaffCall, id: string): Promise<void> {
  const row = await db.prepare(`${select} AND t.id = ?1`).bind(id).first<TemplateRow>();
  if (!row) throw new Refusal('not-found');
  await db.batch([
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'template.remove',
        target: row.form,
        path: row.path,
        detail: { title: row.title },
      },
      'SELECT 1 FROM template WHERE id = ?7 AND removed_at IS NULL',
      [id],
    ),
    db.prepare('UPDATE template SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL').bind(id, now),
  ]);
}
