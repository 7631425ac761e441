// Rolls as their readers find them: in counts for those who lead, entry by entry for those who keep them.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import {
  type listEntries as entriesContract,
  type getRoll as getContract,
  type listRolls as listContract,
  lookedMost,
  type RollUnit,
} from '../../schema/api/rolls.ts';
import { doubtOf } from '../../schema/rolls/doubts.ts';
import { developerHead } from '../../schema/rolls/heads.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { subtree } from '../units/read-units.ts';
import {
  buildingOf,
  type EntryListed,
  type EntryRecord,
  entriesFrom,
  entryById,
  entryOf,
  headSql,
  lookedTo,
  numberOf,
  type Place,
  type RollRecord,
  readRoll,
  rollOf,
  rollsOf,
  wholeRoll,
} from './store.ts';

const page = 50;

export async function listRolls({ db, actor }: StaffCall): Promise<Output<typeof listContract>> {
  const units = actor.grants.filter(({ role }) => role !== 'helper').map(({ unit }) => unit);
  const { results } = await rollsOf(db, units).all<RollRecord>();
  return { rolls: results.map(rollOf) };
}

interface UnitCount {
  unit: string;
  kind: string;
  name: string;
  n: number;
  struck: number;
  area: number;
  due: number;
  letters: number;
}

export async function getRoll(
  { db, now, actor }: StaffCall,
  id: string,
): Promise<Output<typeof getContract>> {
  const roll = await readRoll(db, id);
  const [counts, versions, open, elections, evaluations, owners, joined] = await db.batch<unknown>([
    db
      .prepare('SELECT c.*, u.kind, u.name FROM roll_unit c JOIN unit u ON u.id = c.unit WHERE c.roll = ?1')
      .bind(id),
    db
      .prepare('SELECT id, version, frozen_at, removed_at FROM roll WHERE line = ?1 ORDER BY version DESC')
      .bind(roll.line),
    db
      .prepare(
        `SELECT coalesce(sum(state = 'open'), 0) AS open,
           coalesce(sum(state = 'upheld' AND ?3 = 'draft' AND coalesce(answered_rev, 1) = ?2
             AND answered_at > (SELECT coalesce(max(frozen_at), 0) FROM roll WHERE line = ?1)), 0) AS unchanged
         FROM roll_objection WHERE line = ?1`,
      )
      .bind(roll.line, roll.rev, roll.state),
    db
      .prepare(
        `SELECT e.id, e.title, sum(c.state = 'preparing') AS waiting, sum(c.state IN ('frozen', 'open')) AS settled
         FROM election e JOIN contest c ON c.election = e.id
         WHERE e.roll IN (SELECT id FROM roll WHERE line = ?1) AND e.cancelled_at IS NULL AND e.preset <> 'nominations'
         GROUP BY e.id ORDER BY e.created_at DESC LIMIT 5`,
      )
      .bind(roll.line),
    db
      .prepare(
        `SELECT id, title, period FROM evaluation WHERE line = ?1 AND state IN ('draft', 'rating') AND closes_at > ?2
           AND EXISTS (SELECT 1 FROM json_each(rules, '$.groups') g WHERE g.value ->> '$.id' = 'residents')
         ORDER BY created_at DESC LIMIT 5`,
      )
      .bind(roll.line, now),
    ...(roll.kind === 'owner' ? [headCounts(db, id), unsure(db, id)] : []),
  ]);
  const units = (counts?.results ?? []) as UnitCount[];
  const heads = owners?.results[0] as { heads: number; developer: number; same_name: number } | undefined;
  const objections = open?.results[0] as { open: number; unchanged: number } | undefined;
  const keeps = covers(actor, roll.path, ['admin', 'editor']);
  return {
    roll: rollOf(roll),
    keeps,
    units: await inTreeOrder(db, roll.path, units),
    versions: ((versions?.results ?? []) as Version[]).map(({ frozen_at, removed_at, ...one }) => ({
      ...one,
      frozenAt: frozen_at,
      removedAt: removed_at,
    })),
    openObjections: objections?.open ?? 0,
    upheldUnchanged: objections?.unchanged ?? 0,
    elections: (elections?.results ?? []) as Output<typeof getContract>['elections'],
    evaluations: (evaluations?.results ?? []) as Output<typeof getContract>['evaluations'],
    owners: heads
      ? {
          heads: heads.heads,
          developer: heads.developer,
          sameName: heads.same_name,
          doubts: keeps ? doubtsOf((joined?.results ?? []) as { units: string }[]) : [],
        }
      : null,
  };
}

interface Version {
  id: string;
  version: number;
  frozen_at: number | null;
  removed_at: number | null;
}

const headCounts = (db: D1Database, roll: string) =>
  db
    .prepare(
      `WITH h AS (SELECT name, ${headSql} AS head FROM roll_entry WHERE roll = ?1 AND struck_at IS NULL)
       SELECT count(DISTINCT head) AS heads, coalesce(sum(head = '${developerHead}'), 0) AS developer,
         (SELECT count(*) FROM (SELECT 1 FROM h WHERE head <> '${developerHead}' AND name <> '' GROUP BY name
           HAVING count(DISTINCT head) > 1)) AS same_name FROM h`,
    )
    .bind(roll);

/** Several units of one head whose names differ as they are written, or that have no phone: few enough to look at. */
export const unsure = (db: D1Database, roll: string) =>
  db
    .prepare(
      `SELECT json_group_array(json_object('building', building, 'stairwell', stairwell, 'door', door, 'name', name,
           'contact', contact, 'owner', owner)) AS units
       FROM (SELECT u.name AS building, e.* FROM roll_entry e JOIN unit u ON u.id = e.unit WHERE e.roll = ?1
         AND e.struck_at IS NULL AND e.developer = 0 AND e.holding = 'sold' ORDER BY e.path, e.position)
       GROUP BY owner HAVING count(*) > 1 AND (count(DISTINCT name) > 1 OR max(contact) IS NULL)
       ORDER BY count(DISTINCT name) = 1, owner LIMIT 500`,
    )
    .bind(roll);

type Doubts = NonNullable<Output<typeof getContract>['owners']>['doubts'];
type Unsure = Pick<EntryRecord, 'name' | 'contact' | 'owner'> & Doubts[number]['units'][number];

export const doubtsOf = (heads: readonly { units: string }[]): Doubts =>
  heads
    .flatMap(({ units }) => {
      const all = JSON.parse(units) as Unsure[];
      const why = doubtOf(all.map((one) => ({ ...one, number: numberOf(one) })));
      const shown = all.slice(0, 20).map(({ building, stairwell, door }) => ({ building, stairwell, door }));
      return why ? [{ why, units: shown }] : [];
    })
    .slice(0, 50);

async function inTreeOrder(db: D1Database, top: string, counted: readonly UnitCount[]): Promise<RollUnit[]> {
  const tree = await subtree(db, top);
  const nameOf = new Map(tree.map(({ id, kind, name }) => [id, kind === 'grid' ? '' : name]));
  const at = new Map(tree.map((unit, index) => [unit.id, { index, path: unit.path }]));
  const above = (unit: string) =>
    (at.get(unit)?.path.slice(top.length).split('/') ?? [])
      .filter((id) => id !== '' && id !== unit)
      .map((id) => nameOf.get(id) ?? '')
      .filter(Boolean)
      .join(' ');
  // What is out of use since stands last.
  const index = (unit: string) => at.get(unit)?.index ?? tree.length;
  return [...counted]
    .sort((one, other) => index(one.unit) - index(other.unit))
    .map(({ unit, kind, name, n, struck, area, due, letters }) => ({
      unit: { id: unit, kind, name },
      above: above(unit),
      entries: n,
      struck,
      area,
      due,
      letters,
    }));
}

/** A cursor is the place itself: path, position and id, none of which holds a blank. */
const cursorOf = ({ path, position, id }: Place) => `${path} ${position} ${id}`;
function placeOf(cursor: string): Place {
  const [path = '', position = '', id = ''] = cursor.split(' ');
  return { path, position: Number(position) || 0, id };
}

export async function listEntries(
  { db }: StaffCall,
  roll: string,
  asked: Query<typeof entriesContract>,
): Promise<Output<typeof entriesContract>> {
  if (asked.entry !== undefined) {
    const { results } = await entryById(db, roll, asked.entry).all<EntryListed>();
    return { entries: results.map(entryOf), next: null };
  }
  const found = asked.unit === undefined ? wholeRoll : await buildingOf(db, roll, asked.unit);
  if (!found) return { entries: [], next: null };
  const of = asked.after ? { ...found, after: placeOf(asked.after) } : found;
  const words = asked.words?.normalize('NFKC').trim() ?? '';
  const most = words === '' ? page + 1 : lookedMost;
  const [matching, last] = await db.batch<unknown>([
    entriesFrom(db, roll, of, { most, words, shown: page + 1 }),
    lookedTo(db, roll, of, most),
  ]);
  const rows = (matching?.results ?? []) as EntryListed[];
  const shown = rows.slice(0, page);
  const end = rows.length > page ? shown.at(-1) : words === '' ? undefined : (last?.results[0] as Place);
  return { entries: shown.map(entryOf), next: end ? cursorOf(end) : null };
}
