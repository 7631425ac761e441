// An act that is overtaken between what it read and what it writes: nothing of it may be stored, and it must say so.
// The acts run here on Node, on the same database, with someone else's act let in just before their own batch.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../schema/api/endpoint.ts';
import { noSettings } from '../../schema/api/settings.ts';
import type { Call, StaffCall } from '../../worker/http/context.ts';
import { createRoll, updateRoll } from '../../worker/rolls/change-roll.ts';
import { freezeRoll } from '../../worker/rolls/freeze.ts';
import { importEntries } from '../../worker/rolls/import-entries.ts';
import { addObjection } from '../../worker/rolls/objections.ts';
import { saveSettings } from '../../worker/settings/save-settings.ts';
import { changePassword } from '../../worker/staff/change-password.ts';
import { hashPassword } from '../../worker/staff/password.ts';
import { resetStaff } from '../../worker/staff/reset-staff.ts';
import { signIn } from '../../worker/staff/sign-in.ts';
import { updateStaff } from '../../worker/staff/update-staff.ts';
import { createUnit } from '../../worker/units/create-unit.ts';
import { importUnits } from '../../worker/units/import-units.ts';
import { moveUnit } from '../../worker/units/move-unit.ts';
import { retireUnit } from '../../worker/units/retire-unit.ts';
import { updateUnit } from '../../worker/units/update-unit.ts';
import { type City, openCity, origin, pathOf } from './city.ts';

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const as = (login: string, role: Role, unit: string, db: D1Database = city.db): StaffCall => ({
  db,
  origin,
  now: Date.now(),
  language: 'zh',
  actor: {
    id: `staff${login}`,
    login,
    name: login,
    mustChange: false,
    grants: [{ role, unit, path: pathOf(unit) }],
  },
});
const mayor = (db?: D1Database) => as('mayor', 'admin', 'city', db);

/** The database, with something happening once, just before the batch that writes into `table`. */
function before(table: string, meanwhile: () => Promise<unknown>): D1Database {
  const { db } = city;
  const sql = new WeakMap<D1PreparedStatement, string>();
  let done = false;
  const noted = (statement: D1PreparedStatement, text: string): D1PreparedStatement => {
    sql.set(statement, text);
    return new Proxy(statement, {
      get: (target, name) =>
        name === 'bind'
          ? (...values: unknown[]) => {
              const bound = target.bind(...values);
              sql.set(bound, text);
              return bound;
            }
          : Reflect.get(target, name).bind(target),
    });
  };
  return {
    prepare: (text: string) => noted(db.prepare(text), text),
    async batch<T>(statements: D1PreparedStatement[]) {
      const writes = new RegExp(`(INSERT INTO|UPDATE|DELETE FROM) ${table}\\b`);
      if (!done && statements.some((statement) => writes.test(sql.get(statement) ?? ''))) {
        done = true;
        await meanwhile();
      }
      return db.batch<T>(statements);
    },
    exec: (text: string) => db.exec(text),
    withSession: () => {
      throw new Error('not used');
    },
    dump: () => {
      throw new Error('not used');
    },
  };
}
const rows = async (sql: string) => (await city.db.prepare(sql).all()).results;
const acts = async (act: string) =>
  (await rows(`SELECT count(*) AS n FROM audit WHERE act = '${act}'`))[0]?.n;

test('of two changes to an account from the same revision the second leaves no trace', async () => {
  const change = (unit: string, db?: D1Database) =>
    updateStaff(mayor(db), 'staffe1leader', { rev: 1, grants: [{ role: 'leader', unit }] });
  await expect(
    change(
      'e1g',
      before('staff_grant', () => change('e1h')),
    ),
  ).rejects.toThrow('stale');
  expect(await rows("SELECT role, unit FROM staff_grant WHERE staff = 'staffe1leader'")).toEqual([
    { role: 'leader', unit: 'e1h' },
  ]);
  expect(await acts('staff.update')).toBe(1);
});

test('two admins who drop each other at the same moment leave one', async () => {
  await city.db.batch([
    city.db.prepare("UPDATE staff SET password = 'x' WHERE login IN ('mayor', 'eastadmin')"),
    city.db.prepare("INSERT INTO staff_grant (staff, role, unit) VALUES ('staffeastadmin', 'admin', 'city')"),
  ]);
  const drop = (by: string, whom: string, db?: D1Database) =>
    updateStaff(as(by, 'admin', 'city', db), `staff${whom}`, { rev: 1, disabled: true });
  const db = before('staff', () => drop('eastadmin', 'mayor'));
  await expect(drop('mayor', 'eastadmin', db)).rejects.toThrow('last-admin');
  expect(await rows("SELECT login FROM staff WHERE disabled_at IS NULL AND password = 'x'")).toEqual([
    { login: 'eastadmin' },
  ]);
  const reset = () => resetStaff(as('eastadmin', 'admin', 'city'), 'staffeastadmin');
  await expect(reset()).rejects.toThrow('last-admin');
});

const client = { address: 'here', mark: undefined, remember: () => {} };
test('a reset that comes in while a password is checked wins over the sign-in', async () => {
  const kept = await hashPassword('harbour-lantern-42');
  await city.db.prepare("UPDATE staff SET password = ?1 WHERE login = 'e1leader'").bind(kept).run();
  const now = Date.now();
  const db = before('session', () => resetStaff(mayor(), 'staffe1leader'));
  const call: Call = { db, origin, now, language: 'zh' };
  const begin = async (staff: string) =>
    db
      .prepare('INSERT INTO session (token_hash, staff, created_at, seen_at) VALUES (?1, ?2, ?3, ?3)')
      .bind('h', staff, now);
  const visitor = { ...client, begin };
  await expect(signIn(call, { login: 'e1leader', password: 'harbour-lantern-42' }, visitor)).rejects.toThrow(
    'sign-in-failed',
  );
  expect(await rows("SELECT 1 FROM session WHERE staff = 'staffe1leader'")).toEqual([]);
});

test('a password changed meanwhile is not changed back', async () => {
  const kept = await hashPassword('harbour-lantern-42');
  await city.db.prepare("UPDATE staff SET password = ?1 WHERE login = 'e1leader'").bind(kept).run();
  const change = (next: string, db?: D1Database) =>
    changePassword(as('e1leader', 'leader', 'e1', db), { current: 'harbour-lantern-42', next }, 'mine');
  let won = '';
  const db = before('staff', async () => {
    won = await change('first-new-words');
  });
  await expect(change('second-new-words', db)).rejects.toThrow('stale');
  expect(await rows("SELECT password FROM staff WHERE login = 'e1leader'")).toEqual([{ password: won }]);
  expect(await acts('staff.password')).toBe(1);
});

const treeIsSound = async () => {
  const units = await rows('SELECT id, parent, path FROM unit');
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  for (const { id, parent, path } of units) expect(path).toBe(`${parent ? paths.get(parent) : '/'}${id}/`);
};

test('a move whose unit or parent was moved meanwhile does not take place', async () => {
  const db = before('unit', () => moveUnit(mayor(), 'e1', { rev: 1, parent: 'west' }));
  await expect(moveUnit(mayor(db), 'e1g', { rev: 1, parent: 'e2' })).rejects.toThrow('stale');
  await treeIsSound();
  const below = before('unit', () => moveUnit(mayor(), 'e2g', { rev: 1, parent: 'w1g' }));
  await expect(moveUnit(mayor(below), 'w1g', { rev: 1, parent: 'e2g' })).rejects.toThrow('stale');
  await treeIsSound();
  expect(await acts('unit.move')).toBe(4);
});

test('a unit is not moved, filled or changed when it went out of use or was changed meanwhile', async () => {
  const gone = before('unit', () => retireUnit(mayor(), 'b3', 1));
  await expect(updateUnit(mayor(gone), 'b3', { rev: 1, name: '新名' })).rejects.toThrow('stale');
  const empty = before('unit', () => retireUnit(mayor(), 'e1h', 1));
  const house = { kind: 'building', name: '新', code: 'late' };
  await expect(createUnit(mayor(empty), 'e1h', house)).rejects.toThrow('not-found');
  expect(await rows("SELECT 1 FROM unit WHERE code = 'late'")).toEqual([]);
  const filled = before('unit', () => createUnit(mayor(), 'b4', house));
  await expect(retireUnit(mayor(filled), 'b4', 1)).rejects.toThrow('unit-in-use');
  const twice = before('unit', () => updateUnit(mayor(), 'b1', { rev: 1, households: 1 }));
  await expect(updateUnit(mayor(twice), 'b1', { rev: 1, households: 2, position: 1 })).rejects.toThrow(
    'stale',
  );
  expect(await rows("SELECT households, position FROM unit WHERE id IN ('b1', 'b2') ORDER BY id")).toEqual([
    { households: 1, position: 10 },
    { households: 36, position: 11 },
  ]);
  expect(await acts('unit.update')).toBe(1);
});

test('an import plans anew when the branch has changed since', async () => {
  const text = '类型,名称,编码,上级编码\n楼栋,甲,I-1,E1H\n楼栋,乙,b3,';
  await city.db.prepare("UPDATE unit SET code = 'E1H' WHERE id = 'e1h'").run();
  const db = before('unit', () => moveUnit(mayor(), 'e1h', { rev: 1, parent: 'e2' }));
  const report = await importUnits(mayor(db), 'east', { file: { text }, dryRun: false });
  expect(report).toMatchObject({ created: 1, updated: 1, refused: [] });
  await treeIsSound();
  expect(await acts('unit.import')).toBe(1);
  const outside = before('unit', () => moveUnit(mayor(), 'e1h', { rev: 2, parent: 'west' }));
  const late = await importUnits(mayor(outside), 'east', {
    file: { text: '类型,名称,编码,上级编码\n楼栋,丙,I-3,E1H' },
    dryRun: false,
  });
  expect(late.refused[0]?.reason).toContain('E1H');
  await treeIsSound();
});

const doors = (...names: string[]) => ({
  rows: names.map((door, row) => ({ row, unit: 'b1', stairwell: '', door, name: '' })),
  dryRun: false,
});
const standing = (roll: string) => rows(`SELECT door FROM roll_entry WHERE roll = '${roll}' ORDER BY door`);

test('a roll that changes while its check code is taken is not made final', async () => {
  const { id } = await createRoll(mayor(), 'e1', { kind: 'household', title: '名册', note: '' });
  await importEntries(mayor(), id, doors('101'));
  await updateRoll(mayor(), id, { rev: 2, postedAt: 1 });
  const db = before('roll', () => importEntries(mayor(), id, doors('102')));
  await expect(freezeRoll(mayor(db), id, 3)).rejects.toThrow('stale');
  const late = before('roll', () => addObjection(mayor(), id, { words: '少一户', by: '某人' }));
  await expect(freezeRoll(mayor(late), id, 4)).rejects.toThrow('stale');
  expect(await rows(`SELECT state, sha256 FROM roll WHERE id = '${id}'`)).toEqual([
    { state: 'draft', sha256: null },
  ]);
  expect(await acts('roll.freeze')).toBe(0);
});

test('rows that come while a roll is made final change nothing; of two imports both land', async () => {
  const { id } = await createRoll(mayor(), 'e1', { kind: 'household', title: '名册', note: '' });
  const both = before('roll_entry', () => importEntries(mayor(), id, doors('101', '102')));
  expect(await importEntries(mayor(both), id, doors('102', '103'))).toMatchObject({ added: 1, same: 1 });
  expect(await standing(id)).toEqual([{ door: '101' }, { door: '102' }, { door: '103' }]);
  await updateRoll(mayor(), id, { rev: 3, postedAt: 1 });
  const late = before('roll_entry', () => freezeRoll(mayor(), id, 4));
  await expect(importEntries(mayor(late), id, doors('104'))).rejects.toThrow('roll-frozen');
  expect(await standing(id)).toHaveLength(3);
  expect(await acts('roll.import')).toBe(2);
});

test('of two settings saved from the same revision the first stays', async () => {
  const save = (organiser: string, db?: D1Database) =>
    saveSettings(mayor(db), 'city', { rev: 0, settings: { ...noSettings, organiser } });
  await expect(
    save(
      '乙',
      before('setting', () => save('甲')),
    ),
  ).rejects.toThrow('stale');
  expect(await rows("SELECT body ->> '$.organiser' AS organiser, rev FROM setting")).toEqual([
    { organiser: '甲', rev: 1 },
  ]);
  expect(await acts('settings.save')).toBe(1);
});
