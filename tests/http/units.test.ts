// The tree: read in its order, changed at the revision that was read, moved whole, imported with every bad row named.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { householdsBelow } from '../../worker/units/store.ts';
import { thirtyQuestions } from '../property/sample.ts';
import { type City, type Login, openCity, type Reply } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const get = async (unit: string, by: Login = 'mayor') =>
  (await city.as(by)('GET', `/api/units/${unit}`)).body;
const names = (units: { code: string }[]) => units.map(({ code }) => code);
const pathOf = async (unit: string) =>
  (await city.db.prepare('SELECT path FROM unit WHERE id = ?1').bind(unit).first<{ path: string }>())?.path;

test('everybody starts at the tops of the own branches and finds units in them alone', async () => {
  const find = async (by: Login, query = '') =>
    names((await city.as(by)('GET', `/api/units${query}`)).body.units);
  expect(await find('eastadmin')).toEqual(['east']);
  expect(await find('mayor')).toEqual(['city']);
  expect(await find('mayor', '?kind=street')).toEqual(['east', 'west']);
  expect(await find('eastadmin', '?search=building')).toEqual(['b1', 'b2', 'b3', 'b4']);
  // As the building was put, and not as its id sorts.
  const put = (position: number) =>
    city.db.prepare("UPDATE unit SET position = ?1 WHERE id = 'b1'").bind(position).run();
  const was = await city.db.prepare("SELECT position FROM unit WHERE id = 'b1'").first<number>('position');
  await put(99);
  expect(await find('eastadmin', '?search=building')).toEqual(['b2', 'b1', 'b3', 'b4']);
  await put(was ?? 0);
  expect(await find('eastadmin', '?search=B5')).toEqual([]);
  expect(await find('westadmin', '?search=B5')).toEqual(['b5']);
  expect(await find('mayor', `?search=${encodeURIComponent('%')}`)).toEqual([]);
});

test('what is found comes with the way down to it, below the top of the own branch', async () => {
  const above = async (by: Login, query: string) =>
    (await city.as(by)('GET', `/api/units${query}`)).body.above;
  expect(await above('mayor', '?search=B1')).toEqual({
    b1: ['east street', 'e1 community', 'e1g grid'],
  });
  expect(await above('eastadmin', '?search=B1')).toEqual({ b1: ['e1 community', 'e1g grid'] });
  expect(await above('eastadmin', '')).toEqual({ east: [] });
});

test('of a run only areas that it reached are found, without words from the top down', async () => {
  const { form } = await city.publishForm(thirtyQuestions());
  const { id } = await city.openCampaign(form, { unit: 'e1', scope: ['e1g'] });
  const find = async (by: Login, query = '') =>
    names((await city.as(by)('GET', `/api/units?campaign=${id}${query}`)).body.units);
  expect(await find('mayor', '&search=grid')).toEqual(['e1g']);
  expect(await find('mayor', '&search=b5')).toEqual([]);
  expect((await find('mayor')).slice(-3)).toEqual(['e1g', 'b1', 'b2']);
  expect(await find('westadmin')).toEqual([]);
});

test('a unit comes with the way down from the own branch and what is under it', async () => {
  const seen = await get('e1g', 'eastadmin');
  expect(names(seen.above)).toEqual(['east', 'e1']);
  expect(names(seen.children)).toEqual(['b1', 'b2']);
  expect(seen.unit).toMatchObject({ kind: 'grid', children: 2, buildingCode: null, rev: 1, retiredAt: null });
  expect(seen.children[0]).toMatchObject({ households: 40, buildingCode: 'pageb1', contact: null });
  expect(names((await get('e1g', 'mayor')).above)).toEqual(['city', 'east', 'e1']);
  expect((await city.as('westadmin')('GET', '/api/units/e1g')).status).toBe(404);
});

test('households of an area are those of the buildings below it, and its own where these say none', async () => {
  const householdsOf = async (unit: string) => (await get(unit)).households;
  expect(await householdsOf('city')).toEqual({ city: 238, east: 160, west: 78 });
  expect(await householdsOf('e1')).toEqual({ e1: 100, e1g: 76, e1h: 24 });
  expect(await householdsOf('b1')).toEqual({ b1: 40 });
  const set = (unit: string, n: number) =>
    city.db.prepare('UPDATE unit SET households = ?2 WHERE id = ?1').bind(unit, n);
  await city.db.batch([set('b5', 0), set('b6', 0), set('w1', 70)]);
  expect(await householdsOf('west')).toEqual({ west: 70, w1: 70 });
  expect(await householdsOf('w1')).toEqual({ w1: 70, w1g: 0 });
  await city.db.batch([set('b5', 48), set('b6', 30), set('w1', 0)]);
});

test('they cost two rows at most for each area below', async () => {
  const { meta } = await householdsBelow(city.db, 'city').run();
  expect(meta.rows_read).toBeLessThanOrEqual(2 * 16);
});

test('a branch is one list in tree order', async () => {
  const list = await city.as('easthelper')('GET', '/api/units/east/subtree');
  expect(names(list.body.units)).toEqual(['east', 'e1', 'e1g', 'b1', 'b2', 'e1h', 'b3', 'e2', 'e2g', 'b4']);
});

test('a new building stands last among its siblings and has its permanent code', async () => {
  const made = await city.as('eastadmin')('POST', '/api/units/e2g/children', {
    kind: 'building',
    name: '9号楼',
    code: 'E2-9',
    households: 12,
  });
  expect(made.body).toMatchObject({
    parent: 'e2g',
    households: 12,
    path: `/city/east/e2/e2g/${made.body.id}/`,
  });
  expect(made.body.buildingCode).toMatch(/^[0-9a-z]{7}$/);
  expect(names((await get('e2g')).children)).toEqual(['b4', 'E2-9']);
  const again = { kind: 'grid', name: '另一个', code: 'E2-9' };
  expect((await city.as('westadmin')('POST', '/api/units/w1/children', again)).body).toMatchObject({
    code: 'code-taken',
  });
  const grid = await city.as('westadmin')('POST', '/api/units/w1/children', { ...again, code: 'W1-2' });
  expect(grid.body.buildingCode).toBeNull();
  expect((await city.as('easteditor')('POST', '/api/units/e1/children', again)).status).toBe(403);
});

test('a stale change overwrites nothing and brings the newer state', async () => {
  const save = (body: Record<string, unknown>) => city.as('easteditor')('PATCH', '/api/units/b4', body);
  const contact = { name: '王阿姨', phone: '0714-0000001' };
  expect((await save({ rev: 1, name: '四号楼', contact })).body).toMatchObject({
    rev: 2,
    name: '四号楼',
    contact,
  });
  const stale = await save({ rev: 1, households: 61 });
  expect(stale.body).toMatchObject({ code: 'stale', current: { rev: 2, name: '四号楼' } });
  const all = await Promise.all([10, 20, 30].map((households) => save({ rev: 2, households })));
  expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await save({ rev: 3, contact: null })).body.contact).toBeNull();
  const acts = await city.db
    .prepare("SELECT count(*) AS n FROM audit WHERE act = 'unit.update' AND target = 'b4'")
    .first();
  expect(acts).toEqual({ n: 3 });
});

test('a unit takes the place among its siblings that it is given', async () => {
  for (const code of ['p1', 'p2', 'p3'])
    await city.as('westadmin')('POST', '/api/units/w1g/children', { kind: 'place', name: code, code });
  const order = async () => names((await get('w1g')).children);
  expect(await order()).toEqual(['b5', 'b6', 'p1', 'p2', 'p3']);
  const { id, rev } = (await get('w1g')).children[4];
  await city.as('westeditor')('PATCH', `/api/units/${id}`, { rev, position: 1 });
  expect(await order()).toEqual(['b5', 'p3', 'b6', 'p1', 'p2']);
  await city.as('westeditor')('PATCH', `/api/units/${id}`, { rev: rev + 1, position: 4 });
  expect(await order()).toEqual(['b5', 'b6', 'p1', 'p2', 'p3']);
});

test('a move takes all that is below along', async () => {
  const moved = await city.as('eastadmin')('POST', '/api/units/e1h/move', { rev: 1, parent: 'e2' });
  expect(moved.body).toMatchObject({ path: '/city/east/e2/e1h/', parent: 'e2', rev: 2 });
  expect(await pathOf('b3')).toBe('/city/east/e2/e1h/b3/');
  expect(names((await get('e2')).children)).toEqual(['e2g', 'e1h']);
  expect((await city.as('e1leader')('GET', '/api/units/b3')).status).toBe(404);
  const entries = await city.db.prepare("SELECT path FROM audit WHERE act = 'unit.move' ORDER BY seq").all();
  expect(entries.results).toEqual([{ path: '/city/east/e1/e1h/' }, { path: '/city/east/e2/e1h/' }]);
  await city.as('eastadmin')('POST', '/api/units/e1h/move', { rev: 2, parent: 'e1' });
  expect(await pathOf('b3')).toBe('/city/east/e1/e1h/b3/');
});

test('nothing moves into itself, out of the branch, at the top, or at a stale revision', async () => {
  const move = async (by: Login, unit: string, parent: string, rev = 1) =>
    (await city.as(by)('POST', `/api/units/${unit}/move`, { rev, parent })).body.code;
  expect(await move('eastadmin', 'e1', 'e1')).toBe('move-into-itself');
  expect(await move('eastadmin', 'e1', 'b1')).toBe('move-into-itself');
  expect(await move('eastadmin', 'e1', 'west')).toBe('not-found');
  expect(await move('eastadmin', 'east', 'e1')).toBe('move-into-itself');
  expect(await move('mayor', 'city', 'east')).toBe('move-into-itself');
  expect(await move('mayor', 'e1', 'nowhere')).toBe('not-found');
  expect(await move('mayor', 'e1', 'west', 7)).toBe('stale');
  expect(await move('easteditor', 'e1', 'e2')).toBe('forbidden');
  // The top of an admin's own branch stays where others put it.
  await city.db
    .prepare("INSERT INTO staff_grant (staff, role, unit) VALUES ('staffeastadmin', 'leader', 'city')")
    .run();
  expect(await move('eastadmin', 'east', 'west')).toBe('forbidden');
  expect(await move('eastadmin', 'e1', 'west')).toBe('forbidden');
  await city.db.prepare("DELETE FROM staff_grant WHERE staff = 'staffeastadmin' AND unit = 'city'").run();
});

test('of many moves at once paths stay those of one tree', async () => {
  const rev = async (unit: string) => (await get(unit)).unit.rev;
  const [g, h, c] = [await rev('e1g'), await rev('e1h'), await rev('e2')];
  await Promise.all([
    city.as('mayor')('POST', '/api/units/e1g/move', { rev: g, parent: 'e2' }),
    city.as('mayor')('POST', '/api/units/e2/move', { rev: c, parent: 'west' }),
    city.as('mayor')('POST', '/api/units/e1h/move', { rev: h, parent: 'e1g' }),
    city.as('mayor')('POST', '/api/units/e1g/move', { rev: g, parent: 'e1h' }),
    city.as('mayor')('POST', '/api/units/e1g/children', { kind: 'building', name: '新楼', code: 'race' }),
  ]);
  const { results } = await city.db
    .prepare('SELECT id, parent, path FROM unit')
    .all<Record<string, string>>();
  const paths = new Map(results.map(({ id, path }) => [id, path]));
  for (const { id, parent, path } of results) expect(path).toBe(`${parent ? paths.get(parent) : '/'}${id}/`);
});

test('a unit retires when nothing is below it; the root never does', async () => {
  const retire = (unit: string, rev: number) =>
    city.as('mayor')('POST', `/api/units/${unit}/retire`, { rev });
  const made = await city.as('mayor')('POST', '/api/units/w1/children', {
    kind: 'grid',
    name: '空',
    code: 'empty',
  });
  const house = await city.as('mayor')('POST', `/api/units/${made.body.id}/children`, {
    kind: 'building',
    name: '拆',
    code: 'gone',
  });
  expect((await retire(made.body.id, 1)).body.code).toBe('unit-in-use');
  expect((await retire('city', 1)).body.code).toBe('unit-in-use');
  expect((await retire(house.body.id, 1)).body.retiredAt).toBeGreaterThan(0);
  expect((await retire(house.body.id, 1)).body.code).toBe('stale');
  expect((await retire(made.body.id, 1)).body.rev).toBe(2);
  expect(names((await city.as('mayor')('GET', '/api/units/w1/subtree')).body.units)).not.toContain('empty');
  const under = { kind: 'building', name: '不行', code: 'no' };
  expect((await city.as('mayor')('POST', `/api/units/${made.body.id}/children`, under)).status).toBe(404);
});

test('a lost building code is replaced, and the old one is kept as replaced', async () => {
  const reply = await city.as('westeditor')('POST', '/api/units/b5/building-code', {});
  expect(reply.body.code).toMatch(/^[0-9a-z]{7}$/);
  expect((await get('b5')).unit.buildingCode).toBe(reply.body.code);
  const old = await city.db
    .prepare("SELECT revoked_at IS NOT NULL AS ended FROM building_code WHERE code = 'pageb5'")
    .first();
  expect(old).toEqual({ ended: 1 });
  expect((await city.as('westadmin')('POST', '/api/units/w1/building-code', {})).status).toBe(404);
});

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const load = (
  file: Record<string, string>,
  options: { dryRun?: boolean; unit?: string; language?: string } = {},
): Promise<Reply> =>
  city.as('mayor')(
    'POST',
    `/api/units/${options.unit ?? 'w1'}/import`,
    { file, dryRun: options.dryRun ?? false },
    { 'accept-language': options.language ?? 'zh-CN' },
  );

test('a sheet is imported whatever its order, and importing it again changes nothing', async () => {
  const text = [
    '户数,上级编码,名称,类型,编码',
    '"1,036",S-G1,1号楼,楼栋,S-B1',
    ',,第一网格,网格,S-G1',
    '５０户,S-G1,2号楼,building,S-B2',
    ',W1G,点位甲,点位,S-P1',
    '',
    ',S-G1,锦绣小区,小区,S-E1',
  ].join('\r\n');
  await city.db.prepare("UPDATE unit SET code = 'W1G' WHERE id = 'w1g'").run();
  const before = await city.db.prepare('SELECT count(*) AS n FROM unit').first();
  const dry = await load({ base64: base64(`\uFEFF${text}`) }, { dryRun: true });
  expect(dry.body).toMatchObject({
    encoding: 'utf-8',
    rows: 5,
    created: 5,
    updated: 0,
    unchanged: 0,
    refused: [],
  });
  expect(
    dry.body.changes.map(({ row, name, above, was }: Record<string, unknown>) => [row, name, above, was]),
  ).toEqual([
    [3, '第一网格', 'w1 community', null],
    [2, '1号楼', '第一网格', null],
    [4, '2号楼', '第一网格', null],
    [5, '点位甲', 'w1g grid', null],
    [7, '锦绣小区', '第一网格', null],
  ]);
  // What stands there already is not in the file, and stays.
  expect(dry.body.unnamed).toEqual(expect.arrayContaining(['w1g grid', 'b5 building', 'b6 building']));
  expect(dry.body.unnamed).not.toContain('b1 building');
  expect(dry.body.absent).toBe(dry.body.unnamed.length);
  expect(await city.db.prepare('SELECT count(*) AS n FROM unit').first()).toEqual(before);
  expect((await load({ base64: base64(`\uFEFF${text}`) })).body.created).toBe(5);
  const branch = (await city.as('mayor')('GET', '/api/units/w1/subtree')).body.units;
  const of = (code: string) => branch.find((unit: { code: string }) => unit.code === code);
  expect(of('S-B1')).toMatchObject({
    parent: of('S-G1').id,
    households: 1036,
    path: `${of('S-G1').path}${of('S-B1').id}/`,
  });
  expect(of('S-B2').households).toBe(50);
  expect(of('S-P1')).toMatchObject({ parent: 'w1g', kind: 'place' });
  expect([of('S-B1').buildingCode, of('S-P1').buildingCode].every(Boolean)).toBe(true);
  expect([of('S-G1').buildingCode, of('S-E1').buildingCode]).toEqual([null, null]);
  expect(names(branch.filter((unit: { parent: string }) => unit.parent === of('S-G1').id))).toEqual([
    'S-B1',
    'S-B2',
    'S-E1',
  ]);

  expect((await load({ text })).body).toMatchObject({
    encoding: 'text',
    created: 0,
    updated: 0,
    unchanged: 5,
  });
  const changed = await load({ text: text.replace('2号楼', '二号楼').replace('５０户', '') });
  expect(changed.body).toMatchObject({ created: 0, updated: 1, unchanged: 4, refused: [] });
  expect(changed.body.changes).toEqual([
    {
      row: 4,
      kind: 'building',
      name: '二号楼',
      code: 'S-B2',
      households: 50,
      above: '第一网格',
      was: { name: '2号楼', households: 50 },
    },
  ]);
  const after = (await city.as('mayor')('GET', `/api/units/${of('S-B2').id}`)).body.unit;
  expect(after).toMatchObject({
    name: '二号楼',
    households: 50,
    rev: 2,
    buildingCode: of('S-B2').buildingCode,
  });
});

test('GBK is read, with tabs, semicolons or commas', async () => {
  // 类型 名称 编码 / 楼栋 镕楼 G-B1 in GBK
  const gbk = Buffer.from('c0e0d0cd09c3fbb3c609b1e0c2eb0d0ac2a5b6b009e946c2a509472d42310d0a', 'hex');
  const reply = await load({ base64: base64(gbk) });
  expect(reply.body).toMatchObject({ encoding: 'gb18030', created: 1, refused: [] });
  const found = await city.db.prepare("SELECT name FROM unit WHERE code = 'G-B1'").first();
  expect(found).toEqual({ name: '镕楼' });
  const semicolons = 'Kind;Name;Code;Parent Code;Households\nbuilding;"Seven; or 7";G-B7;;7\n';
  expect((await load({ text: semicolons })).body).toMatchObject({ created: 1, refused: [] });
});

test('every row that cannot be used is named with its number, its text and the reason', async () => {
  const rows = [
    '类型,名称,编码,上级编码,户数',
    '楼栋,好楼,R-1,R-G,10', // 2: its parent comes later
    '塔,歪楼,R-2,,', // 3
    '楼栋,,R-3,,', // 4
    '楼栋,名,编 码,,', // 5
    '楼栋,名,R-5,,很多', // 6
    '楼栋,另一好楼,R-1,,', // 7: the code of row 2
    '楼栋,名,R-7,NOBODY,', // 8
    '楼栋,名,R-8,R-2,', // 9: its parent is row 3
    '网格,甲,R-A,R-B,', // 10: a circle
    '网格,乙,R-B,R-A,', // 11
    '楼栋,名,b1,,', // 12: a code of another branch
    '网格,名,W1G,,', // 13: fine, exists
    '楼栋,名,W1G2,east,', // 14: a parent outside the branch
    '社区,名,S-B1,,', // 15: another kind
    '楼栋,1号楼,S-B1,W1G,', // 16: the same code as row 15, which was sound
    '网格,好网格,R-G,,',
  ];
  const { body } = await load({ text: rows.join('\n') });
  expect(body).toMatchObject({ rows: 16, created: 2, updated: 1 });
  expect(body.refused.map(({ row, reason }: { row: number; reason: string }) => [row, reason])).toEqual([
    [3, '类型“塔”不认识。请用：市、街道、社区、网格、小区、楼栋、单元、点位。'],
    [4, '名称要 1 到 60 个字。'],
    [5, '编码“编 码”只能用字母、数字、点、短横和下划线，最多 40 个。'],
    [6, '户数“很多”不是 0 到 100 万的整数。'],
    [7, '编码“R-1”和第 2 行重复。'],
    [8, '没有找到上级编码“NOBODY”。'],
    [9, '上级（第 3 行）没能导入。'],
    [10, '上级关系绕成了圈。'],
    [11, '上级（第 10 行）没能导入。'],
    [12, '编码“b1”已经在别处用过。'],
    [14, '没有找到上级编码“east”。'],
    [15, '编码“S-B1”已经有了，但类型不同。'],
    [16, '编码“S-B1”和第 15 行重复。'],
  ]);
  expect(body.refused[1].text).toBe('楼栋, , R-3, , ');
  const moved = await load({ text: '类型,名称,编码,上级编码\n楼栋,1号楼,S-B1,W1G' }, { language: 'en' });
  expect(moved.body.refused[0].reason).toMatch(/below another parent.*“Move”/);
  const standing = await city.db.prepare("SELECT id FROM unit WHERE code = 'S-B1'").first<{ id: string }>();
  expect(moved.body.refused[0].unit).toBe(standing?.id);
});

test('a file that is no sheet of units is refused with what is wrong', async () => {
  const why = async (file: Record<string, string>) => (await load(file)).body;
  expect(await why({ text: '' })).toMatchObject({ code: 'bad-unit-file', why: '文件是空的' });
  expect((await why({ text: 'a,b\n1,2' })).why).toContain('类型、名称、编码');
  expect((await why({ text: '类型,名称,编码,名称\n' })).why).toContain('名称');
  expect((await why({ base64: '***' })).why).toContain('base64');
  expect((await why({ base64: base64(Buffer.from('类型,名称,编码', 'utf16le')) })).why).toContain(
    'CSV UTF-8',
  );
  expect(
    (await city.as('westeditor')('POST', '/api/units/w1/import', { file: { text: '' }, dryRun: true }))
      .status,
  ).toBe(403);
});

test('two thousand rows in the wrong order go in as one act, and a chain without an end does no harm', async () => {
  const rows = Array.from({ length: 2000 }, (_, n) => `楼栋,${n}号楼,M-${n},M-G${n % 40},${n}`);
  const grids = Array.from({ length: 40 }, (_, n) => `网格,第${n}网格,M-G${n},,`);
  const start = performance.now();
  const reply = await load(
    { text: ['类型,名称,编码,上级编码,户数', ...rows, ...grids].join('\n') },
    { unit: 'east' },
  );
  expect(reply.body).toMatchObject({ created: 2040, refused: [] });
  expect(performance.now() - start).toBeLessThan(5000);
  const list = await city.as('mayor')('GET', '/api/units/east/subtree');
  expect(list.body.units.length).toBeGreaterThan(2040);
  const deep = Array.from({ length: 3000 }, (_, n) => `网格,链,D-${n},D-${n + 1},`);
  const chain = await load(
    { text: ['类型,名称,编码,上级编码,户数', ...deep, '网格,头,D-3000,,'].join('\n') },
    { dryRun: true },
  );
  expect(chain.body.created + chain.body.refused.length).toBe(3001);
  expect(chain.body.created).toBeLessThan(16);
});

test('a cell or a heading that names what every object has is a word like any other', async () => {
  const text =
    '类型,名称,编码,constructor,constructor\nconstructor,工地,odd-kind,,\n小区,滨河苑,odd-next,,\n';
  const reply = await load({ text }, { dryRun: true });
  expect(reply.body).toMatchObject({ rows: 2, created: 2, refused: [] });
});

test('two imports at once leave each unit once', async () => {
  const text = ['类型,名称,编码', ...Array.from({ length: 50 }, (_, n) => `楼栋,${n},T-${n}`)].join('\n');
  const replies = await Promise.all([load({ text }), load({ text }), load({ text })]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(replies.reduce((sum, { body }) => sum + body.created, 0)).toBe(50);
  const codes = await city.db
    .prepare("SELECT count(*) AS n, count(DISTINCT position) AS places FROM unit WHERE code LIKE 'T-%'")
    .first();
  expect(codes).toEqual({ n: 50, places: 50 });
});

test('what is out of use comes back where it stood, once its parent is in use', async () => {
  const mayor = city.as('mayor');
  const make = async (parent: string, kind: string, code: string) =>
    (await mayor('POST', `/api/units/${parent}/children`, { kind, name: code, code })).body;
  const grid = await make('e1', 'grid', 'BACK-G');
  const house = await make(grid.id, 'building', 'BACK-B');
  const act = async (what: string, id: string) => {
    const { rev } = (await mayor('GET', `/api/units/${id}`)).body.unit;
    return mayor('POST', `/api/units/${id}/${what}`, { rev });
  };
  expect((await act('restore', house.id)).body.code).toBe('stale');
  expect((await act('retire', house.id)).status).toBe(200);
  expect((await act('retire', grid.id)).status).toBe(200);
  const refused = await act('restore', house.id);
  expect([refused.status, refused.body.code]).toEqual([409, 'parent-retired']);
  expect((await act('restore', grid.id)).body.retiredAt).toBeNull();
  const back = await act('restore', house.id);
  expect(back.body).toMatchObject({ retiredAt: null, parent: grid.id, buildingCode: house.buildingCode });
  const acts = await city.db
    .prepare('SELECT act FROM audit WHERE target = ?1 ORDER BY seq')
    .bind(house.id)
    .all<{ act: string }>();
  expect(acts.results.map((entry) => entry.act)).toEqual(['unit.create', 'unit.retire', 'unit.restore']);
});
