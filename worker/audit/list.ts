// The history of a branch, newest first.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type { listAudit as contract } from '../../schema/api/settings.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { endOfBranch } from '../units/store.ts';

const page = 50;
/** Entries that one request looks at. */
const most = 5_000;

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
    .prepare('SELECT path, parent, (SELECT max(seq) FROM audit) AS last FROM unit WHERE id = ?1')
    .bind(unit)
    .first<{ path: string; parent: string | null; last: number | null }>();
  if (!branch) throw new Refusal('not-found');
  const range = [branch.path, endOfBranch(branch.path)] as const;
  const end = asked.before ?? (branch.last ?? 0) + 1;
  // A branch of few entries is read whole by its range of the paths' index. Where there are more, sorting them for every
  // page would cost more the older the city grows: the numbers, which have no gaps, are walked backwards a stretch at a time.
  const walks = branch.parent === null || (await hasMany(db, range));
  const start = walks ? Math.max(end - most, 1) : 1;
  const { who, about, from, to } = asked;
  // A unary plus hides a column from SQLite's choice of index.
  const [path, seq] = walks ? ['+a.path', 'a.seq'] : ['a.path', '+a.seq'];
  const { results } = await db
    .prepare(
      `SELECT a.seq, a.at, coalesce(s.login, a.actor) AS actor, a.act, a.target, a.detail
       FROM audit a LEFT JOIN staff s ON s.id = a.actor
       WHERE ${path} >= ?1 AND ${path} < ?2 AND ${seq} < ?3 AND ${seq} >= ?4
         AND (?5 IS NULL OR a.actor = ?5 OR instr(s.login, ?5) > 0 OR instr(s.name, ?5) > 0)
         AND (?6 IS NULL OR instr(a.act, ?6 || '.') = 1) AND (?7 IS NULL OR a.at >= ?7) AND (?8 IS NULL OR a.at < ?8)
       ORDER BY a.seq DESC LIMIT ?9`,
    )
    .bind(...range, end, start, who ?? null, about ?? null, from ?? null, to ?? null, page + 1)
    .all<Row>();
  const shown = results.slice(0, page);
  const onwards = start > 1 ? start : null;
  return {
    entries: shown.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> })),
    next: results.length > page ? (shown.at(-1)?.seq ?? null) : onwards,
  };
}

const hasMany = async (db: D1Database, range: readonly [string, string]) =>
  (await db
    .prepare('SELECT 1 FROM audit WHERE path >= ?1 AND path < ?2 LIMIT 1 OFFSET ?3')
    .bind(...range, most)
    .first()) !== null;
