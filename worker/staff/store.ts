// The SQL of accounts, sessions and invitations; changes of accounts are in change-store.ts. Acts put the statements
// together.
import type { Role } from '../../schema/api/endpoint.ts';
import { endOfBranch } from '../units/store.ts';
import { forgotten, freeTries, longest, waitAfter } from './slow.ts';

export interface StaffRow {
  id: string;
  login: string;
  name: string;
  home: string;
  password: string | null;
  must_change: number;
  disabled_at: number | null;
  failures: number;
  failed_at: number | null;
  rev: number;
}

export interface GrantRow {
  staff: string;
  role: Role;
  unit: string;
  kind: string;
  name: string;
  path: string;
  parent: string | null;
  demo: number;
}

export interface Grant {
  role: Role;
  unit: string;
}

export const byLogin = (db: D1Database, login: string) =>
  db.prepare('SELECT * FROM staff WHERE login = ?1').bind(login);
export const byId = (db: D1Database, id: string) => db.prepare('SELECT * FROM staff WHERE id = ?1').bind(id);

/** Grants of the accounts named, from the top of the tree down. */
export const grantsOf = (db: D1Database, staff: readonly string[]) =>
  db
    .prepare(
      `SELECT g.staff, g.role, u.id AS unit, u.kind, u.name, u.path, u.parent, coalesce(s.body ->> '$.demo', 0) AS demo
       FROM json_each(?1) w JOIN staff_grant g ON g.staff = w.value JOIN unit u ON u.id = g.unit
       LEFT JOIN setting s ON s.root = u.root ORDER BY length(u.path), u.path, g.role`,
    )
    .bind(JSON.stringify(staff));

const waits = [0, 1, 2, 3, 4, 5, 6].map(
  (more) => `WHEN failures < ${freeTries + more} THEN ${waitAfter(freeTries + more - 1)}`,
);
/** After the clock was set back: a failure that lies ahead is one of now, or its wait would be one of days. */
export const noFailureAhead = (db: D1Database, login: string, now: number) =>
  db.prepare('UPDATE staff SET failed_at = ?2 WHERE login = ?1 AND failed_at > ?2').bind(login, now);
/** Counts a try to sign in as failed before it is made, unless the account has to wait; `changes` says which. */
export const claim = (db: D1Database, login: string, now: number) =>
  db
    .prepare(
      `UPDATE staff SET failed_at = ?2, failures = CASE WHEN failed_at < ?2 - ${forgotten} THEN 1 ELSE failures + 1 END
       WHERE login = ?1 AND (failed_at IS NULL OR failed_at + CASE ${waits.join(' ')} ELSE ${longest} END <= ?2)`,
    )
    .bind(login, now);

export const forgiveFailures = (db: D1Database, staff: string) =>
  db.prepare('UPDATE staff SET failures = 0, failed_at = NULL WHERE id = ?1').bind(staff);

/** Replaces the stored password, if it still is the one that was checked. */
export const replacePassword = (db: D1Database, staff: string, old: string, next: string) =>
  db
    .prepare(
      'UPDATE staff SET password = ?3, must_change = 0, failures = 0, failed_at = NULL WHERE id = ?1 AND password = ?2',
    )
    .bind(staff, old, next);
export const samePassword = (db: D1Database, staff: string, old: string, next: string) =>
  db.prepare('UPDATE staff SET password = ?3 WHERE id = ?1 AND password = ?2').bind(staff, old, next);

/** Ends the sessions begun at this moment if the password they were begun with has been replaced meanwhile. */
export const endOvertaken = (db: D1Database, staff: string, at: number, password: string) =>
  db
    .prepare(
      `DELETE FROM session WHERE staff = ?1 AND created_at = ?2
       AND NOT EXISTS (SELECT 1 FROM staff WHERE id = ?1 AND password = ?3 AND disabled_at IS NULL)`,
    )
    .bind(staff, at, password);

export const endSession = (db: D1Database, hash: string) =>
  db.prepare('DELETE FROM session WHERE token_hash = ?1').bind(hash);
export const endSessions = (db: D1Database, staff: string) =>
  db.prepare('DELETE FROM session WHERE staff = ?1').bind(staff);
/** All sessions but this one, if the password is the one given. */
export const endOthers = (db: D1Database, staff: string, hash: string, password: string) =>
  db
    .prepare(
      `DELETE FROM session WHERE staff = ?1 AND token_hash <> ?2
       AND EXISTS (SELECT 1 FROM staff WHERE id = ?1 AND password = ?3)`,
    )
    .bind(staff, hash, password);

export interface InvitationRow {
  staff: string;
  login: string;
  path: string;
}
/** An invitation that still holds, with whom it is for. */
export const invitation = (db: D1Database, hash: string, now: number) =>
  db
    .prepare(
      `SELECT i.staff, s.login, u.path FROM invitation i JOIN staff s ON s.id = i.staff JOIN unit u ON u.id = s.home
       WHERE i.token_hash = ?1 AND i.expires_at > ?2 AND s.disabled_at IS NULL`,
    )
    .bind(hash, now);

const invited = 'EXISTS (SELECT 1 FROM invitation WHERE token_hash = ?1 AND staff = ?2)';
export const invitationGuard = 'SELECT 1 FROM invitation WHERE token_hash = ?7 AND staff = ?8';
/** Takes a password by an invitation and uses the invitation up; the last statement's `changes` says whether. */
export const accept = (db: D1Database, hash: string, staff: string, password: string) => [
  db.prepare(`DELETE FROM session WHERE staff = ?2 AND ${invited}`).bind(hash, staff),
  db
    .prepare(
      `UPDATE staff SET password = ?3, must_change = 0, failures = 0, failed_at = NULL
       WHERE id = ?2 AND disabled_at IS NULL AND ${invited}`,
    )
    .bind(hash, staff, password),
  // Older links of the same account end too.
  db.prepare(`DELETE FROM invitation WHERE staff = ?2 AND ${invited}`).bind(hash, staff),
];

/** Accounts whose home lies in the branch, by login. */
export const inBranch = (db: D1Database, path: string, after: string, search: string, most: number) =>
  db
    .prepare(
      `SELECT s.* FROM unit u JOIN staff s ON s.home = u.id
       WHERE u.path >= ?1 AND u.path < ?2 AND s.login > ?3
         AND (?4 = '' OR instr(s.login, lower(?4)) > 0 OR instr(s.name, ?4) > 0)
       ORDER BY s.login LIMIT ?5`,
    )
    .bind(path, endOfBranch(path), after, search, most);

export interface NewStaff {
  id: string;
  login: string;
  name: string;
  home: string;
  grants: readonly Grant[];
  /** hash of the invitation's secret */
  token: string;
  password?: string;
  mustChange?: boolean;
}

/** Stores new accounts with grants and invitations; logins that are taken are left out. */
export function insertStaff(db: D1Database, accounts: readonly NewStaff[], now: number, until: number) {
  const all = JSON.stringify(accounts);
  const stored = "EXISTS (SELECT 1 FROM staff s WHERE s.id = j.value ->> '$.id')";
  return [
    db
      .prepare(
        `INSERT INTO staff (id, login, name, home, password, must_change, created_at)
         SELECT j.value ->> '$.id', j.value ->> '$.login', j.value ->> '$.name', j.value ->> '$.home',
           j.value ->> '$.password', coalesce(j.value ->> '$.mustChange', 0), ?2
         FROM json_each(?1) j WHERE true ON CONFLICT (login) DO NOTHING`,
      )
      .bind(all, now),
    db
      .prepare(
        `INSERT INTO staff_grant (staff, role, unit)
         SELECT DISTINCT j.value ->> '$.id', g.value ->> '$.role', g.value ->> '$.unit'
         FROM json_each(?1) j, json_each(j.value, '$.grants') g WHERE ${stored}`,
      )
      .bind(all),
    db
      .prepare(
        `INSERT INTO invitation (token_hash, staff, created_at, expires_at)
         SELECT j.value ->> '$.token', j.value ->> '$.id', ?2, ?3 FROM json_each(?1) j
         WHERE j.value ->> '$.token' <> '' AND ${stored}`,
      )
      .bind(all, now, until),
  ];
}

/** Audit entries of new accounts, for those that were stored. */
export const recordCreated = (
  db: D1Database,
  accounts: readonly NewStaff[],
  at: number,
  actor: string,
  path: string,
) =>
  db
    .prepare(
      `INSERT INTO audit (at, actor, act, target, path, detail)
       SELECT ?2, ?3, 'staff.create', s.id, ?4,
         json_object('login', s.login, 'name', s.name, 'grants', json_extract(j.value, '$.grants'))
       FROM json_each(?1) j JOIN staff s ON s.id = j.value ->> '$.id'`,
    )
    .bind(JSON.stringify(accounts), at, actor, path);

export const storedOf = (db: D1Database, ids: readonly string[]) =>
  db.prepare('SELECT s.* FROM json_each(?1) j JOIN staff s ON s.id = j.value').bind(JSON.stringify(ids));

/** Units by their ids, or by their codes within one branch. */
export const unitPaths = (db: D1Database, units: readonly string[]) =>
  db
    .prepare(
      'SELECT u.id, u.path FROM json_each(?1) j JOIN unit u ON u.id = j.value WHERE u.retired_at IS NULL',
    )
    .bind(JSON.stringify(units));
export const unitsByCode = (db: D1Database, branch: string, path: string, codes: readonly string[]) =>
  db
    .prepare(
      `SELECT u.id, u.code, u.path FROM json_each(?1) j JOIN unit u ON u.code = j.value
         AND u.root = (SELECT root FROM unit WHERE id = ?2)
       WHERE u.path >= ?3 AND u.path < ?4 AND u.retired_at IS NULL`,
    )
    .bind(JSON.stringify(codes), branch, path, endOfBranch(path));
export const unitPath = (db: D1Database, unit: string) =>
  db.prepare('SELECT id, path FROM unit WHERE id = ?1').bind(unit);
