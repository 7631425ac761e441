// Votes of owners on the built Worker: one ballot of a head however many letters it has, only while voting is open, signed
// and kept; paper that two people read alike; and a count that anybody can repeat from the evidence.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signaturesAtOnce } from '../../schema/api/owner-votes.ts';
import { placeDay } from '../../schema/day.ts';
import { ownerBallotText } from '../../schema/elections/owner-vote.ts';
import { developerHead } from '../../schema/rolls/heads.ts';
import { openOwnerLetter } from '../../worker/owner-votes/letter.ts';
import { usesAMinute } from '../../worker/rolls/credential.ts';
import { metered } from '../bench/metered.ts';
import { ownersAgain } from '../property/owner-oracle.ts';
import { type City, day, must, openCity, origin, refused } from './city.ts';
import { moveVote, type OwnerRow, plantOwnerVote, signatureOf, twoMatters } from './planted-owner-vote.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const editor = (...call: Parameters<ReturnType<City['as']>>) => city.as('easteditor')(...call);
const admin = (...call: Parameters<ReturnType<City['as']>>) => city.as('eastadmin')(...call);
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

type Choice = 'agree' | 'against' | 'abstain';
const both = (m1: Choice, m2: Choice = m1) => ({ m1, m2 });
const cast = (vote: string, secret: string, choices: object, more: object = {}) =>
  city.anyone('POST', '/api/o/ballot', {
    secret,
    vote,
    rev: 0,
    choices,
    signature: signatureOf(),
    assistant: '',
    ...more,
  });
const opened = async (secret: string) => must(await city.anyone('POST', '/api/o', { secret })).votes;
const ballots = async (vote: string, table = 'owner_ballot') =>
  (
    await city.db
      .prepare(`SELECT * FROM ${table} WHERE vote = ?1 ORDER BY head, rev`)
      .bind(vote)
      .all<Record<string, string | number | null>>()
  ).results;
const step = async (vote: string, to: string, more: object = {}) => {
  const { vote: now, doubts } = must(await editor('GET', `/api/owner-votes/${vote}`));
  const checked = to === 'notice' ? { checked: doubts.length } : {};
  return editor('POST', `/api/owner-votes/${vote}/step`, { rev: now.rev, to, ...checked, ...more });
};

const voided = (vote: string, entry: string, reason: string) =>
  editor('POST', `/api/owner-votes/${vote}/void`, { entry, reason });

const doors = (n: number, name: (at: number) => string): OwnerRow[] =>
  Array.from({ length: n }, (_, at) => ({
    unit: at % 2 ? 'b1' : 'b2',
    door: String(101 + at),
    name: name(at),
    area: 5000 + at * 7,
  }));

describe('preparing', () => {
  test('needs a final roll of owners', async () => {
    const roll = must(
      await editor('POST', '/api/units/e1/rolls', { kind: 'owner', title: '草稿', note: '' }),
    );
    const asked = { title: '一', organiser: '业委会', phone: '', opensAt: 1, closesAt: 2 };
    const reply = await editor('POST', `/api/rolls/${roll.id}/owner-votes`, asked);
    expect(refused(reply)).toEqual([409, 'owners-roll']);
  });

  test('the notice is posted with matters, days enough, and what a silence rule rests on', async () => {
    const silence = { article: '', warning: '', abstentions: 'stand' };
    const opensAt = Date.now() + 14 * day;
    const { vote } = await plantOwnerVote(city, 'preparing', {
      settings: { matters: [], silence, opensAt, closesAt: opensAt + day },
    });
    const reply = await step(vote, 'notice');
    expect(refused(reply)).toEqual([409, 'vote-not-ready']);
    expect(reply.body.faults).toEqual(['no-matters', 'days-few', 'no-article', 'no-warning']);
    const settings = {
      matters: twoMatters,
      silence: { ...silence, article: '管理规约第二十条', warning: '不投票的，从多数' },
      opensAt: opensAt + day,
      closesAt: opensAt + 2 * day,
    };
    const { rev } = must(await editor('GET', `/api/owner-votes/${vote}`)).vote;
    must(await editor('PATCH', `/api/owner-votes/${vote}`, { rev, ...settings }));
    expect(must(await step(vote, 'notice'))).toMatchObject({ state: 'notice' });
  });

  test('fewer days of notice than the regulation has need the rule that allows them', async () => {
    const opensAt = Date.now() + 8 * day;
    const settings = { noticeDays: 7, opensAt, closesAt: opensAt + day };
    const { vote, rev } = await plantOwnerVote(city, 'preparing', { settings });
    const reply = await step(vote, 'notice');
    expect(refused(reply)).toEqual([409, 'vote-not-ready']);
    expect(reply.body.faults).toEqual(['no-ground']);
    const change = (body: object) => editor('PATCH', `/api/owner-votes/${vote}`, { rev, ...body });
    expect(refused(await change({ noticeDays: 0 }))).toEqual([400, 'bad-input']);
    must(await change({ noticeGround: '议事规则第九条' }));
    expect(must(await step(vote, 'notice'))).toMatchObject({ noticeGround: '议事规则第九条' });
  });

  test('whoever posts the notice has looked at the heads that a name alone joins', async () => {
    const { vote } = await plantOwnerVote(city, 'preparing');
    expect(must(await editor('GET', `/api/owner-votes/${vote}`)).doubts).toMatchObject([
      { why: 'name-only', units: [{ door: '101' }, { door: '102' }] },
    ]);
    const reply = await step(vote, 'notice', { checked: 0 });
    expect([...refused(reply), reply.body.faults]).toEqual([409, 'vote-not-ready', ['doubts']]);
    expect(must(await step(vote, 'notice', { checked: 1 }))).toMatchObject({ state: 'notice' });
  });

  test('what was posted does not change; the notice can be taken back until voting begins', async () => {
    const { vote, rev, secret } = await plantOwnerVote(city, 'notice');
    expect(refused(await editor('PATCH', `/api/owner-votes/${vote}`, { rev, title: '别的' }))).toEqual([
      409,
      'vote-frozen',
    ]);
    expect(await opened(secret)).toHaveLength(1);
    must(await step(vote, 'preparing'));
    expect(await opened(secret)).toEqual([]);
    must(await step(vote, 'notice'));
    await moveVote(city, vote, 'open');
    expect(refused(await step(vote, 'preparing'))).toEqual([409, 'vote-frozen']);
    expect(refused(await step(vote, 'closed'))).toEqual([409, 'vote-running']);
    expect(refused(await step(vote, 'cancelled'))).toEqual([400, 'bad-input']);
    expect(must(await step(vote, 'cancelled', { reason: '议题有误' }))).toMatchObject({
      reason: '议题有误',
    });
  });
});

const struckInTheNext = async (roll: string, entry: string) => {
  const { id } = must(await editor('POST', `/api/rolls/${roll}/versions`, {}));
  const { entries } = must(await editor('GET', `/api/rolls/${id}/entries`));
  const { rev } = entries.find((one: { id: string }) => one.id === entry);
  must(await editor('PATCH', `/api/rolls/${id}/entries/${entry}`, { rev, struck: true }));
  const drafted = must(await editor('GET', `/api/rolls/${id}`)).roll;
  must(await editor('POST', `/api/rolls/${id}/freeze`, { rev: drafted.rev }));
};

describe('an owner struck from the roll', () => {
  const rows = doors(3, (at) => `业主${at}`);

  test('before the notice is no head of the vote', async () => {
    const { vote, roll, entries, secrets } = await plantOwnerVote(city, 'preparing', { rows });
    const [struck = ''] = entries;
    await struckInTheNext(roll, struck);
    must(await step(vote, 'notice'));
    await moveVote(city, vote, 'open');
    expect(must(await editor('GET', `/api/owner-votes/${vote}`)).all.heads).toBe(2);
    expect(refused(await cast(vote, secrets.get(struck) ?? '', both('agree')))).toEqual([
      410,
      'entry-struck',
    ]);
    expect(refused(await city.anyone('POST', '/api/o', { secret: secrets.get(struck) }))).toEqual([
      410,
      'entry-struck',
    ]);
  });

  test('after the notice votes with the letter, as the frozen base still holds the unit', async () => {
    const { vote, roll, entries, secrets } = await plantOwnerVote(city, 'open', { rows });
    const [struck = ''] = entries;
    await struckInTheNext(roll, struck);
    const secret = secrets.get(struck) ?? '';
    expect(await opened(secret)).toHaveLength(1);
    must(await cast(vote, secret, both('against')));
    const { all, part } = must(await editor('GET', `/api/owner-votes/${vote}`));
    expect([all.heads, part.heads]).toEqual([3, 1]);
  });
});

describe('a ballot', () => {
  test('is one of a head, though 200 letters are used at once', async () => {
    const { vote, secrets } = await plantOwnerVote(city, 'open', { rows: doors(200, () => '张三') });
    expect(secrets.size).toBe(200);
    const replies = await Promise.all(
      [...secrets.values()].map((secret, at) =>
        cast(vote, secret, both(at % 2 ? 'agree' : 'against'), { signature: signatureOf(at) }),
      ),
    );
    const codes = replies.map((reply) => reply.body?.code ?? 'ok');
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['ok', 'stale']));
    expect(await ballots(vote)).toHaveLength(1);
    expect(await ballots(vote, 'owner_ballot_before')).toEqual([]);
    const view = must(await editor('GET', `/api/owner-votes/${vote}`));
    expect([view.all.heads, view.part.heads, view.part.area]).toEqual([1, 1, view.all.area]);
  }, 60_000);

  test('of 200 heads behind one address all arrive', async () => {
    const { vote, secrets } = await plantOwnerVote(city, 'open', { rows: doors(200, (at) => `业主${at}`) });
    const replies = await Promise.all(
      [...secrets.values()].map((secret) => cast(vote, secret, both('agree'))),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await ballots(vote)).toHaveLength(200);
  }, 60_000);

  test('sent again after a lost reply is the same; another takes its place and what was there is kept', async () => {
    const { vote, secret } = await plantOwnerVote(city, 'open');
    const first = must(await cast(vote, secret, both('agree')));
    expect(must(await cast(vote, secret, both('agree')))).toEqual(first);
    // Who did not see the first cannot overwrite it.
    const unseen = await cast(vote, secret, both('against'));
    expect([...refused(unseen), unseen.body.current.choices]).toEqual([409, 'stale', both('agree')]);
    const second = must(await cast(vote, secret, both('against'), { rev: 1, assistant: '女儿张小妹' }));
    expect(second).toMatchObject({ rev: 2, channel: 'assisted', choices: both('against') });
    expect(await ballots(vote)).toMatchObject([{ rev: 2, assistant: '女儿张小妹' }]);
    expect(await ballots(vote, 'owner_ballot_before')).toMatchObject([{ rev: 1, sha256: first.sha256 }]);
    expect((await opened(secret))[0].ballot).toEqual(second);
  });

  test('is taken only while voting is open, on every matter, and signed', async () => {
    const { vote, secret } = await plantOwnerVote(city, 'notice');
    expect(refused(await cast(vote, secret, both('agree')))).toEqual([409, 'not-open-yet']);
    await moveVote(city, vote, 'open');
    expect(refused(await cast(vote, secret, { m1: 'agree' }))).toEqual([400, 'bad-input']);
    expect(refused(await cast(vote, secret, { ...both('agree'), m3: 'agree' }))).toEqual([400, 'bad-input']);
    const unsigned = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    expect(refused(await cast(vote, secret, both('agree'), { signature: unsigned }))).toEqual([
      400,
      'signature-wrong',
    ]);
    expect(refused(await cast(vote, secret, both('agree'), { signature: 'A' }))).toEqual([400, 'bad-input']);
    const large = signatureOf(0, 200);
    expect(refused(await cast(vote, secret, both('agree'), { signature: large }))[0]).toBe(400);
    const other = await plantOwnerVote(city, 'open');
    expect(refused(await cast(other.vote, secret, both('agree')))).toEqual([404, 'not-found']);
    expect(refused(await cast(vote, 'AAAABBBBCCCC', both('agree')))).toEqual([404, 'letter-unknown']);
    await moveVote(city, vote, 'over');
    expect(refused(await cast(vote, secret, both('agree')))).toEqual([409, 'closed']);
    expect(await ballots(vote)).toEqual([]);
  });

  test('has the pace of its own letter', async () => {
    const { secret } = await plantOwnerVote(city, 'open');
    const codes: number[] = [];
    for (let at = 0; at <= usesAMinute; at++)
      codes.push((await city.anyone('POST', '/api/o', { secret })).status);
    expect(codes.indexOf(429)).toBe(usesAMinute);
  });

  test('shows its owner the units that vote together, and nobody else’s', async () => {
    const rows: OwnerRow[] = [
      { door: '101', name: '张三、李四', area: 8950 },
      { door: '102', name: '王五', area: 9000 },
      { unit: 'b2', door: '201', name: '李四,张三', area: 7001 },
      { door: '301', name: '某置业', area: 100, holding: 'unsold', developer: true },
      { door: '302', name: '赵六', area: 200, holding: 'undelivered' },
    ];
    const { vote, roll, secrets } = await plantOwnerVote(city, 'open', { rows });
    // What the developer has not handed over has no letter at its door; the developer's own is made by itself.
    const all: { id: string; door: string }[] = must(
      await editor('GET', `/api/rolls/${roll}/entries`),
    ).entries;
    const anew = (door: string) =>
      editor('POST', `/api/rolls/${roll}/letters`, {
        of: { entry: all.find((one) => one.door === door)?.id },
        most: 1,
      });
    expect(refused(await anew('302'))).toEqual([404, 'not-found']);
    const developers = must(await anew('301')).letters[0].secret;
    const seen = await Promise.all([...secrets.values(), developers].map(opened));
    const areas = seen.map(([one]) => one.units.map(({ area }: { area: number }) => area).sort());
    expect(areas.sort()).toEqual([[100, 200], [7001, 8950], [7001, 8950], [9000]]);
    const listed = must(await editor('GET', `/api/owner-votes/${vote}/units?unit=b1`)).units;
    expect(listed.map((one: { door: string; developer: boolean }) => [one.door, one.developer])).toEqual([
      ['101', false],
      ['102', false],
      ['301', true],
      ['302', true],
    ]);
    const dump = JSON.stringify(seen);
    for (const { name } of rows) expect(dump).not.toContain(name);
    expect(must(await editor('GET', `/api/owner-votes/${vote}`)).all).toEqual({ heads: 3, area: 25_251 });
  });
});

describe('service', () => {
  const serve = (vote: string, entries: readonly string[], on: number, how: string | null = 'hand') =>
    city.as('easthelper')('POST', `/api/owner-votes/${vote}/service`, {
      entries,
      how,
      day: placeDay(on),
      note: '',
    });

  test('is recorded from the day of the notice until voting is over, and for no day to come', async () => {
    const { vote, entries } = await plantOwnerVote(city, 'open');
    const now = Date.now();
    expect(refused(await serve(vote, entries, now + day))).toEqual([400, 'served-day']);
    expect(refused(await serve(vote, entries, now - day))).toEqual([400, 'served-day']);
    const [first = ''] = entries;
    expect(must(await serve(vote, [first], now))).toEqual({ changed: 1 });
    await moveVote(city, vote, 'over');
    expect(refused(await serve(vote, entries, now))).toEqual([409, 'vote-over']);
    expect(refused(await serve(vote, entries, now, null))).toEqual([409, 'vote-over']);
    const evidence = (
      await city.db.prepare('SELECT entry FROM owner_service WHERE vote = ?1').bind(vote).all()
    ).results;
    expect(evidence).toEqual([{ entry: first }]);
  });

  test('makes those who said nothing join the majority, and nobody whose ballot is void', async () => {
    const silence = { article: '管理规约第二十条', warning: '不投票的，从多数', abstentions: 'stand' };
    const { vote, entries, secrets } = await plantOwnerVote(city, 'open', {
      rows: doors(6, (at) => `业主${at}`),
      settings: { silence },
    });
    must(await serve(vote, entries, Date.now()));
    for (const entry of entries.slice(0, 3)) must(await cast(vote, secrets.get(entry) ?? '', both('agree')));
    // One ballot is voided and one paper says two things about one matter.
    const [, , , against = '', paper = ''] = entries;
    must(await cast(vote, secrets.get(against) ?? '', both('against')));
    must(await voided(vote, against, '签名不是本人写的'));
    for (const by of [editor, admin])
      must(
        await by('POST', `/api/owner-votes/${vote}/papers`, {
          entry: paper,
          choices: { m1: 'void', m2: 'against' },
        }),
      );
    await moveVote(city, vote, 'over');
    must(await step(vote, 'closed'));
    const { result } = must(await editor('GET', `/api/owner-votes/${vote}`));
    expect(
      result.matters.map(({ silence: joint }: { silence: { joined: object; part: object } }) => [
        joint.joined,
        joint.part,
      ]),
    ).toMatchObject([
      [{ heads: 1 }, { heads: 4 }],
      [{ heads: 1 }, { heads: 5 }],
    ]);
  });
});

describe('paper', () => {
  const enter = (
    by: typeof editor,
    vote: string,
    entry = '',
    choices: object = both('agree'),
    more: object = {},
  ) => by('POST', `/api/owner-votes/${vote}/papers`, { entry, choices, ...more });

  test('counts once two people entered the same, and one person is never two', async () => {
    const { vote, entries } = await plantOwnerVote(city, 'open');
    const [one, other] = entries;
    expect(must(await enter(editor, vote, one))).toEqual({ state: 'waits', differ: [], assistant: false });
    expect(must(await enter(editor, vote, other))).toEqual({ state: 'waits', differ: [], assistant: false });
    expect(await ballots(vote)).toEqual([]);
    await moveVote(city, vote, 'over');
    const early = await step(vote, 'closed');
    expect([...refused(early), early.body.count]).toEqual([409, 'papers-open', 1]);
    expect(must(await enter(admin, vote, one, both('agree', 'against')))).toEqual({
      state: 'differs',
      differ: ['m2'],
      assistant: false,
    });
    expect(must(await enter(admin, vote, one))).toEqual({ state: 'counts', differ: [], assistant: false });
    expect(await ballots(vote)).toMatchObject([
      { channel: 'paper', signature: null, entered_by: 'staffeasteditor', seconded_by: 'staffeastadmin' },
    ]);
    expect(refused(await enter(admin, vote, one))).toEqual([409, 'ballot-there']);
    must(await step(vote, 'closed'));
    expect(refused(await enter(admin, vote, one))).toEqual([409, 'vote-counted']);
  });

  test('without a signature counts for nothing, and takes the place of no ballot', async () => {
    const rows = doors(3, (at) => `业主${at}`);
    const { vote, entries, secret } = await plantOwnerVote(city, 'open', { rows });
    const [phoned, paper, silent] = entries;
    const unsigned = { m1: 'unsigned', m2: 'unsigned' };
    must(await cast(vote, secret, both('agree')));
    expect(refused(await enter(editor, vote, phoned, unsigned, { after: 1 }))).toEqual([409, 'ballot-there']);
    expect(refused(await enter(editor, vote, paper, { ...unsigned, m2: 'agree' }))).toEqual([
      400,
      'bad-input',
    ]);
    for (const by of [editor, admin]) must(await enter(by, vote, paper, unsigned));
    // Who filled a paper in is read by two people as well, and has a share of its own.
    const helped = { assistant: '王小二' };
    must(await enter(editor, vote, silent, both('agree'), helped));
    expect(must(await enter(admin, vote, silent, both('agree')))).toEqual({
      state: 'differs',
      differ: [],
      assistant: true,
    });
    must(await enter(admin, vote, silent, both('agree'), helped));
    await moveVote(city, vote, 'over');
    must(await step(vote, 'closed'));
    const { result } = must(await editor('GET', `/api/owner-votes/${vote}`));
    expect([result.ballots, result.paperAssisted]).toEqual([{ self: 1, assisted: 0, paper: 2 }, 1]);
    for (const { strict, uncounted } of result.matters)
      expect([strict.agree.heads, strict.part.heads, uncounted.heads]).toEqual([2, 2, 1]);
    expect((await ballots(vote)).map((one) => one.assistant).sort()).toEqual(['', '', '王小二']);
  });

  test('entered by many at once makes one ballot', async () => {
    const { vote, entries } = await plantOwnerVote(city, 'open', { rows: doors(40, (at) => `业主${at}`) });
    const replies = await Promise.all(
      [editor, admin, city.as('easthelper'), city.as('mayor')].flatMap((by) =>
        entries.map((entry) => enter(by, vote, entry)),
      ),
    );
    for (const reply of replies) expect([200, 409]).toContain(reply.status);
    const stored = await ballots(vote);
    expect(stored).toHaveLength(40);
    for (const one of stored) expect(one.entered_by).not.toBe(one.seconded_by);
  }, 60_000);

  test('does not take the place of a ballot by phone unless that is voided with a reason', async () => {
    const { vote, entries, secret } = await plantOwnerVote(city, 'open');
    must(await cast(vote, secret, both('agree')));
    const [entry] = entries;
    expect(refused(await enter(editor, vote, entry))).toEqual([409, 'ballot-there']);
    must(await editor('POST', `/api/owner-votes/${vote}/void`, { entry, reason: '本人改用纸票' }));
    expect((await opened(secret))[0].ballot.voided).toBe('本人改用纸票');
    expect(must(await editor('GET', `/api/owner-votes/${vote}`)).part.heads).toBe(0);
    must(await enter(editor, vote, entry, both('against')));
    must(await enter(admin, vote, entry, both('against')));
    expect(await ballots(vote)).toMatchObject([{ rev: 2, channel: 'paper', void_at: null }]);
    expect(await ballots(vote, 'owner_ballot_before')).toMatchObject([
      { rev: 1, channel: 'self', void_reason: '本人改用纸票', void_by: 'staffeasteditor' },
    ]);
    // The owner may still vote by phone, which is the later of the two.
    must(await cast(vote, secret, both('abstain'), { rev: 2 }));
    expect(await ballots(vote, 'owner_ballot_before')).toMatchObject([{ rev: 1 }, { rev: 2 }]);
  });

  test('that came in after the ballot that is there takes its place, when two people say so', async () => {
    const { vote, entries, secret } = await plantOwnerVote(city, 'open');
    const [entry] = entries;
    const papers = async () => must(await editor('GET', `/api/owner-votes/${vote}`)).papers;
    // One person enters a paper, then the owner votes by phone: that is the later one.
    must(await enter(editor, vote, entry, both('abstain')));
    must(await cast(vote, secret, both('agree')));
    expect(await papers()).toBe(0);
    expect(refused(await enter(admin, vote, entry, both('abstain')))).toEqual([409, 'ballot-there']);

    expect(must(await enter(editor, vote, entry, both('against'), { after: 1 }))).toMatchObject({
      state: 'waits',
    });
    expect(await papers()).toBe(1);
    expect((await opened(secret))[0].ballot.choices).toEqual(both('agree'));
    // Another vote by phone in between: the paper is not known to be later than that.
    must(await cast(vote, secret, both('abstain'), { rev: 1 }));
    expect(refused(await enter(admin, vote, entry, both('against'), { after: 1 }))).toEqual([
      409,
      'ballot-there',
    ]);
    await moveVote(city, vote, 'over');
    must(await enter(editor, vote, entry, both('against'), { after: 2 }));
    const early = await step(vote, 'closed');
    expect([...refused(early), early.body.count]).toEqual([409, 'papers-open', 1]);
    expect(must(await enter(admin, vote, entry, both('against'), { after: 2 })).state).toBe('counts');
    expect(await ballots(vote)).toMatchObject([
      { rev: 3, channel: 'paper', choices: JSON.stringify(both('against')), signature: null },
    ]);
    expect((await ballots(vote, 'owner_ballot_before')).map(({ channel }) => channel)).toEqual([
      'self',
      'self',
    ]);
    must(await step(vote, 'closed'));
  });
});

describe('voiding', () => {
  test('needs a reason of some length, a ballot, and voting; what was counted stays as it is', async () => {
    const { vote, entries, secret } = await plantOwnerVote(city, 'open');
    const [entry = ''] = entries;
    expect(refused(await voided(vote, entry, '签名不是本人写的'))).toEqual([404, 'not-found']);
    must(await cast(vote, secret, both('against')));
    expect(refused(await voided(vote, entry, '。'))).toEqual([400, 'bad-input']);
    await moveVote(city, vote, 'over');
    expect(refused(await voided(vote, entry, '签名不是本人写的'))).toEqual([409, 'vote-over']);
    expect(await ballots(vote)).toMatchObject([{ void_at: null }]);
    must(await step(vote, 'closed'));
    expect(refused(await voided(vote, entry, '签名不是本人写的'))).toEqual([409, 'vote-counted']);
    expect(await ballots(vote)).toMatchObject([{ void_at: null }]);
  });

  test('takes what was read from paper until the count, half entered or whole, and no ballot by phone with it', async () => {
    const { vote, entries, secrets } = await plantOwnerVote(city, 'open', {
      rows: doors(2, (at) => `业主${at}`),
    });
    const [phone = '', paper = ''] = entries;
    const enter = (by: typeof editor, entry: string, more = {}) =>
      by('POST', `/api/owner-votes/${vote}/papers`, { entry, choices: both('agree'), ...more });
    must(await cast(vote, secrets.get(phone) ?? '', both('against')));
    await moveVote(city, vote, 'over');
    must(await enter(editor, phone, { after: 1 }));
    for (const by of [editor, admin]) must(await enter(by, paper));
    expect(refused(await step(vote, 'closed'))).toEqual([409, 'papers-open']);
    must(await voided(vote, phone, '录错了门牌'));
    must(await voided(vote, paper, '录错了门牌'));
    must(await step(vote, 'closed'));
    const { result } = must(await editor('GET', `/api/owner-votes/${vote}`));
    expect([result.ballots, result.voided]).toEqual([
      { self: 1, assisted: 0, paper: 0 },
      [{ reason: '录错了门牌', n: 1, again: 0 }],
    ]);
  });

  test('is on the result with how often and why, and how many voted again', async () => {
    const { vote, secrets } = await plantOwnerVote(city, 'open', { rows: doors(3, (at) => `业主${at}`) });
    for (const [entry, secret] of secrets) {
      must(await cast(vote, secret, both('against')));
      must(await voided(vote, entry, '签名不是本人写的'));
    }
    const [again = ''] = secrets.values();
    must(await cast(vote, again, both('agree'), { rev: 1 }));
    await moveVote(city, vote, 'over');
    must(await step(vote, 'closed'));
    const { result } = must(await editor('GET', `/api/owner-votes/${vote}`));
    expect(result.voided).toEqual([{ reason: '签名不是本人写的', n: 3, again: 1 }]);
    expect(result.matters[0].strict.part.heads).toBe(1);
  });
});

describe('the count', () => {
  const rows = doors(60, (at) => `业主${at % 41}`).map((row, at) =>
    at % 13 ? row : { ...row, holding: 'unsold' as const, developer: true },
  );

  test('is what an oracle counts from the evidence, and every check code is what it says', async () => {
    const silence = { article: '管理规约第二十条', warning: '不投票的，从多数', abstentions: 'follow' };
    const { vote, secrets, entries } = await plantOwnerVote(city, 'notice', { rows, settings: { silence } });
    const service = { how: 'hand', day: placeDay(Date.now()), note: '楼长送到' };
    const served = entries.slice(0, 50);
    must(
      await city.as('easthelper')('POST', `/api/owner-votes/${vote}/service`, {
        entries: served,
        ...service,
      }),
    );
    await moveVote(city, vote, 'open');
    const said: Choice[] = ['agree', 'agree', 'agree', 'against', 'abstain'];
    const letters = [...secrets.values()].slice(0, 40);
    for (const [at, secret] of letters.entries())
      await cast(vote, secret, both(said[at % 5] ?? 'agree', said[(at * 3) % 5]));
    for (const path of ['evidence', 'voters', 'signatures'])
      expect(refused(await editor('GET', `/api/owner-votes/${vote}/${path}`))).toEqual([409, 'vote-running']);
    await moveVote(city, vote, 'over');
    must(await step(vote, 'closed'));
    const { result } = must(await editor('GET', `/api/owner-votes/${vote}`));
    const evidence = must(await editor('GET', `/api/owner-votes/${vote}/evidence`));

    const headOf = (unit: { head: number }) => String(unit.head);
    for (const [at, matter] of twoMatters.entries()) {
      const again = ownersAgain({
        units: evidence.units.map((unit: { entry: string; area: number; head: number }) => ({
          id: unit.entry,
          owner: headOf(unit),
          area: unit.area,
          holding: 'sold',
        })),
        developer: developerHead,
        ballots: evidence.ballots.map((ballot: { head: number; choices: string }) => ({
          owner: headOf(ballot),
          choice: JSON.parse(ballot.choices)[matter.id],
        })),
        kind: at === 0 ? 'ordinary' : 'special',
        record: {
          article: silence.article,
          warning: silence.warning,
          abstentions: 'follow',
          served: new Set(evidence.service.map(({ entry }: { entry: string }) => entry)),
        },
      });
      const plain = (value: unknown) =>
        JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one)));
      const { silence: joint, ...strict } = plain(again);
      expect(result.matters[at].strict).toMatchObject(strict.strict);
      const { joined, ...sums } = joint;
      expect(result.matters[at].silence).toMatchObject(sums);
      expect(result.matters[at].silence.joined.heads).toBe(joined.length);
      expect(result.matters[at].passes).toBe(again.passes);
    }
    for (const { entry, choices, signature, sha256: code } of evidence.ballots)
      expect(code).toBe(sha256(ownerBallotText({ vote, entry, choices: JSON.parse(choices), signature })));
  }, 60_000);

  test('leaves every signature in the evidence, of replaced and voided ballots too, in steps on record', async () => {
    const { vote, entries, secrets } = await plantOwnerVote(city, 'open', {
      rows: doors(45, (at) => `业主${at}`),
    });
    const [first = '', second = ''] = entries;
    for (const [at, secret] of [...secrets.values()].entries())
      must(await cast(vote, secret, both('agree'), { signature: signatureOf(at) }));
    const replacing = { rev: 1, signature: signatureOf(100) };
    must(await cast(vote, secrets.get(first) ?? '', both('against'), replacing));
    must(await voided(vote, second, '签名不是本人写的'));
    await moveVote(city, vote, 'over');
    must(await step(vote, 'closed'));

    const evidence = must(await editor('GET', `/api/owner-votes/${vote}/evidence`));
    const wanted = [...evidence.ballots, ...evidence.before].map(({ signature }) => signature);
    expect(new Set(wanted).size).toBe(46);
    expect(refused(await city.as('easthelper')('GET', `/api/owner-votes/${vote}/signatures`))).toEqual([
      403,
      'forbidden',
    ]);
    const pictures = new Map<string, string | null>();
    let after = '';
    let steps = 0;
    let last = false;
    do {
      const told = must(await editor('GET', `/api/owner-votes/${vote}/signatures${after}`));
      expect(told.signatures.length).toBeLessThanOrEqual(signaturesAtOnce);
      for (const { sha256: name, png } of told.signatures) pictures.set(name, png);
      after = `?after=${told.next}`;
      last = told.next === null;
      steps++;
    } while (!last);
    expect(steps).toBe(Math.ceil(46 / signaturesAtOnce));
    expect([...pictures.keys()].sort()).toEqual([...new Set(wanted)].sort());
    for (const [name, png] of pictures) expect(sha256(Buffer.from(png ?? '', 'base64'))).toBe(name);
    const recorded = await city.db
      .prepare(
        "SELECT json_extract(detail, '$.n') AS n FROM audit WHERE target = ?1 AND act = 'owners.signatures'",
      )
      .bind(vote)
      .all<{ n: number }>();
    expect(recorded.results.reduce((sum, { n }) => sum + n, 0)).toBe(46);
  }, 60_000);

  test('once done is not done again, and tells owners when it is announced', async () => {
    const { vote, secret } = await plantOwnerVote(city, 'closed');
    expect(refused(await step(vote, 'closed'))).toEqual([400, 'bad-input']);
    expect((await opened(secret))[0].result).toBeNull();
    must(await step(vote, 'announced'));
    expect((await opened(secret))[0].result.matters.map(({ passes }: { passes: boolean }) => passes)).toEqual(
      [true, true],
    );
  });

  test('that was interrupted is done again from the same ballots', async () => {
    const { vote } = await plantOwnerVote(city, 'closed');
    const before = must(await editor('GET', `/api/owner-votes/${vote}`)).result;
    await city.db.prepare('UPDATE owner_vote SET result = NULL WHERE id = ?1').bind(vote).run();
    expect(refused(await step(vote, 'announced'))).toEqual([409, 'vote-running']);
    must(await step(vote, 'closed'));
    const after = must(await editor('GET', `/api/owner-votes/${vote}`)).result;
    expect(after.matters).toEqual(before.matters);
  });

  test('names buildings as they stand, and not as their ids sort', async () => {
    const rows = ['b1', 'b2'].map((unit) => ({ unit, door: '101', name: unit, area: 5000 }));
    const { vote } = await plantOwnerVote(city, 'closed', { rows });
    const told = async () => [
      must(await editor('GET', `/api/owner-votes/${vote}`)).buildings.map(
        (one: { unit: { id: string } }) => one.unit.id,
      ),
      must(await editor('GET', `/api/owner-votes/${vote}/voters`)).units.map(
        (one: { building: string }) => one.building.split(' ')[0],
      ),
    ];
    const stand = (at: number) =>
      city.db.prepare("UPDATE unit SET position = ?1 WHERE id = 'b2'").bind(at).run();
    const was = await city.db.prepare("SELECT position FROM unit WHERE id = 'b2'").first<number>('position');
    try {
      await stand(-1);
      expect(await told()).toEqual([
        ['b2', 'b1'],
        ['b2', 'b1'],
      ]);
    } finally {
      await stand(was ?? 0);
    }
  });
  test('posts who took part, and who chose what only where the notice said so', async () => {
    const plain = await plantOwnerVote(city, 'closed');
    const list = must(await editor('GET', `/api/owner-votes/${plain.vote}/voters`)).units;
    expect(list.map(({ channel, choices }: Record<string, unknown>) => [channel, choices])).toEqual([
      ['self', null],
      ['self', null],
    ]);
    const named = await plantOwnerVote(city, 'closed', { settings: { named: '议事规则第九条' } });
    const told = must(await editor('GET', `/api/owner-votes/${named.vote}/voters`)).units;
    expect(told[0].choices).toEqual(both('agree'));
  });
});

test('nobody is told a choice before the count', async () => {
  const { vote, secret, entries } = await plantOwnerVote(city, 'open');
  must(await cast(vote, secret, both('against', 'abstain')));
  const [, other] = entries;
  const seen = await Promise.all([
    city.as('mayor')('GET', `/api/owner-votes/${vote}`),
    city.as('mayor')('GET', `/api/owner-votes/${vote}/units?unit=b1`),
    city.as('mayor')('GET', '/api/owner-votes'),
    city.as('mayor')('POST', `/api/owner-votes/${vote}/papers`, { entry: other, choices: both('agree') }),
  ]);
  for (const { text } of seen) expect(text).not.toMatch(/against|abstain"/);
  // Helpers and leaders are told no names.
  for (const login of ['easthelper', 'eastleader'] as const)
    expect((await city.as(login)('GET', `/api/owner-votes/${vote}/units?unit=b1`)).text).not.toContain(
      '张三',
    );
  expect(seen[1]?.text).toContain('张三');
});

test('a letter reads a few rows, however large the estate', async () => {
  const { secret } = await plantOwnerVote(city, 'open', { rows: doors(2000, (at) => `业主${at}`) });
  const { db, bill } = metered(city.db);
  const call = { db, origin, now: Date.now(), language: 'zh' as const };
  expect((await openOwnerLetter(call, { secret })).votes).toHaveLength(1);
  expect(bill.rowsRead).toBeLessThanOrEqual(30);
}, 60_000);
