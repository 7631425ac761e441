// Secret ballots at the server: freezing, check-in once for each entry, casting, the closed box.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBase64url, fromHex, toBase64url, toHex } from '../../schema/elections/bytes.ts';
import { inBoxOrder, verifyReceipt } from '../../schema/elections/cast.ts';
import { verifyChain } from '../../schema/elections/chain.ts';
import { merkleRoot } from '../../schema/elections/merkle.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { type City, must, openCity } from './city.ts';
import {
  ballotOf,
  castingBegins,
  checkIn,
  closeBox,
  forOne,
  freezeOf,
  fresh,
  openBox,
  type Planted,
  plantSealed,
  recordOf,
  register,
  signAll,
  vote,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
const hex = (text: string) => fromHex(text) ?? new Uint8Array();
const post = (path: string, body: unknown) => city.anyone('POST', path, body);
const freeze = (planted: Planted) =>
  city.as('mayor')('POST', `/api/elections/${planted.election}/freeze`, {});

describe('freezing', () => {
  test('fixes roll, candidates and keys under one hash, and a second time changes nothing', async () => {
    const planted = await plantSealed(city);
    expect(must(await freeze(planted))).toEqual({ frozen: [planted.contest], refused: [], next: null });
    expect(must(await freeze(planted)).frozen).toEqual([]);
    const record = await recordOf(planted);
    const { freeze: act } = await freezeOf(planted);
    expect(act.roll.entries).toBe(8);
    expect(act.posts[0]?.candidates.map(({ name }) => name)).toEqual(['王秀英', '李建国']);
    expect(act.page).toMatch(/^[0-9a-f]{64}$/);
    expect(record.ballots).toBeNull();
    // Nobody signed yet: the chain says so, and voting does not open.
    expect(await verifyChain(record.entries)).toMatchObject({ ok: false, fault: 'unsigned' });
    const opened = must(await city.as('mayor')('POST', `/api/elections/${planted.election}/open`, {}));
    expect(opened).toEqual({ opened: 0, unsigned: 1, left: false });
    const unsigned = async () =>
      must(await city.as('mayor')('GET', `/api/elections/${planted.election}/contests`)).contests[0].unsigned;
    expect(await unsigned()).toBe(3);
    const [one, ...others] = planted.tellers;
    await signAll(planted, others);
    expect(await unsigned()).toBe(1);
    const link = others[0]?.link;
    const home = must(await city.anyone('POST', '/api/teller/home', { link }));
    expect(home.contests).toMatchObject([{ unsigned: 0, missing: ['监票人1'] }]);
    await signAll(planted, one ? [one] : []);
    expect(await unsigned()).toBe(0);
    expect(await verifyChain((await recordOf(planted)).entries)).toMatchObject({ ok: true });
  });

  test('names what is missing', async () => {
    const planted = await plantSealed(city, { tellers: 1, pack: majority });
    const why = async () => must(await freeze(planted)).refused[0]?.why;
    const set = (sql: string) => city.db.prepare(sql).bind(planted.contest).run();
    expect(await why()).toBe('tellers');
    await set("UPDATE candidate SET state = 'refused' WHERE contest = ?1");
    expect(await why()).toBe('candidates');
    await set("UPDATE candidate SET state = 'accepted' WHERE contest = ?1");
    await city.db.prepare("UPDATE roll SET state = 'draft' WHERE id = ?1").bind(planted.roll).run();
    expect(await why()).toBe('roll-draft');
  });

  test('waits for each teller’s card to be proved, and then lets no key change', async () => {
    const planted = await plantSealed(city);
    const [teller] = planted.tellers;
    if (!teller) throw new Error('no teller');
    await city.db.prepare('UPDATE teller SET proved_at = NULL WHERE id = ?1').bind(teller.id).run();
    expect(must(await freeze(planted)).refused[0]?.why).toBe('unproved');
    await register(city, teller);
    expect(must(await freeze(planted)).frozen).toHaveLength(1);
    await expect(register(city, teller)).rejects.toThrow('teller-fixed');
    const gone = await city.as('mayor')(
      'POST',
      `/api/elections/${planted.election}/tellers/${teller.id}/remove`,
      {},
    );
    expect(gone.body.code).toBe('teller-fixed');
  });

  test('a key of one teller is nobody else’s', async () => {
    const planted = await plantSealed(city);
    const [one, two] = planted.tellers;
    if (!one || !two) throw new Error('no tellers');
    await expect(register(city, { ...two, opening: one.opening })).rejects.toThrow('teller-fixed');
  });

  test('five tellers a building and no more, wherever they are appointed', async () => {
    const { election } = await plantSealed(city, { tellers: 3 });
    const add = (unit: string) =>
      city.as('mayor')('POST', `/api/elections/${election}/tellers`, { unit, name: '某人' });
    must(await add('e1g'));
    must(await add('b1'));
    for (const unit of ['e1', 'e1g', 'b1']) expect((await add(unit)).body.code).toBe('tellers-many');
    expect((await add('w1')).status).toBe(404);
  });
});

describe('letters', () => {
  test('printed after the freeze carry its check code', async () => {
    const planted = await plantSealed(city);
    const again = () =>
      city.as('mayor')('POST', `/api/rolls/${planted.roll}/letters`, {
        of: { entry: planted.letters[0]?.entry },
        most: 1,
      });
    const view = async () => must(await city.as('mayor')('GET', `/api/rolls/${planted.roll}`)).elections;
    const papers = async () => {
      const path = `/api/elections/${planted.election}/papers?contests=${planted.contest}`;
      return must(await city.as('mayor')('GET', path)).papers[0].settled;
    };
    expect(must(await again())).toMatchObject({ settled: null, about: null });
    expect(await view()).toMatchObject([{ id: planted.election, waiting: 1, settled: 0 }]);
    expect(await papers()).toBeNull();
    await openBox(planted);
    const hash = toHex((await freezeOf(planted)).ledger);
    const { settled, about } = must(await again());
    const { title, voting_from, voting_to } =
      (await city.db
        .prepare(
          'SELECT e.title, c.voting_from, c.voting_to FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ?1',
        )
        .bind(planted.contest)
        .first()) ?? {};
    expect([settled, about]).toEqual([hash, { title, checkIn: null, from: voting_from, to: voting_to }]);
    expect(await view()).toMatchObject([{ id: planted.election, waiting: 0, settled: 1 }]);
    // What is posted after the freeze carries it as well.
    expect(await papers()).toBe(hash);
  });
});

describe('check-in', () => {
  test('signs what it cannot read, once for each entry; the same message again gets the same reply', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const { freeze: act } = await freezeOf(planted);
    const [letter] = planted.letters;
    if (!letter) throw new Error('no letter');
    const phone = await fresh(act.issuer);
    const body = { secret: letter.secret, contest: planted.contest, blinded: phone.blinded };
    const first = must(await post('/api/vote/check-in', body));
    await phone.elector(first.reply);
    expect(must(await post('/api/vote/check-in', body))).toEqual(first);
    const other = await fresh(act.issuer);
    const refused = await post('/api/vote/check-in', { ...body, blinded: other.blinded });
    expect([refused.status, refused.body.code]).toEqual([409, 'checked-in']);
    const opened = must(await post('/api/vote/letter', { secret: letter.secret }));
    expect(opened.door).toContain('101');
    expect(opened.contests[0]).toMatchObject({ contest: planted.contest, channel: 'token', state: 'open' });
    expect((await post('/api/vote/letter', { secret: 'no such code' })).body.code).toBe('letter-unknown');
  });

  test('1,000 uses of one letter at once: one participation, equal replies', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const { freeze: act } = await freezeOf(planted);
    const [letter] = planted.letters;
    const phone = await fresh(act.issuer);
    const body = { secret: letter?.secret, contest: planted.contest, blinded: phone.blinded };
    const replies = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const reply = await post('/api/vote/check-in', body);
        // Too many at once is said so; a phone asks again.
        return reply.status === 429 ? post('/api/vote/check-in', body) : reply;
      }),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(replies.map((reply) => reply.body.reply)).size).toBe(1);
    expect((await recordOf(planted)).checkedIn).toEqual({ token: 1, paper: 0 });
  });

  test('of many different messages of one letter, one is signed', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const { freeze: act } = await freezeOf(planted);
    const [letter] = planted.letters;
    const phones = await Promise.all(Array.from({ length: 12 }, () => fresh(act.issuer)));
    const replies = await Promise.all(
      phones.map(({ blinded }) =>
        post('/api/vote/check-in', { secret: letter?.secret, contest: planted.contest, blinded }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.code === 'checked-in')).toHaveLength(11);
  });

  test('hands nothing out to an entry that was struck, by letter or by hand', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const { freeze: act } = await freezeOf(planted);
    const [letter, other] = planted.letters;
    await city.db
      .prepare('UPDATE roll_entry SET struck_at = 1 WHERE roll = ?1 AND id IN (?2, ?3)')
      .bind(planted.roll, letter?.entry, other?.entry)
      .run();
    const phone = await fresh(act.issuer);
    const { contest } = planted;
    const byLetter = { secret: letter?.secret, contest, blinded: phone.blinded };
    expect((await post('/api/vote/check-in', byLetter)).body.code).toBe('entry-struck');
    const byHand = { entry: other?.entry, reason: '不会用手机', consent: true };
    const helper = city.as('easthelper');
    for (const blinded of [undefined, phone.blinded]) {
      const refused = await helper('POST', `/api/contests/${contest}/check-ins`, { ...byHand, blinded });
      expect(refused.body.code).toBe('check-in-over');
    }
    expect((await recordOf(planted)).checkedIn).toEqual({ token: 0, paper: 0 });
  });

  test('by hand: paper or the helper’s device, with who helped whom on record; the channel stays', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const { freeze: act } = await freezeOf(planted);
    const helper = city.as('easthelper');
    const [one, two] = planted.letters;
    const at = `/api/contests/${planted.contest}/check-ins`;
    const paper = { entry: one?.entry, reason: '不会用手机', consent: true };
    expect((await helper('POST', at, { ...paper, consent: false })).status).toBe(400);
    const press = { ...paper, press: 'press0000000001' };
    must(await helper('POST', at, press));
    // A lost reply is asked for again; another desk, or another press, hands out no second sheet.
    must(await helper('POST', at, press));
    for (const [by, body] of [
      [city.as('easteditor'), paper],
      [helper, paper],
      [city.as('easteditor'), { ...paper, press: 'press0000000002' }],
    ] as const)
      expect((await by('POST', at, body)).body.code).toBe('checked-in-paper');
    const phone = await fresh(act.issuer);
    const online = await post('/api/vote/check-in', {
      secret: one?.secret,
      contest: planted.contest,
      blinded: phone.blinded,
    });
    expect(online.body.code).toBe('checked-in-paper');
    const assisted = { entry: two?.entry, reason: '上门', consent: true, blinded: phone.blinded };
    await phone.elector(must(await helper('POST', at, assisted)).reply);
    expect((await helper('POST', at, { ...assisted, blinded: undefined })).body.code).toBe('checked-in');
    const doors = must(await helper('GET', `/api/contests/${planted.contest}/doors`)).doors;
    expect(doors.slice(0, 3).map(({ channel }: { channel: string }) => channel)).toEqual([
      'paper',
      'token',
      null,
    ]);
    const { results } = await city.db
      .prepare("SELECT actor, detail FROM audit WHERE act = 'contest.check-in' AND target = ?1 ORDER BY seq")
      .bind(planted.contest)
      .all<{ actor: string; detail: string }>();
    expect(results.map(({ actor, detail }) => [actor, JSON.parse(detail)])).toEqual([
      ['staffeasthelper', { entry: one?.entry, channel: 'paper', reason: '不会用手机' }],
      ['staffeasthelper', { entry: two?.entry, channel: 'token', reason: '上门' }],
    ]);
  });
});

describe('casting', () => {
  test('takes a sealed ballot, gives a receipt, and of one key the last counts', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const frozen = await freezeOf(planted);
    const [letter] = planted.letters;
    if (!letter) throw new Error('no letter');
    const elector = await checkIn(planted, frozen.freeze, letter);
    const [a = '', b = ''] = planted.candidates;
    const one = await ballotOf(planted.contest, frozen, elector, forOne(a));
    const { receipt, leaf } = must(await post('/api/vote/ballots', one.body));
    expect(leaf).toBe(toHex(one.leaf));
    expect(await verifyReceipt(bytes(frozen.freeze.receipts), bytes(receipt), frozen.ledger, one.leaf)).toBe(
      true,
    );
    // Again the same: the same leaf. Later another: it counts, and the first is on the list of replaced ones.
    expect(must(await post('/api/vote/ballots', one.body)).leaf).toBe(leaf);
    const two = await ballotOf(planted.contest, frozen, elector, forOne(b), 2);
    must(await post('/api/vote/ballots', two.body));
    expect((await post('/api/vote/ballots', one.body)).body).toMatchObject({
      code: 'ballot-older',
      counter: 2,
    });
    await closeBox(planted);
    const late = await post(
      '/api/vote/ballots',
      (await ballotOf(planted.contest, frozen, elector, forOne(a), 3)).body,
    );
    expect([late.status, late.body.code]).toEqual([409, 'not-voting']);
    // A receipt that got lost is given after the close too, and of nothing else.
    expect(must(await post('/api/vote/ballots', two.body)).leaf).toBe(toHex(two.leaf));
    const record = await recordOf(planted);
    expect(record.ballots.map((ballot: { leaf: string }) => ballot.leaf)).toEqual([toHex(two.leaf)]);
    expect(record.superseded).toMatchObject([{ counter: 1, leaf }]);
  });

  test('refuses what was not signed for, altered, or made for another contest', async () => {
    const [planted, other] = [await plantSealed(city), await plantSealed(city)];
    await openBox(planted);
    await openBox(other);
    const [frozen, elsewhere] = [await freezeOf(planted), await freezeOf(other)];
    const [letter] = planted.letters;
    if (!letter) throw new Error('no letter');
    const elector = await checkIn(planted, frozen.freeze, letter);
    const { body } = await ballotOf(planted.contest, frozen, elector, forOne(planted.candidates[0] ?? ''));
    const turned = (text: string) =>
      toBase64url(bytes(text).map((byte, at) => (at === 100 ? byte ^ 1 : byte)));
    const short = (text: string) => toBase64url(bytes(text).map((byte, at) => (at === 10 ? byte ^ 1 : byte)));
    const wrong = [
      { ...body, token: turned(body.token) },
      { ...body, sealed: turned(body.sealed) },
      { ...body, signature: short(body.signature) },
      { ...body, counter: 2 },
      { ...body, sealed: body.sealed.slice(0, -4) },
      { ...body, contest: other.contest },
      (await ballotOf(other.contest, elsewhere, elector, forOne('x1'))).body,
    ];
    for (const sent of wrong) expect((await post('/api/vote/ballots', sent)).body.code).toBe('ballot-wrong');
    must(await post('/api/vote/ballots', body));
    expect((await recordOf(planted)).ballots).toBeNull();
  });

  test('takes nothing once the hour is over, though nobody has closed the box yet', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const frozen = await freezeOf(planted);
    const [letter] = planted.letters;
    if (!letter) throw new Error('no letter');
    const elector = await checkIn(planted, frozen.freeze, letter);
    const [a = ''] = planted.candidates;
    must(await vote(planted, frozen, elector, forOne(a)));
    await city.db
      .prepare('UPDATE contest SET voting_to = ?2 WHERE id = ?1')
      .bind(planted.contest, Date.now() - 1)
      .run();
    expect((await vote(planted, frozen, elector, forOne(a), 2)).body.code).toBe('not-voting');
    const stored = await city.db
      .prepare(
        'SELECT (SELECT count(*) FROM superseded WHERE contest = ?1) AS old, counter FROM ballot WHERE contest = ?1',
      )
      .bind(planted.contest)
      .first();
    expect(stored).toEqual({ old: 0, counter: 1 });
  });

  test('of many re-votes at once one is next; nobody with the key jumps ahead and so ends re-voting', async () => {
    const planted = await plantSealed(city);
    await openBox(planted);
    const frozen = await freezeOf(planted);
    const [letter] = planted.letters;
    if (!letter) throw new Error('no letter');
    const elector = await checkIn(planted, frozen.freeze, letter);
    const choice = forOne(planted.candidates[0] ?? '');
    const older = { status: 409, body: { code: 'ballot-older', counter: 0 } };
    expect(await vote(planted, frozen, elector, choice, 99)).toMatchObject(older);
    must(await vote(planted, frozen, elector, choice));
    expect((await vote(planted, frozen, elector, choice, 3)).body).toMatchObject({ counter: 1 });
    const bodies = await Promise.all(
      Array.from({ length: 20 }, () => ballotOf(planted.contest, frozen, elector, choice, 2)),
    );
    const sent = await Promise.all(bodies.map(({ body }) => post('/api/vote/ballots', body)));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    await closeBox(planted);
    const record = await recordOf(planted);
    expect(record.ballots.map(({ counter }: { counter: number }) => counter)).toEqual([2]);
    expect(record.superseded.map(({ counter }: { counter: number }) => counter)).toEqual([1]);
  });
});

describe('two phases', () => {
  test('ballots are handed out first and cast later, and neither at the other’s time', async () => {
    const planted = await plantSealed(city, { phases: true });
    await openBox(planted);
    const frozen = await freezeOf(planted);
    const [one, two] = planted.letters;
    if (!one || !two) throw new Error('no letters');
    const elector = await checkIn(planted, frozen.freeze, one);
    const [a = ''] = planted.candidates;
    expect((await vote(planted, frozen, elector, forOne(a))).body.code).toBe('not-voting');
    await castingBegins(planted);
    must(await vote(planted, frozen, elector, forOne(a)));
    await expect(checkIn(planted, frozen.freeze, two)).rejects.toThrow('check-in-over');
  });
});

describe('the closed box', () => {
  test('stands in the ledger with its root, by the clock too', async () => {
    const planted = await plantSealed(city, { doors: 5 });
    await openBox(planted);
    const frozen = await freezeOf(planted);
    for (const letter of planted.letters.slice(0, 4)) {
      const elector = await checkIn(planted, frozen.freeze, letter);
      if (letter !== planted.letters[3])
        must(await vote(planted, frozen, elector, forOne(planted.candidates[0] ?? '')));
    }
    await city.db.prepare('UPDATE contest SET voting_to = 1 WHERE id = ?1').bind(planted.contest).run();
    await city.runtime.scheduled();
    const record = await recordOf(planted);
    const leaves = record.ballots.map(({ leaf }: { leaf: string }) => hex(leaf));
    expect(JSON.parse(record.entries.at(-1).text)).toMatchObject({
      act: 'close',
      issued: 4,
      paper: 0,
      ballots: 3,
      root: toHex(await merkleRoot(inBoxOrder(leaves))),
    });
    // Closing again writes nothing.
    await city.runtime.scheduled();
    expect((await recordOf(planted)).entries).toHaveLength(record.entries.length);
    await signAll(planted, planted.tellers.slice(0, 2));
    expect(await verifyChain((await recordOf(planted)).entries)).toMatchObject({ ok: true });
  });
});
