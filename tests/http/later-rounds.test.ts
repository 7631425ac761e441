// What follows a count on the built Worker: the same round again where too few came, the tied among themselves, another vote
// while seats may not stay vacant. Who stands comes from the count before.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../schema/elections/pack.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { type City, type Client, must, openCity } from './city.ts';
import { today } from './election-of.ts';
import { agree } from './on-the-spot.ts';
import { type Planted, plantSealed } from './sealed-election.ts';

let city: City;
let mayor: Client;
beforeAll(async () => {
  city = await openCity();
  mayor = city.as('mayor');
});
afterAll(() => city.close());

const vote = (pack: Pack, seats: number, names: readonly string[]) =>
  plantSealed(city, { doors: 10, pack, seats, names, preset: 'spot' });

interface Stands {
  id: string;
  name: string;
  state: string;
  rev: number;
}
const standing = async (contest: string) =>
  (
    await city.db
      .prepare('SELECT id, name, state, rev FROM candidate WHERE contest = ?1 ORDER BY position')
      .bind(contest)
      .all<Stands>()
  ).results;
const names = async (contest: string) => (await standing(contest)).map(({ name }) => name);

const freeze = async ({ election }: Planted, contest: string) =>
  must(await mayor('POST', `/api/elections/${election}/freeze`, { contest }));

/** A round from its freeze to its count. `votes`: by name, of so many ballots; `written`: names that are on none of them. */
async function held(
  planted: Planted,
  contest: string,
  collected: number,
  votes: Readonly<Record<string, number>>,
  written: Readonly<Record<string, number>> = {},
) {
  const frozen = await freeze(planted, contest);
  expect(frozen.refused).toEqual([]);
  must(await mayor('POST', `/api/elections/${planted.election}/open`, {}));
  const stands = (await standing(contest)).filter(({ state }) => state === 'accepted');
  const cast = stands.map(({ id, name }) => ({ candidate: id, for: votes[name] ?? 0, against: 0 }));
  const wrote = Object.entries(written).map(([name, n]) => ({ name, for: n }));
  const spoken = Math.max(0, ...cast.map((one) => one.for), ...wrote.map((one) => one.for));
  const all = [...cast, ...wrote].reduce((sum, one) => sum + one.for, 0);
  await agree(city, contest, {
    issued: collected,
    present: collected,
    collected,
    over: 0,
    spoilt: 0,
    blank: Math.max(0, collected - Math.max(spoken, all)),
    votes: cast,
    written: wrote,
  });
  must(await mayor('POST', `/api/contests/${contest}/end`, {}));
  must(await mayor('POST', `/api/contests/${contest}/count`, {}));
  return JSON.parse(must(await mayor('GET', `/api/contests/${contest}/result`)).result);
}

const ask = (contest: string) => mayor('POST', `/api/contests/${contest}/rounds`, { vote: today() });
/** The round that a count calls for, which the election's page names too. */
async function next({ election }: Planted, contest: string) {
  const { contests } = must(await mayor('GET', `/api/elections/${election}/contests`));
  const { id } = must(await ask(contest));
  const row = await city.db
    .prepare('SELECT kind, seats FROM contest WHERE id = ?1')
    .bind(id)
    .first<{ kind: string; seats: number }>();
  expect(contests.find((one: { id: string }) => one.id === contest).again).toBe(row?.kind);
  return { id: String(id), ...row };
}

describe('a round that too few attended', () => {
  test('is held again as the round it was, between the same people', async () => {
    const planted = await vote(majority, 2, ['王秀英', '李建国', '赵六']);
    await held(planted, planted.contest, 10, { 王秀英: 8, 李建国: 6, 赵六: 6 });
    const runOff = await next(planted, planted.contest);
    expect(runOff).toMatchObject({ kind: 'runOff', seats: 1 });
    expect(await held(planted, runOff.id, 3, { 李建国: 3 })).toMatchObject({ faults: ['turnout'] });
    const again = await next(planted, runOff.id);
    expect(again).toMatchObject({ kind: 'runOff', seats: 1 });
    expect(await names(again.id)).toEqual(['李建国', '赵六']);
  });

  test('of a second round, that round', async () => {
    const planted = await vote(majority, 1, ['王秀英', '李建国']);
    await held(planted, planted.contest, 10, { 王秀英: 5, 李建国: 5 });
    const second = await next(planted, planted.contest);
    expect(second.kind).toBe('second');
    const pageOf = async (contest: string) =>
      must(await city.anyone('GET', `/api/e/${planted.slug}/contests/${contest}`)).election.rule;
    expect((await pageOf(planted.contest)).round).toBeNull();
    expect((await pageOf(second.id)).round).toMatchObject({
      turnout: { num: 1, den: 2, strict: true },
      need: { num: 1, den: 3, strict: false, of: 'collected' },
    });
    await held(planted, second.id, 3, { 王秀英: 3 });
    expect(await next(planted, second.id)).toMatchObject({ kind: 'second', seats: 1 });
  });

  test('of the first round, the whole of it', async () => {
    const planted = await vote(majority, 1, ['王秀英', '李建国']);
    expect(await held(planted, planted.contest, 3, { 王秀英: 3 })).toMatchObject({ valid: false });
    expect(await next(planted, planted.contest)).toMatchObject({ kind: 'first', seats: 1 });
  });
});

describe('seats that a second round left open', () => {
  test('are voted again while too few are elected', async () => {
    const planted = await vote(majority, 2, ['王秀英', '李建国', '赵六']);
    await held(planted, planted.contest, 10, { 王秀英: 8, 李建国: 4, 赵六: 4 });
    const second = await next(planted, planted.contest);
    const result = await held(planted, second.id, 10, { 李建国: 2, 赵六: 2 });
    expect(result).toMatchObject({ vacanciesAllowed: false, posts: [{ vacant: 1, elected: [] }] });
    expect(result.statements.at(-1)).toMatchObject({ about: 'vacant', met: false });
    const third = await next(planted, second.id);
    expect(third).toMatchObject({ kind: 'second', seats: 1 });
    expect(await names(third.id)).toEqual(['李建国', '赵六']);
  });

  test('may stay vacant once three were elected, in whatever round', async () => {
    const planted = await vote(majority, 4, ['王秀英', '李建国', '赵六', '孙七', '周八']);
    const three = { 王秀英: 8, 李建国: 8, 赵六: 8 };
    await held(planted, planted.contest, 10, { ...three, 孙七: 3, 周八: 3 });
    const second = await next(planted, planted.contest);
    const result = await held(planted, second.id, 10, { 孙七: 2, 周八: 2 });
    expect(result).toMatchObject({ vacanciesAllowed: true, posts: [{ vacant: 1 }] });
    expect((await ask(second.id)).body.code).toBe('no-next-round');
  });
});

describe('who stands in a later round', () => {
  const person = (name: string) => ({ name, line: '', source: 'community', saidBy: '', consent: true });
  const add = (contest: string, name: string) =>
    mayor('POST', `/api/contests/${contest}/candidates`, person(name));
  const decide = async (contest: string, name: string, body: object) => {
    const one = (await standing(contest)).find((other) => other.name === name);
    return mayor('PATCH', `/api/contests/${contest}/candidates/${one?.id}`, { rev: one?.rev, ...body });
  };

  test('comes from the count: no stranger joins a run-off, none of the tied is taken out or renamed', async () => {
    const planted = await vote(majority, 2, ['王秀英', '李建国', '赵六']);
    await held(planted, planted.contest, 10, { 王秀英: 8, 李建国: 6, 赵六: 6 });
    const { id } = await next(planted, planted.contest);
    expect((await add(id, '赵新人')).body.code).toBe('round-counted');
    for (const body of [{ state: 'refused', reason: '不合适' }, { state: 'withdrawn' }, { name: '赵新人' }])
      expect((await decide(id, '赵六', body)).body.code).toBe('round-counted');
    const rows = [{ row: 2, unit: 'b1', name: '赵新人', line: '', consent: true }];
    const sheet = { rows, dryRun: false };
    const report = must(await mayor('POST', `/api/elections/${planted.election}/candidates`, sheet));
    expect(report).toMatchObject({ added: 0, refused: [{ row: 2, reason: 'settled' }] });
    expect(await standing(id)).toMatchObject([
      { name: '李建国', state: 'accepted' },
      { name: '赵六', state: 'accepted' },
    ]);
  });

  test('goes to the next by votes where somebody written in declines a second round', async () => {
    const planted = await vote(majority, 1, ['王秀英', '李建国', '赵六']);
    await held(planted, planted.contest, 10, { 王秀英: 4, 李建国: 2, 赵六: 1 }, { 孙七: 3 });
    const { id } = await next(planted, planted.contest);
    expect(await standing(id)).toMatchObject([
      { name: '王秀英', state: 'accepted' },
      { name: '孙七', state: 'proposed' },
    ]);
    expect((await add(id, '李建国')).body.code).toBe('round-counted');
    must(await decide(id, '孙七', { state: 'accepted', consent: true }));
    must(await decide(id, '孙七', { state: 'refused', reason: '本人不愿意' }));
    expect((await freeze(planted, id)).refused).toMatchObject([{ why: 'candidates' }]);
    expect((await add(id, '赵六')).body.code).toBe('round-counted');
    must(await add(id, '李建国'));
    expect((await freeze(planted, id)).frozen).toEqual([id]);
  });

  test('is who was named, be it one alone, where electors write whom they want', async () => {
    const planted = await vote(meeting, 1, ['王秀英']);
    await held(planted, planted.contest, 8, { 王秀英: 4 });
    const { id } = await next(planted, planted.contest);
    expect(await names(id)).toEqual(['王秀英']);
    expect((await freeze(planted, id)).frozen).toEqual([id]);
  });
});
