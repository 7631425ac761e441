// One elector, one vote, in whatever mix of channels: electors (2,000; 10,000 with --full) come by letter, at the desk and at the door, twice, at once
// and in any order, with lost replies and other devices. Straight at the Worker's acts on a database in memory, where other calls
// come in between any two statements; tests/http/channels.test.ts does the same to the built Worker with fewer.
import { expect, test, vi } from 'vitest';
import { checkInByHand } from '../../worker/elections/ballots/by-hand.ts';
import { castBallot } from '../../worker/elections/ballots/cast.ts';
import { checkIn } from '../../worker/elections/ballots/check-in.ts';
import { Refusal } from '../../worker/http/refusal.ts';
import { contest, letterOf, memoryElection, Phone, secret } from './memory-election.ts';
import { dice } from './random-elections.ts';

// Raw RSA is workerd's own; what it says of a blinded message tells nothing here.
vi.mock('../../worker/elections/issuer.ts', async (real) => ({
  ...(await real<object>()),
  signBlinded: async (_kept: unknown, _secret: string, _contest: string, blinded: Uint8Array) => blinded,
}));

const electors = process.env.FULL ? 10_000 : 2_000;
const now = 1_795_000_000_000;
const refused = (thrown: unknown) => {
  if (!(thrown instanceof Refusal)) throw thrown;
  return undefined;
};

test(`${electors} electors by mixed channels: each takes part once, and the box holds no more than was handed out`, async () => {
  const { db, entries, ballot } = await memoryElection(electors, {
    checkIn: [now - 1, now + 1],
    voting: [now - 1, now + 1],
  });
  const die = dice(electors);
  const call = { db, now, origin: 'http://localhost', language: 'zh' as const };
  const actor = { id: 'staff1', login: 'helper', name: '小王', mustChange: false, grants: [] };
  const byHand = (at: number, blinded?: string) =>
    checkInByHand({ ...call, actor }, () => secret, contest, {
      entry: entries[at] ?? '',
      reason: '上门',
      consent: true,
      ...(blinded !== undefined && { blinded }),
    });
  /** the phones that hold a token in the end, and whether paper was handed out */
  const comes = async (at: number) => {
    const got = new Set<Phone>();
    let paper = 0;
    const onPhone = async (times: number) => {
      const phone = new Phone();
      const asked = { secret: letterOf(at), contest, blinded: phone.blinded };
      for (let time = 0; time < times; time++)
        if (await checkIn(call, secret, asked).catch(refused)) got.add(phone);
    };
    const onPaper = async () => {
      if (await byHand(at).catch(refused)) paper = 1;
    };
    const atDoor = async () => {
      const phone = new Phone();
      if (await byHand(at, phone.blinded).catch(refused)) got.add(phone);
    };
    const tries = Array.from(
      { length: 1 + die(3) },
      () => [() => onPhone(1 + die(2)), onPaper, atDoor][die(3)] ?? onPaper,
    );
    if (die(2) === 0) await Promise.all(tries.map((one) => one()));
    else for (const one of tries) await one();
    return { got: [...got], paper };
  };
  let [tokens, papers, cast, replaced] = [0, 0, 0, 0];
  const elector = async (at: number) => {
    const { got, paper } = await comes(at);
    expect([at, got.length + paper]).toEqual([at, 1]);
    papers += paper;
    const [phone] = got;
    if (!phone) return;
    tokens++;
    if (die(10) === 0) return;
    cast++;
    const votes = 1 + die(2);
    replaced += votes - 1;
    for (let counter = 1; counter <= votes; counter++) {
      const { body } = await ballot(phone, counter);
      await castBallot({ db, now }, secret, body);
      // Sent again, or by whoever copied it, it adds none.
      if (die(3) === 0) await castBallot({ db, now }, secret, body);
    }
  };
  const crowd = 50;
  for (let from = 0; from < electors; from += crowd)
    await Promise.all(Array.from({ length: crowd }, (_, at) => elector(from + at)));
  const count = async (sql: string) =>
    (await db.prepare(`SELECT count(*) AS n FROM ${sql}`).first<{ n: number }>())?.n;
  expect(tokens + papers).toBe(electors);
  expect(await count('check_in')).toBe(electors);
  expect(await count("check_in WHERE channel = 'token'")).toBe(tokens);
  expect(await count('ballot')).toBe(cast);
  expect(await count('superseded')).toBe(replaced);
  expect(await count("audit WHERE act = 'contest.check-in'")).toBe(
    await count('check_in WHERE assisted_by IS NOT NULL'),
  );
  console.log(`${electors} electors: ${tokens} by phone (${cast} cast), ${papers} on paper`);
}, 300_000);
