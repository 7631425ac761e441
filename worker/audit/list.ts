// The history of a branch, newest first.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type { listAudit as contract } from '../../schema/api/settings.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { endOfBranch } from '../units/store.ts';

const page = 50;

interface Row {
  seq: number;
  at: number;
  actor: string;
  act: string;
  target: string;
  detail: string;
}

/** `actor`: the login, or the id of an account that is no longer there, or `system`. */
export async function listAudit(
  { db }: StaffCall,
  unit: string,
  asked: Query<typeof contract>,
): Promise<Output<typeof contract>> {
  const branch = await db
    .prepare('SELECT path, parent FROM unit WHERE id = ?1')
    .bind(unit)
    .first<{ path: string; parent: string | null }>();
  if (!branch) throw new Refusal('not-found');
  // The whole tree is read backwards by number; a branch by its range of the paths' index (a unary plus hides a column
  // from SQLite's choice of index).
  const path = branch.parent === null ? '+a.path' : 'a.path';
  const { results } = await db
    .prepare(
      `SELECT a.seq, a.at, coalesce(s.login, a.actor) AS actor, a.act, a.target, a.detail
       FROM audit a LEFT JOIN staff s ON s.id = a.actor
       WHERE ${path} >= ?1 AND ${path} < ?2 AND a.seq < ?3 ORDER BY a.seq DESC LIMIT ?4`,
    )
    .bind(branch.path, endOfBranch(branch.path), asked.before ?? Number.MAX_SAFE_INTEGER, page + 1)
    .all<Row>();
  const shown = results.slice(0, page);
  return {
    entries: shown.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> })),
    next: results.length > page ? (shown.at(-1)?.seq ?? null) : null,
  };
}
