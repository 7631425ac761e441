// Nothing in the database joins a ballot to an elector: no column that both sides share but the contest, no order of coming, no
// hour; and the acts that store them name neither the other's table.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { statements } from '../../worker/host/migrate.ts';
import { migrationsDir, root } from '../../worker/host/paths.ts';

let db: DatabaseSync;
beforeAll(() => {
  db = new DatabaseSync(':memory:');
  const files = readdirSync(migrationsDir).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort())
    for (const sql of statements(readFileSync(`${migrationsDir}/${name}`, 'utf8'))) db.exec(sql);
});

const columnsOf = (table: string) =>
  db
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name))
    .sort();

/** Who an elector is: tables that know a roll entry, a secret, a person. */
const electors = ['check_in', 'roll_entry', 'roll', 'credential', 'participation', 'staff', 'session'];
const boxes = ['ballot', 'superseded', 'opened_ballot'];

describe('ballots and electors', () => {
  test('ballots have these columns and no other', () => {
    expect(columnsOf('ballot')).toEqual(
      ['id', 'contest', 'key', 'token', 'sealed', 'counter', 'signature', 'leaf'].sort(),
    );
    expect(columnsOf('superseded')).toEqual(['contest', 'counter', 'id', 'leaf']);
    expect(columnsOf('opened_ballot')).toEqual(['content', 'contest', 'leaf', 'seed', 'why']);
  });

  test('a check-in says the day and no more of when', () => {
    expect(columnsOf('check_in')).toEqual(
      [
        'contest',
        'entry',
        'channel',
        'day',
        'blinded',
        'reply',
        'press',
        'holder',
        'assisted_by',
        'reason',
      ].sort(),
    );
  });

  test('a letter’s secret says when it was made, printed and ended, and never when it was used', () => {
    expect(columnsOf('credential')).toEqual(
      ['secret_hash', 'line', 'entry', 'making', 'issued_at', 'printed_at', 'revoked_at'].sort(),
    );
  });

  test.each([...boxes, 'check_in'])('%s has no rowid, and so no order of coming', (table) => {
    const made = db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(table);
    expect(made?.sql).toMatch(/WITHOUT ROWID$/);
  });

  test.each(boxes.flatMap((box) => electors.map((table) => [box, table])))(
    '%s and %s share nothing but the contest, and names of columns that mean different things',
    (box, table) => {
      const shared = columnsOf(box).filter((name) => columnsOf(table).includes(name));
      // An id is each table's own: a ballot's is the hash of a key that nobody else has seen.
      expect(shared.filter((name) => name !== 'contest' && name !== 'id')).toEqual([]);
    },
  );

  test('no index holds both, and none holds a moment', () => {
    const indexes = db
      .prepare(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('ballot', 'superseded', 'check_in')",
      )
      .all()
      .map(({ sql }) => String(sql ?? ''));
    for (const sql of indexes) expect(sql).not.toMatch(/entry|day|_at|blinded/);
  });

  test('casting touches no table of electors, and check-in none of ballots; neither is on record or sent', () => {
    const read = (file: string) =>
      readFileSync(`${root}worker/elections/ballots/${file}`, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    const [cast, checkIn] = [read('cast.ts'), read('check-in.ts')];
    for (const table of electors) expect(cast).not.toMatch(new RegExp(`\\b${table}\\b`));
    for (const table of boxes) expect(checkIn).not.toMatch(new RegExp(`\\b(FROM|INTO|JOIN) ${table}\\b`));
    expect(cast).not.toMatch(/audit|outbox|record\(|console|Date\.now/);
    // The hour says whether the box is open; it is bound, never stored.
    expect(cast.match(/\?3/g)?.length).toBe(2);
    expect(read('routes.ts')).toMatch(/ballots\.cast, \(\{ db, now \}, \{ body \}, c\)/);
  });
});
