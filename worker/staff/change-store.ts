// The SQL that changes an account under guards. What depends on a guarded change stands BEFORE it in the batch under the
// same guard: after it, `rev + 1` could as well be the work of someone else.
import type { Grant } from './store.ts';

/**
 * Holds while the account ?1 has revision ?2 and every root keeps an admin who can sign in, if only the grants in ?3
 * (JSON) stay and ?4 = 1 takes away all. An admin counts when not disabled and with a password.
 */
const mayChange = `EXISTS (SELECT 1 FROM staff WHERE id = ?1 AND rev = ?2) AND NOT EXISTS (
  SELECT 1 FROM staff_grant g JOIN unit u ON u.id = g.unit
  WHERE g.staff = ?1 AND g.role = 'admin' AND u.parent IS NULL
    AND (SELECT password FROM staff WHERE id = ?1) IS NOT NULL
    AND (?4 = 1 OR NOT EXISTS (
      SELECT 1 FROM json_each(?3) k WHERE k.value ->> '$.role' = 'admin' AND k.value ->> '$.unit' = g.unit))
    AND NOT EXISTS (SELECT 1 FROM staff_grant o JOIN staff s ON s.id = o.staff
      WHERE o.unit = g.unit AND o.role = 'admin' AND o.staff <> ?1 AND s.disabled_at IS NULL AND s.password IS NOT NULL))`;

export interface StaffChange {
  id: string;
  rev: number;
  name: string;
  disabledAt: number | null;
  grants: readonly Grant[];
  /** whether roles or use change, so that sessions end */
  ends: boolean;
  audit: { at: number; actor: string; path: string; detail: Readonly<Record<string, unknown>> };
}

/** The last statement's `changes` says whether the change took place. */
export function changeStaff(db: D1Database, change: StaffChange): D1PreparedStatement[] {
  const grants = JSON.stringify(change.grants);
  const guard = [change.id, change.rev, grants, change.disabledAt === null ? 0 : 1] as const;
  const { at, actor, path, detail } = change.audit;
  const run = (sql: string, ...more: unknown[]) => db.prepare(sql).bind(...guard, ...more);
  return [
    run(
      `INSERT INTO audit (at, actor, act, target, path, detail) SELECT ?5, ?6, 'staff.update', ?1, ?7, ?8 WHERE ${mayChange}`,
      at,
      actor,
      path,
      JSON.stringify(detail),
    ),
    ...(change.ends ? [run(`DELETE FROM session WHERE staff = ?1 AND ${mayChange}`)] : []),
    // Grants come before they go: once the old ones are gone, the guard could no longer see what was lost.
    run(
      `INSERT INTO staff_grant (staff, role, unit) SELECT DISTINCT ?1, k.value ->> '$.role', k.value ->> '$.unit'
       FROM json_each(?3) k WHERE ${mayChange} ON CONFLICT DO NOTHING`,
    ),
    run(
      `DELETE FROM staff_grant WHERE staff = ?1 AND (role, unit) NOT IN (
         SELECT k.value ->> '$.role', k.value ->> '$.unit' FROM json_each(?3) k) AND ${mayChange}`,
    ),
    run(
      `UPDATE staff SET name = ?5, disabled_at = ?6, rev = rev + 1 WHERE id = ?1 AND ${mayChange}`,
      change.name,
      change.disabledAt,
    ),
  ];
}

export interface Reset {
  id: string;
  rev: number;
  token: string;
  until: number;
  audit: { at: number; actor: string; path: string };
}

/** Takes the password away and leaves one fresh invitation; the last statement's `changes` says whether it took place. */
export function resetStaff(db: D1Database, { id, rev, token, until, audit }: Reset): D1PreparedStatement[] {
  // As if all grants were taken away: who cannot sign in is no admin.
  const guard = [id, rev, '[]', 1] as const;
  const run = (sql: string, ...more: unknown[]) => db.prepare(sql).bind(...guard, ...more);
  return [
    run(
      `INSERT INTO audit (at, actor, act, target, path) SELECT ?5, ?6, 'staff.reset', ?1, ?7 WHERE ${mayChange}`,
      audit.at,
      audit.actor,
      audit.path,
    ),
    run(`DELETE FROM session WHERE staff = ?1 AND ${mayChange}`),
    run(`DELETE FROM invitation WHERE staff = ?1 AND ${mayChange}`),
    run(
      `INSERT INTO invitation (token_hash, staff, created_at, expires_at) SELECT ?5, ?1, ?6, ?7 WHERE ${mayChange}`,
      token,
      audit.at,
      until,
    ),
    run(`UPDATE staff SET password = NULL, failures = 0, failed_at = NULL WHERE id = ?1 AND ${mayChange}`),
  ];
}
