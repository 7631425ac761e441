// Accounts within a branch: nobody gives, takes or reaches more than their own, and no city loses its last admin.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, type Login, openCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
  // Admins who can sign in.
  await city.db.prepare("UPDATE staff SET password = 'x' WHERE login IN ('mayor', 'eastadmin')").run();
});
afterAll(() => city.close());

const create = (by: Login, unit: string, login: string, grants: { role: string; unit: string }[]) =>
  city.as(by)('POST', `/api/units/${unit}/staff`, { login, name: '新人', grants });
const update = (by: Login, id: string, body: Record<string, unknown>) =>
  city.as(by)('PATCH', `/api/staff/${id}`, body);
const staffOf = async (login: string) =>
  (await city.db
    .prepare('SELECT id, rev FROM staff WHERE login = ?1')
    .bind(login)
    .first<{ id: string; rev: number }>()) ?? {
    id: '',
    rev: 0,
  };
const grantsOf = async (login: string) =>
  (
    await city.db
      .prepare(
        'SELECT g.role, g.unit FROM staff s JOIN staff_grant g ON g.staff = s.id WHERE s.login = ?1 ORDER BY g.role, g.unit',
      )
      .bind(login)
      .all()
  ).results;

test('an admin creates an account in the own branch and hands out a link', async () => {
  const reply = await create('eastadmin', 'e1', ' Chen.Li ', [{ role: 'editor', unit: 'e1' }]);
  expect(reply.status).toBe(200);
  expect(reply.body.account).toMatchObject({ login: 'chen.li', active: false, disabled: false, rev: 1 });
  expect(reply.body.invitation.link).toMatch(/^http:\/\/localhost:8787\/staff\/invite#[0-9a-z]{52}$/);
  const token = String(reply.body.invitation.link).split('#')[1];
  const plain = await city.db
    .prepare('SELECT count(*) AS n FROM invitation WHERE token_hash = ?1')
    .bind(token)
    .first();
  expect(plain).toEqual({ n: 0 });
  expect((await create('mayor', 'city', 'chen.li', [{ role: 'leader', unit: 'city' }])).body).toMatchObject({
    code: 'login-taken',
    login: 'chen.li',
  });
  expect(await grantsOf('chen.li')).toEqual([{ role: 'editor', unit: 'e1' }]);
  const entry = await city.db
    .prepare("SELECT actor, path, detail FROM audit WHERE act = 'staff.create'")
    .first();
  expect(entry).toMatchObject({ actor: 'staffeastadmin', path: '/city/east/e1/' });
  expect(String(entry?.detail)).not.toContain(token);
});

test('roles outside the own branch cannot be given, and the branch above does not exist for an admin below', async () => {
  for (const unit of ['city', 'west', 'w1', 'nowhere'])
    expect((await create('eastadmin', 'east', `spy-${unit}`, [{ role: 'leader', unit }])).body.code).toBe(
      'grant-outside',
    );
  const mixed = [
    { role: 'editor', unit: 'e1' },
    { role: 'editor', unit: 'w1' },
  ];
  expect((await create('eastadmin', 'east', 'spy-mixed', mixed)).body.code).toBe('grant-outside');
  expect((await create('eastadmin', 'city', 'spy', [{ role: 'leader', unit: 'e1' }])).status).toBe(404);
  expect((await create('easteditor', 'east', 'spy', [{ role: 'leader', unit: 'e1' }])).status).toBe(403);
  expect(await city.db.prepare("SELECT count(*) AS n FROM staff WHERE login LIKE 'spy%'").first()).toEqual({
    n: 0,
  });
});

test('nobody raises the own rights', async () => {
  const self = await staffOf('eastadmin');
  const raise = await update('eastadmin', self.id, {
    rev: self.rev,
    grants: [{ role: 'admin', unit: 'city' }],
  });
  expect(raise.body.code).toBe('grant-outside');
  const editor = await staffOf('easteditor');
  const own = await update('easteditor', editor.id, {
    rev: editor.rev,
    grants: [{ role: 'admin', unit: 'east' }],
  });
  expect(own.status).toBe(403);
  expect(await grantsOf('eastadmin')).toEqual([{ role: 'admin', unit: 'east' }]);
});

test('an account with a role outside the own branch is out of reach, though its home is inside', async () => {
  expect(
    (
      await create('mayor', 'e1', 'wanderer', [
        { role: 'editor', unit: 'e1' },
        { role: 'leader', unit: 'west' },
      ])
    ).status,
  ).toBe(200);
  const { id, rev } = await staffOf('wanderer');
  expect((await update('eastadmin', id, { rev, disabled: true })).body.code).toBe('grant-outside');
  expect((await update('eastadmin', id, { rev, grants: [{ role: 'editor', unit: 'e1' }] })).body.code).toBe(
    'grant-outside',
  );
  expect((await city.as('eastadmin')('POST', `/api/staff/${id}/invitation`, {})).body.code).toBe(
    'grant-outside',
  );
  expect((await update('westadmin', id, { rev, disabled: true })).status).toBe(404);
  expect((await update('mayor', id, { rev, disabled: true })).body).toMatchObject({ disabled: true, rev: 2 });
});

test('sessions end when roles change, and stay when only the name does', async () => {
  const { id, rev } = await staffOf('easthelper');
  const helper = city.as('easthelper');
  expect((await update('eastadmin', id, { rev, name: '老陈' })).body).toMatchObject({
    name: '老陈',
    rev: rev + 1,
  });
  expect((await helper('GET', '/api/session')).status).toBe(200);
  await update('eastadmin', id, { rev: rev + 1, grants: [{ role: 'helper', unit: 'e1' }] });
  expect((await helper('GET', '/api/session')).status).toBe(401);
});

test('a stale change overwrites nothing, however many come at once', async () => {
  const { id, rev } = await staffOf('eastleader');
  const units = ['e1', 'e2', 'e1g', 'e1h', 'e2g'];
  const replies = await Promise.all(
    units.map((unit) => update('eastadmin', id, { rev, grants: [{ role: 'leader', unit }] })),
  );
  const won = replies.filter(({ status }) => status === 200);
  expect(won.length).toBe(1);
  expect(replies.filter(({ body }) => body.code === 'stale').length).toBe(4);
  const held = won[0]?.body.grants.map((grant: { role: string; unit: { id: string } }) => ({
    role: grant.role,
    unit: grant.unit.id,
  }));
  expect(await grantsOf('eastleader')).toEqual(held);
  const acts = await city.db
    .prepare("SELECT count(*) AS n FROM audit WHERE act = 'staff.update' AND target = ?1")
    .bind(id)
    .first();
  expect(acts).toEqual({ n: 1 });
});

test('an admin changes no peer at the same unit, and no account that is admin there too; one above may', async () => {
  const both = [
    { role: 'admin', unit: 'west' },
    { role: 'editor', unit: 'w1' },
  ];
  const { body } = await create('mayor', 'west', 'peer', both);
  const id = String(body.account.id);
  await city.db.prepare("UPDATE staff SET password = 'peer-kept' WHERE id = ?1").bind(id).run();
  const reset = (by: Login) => city.as(by)('POST', `/api/staff/${id}/invitation`, {});
  const refusals = [
    await update('westadmin', id, { rev: 1, disabled: true }),
    await update('westadmin', id, { rev: 1, grants: [{ role: 'helper', unit: 'w1' }] }),
    await update('westadmin', id, { rev: 1, name: '别人' }),
    await reset('westadmin'),
  ];
  expect(refusals.map((reply) => [reply.status, reply.body.code])).toEqual(
    refusals.map(() => [403, 'forbidden']),
  );
  expect(await staffOf('peer')).toEqual({ id, rev: 1 });
  expect(
    await city.db.prepare('SELECT password, disabled_at FROM staff WHERE id = ?1').bind(id).first(),
  ).toEqual({ password: 'peer-kept', disabled_at: null });

  expect((await update('mayor', id, { rev: 1, grants: [{ role: 'admin', unit: 'w1' }] })).status).toBe(200);
  expect((await update('westadmin', id, { rev: 2, name: '老周' })).status).toBe(200);
  expect((await reset('westadmin')).status).toBe(200);
  const self = await staffOf('westadmin');
  expect((await update('westadmin', self.id, { rev: self.rev, name: '自己' })).status).toBe(200);
});

test('the last admin of a city who can sign in cannot be taken away', async () => {
  const mayor = await staffOf('mayor');
  const last = { code: 'last-admin', status: 409 };
  expect((await update('mayor', mayor.id, { rev: mayor.rev, disabled: true })).body).toMatchObject(last);
  const lower = [{ role: 'editor', unit: 'city' }];
  expect((await update('mayor', mayor.id, { rev: mayor.rev, grants: lower })).body).toMatchObject(last);
  expect((await city.as('mayor')('POST', `/api/staff/${mayor.id}/invitation`, {})).body).toMatchObject(last);
  // Someone who was invited and has no password yet is no way in.
  await create('mayor', 'city', 'deputy', [{ role: 'admin', unit: 'city' }]);
  expect((await update('mayor', mayor.id, { rev: mayor.rev, disabled: true })).body).toMatchObject(last);
  expect(await grantsOf('mayor')).toEqual([{ role: 'admin', unit: 'city' }]);
  await city.db.prepare("UPDATE staff SET password = 'x' WHERE login = 'deputy'").run();
  const both = await update('mayor', mayor.id, { rev: mayor.rev, grants: lower });
  expect(both.status).toBe(200);
});

test('two admins who drop each other at once leave one', async () => {
  // The test before ended the mayor's session.
  await city.close();
  city = await openCity();
  await city.db.prepare("UPDATE staff SET password = 'x' WHERE login IN ('mayor', 'eastadmin')").run();
  await city.db
    .prepare("INSERT INTO staff_grant (staff, role, unit) VALUES ('staffeastadmin', 'admin', 'city')")
    .run();
  const drop = (by: Login, whom: Login) => update(by, `staff${whom}`, { rev: 1, disabled: true });
  const replies = await Promise.all([drop('mayor', 'eastadmin'), drop('eastadmin', 'mayor')]);
  const left = await city.db
    .prepare(
      `SELECT count(*) AS n FROM staff s JOIN staff_grant g ON g.staff = s.id
       WHERE g.unit = 'city' AND g.role = 'admin' AND s.disabled_at IS NULL`,
    )
    .first();
  expect(left).toEqual({ n: 1 });
  expect(replies.filter(({ status }) => status === 200).length).toBe(1);
});

test('a sheet of accounts: good rows go in, every other one is named with its reason', async () => {
  const { id } = await staffOf('eastadmin');
  await city.db.prepare('UPDATE staff SET disabled_at = NULL').run();
  await city.db.prepare("DELETE FROM staff_grant WHERE staff = ?1 AND unit = 'city'").bind(id).run();
  await city.db
    .prepare('INSERT OR IGNORE INTO session (token_hash, staff, created_at, seen_at) SELECT ?1, ?2, ?3, ?3')
    .bind(sessionHash('eastadmin'), id, Date.now())
    .run();
  const row = (login: string, role: string, unitCode: string, name = '小王') => ({
    login,
    name,
    role,
    unitCode,
  });
  const rows = [
    row('wang1', '管理员', 'e1'),
    row('WANG2 ', 'Leader', ' e1g '),
    row('王三', '帮办员', 'e1'),
    row('wang1', '帮办员', 'e1'),
    row('wang4', '主任', 'e1'),
    row('wang5', '负责人（只看）', 'w1'),
    row('mayor', '经办人', 'e2'),
    row('wang6', '经办人', 'e2', ' '),
  ];
  const load = (dryRun?: boolean) =>
    city.as('eastadmin')('POST', '/api/units/east/staff/import', { rows, dryRun });
  const acts = () => city.db.prepare('SELECT count(*) AS n FROM audit').first();
  const before = await acts();
  const dry = await load(true);
  expect(await acts()).toEqual(before);
  const reply = await load();
  // The dry run says what the real one does, but for the links.
  expect(dry.body).toEqual({
    created: reply.body.created.map((one: object) => ({ ...one, link: '' })),
    refused: reply.body.refused,
  });
  expect(reply.body.created.map(({ login }: { login: string }) => login)).toEqual(['wang1', 'wang2']);
  expect(reply.body.created[0].link).toMatch(/\/staff\/invite#/);
  expect(reply.body.refused.map((one: { row: number; reason: string }) => one.row)).toEqual([
    3, 4, 5, 6, 7, 8,
  ]);
  expect(reply.body.refused[1].reason).toBe('和第 1 行的账号相同。');
  expect(reply.body.refused[3].reason).toBe('在您的辖区里没有编码是“w1”的。');
  expect(await grantsOf('wang2')).toEqual([{ role: 'leader', unit: 'e1g' }]);

  const english = await city.as('eastadmin')(
    'POST',
    '/api/units/east/staff/import',
    { rows: [row('wang1', 'admin', 'e1')] },
    { 'accept-language': 'en' },
  );
  expect(english.body).toEqual({
    created: [],
    refused: [{ row: 1, login: 'wang1', reason: 'This login is taken.' }],
  });
});

test('a cell that names what every object has is a wrong role, and the other rows go in', async () => {
  const roles = ['constructor', '__proto__', 'toString', 'helper'];
  const reply = await city.as('westadmin')('POST', '/api/units/west/staff/import', {
    rows: roles.map((role, n) => ({ login: `odd${n}`, name: '小王', role, unitCode: 'w1' })),
  });
  expect(reply.status).toBe(200);
  expect(reply.body.refused.map((one: { row: number }) => one.row)).toEqual([1, 2, 3]);
  expect(reply.body.created.map(({ login }: { login: string }) => login)).toEqual(['odd3']);
});

test('accounts of the branch are listed by login, a page at a time', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => ({
    login: `page${String(n).padStart(2, '0')}`,
    name: `第${n}人`,
    role: 'helper',
    unitCode: 'w1',
  }));
  await city.as('westadmin')('POST', '/api/units/west/staff/import', { rows });
  const first = await city.as('westadmin')('GET', '/api/units/west/staff');
  expect(first.body.accounts.length).toBe(50);
  const second = await city.as('westadmin')('GET', `/api/units/west/staff?after=${first.body.next}`);
  expect(second.body.next).toBeNull();
  const logins = [...first.body.accounts, ...second.body.accounts].map(({ login }) => login);
  expect(logins).toEqual([...logins].sort());
  expect(logins).toContain('westadmin');
  expect(logins).not.toContain('eastadmin');
  const found = await city.as('westadmin')(
    'GET',
    `/api/units/west/staff?search=${encodeURIComponent('第7人')}`,
  );
  expect(found.body.accounts.map(({ login }: { login: string }) => login)).toEqual(['page07']);
});

const sessionHash = (login: Login) => createHash('sha256').update(city.token(login)).digest('hex');
