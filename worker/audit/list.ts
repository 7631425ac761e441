// The history of a branch, newest first.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type { listAudit as contract } from '../../schema/api/settings.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { endOfBranch } from '../units/store.ts';

const page = 50;
/** Entries that a filter looks at in one request. */
const scanMost = 5_000;

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
  const path = branch.parent === null ? '+path' : 'path';
  const { who, about, from, to } = asked;
  const filtered = who ?? about ?? from ?? to;
  const scan = `SELECT seq, at, actor, act, target, detail FROM audit
    WHERE ${path} >= ?1 AND ${path} < ?2 AND seq < ?3 ORDER BY seq DESC LIMIT ?4`;
  const bound = [
    branch.path,
    endOfBranch(branch.path),
    asked.before ?? Number.MAX_SAFE_INTEGER,
    filtered === undefined ? page + 1 : scanMost,
  ];
  const [found, looked] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT a.seq, a.at, coalesce(s.login, a.actor) AS actor, a.act, a.target, a.detail
         FROM (${scan}) a LEFT JOIN staff s ON s.id = a.actor
         WHERE (?5 IS NULL OR a.actor = ?5 OR instr(s.login, ?5) > 0 OR instr(s.name, ?5) > 0)
           AND (?6 IS NULL OR instr(a.act, ?6 || '.') = 1) AND (?7 IS NULL OR a.at >= ?7) AND (?8 IS NULL OR a.at < ?8)
         ORDER BY a.seq DESC LIMIT ?9`,
      )
      .bind(...bound, who ?? null, about ?? null, from ?? null, to ?? null, page + 1),
    db.prepare(`SELECT count(*) AS n, min(seq) AS last FROM (${scan})`).bind(...bound),
  ]);
  const results = (found?.results ?? []) as Row[];
  const scanned = looked?.results[0] as { n: number; last: number } | undefined;
  const shown = results.slice(0, page);
  const onwards = filtered !== undefined && scanned?.n === scanMost ? scanned.last : null;
  return {
    entries: shown.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> })),
    next: results.length > page ? (shown.at(-1)?.seq ?? null) : onwards,
  };
}
