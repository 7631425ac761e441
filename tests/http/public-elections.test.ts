// What residents read of an election and send to it: its contests, candidates who are posted and agreed to it, nominations.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAfter } from '../../schema/elections/days.ts';
import { type City, openCity, responseId } from './city.ts';
import { daysFrom, electionOf, standing, today } from './election-of.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const pageOf = (slug: string, contest: string) => city.anyone('GET', `/api/e/${slug}/contests/${contest}`);
const namesOn = async (slug: string, contest: string): Promise<string[]> =>
  (await pageOf(slug, contest)).body.candidates.map((one: { name: string }) => one.name);

describe('what residents read', () => {
  test('an election lists its contests, found by the words of their buildings', async () => {
    const { slug } = await electionOf(city);
    const all = await city.anyone('GET', `/api/e/${slug}`);
    expect(all.status).toBe(200);
    expect(all.body.election.rule.name.zh).toBe('得票最多');
    expect(all.body.contests.length).toBe(all.body.total);
    expect(all.body.contests.length).toBeGreaterThan(1);
    const [first] = all.body.contests;
    const words = encodeURIComponent(`${first.above.split(' ').at(-1)} ${first.name}`);
    const found = await city.anyone('GET', `/api/e/${slug}?search=${words}`);
    expect(found.body.contests).toEqual([first]);
    const none = await city.anyone('GET', `/api/e/${slug}?search=${encodeURIComponent('没有这栋')}`);
    expect(none.body).toMatchObject({ contests: [], more: false });
  });

  test('a contest names who was accepted and agreed to be posted, and nobody else', async () => {
    const { slug, contest } = await electionOf(city);
    await standing(city, contest, '王秀英');
    await standing(city, contest, '李建国', false);
    expect(await namesOn(slug, contest)).toEqual(['王秀英']);
    expect((await pageOf(slug, contest)).text).not.toMatch(/李建国|contact|device|said/);
    await city.db.prepare('UPDATE candidate SET consent = 0 WHERE contest = ?1').bind(contest).run();
    expect(await namesOn(slug, contest)).toEqual([]);
  });

  test('nobody is named before the day of the notice', async () => {
    const days = { ...daysFrom(), candidates: dayAfter(today(), 1) };
    const { slug, contest } = await electionOf(city, 'e1', { days });
    await standing(city, contest);
    expect((await pageOf(slug, contest)).body).toMatchObject({ posted: false, candidates: [] });
  });

  test('a building that voted again leads from each vote to the other; objections are told by number alone', async () => {
    const { slug, contest, election } = await electionOf(city);
    await standing(city, contest);
    const object = (about: string, words: string) =>
      city.as('mayor')('POST', `/api/contests/${contest}/objections`, { about, words, saidBy: '吴九' });
    expect((await object('candidates', '他不常住')).status).toBe(200);
    const { id } = (await object('result', '票数不对')).body;
    await object('result', '没有通知我');
    const answer = { state: 'upheld', answer: '重新数过' };
    const answered = await city.as('mayor')('PATCH', `/api/contests/${contest}/objections/${id}`, answer);
    expect(answered.status).toBe(204);
    await city.db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, round, kind, state)
         SELECT 'again' || id, election, unit, path, name, above, position, seats, 2, 'second', 'preparing'
         FROM contest WHERE id = ?1`,
      )
      .bind(contest)
      .run();
    const first = await pageOf(slug, contest);
    expect(first.body).toMatchObject({
      rounds: [
        { id: contest, round: 1 },
        { id: `again${contest}`, round: 2, state: 'preparing' },
      ],
      raised: { open: 1, upheld: 1, refused: 0 },
    });
    expect(first.text).not.toMatch(/票数不对|吴九|重新数过/);
    const second = await pageOf(slug, `again${contest}`);
    expect(second.body).toMatchObject({ rounds: first.body.rounds, raised: { open: 0, upheld: 0 } });
    await city.db.prepare('DELETE FROM contest WHERE election = ?1 AND round = 2').bind(election).run();
  });

  test('a contest is found in its own election only', async () => {
    const one = await electionOf(city);
    const other = await electionOf(city);
    expect((await pageOf(one.slug, other.contest)).status).toBe(404);
  });
});

describe('nominations', () => {
  const body = {
    source: 'self',
    name: '孙 立',
    line: '会修水电',
    saidBy: '',
    contact: '13871234567',
    consent: true,
  };
  const send = (slug: string, contest: string, sent: object = body, id = responseId(), device?: string) =>
    city.anyone(
      'PUT',
      `/api/e/${slug}/contests/${contest}/nominations/${id}`,
      sent,
      device ? { cookie: `__Host-linli_device=${device}` } : {},
    );
  const proposals = async (contest: string) =>
    (await city.as('mayor')('GET', `/api/contests/${contest}`)).body.stand;

  test('one arrives once, however often it is sent, and is posted only after it was looked at', async () => {
    const { slug, contest } = await electionOf(city);
    const id = responseId();
    const sent = await Promise.all([1, 2, 3].map(() => send(slug, contest, body, id)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(sent[0]?.body).toEqual({ name: '孙立' });
    expect(await namesOn(slug, contest)).toEqual([]);
    const stand = await proposals(contest);
    expect(stand).toMatchObject([{ name: '孙立', state: 'proposed', contact: '13871234567', consent: true }]);
  });

  test('how to reach somebody is erased once it is decided, and does not come back', async () => {
    const { slug, contest } = await electionOf(city);
    const id = responseId();
    await send(slug, contest, body, id);
    const decide = (rev: number, state: string) =>
      city.as('mayor')('PATCH', `/api/contests/${contest}/candidates/${id}`, { rev, state });
    expect((await decide(1, 'accepted')).body).toEqual({ rev: 2 });
    expect(await namesOn(slug, contest)).toEqual(['孙立']);
    expect((await decide(2, 'proposed')).status).toBe(200);
    expect((await proposals(contest))[0]).toMatchObject({ state: 'proposed', contact: null });
    const kept = await city.db.prepare('SELECT contact FROM candidate WHERE id = ?1').bind(id).first();
    expect(kept).toEqual({ contact: null });
  });

  test('a neighbour is posted only with the consent that staff ask for', async () => {
    const { slug, contest } = await electionOf(city);
    const id = responseId();
    const sent = await send(slug, contest, { ...body, source: 'resident', saidBy: '赵敏' }, id);
    expect(sent.status).toBe(200);
    const decide = (more: object) =>
      city.as('mayor')('PATCH', `/api/contests/${contest}/candidates/${id}`, { rev: 1, ...more });
    expect((await decide({ state: 'accepted' })).body.code).toBe('consent-needed');
    expect((await decide({ state: 'accepted', consent: true })).status).toBe(200);
  });

  test('one a device in each contest', async () => {
    const { slug, contest, election } = await electionOf(city);
    const lines = await city.as('mayor')('GET', `/api/elections/${election}/contests`);
    const other = lines.body.contests[1].id;
    expect((await send(slug, contest, body, responseId(), 'phone-one')).status).toBe(200);
    const again = await send(slug, contest, { ...body, name: '李四' }, responseId(), 'phone-one');
    expect([again.status, again.body.code]).toEqual([409, 'nominated-already']);
    expect((await send(slug, contest, { ...body, name: '李四' }, responseId(), 'phone-two')).status).toBe(
      200,
    );
    expect((await send(slug, other, body, responseId(), 'phone-one')).status).toBe(200);
  });

  test.each([
    ['a name with digits', { name: '孙立13871234567' }, 'person-wrong'],
    ['a name that is a page', { name: '<script>' }, 'person-wrong'],
    ['a telephone in the line', { line: '电话 138 7123 4567' }, 'person-wrong'],
    ['an address in the line', { line: '看 https://spam.example' }, 'person-wrong'],
    ['no way to be reached', { contact: '保密' }, 'person-wrong'],
    ['no consent of oneself', { consent: false }, 'consent-needed'],
    ['a neighbour by nobody', { source: 'resident', saidBy: '' }, 'person-wrong'],
    ['a name that is too long', { name: '孙'.repeat(41) }, 'bad-input'],
    ['something else besides', { state: 'accepted' }, 'bad-input'],
    ['a source that only staff have', { source: 'party' }, 'bad-input'],
  ])('refuses %s', async (_, changed, code) => {
    const { slug, contest } = await electionOf(city);
    const sent = await send(slug, contest, { ...body, ...changed });
    expect(sent.body.code).toBe(code);
    expect(await proposals(contest)).toEqual([]);
  });

  test('a contest is not filled up: proposals that nobody looked at are bounded', async () => {
    const { slug, contest } = await electionOf(city);
    const names = Array.from({ length: 60 }, (_, n) => `孙${String.fromCodePoint(0x4e00 + n)}`);
    const sent = await Promise.all(names.map((name) => send(slug, contest, { ...body, name })));
    const statuses = sent.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBe(50);
    expect(sent.find(({ status }) => status === 409)?.body.code).toBe('nominations-many');
    expect((await proposals(contest)).length).toBe(50);
  });

  test('none after the last day, none in another election, none once it is cancelled', async () => {
    const days = { ...daysFrom(), nominate: dayAfter(today(), -1) };
    const late = await electionOf(city, 'e1', { days });
    expect((await send(late.slug, late.contest)).body.code).toBe('nominations-over');
    expect((await pageOf(late.slug, late.contest)).body.nominates).toBe(false);
    const one = await electionOf(city);
    const other = await electionOf(city);
    expect((await pageOf(one.slug, one.contest)).body.nominates).toBe(true);
    expect((await send(one.slug, other.contest)).body.code).toBe('nominations-over');
    await city.as('mayor')('POST', `/api/elections/${one.election}/cancel`, { reason: '改期' });
    expect((await send(one.slug, one.contest)).body.code).toBe('nominations-over');
    expect((await pageOf(one.slug, one.contest)).body.contest).toMatchObject({
      state: 'cancelled',
      reason: '改期',
    });
  });
});
