// The ledger of a contest: what is whole stays whole, what is not is named with its entry.
import { describe, expect, test } from 'vitest';
import { toBase64url } from '../../schema/elections/bytes.ts';
import { canonicalJson } from '../../schema/elections/canonical.ts';
import { verifyChain } from '../../schema/elections/chain.ts';
import { type Entry, hashText, readAct } from '../../schema/elections/ledger.ts';
import { freeze, ledgerOf, type Step, steps } from './election.ts';

const whole = await ledgerOf(steps);
const close = steps[4]?.[0];

/** The steps with one of them replaced, or followed by others. */
const stepsWith = (at: number, ...instead: Step[]): Step[] => [
  ...steps.slice(0, at),
  ...instead,
  ...steps.slice(at + 1),
];
const faultOf = async (entries: readonly Entry[]) => {
  const chain = await verifyChain(entries);
  return chain.ok ? 'none' : `${chain.fault} ${chain.entry}`;
};

test('a whole ledger is read to its end, and its first hash never changes', async () => {
  const chain = await verifyChain(whole);
  expect(chain).toMatchObject({ ok: true, freeze });
  expect(chain.ok && chain.acts.map(({ act }) => act)).toEqual(steps.map(([{ act }]) => act));
  expect(chain.ok && chain.hashes[0]).toBe(
    '55ea06051b1aac21b9a11eb987153932ca8bcf4626ff15c1d3ad90841e209cc6',
  );
});

test('every beginning of it that has an entry is whole too', async () => {
  expect(await faultOf([])).toBe('empty 0');
  for (let length = 1; length <= whole.length; length++)
    expect(await faultOf(whole.slice(0, length))).toBe('none');
});

describe('what cannot be in this order is named', () => {
  const shares = (teller: number): Step => [
    { act: 'shares', teller, sha256: '5'.repeat(64) },
    [Math.min(teller, 2)],
  ];
  const objection: Step = [{ act: 'objection', sha256: '1'.repeat(64) }, []];
  test.each<[string, readonly Step[], string]>([
    ['nothing frozen', [objection, ...steps], 'order 0'],
    ['frozen twice', stepsWith(1, steps[0] ?? objection), 'order 1'],
    ['opened twice', stepsWith(1, [{ act: 'open' }, []], [{ act: 'open' }, []]), 'order 2'],
    ['closed before it opened', stepsWith(3, objection), 'order 4'],
    ['shares before the close', [...steps.slice(0, 4), shares(0)], 'order 4'],
    ['a teller’s shares twice', stepsWith(6, shares(2)), 'order 6'],
    ['shares of nobody', stepsWith(6, shares(3)), 'order 6'],
    ['opened by one teller of two', stepsWith(6, objection), 'order 7'],
    ['shares after the opening', [...steps.slice(0, 8), shares(1)], 'order 8'],
    [
      'more or fewer opened than closed',
      stepsWith(7, [{ act: 'opening', opened: 20, void: 2, sha256: '7'.repeat(64) }, [0, 2]]),
      'order 7',
    ],
    ['a result without an opening', stepsWith(7, objection), 'order 8'],
    [
      'a correction of what is not there yet',
      stepsWith(2, [{ act: 'correction', corrects: 2, sha256: '2'.repeat(64) }, []]),
      'order 2',
    ],
    [
      'more ballots than tokens',
      stepsWith(4, [{ ...(close?.act === 'close' ? close : never()), issued: 20 }, [0, 1]]),
      'order 4',
    ],
  ])('%s', async (_, acts, fault) => {
    expect(await faultOf(await ledgerOf(acts))).toBe(fault);
  });
});

test('a result that was taken back needs no signatures; the one that stands does', async () => {
  const result = (...signers: number[]): Step => [{ act: 'result', sha256: '8'.repeat(64) }, signers];
  const back: Step = [{ act: 'correction', corrects: 8, sha256: '2'.repeat(64) }, []];
  const after = async (...acts: Step[]) => faultOf(await ledgerOf([...steps.slice(0, 8), ...acts]));
  expect(await after(result(), back, result(0, 2))).toBe('none');
  expect(await after(result(), back, result(0))).toBe('unsigned 10');
  expect(await after(result(0))).toBe('unsigned 8');
});

test('an entry has its place, in its contest, at its time', async () => {
  const [first = never()] = whole;
  const open = {
    act: 'open',
    number: 1,
    previous: await hashText(first.text),
    contest: freeze.contest,
  } as const;
  const second = (change: object) => [
    first,
    { text: canonicalJson({ ...open, at: freeze.at, ...change }), signatures: [] },
  ];
  expect(await faultOf(second({}))).toBe('none');
  expect(await faultOf(second({ number: 2 }))).toBe('number 1');
  expect(await faultOf(second({ previous: '0'.repeat(64) }))).toBe('previous 1');
  expect(await faultOf(second({ contest: 'another' }))).toBe('contest 1');
  expect(await faultOf(second({ at: freeze.at - 1 }))).toBe('time 1');
});

describe('who has not signed is missed', () => {
  test.each<[number, readonly number[], string]>([
    [0, [0, 1], 'unsigned 0'],
    [0, [], 'unsigned 0'],
    [4, [1], 'unsigned 4'],
    [5, [1], 'unsigned 5'],
    [5, [0, 1, 2], 'none'],
    [7, [2], 'unsigned 7'],
    [8, [], 'unsigned 8'],
    [8, [2, 2], 'signature 8'],
    [8, [1, 2], 'none'],
    [3, [1], 'none'],
  ])('entry %i signed by %j', async (at, signers, fault) => {
    const [act] = steps[at] ?? never();
    expect(await faultOf(await ledgerOf(stepsWith(at, [act, signers])))).toBe(fault);
  });

  test('a signature for another entry, or by another teller, is none', async () => {
    const [closing, result] = [whole[4] ?? never(), whole[8] ?? never()];
    const moved = whole.map((entry) =>
      entry === result ? { ...result, signatures: closing.signatures } : entry,
    );
    expect(await faultOf(moved)).toBe('signature 8');
    const swapped = result.signatures.map(({ teller, signature }) => ({ teller: 2 - teller, signature }));
    expect(
      await faultOf(whole.map((entry) => (entry === result ? { ...result, signatures: swapped } : entry))),
    ).toBe('signature 8');
    const stranger = result.signatures.map(({ signature }) => ({ teller: 7, signature }));
    expect(
      await faultOf(whole.map((entry) => (entry === result ? { ...result, signatures: stranger } : entry))),
    ).toBe('signature 8');
  });
});

test('an entry has one text', () => {
  const text = whole[3]?.text ?? '';
  expect(readAct(text)?.act).toBe('open');
  expect(readAct(`${text} `)).toBeUndefined();
  expect(readAct(text.replace('{', '{"also":1,'))).toBeUndefined();
  expect(readAct(text.replace('"open"', '"vote"'))).toBeUndefined();
});

test('a freeze to a key that nothing can be sealed to is named', async () => {
  const [[frozen, signers] = never()] = steps;
  if (frozen.act !== 'freeze') throw new Error('the sample has changed');
  const opening = toBase64url(Uint8Array.from({ length: 65 }, () => 4));
  const [first = never(), ...others] = frozen.tellers;
  const tellers = [{ ...first, opening }, ...others];
  expect(await faultOf(await ledgerOf([[{ ...frozen, tellers }, signers]]))).toBe('key 0');
});

test('a freeze that could not be opened is no freeze', () => {
  const { tellers } = freeze;
  const [first = never()] = tellers;
  const text = (change: object) => canonicalJson({ ...freeze, ...change });
  expect(readAct(text({}))).toEqual(freeze);
  expect(readAct(text({ quorum: 4 }))).toBeUndefined();
  expect(readAct(text({ quorum: 0 }))).toBeUndefined();
  expect(readAct(text({ tellers: [first, first, first] }))).toBeUndefined();
  expect(readAct(text({ tellers: [...tellers, ...tellers] }))).toBeUndefined();
  expect(readAct(text({ receipts: first.signing }))).toBeUndefined();
  expect(readAct(text({ tellers: [{ ...first, opening: first.signing }], quorum: 1 }))).toBeUndefined();
  expect(readAct(text({ posts: [] }))).toBeUndefined();
  expect(readAct(text({ posts: [freeze.posts[0], freeze.posts[0]] }))).toBeUndefined();
  expect(readAct(text({ issuer: 'AB' }))).toBeUndefined();
});

function never(): never {
  throw new Error('the sample has changed');
}
