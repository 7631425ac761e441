// The SQL of an import. The audit entry goes in first, only if the branch is as it was planned for, and carries a fresh
// mark; every later statement asks for an entry with this mark, the newest of all.
import { chunks } from '../db/chunks.ts';
import type { Planned, Update } from './plan-import.ts';

/** Changes with everything that happens in a branch: who is in it, and every revision. */
const state = (path: string) =>
  `(SELECT count(*) || '/' || sum(b.rev) FROM unit b WHERE b.path >= ${path}
    AND b.path < substr(${path}, 1, length(${path}) - 1) || '0')`;

export const branchState = (db: D1Database, unit: string) =>
  db
    .prepare(`SELECT u.path, u.retired_at, ${state('u.path')} AS state FROM unit u WHERE u.id = ?1`)
    .bind(unit);
/** Holds while the branch has this path and state. Values from ?7 on: unit, path, state. */
export const sameState = `SELECT 1 FROM unit u WHERE u.id = ?7 AND u.path = ?8 AND ${state('?8')} = ?9`;

export interface StandingRow {
  id: string;
  parent: string | null;
  kind: string;
  name: string;
  code: string;
  path: string;
  households: number;
  retired: number;
  mine: number;
}
/** All units of the root, since codes are unique in it; `mine`: those in the branch. */
export const standing = (db: D1Database, unit: string) =>
  db
    .prepare(
      `SELECT u.id, u.parent, u.kind, u.name, u.code, u.path, u.households, u.retired_at IS NOT NULL AS retired,
         u.path >= t.path AND u.path < substr(t.path, 1, length(t.path) - 1) || '0' AS mine
       FROM unit t JOIN unit u ON u.root = t.root WHERE t.id = ?1`,
    )
    .bind(unit);

const marked = `EXISTS (SELECT 1 FROM audit WHERE seq = (SELECT max(seq) FROM audit) AND detail ->> '$.import' = ?2)`;

export type NewRow = Planned & { buildingCode: string };

export const insertMany = (
  db: D1Database,
  root: string,
  units: readonly NewRow[],
  mark: string,
  now: number,
) =>
  chunks(units).flatMap((part) => {
    const rows = JSON.stringify(part);
    return [
      db
        .prepare(
          `INSERT INTO unit (id, root, parent, kind, name, code, path, position, households)
           SELECT j.value ->> '$.id', ?3, j.value ->> '$.parent', j.value ->> '$.kind', j.value ->> '$.name', j.value ->> '$.code',
             j.value ->> '$.path', (SELECT coalesce(max(s.position), -1) FROM unit s WHERE s.parent = j.value ->> '$.parent')
               + row_number() OVER (PARTITION BY j.value ->> '$.parent' ORDER BY j.key), j.value ->> '$.households'
           FROM json_each(?1) j WHERE ${marked}`,
        )
        .bind(rows, mark, root),
      db
        .prepare(
          `INSERT INTO building_code (code, unit, created_at)
           SELECT j.value ->> '$.buildingCode', j.value ->> '$.id', ?3 FROM json_each(?1) j
           WHERE j.value ->> '$.buildingCode' <> '' AND ${marked}`,
        )
        .bind(rows, mark, now),
    ];
  });

export const updateMany = (db: D1Database, units: readonly Update[], mark: string) =>
  chunks(units).map((part) =>
    db
      .prepare(
        `UPDATE unit SET name = j.value ->> '$.name', households = j.value ->> '$.households', rev = rev + 1
         FROM json_each(?1) j WHERE unit.id = j.value ->> '$.id' AND ${marked}`,
      )
      .bind(JSON.stringify(part), mark),
  );
