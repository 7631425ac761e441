// Opening a closed box: two of three tellers open it, one cannot; whoever lies is named; the count is what the ballots say.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBase64url } from '../../schema/elections/bytes.ts';
import { verifyChain } from '../../schema/elections/chain.ts';
import { utf8 } from '../../schema/elections/crypto.ts';
import { goOnMessage } from '../../schema/elections/opening.ts';
import { importKey } from '../../schema/elections/p256.ts';
import { sign } from '../../schema/elections/signature.ts';
import { type Found, openTogether } from '../../web/vote/teller/box.ts';
import { type City, must, openCity } from './city.ts';
import {
  boxOf,
  closedBox,
  commit,
  commitBody,
  newKeys,
  openBox,
  openBy,
  type Planted,
  plantSealed,
  random,
  recordOf,
  register,
  signAll,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const never = (): never => {
  throw new Error('no such teller');
};
const sha256 = (words: string) => createHash('sha256').update(words).digest('hex');

/** What all who have shown their shares find together. */
async function findAll(planted: Planted): Promise<Found[]> {
  const body = { link: planted.tellers[0]?.link, contest: planted.contest };
  const { tellers } = must(await city.anyone('POST', '/api/teller/opening', body));
  return openTogether(
    await boxOf(planted),
    tellers.map(({ shares }: { shares: string[] | null }) => shares),
  );
}
const count = (planted: Planted) =>
  city.anyone('POST', '/api/teller/count', { link: planted.tellers[0]?.link, contest: planted.contest });

describe('opening a box', () => {
  test('two of three open it; the third is not needed; the ledger stands and the count is right', async () => {
    const planted = await closedBox(city, [0, 0, 1, 0, utf8('no ballot')]);
    await signAll(planted, planted.tellers.slice(0, 2));
    const found = await openBy(planted, [0, 2]);
    expect(found.filter(({ content }) => content !== null)).toHaveLength(5);
    const counted = JSON.parse(must(await count(planted)).result);
    expect(counted).toMatchObject({
      valid: true,
      collected: 5,
      registered: 5,
      issued: 5,
      void: 1,
    });
    expect(counted.posts[0].elected).toEqual([planted.candidates[0]]);
    await signAll(planted, planted.tellers.slice(0, 2));
    const record = await recordOf(planted);
    expect(await verifyChain(record.entries)).toMatchObject({ ok: true });
    expect(record.state).toBe('counted');
    // Five ballots: who cast which would be known; only the totals are public.
    expect(record.seeds).toBeNull();
  });

  test('an objection and its answer stand in the ledger by the hash of their words', async () => {
    const planted = await closedBox(city, [0, 1, 0]);
    await signAll(planted, planted.tellers.slice(0, 2));
    await openBy(planted, [0, 2]);
    must(await count(planted));
    const path = `/api/contests/${planted.contest}/objections`;
    const mayor = city.as('mayor');
    const said = { about: 'result', words: '有人代投', saidBy: '赵敏' };
    const ids = [must(await mayor('POST', path, said)).id, must(await mayor('POST', path, said)).id];
    const answer = { state: 'refused', answer: '查过，没有' };
    const replies = await Promise.all([
      mayor('PATCH', `${path}/${ids[0]}`, answer),
      mayor('PATCH', `${path}/${ids[0]}`, answer),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 404]);
    await signAll(planted, planted.tellers.slice(0, 2));
    const chain = await verifyChain((await recordOf(planted)).entries);
    const acts = chain.ok ? chain.acts.slice(-3) : [];
    expect(acts).toMatchObject([
      { act: 'objection', sha256: sha256('有人代投') },
      { act: 'objection', sha256: sha256('有人代投') },
      { act: 'correction', corrects: acts[1]?.number, sha256: sha256('查过，没有') },
    ]);
  });

  test('one key alone opens nothing, and nobody shows shares before a quorum has committed', async () => {
    const planted = await closedBox(city, [0, 1]);
    const one = await commit(planted, 0);
    expect((await one.show()).body.code).toBe('shares-early');
    const body = { link: planted.tellers[0]?.link, contest: planted.contest };
    const { leaf } = (await recordOf(planted)).ballots[0];
    const opened = await city.anyone('POST', '/api/teller/opened', {
      ...body,
      ballots: [{ leaf, seed: null }],
    });
    expect(opened.body.code).toBe('shares-early');
    expect((await count(planted)).body.code).toBe('box-not-closed');
  });

  test('others than committed to are refused; a lie that was committed to is named and changes nothing', async () => {
    const planted = await closedBox(city, [0, 1, 1]);
    const junk = (shares: string[]) =>
      shares.map((share, at) => (at === 1 ? toBase64url(random(64)) : share));
    const first = await commit(planted, 1);
    await commit(planted, 2);
    const link = planted.tellers[1]?.link;
    const other = { link, contest: planted.contest, shares: junk(first.shares) };
    expect((await city.anyone('POST', '/api/teller/shares', other)).body.code).toBe('shares-other');

    const lied = await closedBox(city, [0, 1, 1]);
    const found = await openBy(lied, [0, 1, 2], { 1: junk });
    expect(found.map(({ lying }) => lying)).toEqual([[], [1], []]);
    expect(JSON.parse(must(await count(lied)).result).posts[0].elected).toEqual([lied.candidates[1]]);
  });

  describe('where one of two who came calls every ballot unreadable', () => {
    const unreadable = (shares: string[]) => shares.map(() => '');
    const told = async (planted: Planted, by: number, more: object = {}, seeds: string[] = []) => {
      const leaves: { leaf: string }[] = (await recordOf(planted)).ballots;
      const ballots = leaves.map(({ leaf }, at) => ({ leaf, seed: seeds[at] ?? null }));
      const { contest } = planted;
      const link = planted.tellers[by]?.link;
      return city.anyone('POST', '/api/teller/opened', { link, contest, ballots, ...more });
    };
    const word = async (planted: Planted, by: number) => {
      const teller = planted.tellers[by] ?? never();
      const { ledger } = await boxOf(planted);
      const signer = (await importKey('ECDSA', teller.signing)).privateKey;
      return { goOn: toBase64url(await sign(signer, goOnMessage(ledger, by))) };
    };
    const half = async () => {
      const planted = await closedBox(city, [0, 1, 1]);
      for (const one of [await commit(planted, 0), await commit(planted, 1, unreadable)])
        must(await one.show());
      return planted;
    };

    test('none is void before the third has come, whose key opens them all', async () => {
      const planted = await half();
      expect(must(await told(planted, 1))).toEqual({ left: 3 });
      expect((await recordOf(planted)).state).toBe('closed');
      must(await (await commit(planted, 2)).show());
      expect((await told(planted, 1)).body.code).toBe('opening-other');
      const found = await findAll(planted);
      expect(found.map(({ why, lying }) => [why, lying])).toEqual([0, 1, 2].map(() => [null, [1]]));
      const seeds = found.map(({ seed }) => seed ?? '');
      expect(must(await told(planted, 0, {}, seeds))).toEqual({ left: 0 });
    });

    test('they are void once all who came have signed to go on, and not by the word of one or of a link', async () => {
      const planted = await half();
      expect(must(await told(planted, 1, await word(planted, 1)))).toEqual({ left: 3 });
      expect((await told(planted, 0, await word(planted, 1))).body.code).toBe('teller-keys');
      expect(must(await told(planted, 0, await word(planted, 0)))).toEqual({ left: 0 });
      expect((await recordOf(planted)).state).toBe('opened');
    });
  });

  test('the server takes no seed but the right one, and calls no ballot void that opens', async () => {
    const planted = await closedBox(city, [0, 1]);
    const both = [await commit(planted, 0), await commit(planted, 1)];
    for (const one of both) must(await one.show());
    const link = planted.tellers[0]?.link;
    const { leaf } = (await recordOf(planted)).ballots[1];
    for (const seed of [null, toBase64url(random())]) {
      const sent = { link, contest: planted.contest, ballots: [{ leaf, seed }] };
      const reply = await city.anyone('POST', '/api/teller/opened', sent);
      expect([reply.body.code, reply.body.n]).toEqual(['opening-other', 2]);
    }
  });

  test('of twenty ballots and more the seeds are public', async () => {
    const planted = await closedBox(
      city,
      Array.from({ length: 20 }, (_, at) => at % 2),
    );
    await openBy(planted, [1, 2]);
    const record = await recordOf(planted);
    expect(record.seeds).toHaveLength(20);
    expect(new Set(record.seeds).size).toBe(20);
    // In the order of the box, which is that of hashes.
    const leaves = record.ballots.map(({ leaf }: { leaf: string }) => leaf);
    expect(leaves).toEqual([...leaves].sort());
  });

  test('a teller of another election, a link that was replaced and an open box open nothing', async () => {
    const [planted, other] = [await closedBox(city, [0]), await plantSealed(city)];
    const stranger = other.tellers[0] ?? never();
    const commitTo = async (contest: string) =>
      city.anyone('POST', '/api/teller/commitments', await commitBody(contest, stranger, '0'.repeat(64)));
    const foreign = await commitTo(planted.contest);
    expect(foreign.body.code).toBe('not-found');
    await openBox(other);
    const early = await commitTo(other.contest);
    expect(early.body.code).toBe('box-not-closed');
    const [teller] = planted.tellers;
    must(await city.as('mayor')('POST', `/api/elections/${planted.election}/tellers/${teller?.id}/link`, {}));
    expect((await city.anyone('POST', '/api/teller/home', { link: teller?.link })).body.code).toBe(
      'teller-link',
    );
  });

  test('whoever has only the link, as staff who renewed it, binds a teller to no shares', async () => {
    const planted = await closedBox(city, [0, 1, 1]);
    const [absent, teller] = [planted.tellers[0] ?? never(), planted.tellers[1] ?? never()];
    const renewed = must(
      await city.as('easteditor')('POST', `/api/elections/${planted.election}/tellers/${teller.id}/link`, {}),
    );
    teller.link = renewed.link.split('#')[1];
    const forged = await commitBody(planted.contest, { ...absent, link: teller.link }, '0'.repeat(64));
    expect((await city.anyone('POST', '/api/teller/commitments', forged)).body.code).toBe('teller-keys');
    expect((await openBy(planted, [1, 2])).filter(({ content }) => content !== null)).toHaveLength(3);
  });

  test('staff see who has not signed what is settled, and the history who came with a new link', async () => {
    const planted = await plantSealed(city);
    const mayor = city.as('mayor');
    const path = `/api/elections/${planted.election}/tellers`;
    const unsigned = async () =>
      must(await mayor('GET', path)).tellers.map((one: { unsigned: number }) => one.unsigned);
    expect(await unsigned()).toEqual([0, 0, 0]);
    const teller = planted.tellers[0] ?? never();
    const renewed = must(await mayor('POST', `${path}/${teller.id}/link`, {}));
    const stranger = { ...teller, ...(await newKeys()), link: renewed.link.split('#')[1] };
    await register(city, stranger);
    const { results } = await city.db
      .prepare('SELECT act FROM audit WHERE target = ?1 ORDER BY seq')
      .bind(teller.id)
      .all<{ act: string }>();
    expect(results.slice(-3).map(({ act }) => act)).toEqual(['teller.link', 'teller.keys', 'teller.proof']);
    must(await mayor('POST', `/api/elections/${planted.election}/freeze`, {}));
    await signAll(planted, [planted.tellers[1] ?? never()]);
    expect(await unsigned()).toEqual([1, 0, 1]);
  });

  test('an altered box is not that of the ledger', async () => {
    const planted = await closedBox(city, [0, 1, 0]);
    await city.db
      .prepare(
        'DELETE FROM ballot WHERE contest = ?1 AND leaf = (SELECT min(leaf) FROM ballot WHERE contest = ?1)',
      )
      .bind(planted.contest)
      .run();
    await expect(boxOf(planted)).rejects.toThrow('root');
  });
});
