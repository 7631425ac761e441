// A box of few ballots beside another stays untold: not by subtraction, not by guessing what a published hash is of. Tellers,
// who have read the ballots out, count all of it; who verifies is told what could not be checked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContestRecord } from '../../schema/api/ballots.ts';
import { contestOf, groupOf, resultOf } from '../../schema/elections/box.ts';
import { fromHex, toHex } from '../../schema/elections/bytes.ts';
import { asCanonical, canonicalJson } from '../../schema/elections/canonical.ts';
import { type Choices, encodeChoices } from '../../schema/elections/choices.ts';
import type { BallotGroup } from '../../schema/elections/contest.ts';
import { type Bytes, sha256, utf8 } from '../../schema/elections/crypto.ts';
import { type Act, readAct } from '../../schema/elections/ledger.ts';
import { openedHash } from '../../schema/elections/opening.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { verifyRecord } from '../../web/verify/check.ts';
import { countHere, paperIn } from '../../web/vote/teller/opening.ts';
import { type City, must, openCity } from './city.ts';
import { agree } from './on-the-spot.ts';
import {
  boxOf,
  closedBox,
  forOne,
  freezeOf,
  openBy,
  type Planted,
  recordOf,
  signAll,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** So many by phone for the first and the second candidate, so many on paper, all of it counted and announced. */
async function counted(phone: readonly [number, number], paper: readonly [number, number]) {
  const [onPhone, onPaper] = [phone[0] + phone[1], paper[0] + paper[1]];
  const phones = Array.from({ length: onPhone }, (_, at) => (at < phone[0] ? 0 : 1));
  const planted = await closedBox(city, phones, { paper: onPaper });
  const { contest, candidates } = planted;
  const found = await openBy(planted, [0, 1]);
  const between = await recordOf(planted);
  if (onPaper > 0)
    await agree(city, contest, {
      issued: onPaper,
      present: null,
      collected: onPaper,
      over: 0,
      spoilt: 0,
      blank: 0,
      votes: candidates.map((candidate, at) => ({ candidate, for: paper[at] ?? 0, against: 0 })),
      written: [],
    });
  must(await city.as('easteditor')('POST', `/api/contests/${contest}/count`, {}));
  await signAll(planted, planted.tellers);
  must(await city.as('easteditor')('POST', `/api/contests/${contest}/announce`, {}));
  return { planted, found, between, record: await recordOf(planted) };
}

const actOf = <K extends Act['act']>(record: ContestRecord, act: K) =>
  record.entries
    .map(({ text }) => readAct(text))
    .find((one): one is Extract<Act, { act: K }> => one?.act === act);
const votesIn = (groups: readonly BallotGroup[], candidate: string) =>
  groups.reduce((sum, { n, marks }) => sum + (marks.post?.for.includes(candidate) ? n : 0), 0);

/** What anybody can make of the public record and result about votes cast by phone for the first candidate. */
async function derived({ slug, contest, candidates }: Planted, record: ContestRecord): Promise<number[]> {
  const [a = '', b = ''] = candidates;
  const told = must(await city.anyone('GET', `/api/e/${slug}/contests/${contest}/result`)).result;
  const [freeze, close, signed] = [actOf(record, 'freeze'), actOf(record, 'close'), actOf(record, 'result')];
  if (!freeze || !close || !signed) throw new Error('no result in the ledger');
  const found: number[] = [];
  for (const text of [told.text, record.result]) {
    const { paper, posts } = JSON.parse(text);
    const all = posts[0].standings.find((one: { person: string }) => one.person === a).votes;
    if (paper) found.push(all - votesIn(paper, a));
    if (record.seeds) found.push(-1);
    // Every way in which the totals may have come of the two boxes, until the hash in the ledger is met.
    const phone = record.ballots?.length ?? 0;
    const rest = JSON.parse(text).collected - phone;
    for (let forA = 0; forA <= Math.min(all, phone); forA++) {
      const one = (id: string, n: number): BallotGroup => ({ n, marks: { post: { for: [id] } } });
      const box = [one(a, forA), one(b, phone - forA)];
      const groups = [one(a, all - forA), one(b, rest - (all - forA))].filter(({ n }) => n > 0);
      if (groups.some(({ n }) => n < 0)) continue;
      const contested = contestOf(freeze, { token: close.issued, paper: close.paper }, groups);
      const guess = resultOf(JSON.parse(record.pack) as Pack, contested, box, { paper: groups, merges: {} });
      const full = canonicalJson(asCanonical({ ...JSON.parse(guess), paper: groups }));
      for (const said of [guess, full])
        if (toHex(await sha256(utf8(said))) === signed.sha256 && said !== record.result) found.push(forA);
    }
  }
  return found;
}

/** Votes for the first candidate among a few ballots, by trying every content against the hash of the opening. */
async function guessed(planted: Planted, record: ContestRecord): Promise<number[]> {
  const { ledger } = await freezeOf(planted);
  const leaves = (record.ballots ?? []).map(({ leaf }) => fromHex(leaf) ?? new Uint8Array());
  const contents = planted.candidates.map((id) => bytesOf(forOne(id)));
  const found: number[] = [];
  for (let way = 0; way < 2 ** leaves.length; way++) {
    const rows = leaves.map((leaf, at) => ({
      leaf,
      opening: {
        outcome: 'opened' as const,
        content: contents[(way >> at) & 1] ?? new Uint8Array(),
        seed: new Uint8Array(),
      },
    }));
    if (toHex(await openedHash(ledger, rows)) === actOf(record, 'opening')?.sha256) found.push(way);
  }
  return found;
}

function bytesOf(choices: Choices): Bytes {
  const encoded = encodeChoices(choices);
  if (!encoded.ok) throw new Error(encoded.why);
  return encoded.bytes;
}

describe('few ballots by phone beside paper', () => {
  test('are told with it as totals, which tellers count and nobody takes apart', async () => {
    const { planted, found, record } = await counted([2, 1], [1, 3]);
    const [a = ''] = planted.candidates;
    expect(
      votesIn(
        found.map(({ content }) => groupOf(content ?? undefined, 1)),
        a,
      ),
    ).toBe(2);
    expect(await derived(planted, record)).toEqual([]);
    expect(await guessed(planted, record)).toEqual([]);
    expect(JSON.parse(record.result ?? '')).toMatchObject({ collected: 7, paper: null, valid: true });

    const { link } = planted.tellers[0] ?? { link: '' };
    const state = must(await city.anyone('POST', '/api/teller/opening', { link, contest: planted.contest }));
    const paper = paperIn(state.paper);
    expect(votesIn(paper, a)).toBe(1);
    const box = await boxOf(planted);
    expect(await countHere(record.pack, box, found, record.result ?? '', paper)).toBe(true);
    expect(await countHere(record.pack, box, found, record.result ?? '', [])).toBe(false);

    expect(await verifyRecord(record)).toMatchObject({
      faults: [],
      counted: null,
      together: { phone: 3, paper: 4 },
    });
  }, 60_000);
});

describe('few ballots on paper beside many by phone', () => {
  test('keep the keys of the phones back, before the count too', async () => {
    const { planted, between, record } = await counted([12, 8], [1, 2]);
    expect([between.seeds, record.seeds]).toEqual([null, null]);
    expect(await derived(planted, record)).toEqual([]);
    for (const one of [between, record]) expect((await verifyRecord(one)).faults).toEqual([]);
    // Whoever publishes all the same is named.
    const opened = { ...record, seeds: (record.ballots ?? []).map(() => null) };
    expect((await verifyRecord(opened)).faults).toContainEqual({ code: 'published' });
  }, 60_000);
});

test('many by phone and many on paper are told apart, and counted anew by whoever verifies', async () => {
  const { record, between } = await counted([12, 8], [9, 11]);
  expect(between.seeds).toBeNull();
  expect((await verifyRecord(between)).faults).toEqual([]);
  expect(record.seeds).toHaveLength(20);
  expect(await verifyRecord(record)).toMatchObject({
    faults: [],
    counted: { collected: 40 },
    together: null,
  });
}, 60_000);
