// Elections as staff set them up and steer them: made once and whole, changed until something is settled, candidates from one
// sheet, objections, the next round out of a count, and what a city of 1,269 contests costs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAfter } from '../../schema/elections/days.ts';
import { packText } from '../../schema/elections/pack.ts';
import { knownPacks } from '../../schema/elections/packs/known.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { packs } from '../../schema/elections/packs/registry.ts';
import { shanghai } from '../../schema/elections/packs/shanghai.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { createElection } from '../../worker/elections/create.ts';
import { listContests } from '../../worker/elections/read.ts';
import { createRound } from '../../worker/elections/rounds.ts';
import type { StaffCall } from '../../worker/http/context.ts';
import { metered } from '../bench/metered.ts';
import { type City, openCity, responseId } from './city.ts';
import { countedAs, daysFrom, electionOf, standing, today, wanted } from './election-of.ts';
import { png } from './requests.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** For acts that are called here, and not by a request. */
const mayorsCall = (db: D1Database): StaffCall => ({
  db,
  origin: 'http://localhost',
  now: Date.now(),
  language: 'zh',
  actor: {
    id: 'staffmayor',
    login: 'mayor',
    name: 'mayor',
    mustChange: false,
    grants: [{ role: 'admin', unit: 'city', path: '/city/' }],
  },
});
const mayor = (method: string, path: string, body?: unknown) => city.as('mayor')(method, path, body);
const linesOf = async (election: string, login = 'mayor') =>
  (await city.as(login)('GET', `/api/elections/${election}/contests`)).body.contests;
const acts = async (target: string) =>
  (
    await city.db
      .prepare('SELECT act FROM audit WHERE target = ?1 ORDER BY seq')
      .bind(target)
      .all<{ act: string }>()
  ).results.map(({ act }) => act);

test('the Worker knows each pack by its text, but for one that counts several posts downwards', async () => {
  const hashes = await Promise.all(
    packs.filter(({ cascade }) => !cascade.down).map((pack) => sha256(packText(pack))),
  );
  expect([...knownPacks].sort()).toEqual(hashes.sort());
});

describe('set up', () => {
  test('a contest for each building of the scope, in administrative order, under the frozen name', async () => {
    const { election } = await electionOf(city, 'east', { scope: ['e1', 'b4'] });
    const lines = await linesOf(election);
    expect(lines.map((one: { unit: string }) => one.unit)).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(lines[0]).toMatchObject({
      name: 'b1 building',
      above: 'e1 community e1g grid',
      state: 'preparing',
    });
    expect(await acts(election)).toEqual(['election.create']);
  });

  test('asked for many times at once, it is one', async () => {
    const id = responseId();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => mayor('PUT', `/api/units/e1/elections/${id}`, wanted(['e1']))),
    );
    expect(new Set(made.map(({ status, body }) => `${status} ${body.slug}`)).size).toBe(1);
    expect(made[0]?.status).toBe(200);
    expect((await linesOf(id)).length).toBe(3);
    expect(await acts(id)).toEqual(['election.create']);
  });

  test.each([
    ['rules that nobody wrote', { pack: packText({ ...majority, version: 99 }) }, 'pack-unknown'],
    ['buildings of another branch', { scope: ['b5'] }, 'scope-outside'],
    ['days against the rules', { days: daysFrom(4), pack: packText(majority) }, 'days-wrong'],
    [
      'a voting day that is over',
      { days: { ...daysFrom(), vote: '2020-01-01', voteEnd: '2020-01-01' } },
      'days-wrong',
    ],
    ['a roll that is not there', { roll: 'nosuchroll' }, 'not-found'],
  ])('refuses %s', async (_, more, code) => {
    const reply = await mayor('PUT', `/api/units/e1/elections/${responseId()}`, wanted(['e1'], more));
    expect(reply.body.code).toBe(code);
  });

  test('an id that others used is not theirs to see', async () => {
    const { election } = await electionOf(city, 'west', { scope: ['west'] });
    const reply = await city.as('eastadmin')('PUT', `/api/units/east/elections/${election}`, wanted(['e1']));
    expect(reply.body.code).toBe('not-found');
  });
});

describe('who may know of it', () => {
  test('each finds the contests of the own branch, and steers them where the role allows', async () => {
    const { election } = await electionOf(city, 'city', { scope: ['city'] });
    const units = async (login: string) =>
      (await linesOf(election, login)).map((one: { unit: string }) => one.unit);
    expect(await units('mayor')).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
    expect(await units('eastadmin')).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(await units('e1leader')).toEqual(['b1', 'b2', 'b3']);
    const listed = await city.as('e1leader')('GET', '/api/elections');
    expect(listed.body.elections.find((one: { id: string }) => one.id === election)).toMatchObject({
      mayEdit: false,
    });
    const change = await city.as('eastadmin')('PATCH', `/api/elections/${election}`, { rev: 1, phone: '1' });
    expect(change.status).toBe(404);
    const helper = await city.as('easthelper')('GET', `/api/elections/${election}`);
    expect(helper.status).toBe(403);
    const lone = await electionOf(city, 'west', { scope: ['west'] });
    expect((await city.as('eastadmin')('GET', `/api/elections/${lone.election}`)).status).toBe(404);
  });

  test('proposals and who made them are for those who keep the contest', async () => {
    const { contest } = await electionOf(city);
    await standing(city, contest, '王秀英');
    await standing(city, contest, '李建国', false);
    const leader = await city.as('e1leader')('GET', `/api/contests/${contest}`);
    expect(leader.body.stand.map((one: { name: string }) => one.name)).toEqual(['王秀英']);
    expect(leader.body.mayEdit).toBe(false);
    const editor = await city.as('easteditor')('GET', `/api/contests/${contest}`);
    expect(editor.body.stand.length).toBe(2);
  });
});

describe('changes', () => {
  test('days move until something is frozen, and only to where the rules allow', async () => {
    const { election, contest } = await electionOf(city, 'e1', {}, undefined);
    const move = (rev: number, body: object) =>
      mayor('PATCH', `/api/elections/${election}`, { rev, ...body });
    const moved = await move(1, { days: daysFrom(12) });
    expect(moved.body.days.vote).toBe(dayAfter(today(), 12));
    const wrong = await move(2, { days: { ...daysFrom(12), candidates: dayAfter(today(), 13) } });
    expect(wrong.body).toMatchObject({
      code: 'days-wrong',
      faults: [{ code: 'order', field: 'candidates' }],
    });
    expect((await move(1, { title: '别的名字' })).body.code).toBe('stale');
    await city.db
      .prepare("UPDATE contest SET state = 'frozen', frozen_at = 1 WHERE id = ?1")
      .bind(contest)
      .run();
    expect((await move(2, { days: daysFrom(14) })).body.code).toBe('election-settled');
    expect((await move(2, { quorum: 3 })).body.code).toBe('election-settled');
    expect((await move(2, { phone: '8700001' })).status).toBe(200);
  });

  test('contests are cancelled with a reason, but not once they are counted', async () => {
    const { election, contest } = await electionOf(city);
    await countedAs(city.db, contest, { valid: true, faults: [], posts: [] });
    const one = (await linesOf(election))[1].id;
    const cancel = (body: object) => mayor('POST', `/api/elections/${election}/cancel`, body);
    expect((await cancel({ reason: '拆迁', contests: [one] })).body).toEqual({ cancelled: 1 });
    expect((await cancel({ reason: '拆迁', contests: [contest] })).body.code).toBe('contest-settled');
    expect((await cancel({ reason: '改期' })).body).toEqual({ cancelled: 1 });
    const states = (await linesOf(election)).map((line: { state: string }) => line.state);
    expect(states).toEqual(['counted', 'cancelled', 'cancelled']);
    expect((await mayor('GET', `/api/elections/${election}`)).body.cancelledAt).not.toBeNull();
    expect(await acts(election)).toEqual(['election.create', 'election.cancel', 'election.cancel']);
    const done = await electionOf(city, 'e1', { scope: ['b1'] });
    await countedAs(city.db, done.contest, { valid: true, faults: [], posts: [] });
    const late = await mayor('POST', `/api/elections/${done.election}/cancel`, { reason: '改期' });
    expect(late.body.code).toBe('contest-settled');
    expect((await mayor('GET', `/api/elections/${done.election}`)).body.cancelledAt).toBeNull();
  });
});

test('a contest whose ledger has begun takes the reason of its cancelling in, once', async () => {
  const { election, contest } = await electionOf(city);
  await city.db.batch([
    city.db.prepare("UPDATE contest SET state = 'open', frozen_at = 1 WHERE id = ?1").bind(contest),
    city.db
      .prepare("INSERT INTO ledger_entry (contest, seq, body, hash) VALUES (?1, 0, '{}', 'first')")
      .bind(contest),
  ]);
  const cancel = () => mayor('POST', `/api/elections/${election}/cancel`, { reason: '名册有误' });
  expect((await cancel()).body).toEqual({ cancelled: 3 });
  expect((await cancel()).body.code).toBe('contest-settled');
  const { results } = await city.db
    .prepare('SELECT seq, body FROM ledger_entry WHERE contest = ?1 ORDER BY seq')
    .bind(contest)
    .all<{ seq: number; body: string }>();
  expect(results.map(({ seq }) => seq)).toEqual([0, 1]);
  expect(JSON.parse(results[1]?.body ?? '')).toMatchObject({
    act: 'correction',
    corrects: 0,
    previous: 'first',
    sha256: await sha256('名册有误'),
  });
});

describe('who stands', () => {
  test('from one sheet: looked at first, then added once, with every row that was not', async () => {
    const { election, contest } = await electionOf(city);
    const settled = (await linesOf(election))[2];
    await city.db.prepare("UPDATE contest SET state = 'frozen' WHERE id = ?1").bind(settled.id).run();
    await standing(city, contest, '王秀英');
    const row = (n: number, unit: string, name: string, line = '', consent = true) => ({
      row: n,
      unit,
      name,
      line,
      consent,
    });
    const rows = [
      row(2, 'b1', '王 秀英'),
      row(3, 'b1', '李建国', '党员'),
      row(4, 'b2', '赵敏', '', false),
      row(5, 'b3', '周七'),
      row(6, 'b5', '吴八'),
      row(7, 'b2', '138'),
      row(8, 'b2', '郑九', '电话 13871234567'),
      row(9, 'b1', '李建国'),
    ];
    const send = (dryRun: boolean) =>
      mayor('POST', `/api/elections/${election}/candidates`, { rows, dryRun });
    const expected = {
      added: 2,
      same: 2,
      refused: [
        { row: 5, reason: 'settled' },
        { row: 6, reason: 'no-contest' },
        { row: 7, reason: 'name' },
        { row: 8, reason: 'line' },
      ],
    };
    expect((await send(true)).body).toEqual(expected);
    expect((await linesOf(election))[0].candidates).toBe(1);
    expect((await send(false)).body).toEqual(expected);
    expect((await send(false)).body).toMatchObject({ added: 0, same: 4 });
    expect((await linesOf(election)).slice(0, 2)).toMatchObject([
      { candidates: 2, undecided: 0 },
      { candidates: 0, undecided: 1 },
    ]);
    const names = (await mayor('GET', `/api/contests/${contest}`)).body.stand.map(
      (one: { name: string; position: number }) => [one.position, one.name],
    );
    expect(names).toEqual([
      [1, '王秀英'],
      [2, '李建国'],
    ]);
  });

  test('who comes by a sheet stands after all who came before, those who withdrew too', async () => {
    const { election, contest } = await electionOf(city);
    const gone = await standing(city, contest, '王秀英');
    await standing(city, contest, '李建国');
    await mayor('PATCH', `/api/contests/${contest}/candidates/${gone}`, { rev: 1, state: 'withdrawn' });
    const rows = ['赵敏', '周七'].map((name, at) => ({
      row: at + 2,
      unit: 'b1',
      name,
      line: '',
      consent: true,
    }));
    await mayor('POST', `/api/elections/${election}/candidates`, { rows, dryRun: false });
    const { stand } = (await mayor('GET', `/api/contests/${contest}`)).body;
    expect(stand.map((one: { name: string; position: number }) => [one.position, one.name])).toEqual([
      [1, '王秀英'],
      [2, '李建国'],
      [3, '赵敏'],
      [4, '周七'],
    ]);
  });

  test('nothing of who stands changes once the contest is frozen', async () => {
    const { contest } = await electionOf(city);
    const candidate = await standing(city, contest);
    await city.db.prepare("UPDATE contest SET state = 'frozen' WHERE id = ?1").bind(contest).run();
    const add = await mayor('POST', `/api/contests/${contest}/candidates`, {
      name: '李建国',
      line: '',
      consent: true,
      source: 'self',
      saidBy: '',
    });
    expect(add.body.code).toBe('contest-settled');
    const decide = await mayor('PATCH', `/api/contests/${contest}/candidates/${candidate}`, {
      rev: 1,
      state: 'refused',
    });
    expect(decide.body.code).toBe('contest-settled');
  });

  test('a picture is kept for those who stand, served to residents, and taken away again', async () => {
    const { slug, contest } = await electionOf(city);
    const candidate = await standing(city, contest);
    const at = `/api/contests/${contest}/candidates/${candidate}`;
    const send = (bytes: Uint8Array, to = at) =>
      city.as('mayor')('POST', `${to}/photo`, bytes, { 'x-linli-name': 'a.png' });
    expect((await send(new TextEncoder().encode('<svg onload=alert(1)>'))).body.code).toBe('file-kind');
    const kept = await send(png);
    expect(kept.body).toMatchObject({ rev: 2 });
    const { photo } = (await city.anyone('GET', `/api/e/${slug}/contests/${contest}`)).body.candidates[0];
    expect(photo).toBe(kept.body.photo);
    expect((await city.anyone('GET', `/m/${photo}`)).headers.get('content-type')).toBe('image/png');
    const away = await city.as('mayor')('PATCH', at, { rev: 2, photo: null });
    expect(away.status).toBe(200);
    expect(
      (await city.anyone('GET', `/api/e/${slug}/contests/${contest}`)).body.candidates[0].photo,
    ).toBeNull();
    const elsewhere = await electionOf(city);
    const lost = await send(png, `/api/contests/${elsewhere.contest}/candidates/${candidate}`);
    expect(lost.body.code).toBe('contest-settled');
  });

  test('two who decide at once: one did, the other is told', async () => {
    const { contest } = await electionOf(city);
    const candidate = await standing(city, contest, '李建国', false);
    const decide = (body: object) =>
      mayor('PATCH', `/api/contests/${contest}/candidates/${candidate}`, { rev: 1, ...body });
    const replies = await Promise.all([
      decide({ state: 'accepted', consent: true }),
      decide({ state: 'refused', reason: '不住在本楼' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('an objection is answered once', async () => {
  const { election, contest } = await electionOf(city);
  const made = await mayor('POST', `/api/contests/${contest}/objections`, {
    about: 'candidates',
    words: '他不住在本楼',
    saidBy: '赵敏',
  });
  expect((await linesOf(election))[0].objections).toBe(1);
  const answer = () =>
    mayor('PATCH', `/api/contests/${contest}/objections/${made.body.id}`, {
      state: 'upheld',
      answer: '属实',
    });
  expect((await answer()).status).toBe(204);
  expect((await answer()).status).toBe(404);
  expect((await linesOf(election))[0].objections).toBe(0);
  expect(await acts(contest)).toEqual(['contest.objection', 'contest.answer']);
});

describe('the next round', () => {
  const post = (more: object) => ({
    tied: [],
    tiedSeats: 0,
    second: [],
    secondSeats: 0,
    standings: [],
    ...more,
  });
  const again = (contest: string, vote = dayAfter(today(), 5)) =>
    mayor('POST', `/api/contests/${contest}/rounds`, { vote });
  const standOf = async (contest: string) =>
    (await mayor('GET', `/api/contests/${contest}`)).body.stand.map(
      (one: { name: string; state: string }) => [one.name, one.state],
    );

  test('a second round takes over whom the count names, and a name that was written in waits to be asked', async () => {
    const { election, contest } = await electionOf(city, 'e1', { days: daysFrom(21) }, shanghai);
    const [one] = [await standing(city, contest, '王秀英'), await standing(city, contest, '李建国')];
    await countedAs(city.db, contest, {
      valid: true,
      faults: [],
      posts: [
        post({
          second: [one, '=赵敏'],
          secondSeats: 1,
          standings: [
            { person: one, name: '王秀英', candidate: true },
            { person: '=赵敏', name: '赵敏', candidate: false },
          ],
        }),
      ],
    });
    expect((await linesOf(election))[0].again).toBe('second');
    const made = await again(contest);
    expect(made.status).toBe(200);
    expect((await again(contest)).body).toEqual(made.body);
    expect((await linesOf(election)).slice(0, 2)).toMatchObject([
      { id: contest, again: null },
      { id: made.body.id, round: 2, kind: 'second', state: 'preparing', candidates: 1, undecided: 1 },
    ]);
    expect(await standOf(made.body.id)).toEqual([
      ['王秀英', 'accepted'],
      ['赵敏', 'proposed'],
    ]);
  });

  test('a run-off is between the tied only', async () => {
    const { contest } = await electionOf(city);
    const ids = [];
    for (const name of ['王秀英', '李建国', '赵敏']) ids.push(await standing(city, contest, name));
    await countedAs(city.db, contest, {
      valid: true,
      faults: [],
      posts: [post({ tied: ids.slice(0, 2), tiedSeats: 1 })],
    });
    const { id } = (await again(contest)).body;
    expect(await standOf(id)).toEqual([
      ['王秀英', 'accepted'],
      ['李建国', 'accepted'],
    ]);
    expect((await mayor('GET', `/api/contests/${id}`)).body).toMatchObject({ kind: 'runOff', seats: 1 });
  });

  test('an invalid vote is held again with the same candidates', async () => {
    const { contest, election } = await electionOf(city);
    await standing(city, contest, '王秀英');
    await countedAs(city.db, contest, { valid: false, faults: ['turnout'], posts: [post({})] });
    expect((await linesOf(election))[0]).toMatchObject({ short: true, again: 'first' });
    const { id } = (await again(contest)).body;
    expect(await standOf(id)).toEqual([['王秀英', 'accepted']]);
  });

  test('many who ask at once make one', async () => {
    const { contest, election } = await electionOf(city);
    await countedAs(city.db, contest, { valid: false, faults: [], posts: [post({})] });
    // Called here, all of them have looked before any of them writes.
    const made = await Promise.all(
      Array.from({ length: 6 }, () => createRound(mayorsCall(city.db), contest, dayAfter(today(), 5))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await linesOf(election)).length).toBe(4);
    expect(await acts(made[0]?.id ?? '')).toEqual(['contest.again']);
  });

  test('none once the election is cancelled, though its count called for one', async () => {
    const { contest, election } = await electionOf(city);
    await countedAs(city.db, contest, { valid: false, faults: [], posts: [post({})] });
    expect((await linesOf(election))[0].again).toBe('first');
    await mayor('POST', `/api/elections/${election}/cancel`, { reason: '与普查重期' });
    expect((await linesOf(election))[0]).toMatchObject({ state: 'counted', again: null });
    expect((await again(contest)).body.code).toBe('no-next-round');
  });

  test('none where the count calls for none, and none later than the rules allow', async () => {
    const done = await electionOf(city);
    expect((await again(done.contest)).body.code).toBe('no-next-round');
    await countedAs(city.db, done.contest, { valid: true, faults: [], posts: [post({})] });
    expect((await again(done.contest)).body.code).toBe('no-next-round');
    const days = { ...daysFrom(21), roll: dayAfter(today(), -1), objections: dayAfter(today(), 4) };
    const { contest } = await electionOf(city, 'e1', { days }, shanghai);
    const one = await standing(city, contest, '王秀英');
    await countedAs(city.db, contest, {
      valid: true,
      faults: [],
      posts: [post({ second: [one], secondSeats: 1, standings: [] })],
    });
    const late = await again(contest, dayAfter(today(), 21 + 31));
    expect(late.body).toMatchObject({
      code: 'days-wrong',
      faults: [{ code: 'late', last: dayAfter(today(), 21 + 30) }],
    });
    expect((await again(contest, dayAfter(today(), 21 + 30))).status).toBe(200);
  });
});

describe('a city of 1,269 buildings', () => {
  const n = 1269;
  test('its contests are made in one request, and steered by reading each once', async () => {
    const path = city.path('w1g');
    await city.db
      .prepare(
        `INSERT INTO unit (id, root, parent, kind, name, code, path, position)
         SELECT 'm' || j.value, 'city', 'w1g', 'building', j.value || '号楼', 'm' || j.value, ?1 || 'm' || j.value || '/', j.value
         FROM json_each(?2) j`,
      )
      .bind(path, JSON.stringify(Array.from({ length: n - 2 }, (_, at) => at)))
      .run();
    const creating = metered(city.db);
    const election = responseId();
    await createElection(mayorsCall(creating.db), { unit: 'city', election }, wanted(['west']));
    expect(creating.bill.rowsWritten).toBeLessThanOrEqual(n * 5 + 20);
    expect(creating.bill.rowsRead).toBeLessThanOrEqual(2 * n + 100);
    const rows = Array.from({ length: n - 2 }, (_, at) => ({
      row: at + 2,
      unit: `m${at}`,
      name: `孙${String.fromCodePoint(0x4e00 + at)}`,
      line: '',
      consent: true,
    }));
    const added = await mayor('POST', `/api/elections/${election}/candidates`, { rows, dryRun: false });
    expect(added.body).toEqual({ added: n - 2, same: 0, refused: [] });
    const reading = metered(city.db);
    const { contests } = await listContests(mayorsCall(reading.db), election);
    expect(contests.length).toBe(n);
    expect(contests.filter(({ candidates }) => candidates === 1).length).toBe(n - 2);
    expect(reading.bill.calls).toBe(1);
    expect(reading.bill.rowsRead).toBeLessThanOrEqual(n * 12);
  }, 60_000);

  test('more than 2,000 are refused, and nothing of them is left', async () => {
    await city.db
      .prepare(
        `INSERT INTO unit (id, root, parent, kind, name, code, path, position)
         SELECT 'n' || j.value, 'city', 'e2g', 'building', j.value || '号楼', 'n' || j.value, ?1 || 'n' || j.value || '/', j.value
         FROM json_each(?2) j`,
      )
      .bind(city.path('e2g'), JSON.stringify(Array.from({ length: 2001 }, (_, at) => at)))
      .run();
    const election = responseId();
    const reply = await mayor('PUT', `/api/units/city/elections/${election}`, wanted(['e2']));
    expect(reply.body.code).toBe('contests-many');
    const left = await city.db
      .prepare('SELECT count(*) AS n FROM contest WHERE election = ?1')
      .bind(election)
      .first();
    expect(left).toEqual({ n: 0 });
  }, 60_000);
});
