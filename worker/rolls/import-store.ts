// The SQL of an import: sets of doors and of entries go in as JSON, a few thousand to a statement.
import { chunks } from '../db/chunks.ts';
import { draftAt, type EntryRecord } from './store.ts';

/** Entries at these places (unit, stairwell, door, person). */
export const knownAt = (db: D1Database, roll: string, places: readonly (readonly string[])[]) =>
  chunks(places).map((part) =>
    db
      .prepare(
        `SELECT e.* FROM json_each(?2) j CROSS JOIN roll_entry e INDEXED BY roll_entry_door ON e.roll = ?1 AND e.unit = j.value ->> 0
           AND e.stairwell = j.value ->> 1 AND e.door = j.value ->> 2 AND e.person = j.value ->> 3`,
      )
      .bind(roll, JSON.stringify(part)),
  );

const columns = [
  'id',
  'unit',
  'path',
  'stairwell',
  'door',
  'person',
  'floor',
  'name',
  'contact',
  'area',
  'owner',
  'holding',
  'developer',
  'position',
  'struck_at',
  'rev',
] as const satisfies readonly (keyof EntryRecord)[];
const values = columns.map((column) => `j.value ->> '$.${column}'`).join(', ');
const news = columns
  .filter((column) => column !== 'id')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Adds entries, and changes those that are there, while the roll is a draft of this revision. */
export const putEntries = (db: D1Database, roll: string, rev: number, put: readonly EntryRecord[]) =>
  chunks(put).map((part) =>
    db
      .prepare(
        `INSERT INTO roll_entry (roll, ${columns.join(', ')}) SELECT ?1, ${values} FROM json_each(?3) j
         WHERE EXISTS (${draftAt('?1', '?2')})
         ON CONFLICT (roll, id) DO UPDATE SET ${news}`,
      )
      .bind(roll, rev, JSON.stringify(part)),
  );
