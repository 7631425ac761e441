// Sealed ballots under every k of n tellers, and under everybody who could cheat: a stranger who changes bytes, an elector
// who seals badly, a teller who lies.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equal } from '../../schema/elections/bytes.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import { join, split } from '../../schema/elections/layout.ts';
import { type Handed, openBySeed, openWith, unlock } from '../../schema/elections/open.ts';
import { deriveKey, importPoint } from '../../schema/elections/p256.ts';
import { quorums } from '../../schema/elections/quorums.ts';
import { boxInfo, contextOf, hpke, seal, type Terms } from '../../schema/elections/seal.ts';

const keys = await Promise.all([1, 2, 3, 4, 5].map((teller) => deriveKey(new Uint8Array(32).fill(teller))));
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((drawn) => new Uint8Array(drawn));
const contents = fc.uint8Array({ maxLength: 510 }).map((drawn) => new Uint8Array(drawn));

const termsFor = (n: number, quorum: number, ledger: Bytes, ballot: Bytes): Terms => ({
  ledger,
  ballot,
  quorum,
  tellers: keys.slice(0, n).map(({ point }) => point),
});
const anyTerms = (n: number, k: number) =>
  fc.tuple(bytes(32), bytes(32)).map(([ledger, ballot]) => termsFor(n, k, ledger, ballot));

/** What honest tellers hand in. */
const unlocked = (sealed: Bytes, terms: Terms): Promise<Handed[]> =>
  Promise.all(keys.slice(0, terms.tellers.length).map((key, teller) => unlock(sealed, teller, key, terms)));
const of = (handed: readonly Handed[], present: readonly number[]): Map<number, Handed> =>
  new Map(present.map((teller) => [teller, handed[teller] ?? 'unreadable']));
/** All sets of at least k tellers. */
const meetings = (n: number, k: number) =>
  Array.from({ length: n - k + 1 }, (_, more) => quorums(n, k + more)).flat();

const sizes = [1, 2, 3, 4, 5].flatMap((n) => Array.from({ length: n }, (_, at) => [at + 1, n] as const));

test.each(sizes)('%i of %i tellers open, whoever they are, and fewer do not', async (k, n) => {
  await fc.assert(
    fc.asyncProperty(contents, bytes(32), anyTerms(n, k), async (content, seed, terms) => {
      const sealed = await seal(content, seed, terms);
      const handed = await unlocked(sealed, terms);
      for (const quorum of quorums(n, k)) {
        const opened = await openWith(sealed, of(handed, quorum), terms);
        expect(opened).toEqual({ outcome: 'opened', content, seed, lying: [] });
      }
      for (const few of quorums(n, k - 1))
        expect(await openWith(sealed, of(handed, few), terms)).toEqual({ outcome: 'locked', missing: 1 });
    }),
    { numRuns: 2 },
  );
});

describe('2 of 3', () => {
  const [n, k] = [3, 2];

  test('any byte changed, and no meeting of tellers counts the ballot', async () => {
    const seed = new Uint8Array(32).fill(3);
    const terms = termsFor(n, k, new Uint8Array(32).fill(1), new Uint8Array(32).fill(2));
    const sealed = await seal(new Uint8Array([1, 2, 3]), seed, terms);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = sealed.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(await openBySeed(changed, seed, terms)).toMatchObject({ outcome: 'void' });
        const handed = await unlocked(changed, terms);
        for (const present of meetings(n, k))
          expect(await openWith(changed, of(handed, present), terms)).toMatchObject({ outcome: 'void' });
      }),
      { numRuns: 120 },
    );
  });

  test('a ballot copied to another contest, another id or other tellers is void there', async () => {
    await fc.assert(
      fc.asyncProperty(
        contents,
        bytes(32),
        anyTerms(n, k),
        bytes(32),
        async (content, seed, terms, other) => {
          const sealed = await seal(content, seed, terms);
          const elsewhere: Terms[] = [
            { ...terms, ledger: other },
            { ...terms, ballot: other },
            { ...terms, tellers: [...terms.tellers].reverse() },
          ];
          for (const place of elsewhere) {
            expect(await openBySeed(sealed, seed, place)).toMatchObject({ outcome: 'void' });
            const handed = await unlocked(sealed, place);
            expect(handed.filter((said) => said !== 'unreadable')).toEqual([]);
            // Even tellers who say what they found under the true terms.
            const told = await unlocked(sealed, terms);
            expect(await openWith(sealed, of(told, [0, 1, 2]), place)).toMatchObject({ outcome: 'void' });
          }
          expect(await openBySeed(sealed, seed, { ...terms, quorum: 1 })).toEqual({
            outcome: 'void',
            why: 'layout',
          });
        },
      ),
      { numRuns: 8 },
    );
  });
});

/** An elector's own program: an honest ballot, but for one teller's box, which holds other shares and opens all the same. */
async function withBadBox(sealed: Bytes, victim: number, garbage: Bytes, terms: Terms): Promise<Bytes> {
  const parts = split(sealed, terms.tellers.length, terms.quorum);
  const recipientPublicKey = await importPoint('ECDH', terms.tellers[victim] ?? new Uint8Array());
  if (!parts || !recipientPublicKey) throw new Error('no ballot to spoil');
  const sender = await hpke.createSenderContext({ recipientPublicKey, info: boxInfo(terms, victim) });
  const shares = new Uint8Array(await sender.seal(garbage, await contextOf(terms)));
  const bad = { enc: new Uint8Array(sender.enc), shares };
  return join({ ...parts, boxes: parts.boxes.map((box, teller) => (teller === victim ? bad : box)) });
}

test.each([
  [2, 3],
  [3, 5],
  [4, 5],
])('an elector who seals badly for one of the tellers is void for every meeting (%i of %i)', async (k, n) => {
  await fc.assert(
    fc.asyncProperty(
      bytes(32),
      anyTerms(n, k),
      fc.nat(n - 1),
      bytes(32 * 6),
      async (seed, terms, victim, noise) => {
        const honest = await seal(new Uint8Array([1]), seed, terms);
        const whole = await unlocked(honest, terms);
        const inBox = whole[victim];
        if (!(inBox instanceof Uint8Array)) throw new Error('an honest box stays shut');
        // Noise; or the very shares, under a key that the seed does not give.
        for (const put of [noise.subarray(0, inBox.length), inBox]) {
          const sealed = await withBadBox(honest, victim, put, terms);
          const handed = await unlocked(sealed, terms);
          expect(handed).not.toContain('unreadable');
          for (const present of meetings(n, k))
            expect(await openWith(sealed, of(handed, present), terms)).toMatchObject({ outcome: 'void' });
        }
      },
    ),
    { numRuns: 2 },
  );
});

test.each([
  [1, 2],
  [2, 3],
  [2, 5],
  [3, 5],
])(
  'while an honest quorum of %i of %i is there, the ballot opens and exactly the liars are named',
  async (k, n) => {
    const liars = fc.subarray(
      Array.from({ length: n }, (_, teller) => teller),
      { minLength: 1, maxLength: n - k },
    );
    await fc.assert(
      fc.asyncProperty(
        contents,
        bytes(32),
        anyTerms(n, k),
        liars,
        fc.nat(),
        async (content, seed, terms, lying, how) => {
          const sealed = await seal(content, seed, terms);
          const handed = await unlocked(sealed, terms);
          const said = handed.map((shares, teller): Handed => {
            if (!lying.includes(teller) || shares === 'unreadable') return shares;
            const wrong = shares.map((byte, at) => (at === how % shares.length ? byte ^ 1 : byte));
            return (
              [wrong, 'unreadable' as const, shares.slice(1), new Uint8Array()][(how + teller) % 4] ?? wrong
            );
          });
          const opened = await openWith(
            sealed,
            of(
              said,
              said.map((_, teller) => teller),
            ),
            terms,
          );
          expect(opened).toEqual({ outcome: 'opened', content, seed, lying });
        },
      ),
      { numRuns: 6 },
    );
  },
);

test('no two ballots look alike, and all are equally long', async () => {
  const terms = termsFor(3, 2, new Uint8Array(32), new Uint8Array(32));
  await fc.assert(
    fc.asyncProperty(contents, contents, bytes(32), bytes(32), async (one, other, seed, another) => {
      fc.pre(!equal(seed, another));
      const [first, second] = [await seal(one, seed, terms), await seal(other, another, terms)];
      expect(first.length).toBe(second.length);
      const alike = first.filter((byte, at) => byte === second[at]).length;
      // The version and the mark of each point; of the rest one byte in 256 by chance.
      expect(alike).toBeLessThan(40);
    }),
    { numRuns: 20 },
  );
});
