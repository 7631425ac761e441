// All SQL of the tree. A subtree is one range of the paths' index; what depends on a guarded change stands before it in
// the batch under the same guard.
import type { Unit } from '../../schema/api/units.ts';

export interface UnitRow {
  id: string;
  root: string;
  parent: string | null;
  kind: string;
  name: string;
  code: string;
  path: string;
  position: number;
  households: number;
  contact: string | null;
  retired_at: number | null;
  rev: number;
  building_code: string | null;
  children: number;
}

export const unitOf = (row: UnitRow): Unit => ({
  id: row.id,
  parent: row.parent,
  kind: row.kind,
  name: row.name,
  code: row.code,
  path: row.path,
  position: row.position,
  households: row.households,
  contact: row.contact ? (JSON.parse(row.contact) as Unit['contact']) : null,
  buildingCode: row.building_code,
  retiredAt: row.retired_at,
  rev: row.rev,
  children: row.children,
});

/** First text after every path of the branch: `0` follows `/`. */
export const endOfBranch = (path: string) => `${path.slice(0, -1)}0`;

/** Ids on the way from the root to this path's unit, both included. */
export const idsOf = (path: string) => path.split('/').filter(Boolean);

const columns = `u.*, b.code AS building_code,
  (SELECT count(*) FROM unit c WHERE c.parent = u.id AND c.retired_at IS NULL) AS children`;
const codes = 'LEFT JOIN building_code b ON b.unit = u.id AND b.revoked_at IS NULL';

export const unitById = (db: D1Database, id: string) =>
  db.prepare(`SELECT ${columns} FROM unit u ${codes} WHERE u.id = ?1`).bind(id);

/** Units by id, from the top of the tree down. */
export const unitsById = (db: D1Database, ids: readonly string[]) =>
  db
    .prepare(
      `SELECT ${columns} FROM json_each(?1) j JOIN unit u ON u.id = j.value ${codes} ORDER BY length(u.path), u.position`,
    )
    .bind(JSON.stringify(ids));

export const childrenOf = (db: D1Database, parent: string) =>
  db
    .prepare(
      `SELECT ${columns} FROM unit u ${codes} WHERE u.parent = ?1 AND u.retired_at IS NULL ORDER BY u.position, u.code`,
    )
    .bind(parent);

/** Households of the buildings under each child of a unit: one range of the index for each. */
export const householdsBelow = (db: D1Database, parent: string) =>
  db
    .prepare(
      `SELECT c.id, sum(b.households) AS n FROM unit c CROSS JOIN unit b
         ON b.path > c.path AND b.path < substr(c.path, 1, length(c.path) - 1) || '0'
       WHERE c.parent = ?1 AND c.retired_at IS NULL AND b.kind = 'building' AND b.retired_at IS NULL GROUP BY c.id`,
    )
    .bind(parent);

/** A branch, retired units too when asked for. */
export const branchOf = (db: D1Database, path: string, retired = false) =>
  db
    .prepare(
      `SELECT ${columns} FROM unit u ${codes} WHERE u.path >= ?1 AND u.path < ?2 AND (?3 OR u.retired_at IS NULL)
       ORDER BY u.path`,
    )
    .bind(path, endOfBranch(path), retired ? 1 : 0);

/** Units of the branches by words in name or code; what begins with the words comes first, siblings in their order. */
/** '' asks for nothing. */
export const search = (
  db: D1Database,
  asked: { paths: readonly string[]; words: string; kind: string; campaign: string; most: number },
) =>
  db
    .prepare(
      `SELECT ${columns} FROM json_each(?1) p
       JOIN unit u ON u.path >= p.value AND u.path < substr(p.value, 1, length(p.value) - 1) || '0' ${codes}
       WHERE u.retired_at IS NULL AND (?3 = '' OR u.kind = ?3)
         AND (?2 = '' OR instr(u.name, ?2) > 0 OR instr(lower(u.code), lower(?2)) > 0)
         AND (?5 = '' OR EXISTS (SELECT 1 FROM campaign_unit t WHERE t.campaign = ?5 AND t.unit = u.id))
       ORDER BY instr(u.name, ?2) <> 1, length(u.path) - length(replace(u.path, '/', '')),
         substr(u.path, 1, length(u.path) - length(u.id) - 1), u.position, u.code LIMIT ?4`,
    )
    .bind(JSON.stringify(asked.paths), asked.words, asked.kind, asked.most, asked.campaign);

const nextPosition = '(SELECT coalesce(max(s.position), -1) + 1 FROM unit s WHERE s.parent = ?2)';

export interface NewUnit {
  id: string;
  parent: string;
  kind: string;
  name: string;
  code: string;
  households: number;
}

/** Stores a unit under a parent in use, last of its siblings, unless its code is taken in this root. */
export const insertUnit = (db: D1Database, unit: NewUnit) =>
  db
    .prepare(
      `INSERT INTO unit (id, root, parent, kind, name, code, path, position, households)
       SELECT ?1, p.root, p.id, ?3, ?4, ?5, p.path || ?1 || '/', ${nextPosition}, ?6
       FROM unit p WHERE p.id = ?2 AND p.retired_at IS NULL ON CONFLICT (root, code) DO NOTHING`,
    )
    .bind(unit.id, unit.parent, unit.kind, unit.name, unit.code, unit.households);

/** A building code for a unit that is there. */
export const insertCode = (db: D1Database, unit: string, code: string, now: number) =>
  db
    .prepare(
      `INSERT INTO building_code (code, unit, created_at) SELECT ?1, id, ?3 FROM unit WHERE id = ?2 AND retired_at IS NULL`,
    )
    .bind(code, unit, now);
export const revokeCode = (db: D1Database, unit: string, now: number) =>
  db
    .prepare('UPDATE building_code SET revoked_at = ?2 WHERE unit = ?1 AND revoked_at IS NULL')
    .bind(unit, now);

/** Numbers the siblings of a unit anew, leaving out one place for it, while it has this revision. */
export const makePlace = (db: D1Database, unit: string, rev: number, place: number) =>
  db
    .prepare(
      `UPDATE unit SET position = n.place + (n.place >= ?3) FROM (
         SELECT s.id, row_number() OVER (ORDER BY s.position, s.code) - 1 AS place FROM unit s
         WHERE s.parent = (SELECT parent FROM unit WHERE id = ?1 AND rev = ?2) AND s.id <> ?1
           AND s.retired_at IS NULL) AS n
       WHERE unit.id = n.id`,
    )
    .bind(unit, rev, place);

export const change = (
  db: D1Database,
  unit: {
    id: string;
    rev: number;
    name: string;
    households: number;
    position: number;
    contact: string | null;
  },
) =>
  db
    .prepare(
      `UPDATE unit SET name = ?3, households = ?4, position = ?5, contact = ?6, rev = rev + 1 WHERE id = ?1 AND rev = ?2`,
    )
    .bind(unit.id, unit.rev, unit.name, unit.households, unit.position, unit.contact);

/** Finds a row while a unit has this revision: for audit entries that stand before the change. Values from ?7 on. */
export const unchanged = 'SELECT 1 FROM unit WHERE id = ?7 AND rev = ?8';

export interface Move {
  id: string;
  rev: number;
  from: string;
  parent: string;
  parentPath: string;
}

/** Holds while neither the unit nor its new parent has moved, changed or been retired since they were read. */
const mayMove = (unit: string, rev: string, from: string, parent: string, parentPath: string) =>
  `SELECT 1 FROM unit m, unit n WHERE m.id = ${unit} AND m.rev = ${rev} AND m.path = ${from} AND m.retired_at IS NULL
     AND n.id = ${parent} AND n.path = ${parentPath} AND n.retired_at IS NULL`;
/** The same for audit entries that stand before the move; values from ?7 on, see {@link moveValues}. */
export const moveGuard = mayMove('?7', '?8', '?9', '?10', '?11');
export const moveValues = (move: Move) => [move.id, move.rev, move.from, move.parent, move.parentPath];

/** The whole subtree in one statement: paths of all, parent, place and revision of its top. */
export const move = (db: D1Database, one: Move) =>
  db
    .prepare(
      `UPDATE unit SET path = ?5 || ?1 || '/' || substr(path, length(?3) + 1),
         position = CASE id WHEN ?1 THEN (SELECT coalesce(max(s.position), -1) + 1 FROM unit s WHERE s.parent = ?4) ELSE position END,
         parent = CASE id WHEN ?1 THEN ?4 ELSE parent END,
         rev = rev + (id = ?1)
       WHERE path >= ?3 AND path < ?6 AND EXISTS (${mayMove('?1', '?2', '?3', '?4', '?5')})`,
    )
    .bind(one.id, one.rev, one.from, one.parent, one.parentPath, endOfBranch(one.from));

/** Holds while a unit has this revision, is no root, and has nothing in use below it. Values from ?7 on. */
export const retireGuard = `SELECT 1 FROM unit WHERE id = ?7 AND rev = ?8 AND parent IS NOT NULL AND retired_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM unit c WHERE c.parent = ?7 AND c.retired_at IS NULL)`;
export const retire = (db: D1Database, id: string, rev: number, now: number) =>
  db
    .prepare(
      `UPDATE unit SET retired_at = ?3, rev = rev + 1 WHERE id = ?1 AND rev = ?2 AND parent IS NOT NULL
         AND retired_at IS NULL AND NOT EXISTS (SELECT 1 FROM unit c WHERE c.parent = ?1 AND c.retired_at IS NULL)`,
    )
    .bind(id, rev, now);

const mayReturn = (unit: string, rev: string) => `SELECT 1 FROM unit r JOIN unit p ON p.id = r.parent
  WHERE r.id = ${unit} AND r.rev = ${rev} AND r.retired_at IS NOT NULL AND p.retired_at IS NULL`;
/** Holds while a unit has this revision and is out of use, but its parent is not. Values from ?7 on. */
export const restoreGuard = mayReturn('?7', '?8');
export const restore = (db: D1Database, id: string, rev: number) =>
  db
    .prepare(
      `UPDATE unit SET retired_at = NULL, rev = rev + 1 WHERE id = ?1 AND EXISTS (${mayReturn('?1', '?2')})`,
    )
    .bind(id, rev);
