// A ledger under whoever holds the database: altered, cut, lengthened, swapped or reordered, it is found out. And the tree over
// the box: every proof holds for its own leaf and for no other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equal } from '../../schema/elections/bytes.ts';
import { verifyChain } from '../../schema/elections/chain.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import type { Entry } from '../../schema/elections/ledger.ts';
import { inclusionProof, leafHash, merkleRoot, proves } from '../../schema/elections/merkle.ts';
import { freeze, ledgerOf, type Step, steps } from '../unit/election.ts';

const whole = await ledgerOf(steps);
const last = whole.length - 1;
const known = await verifyChain(whole);
const hashes = known.ok ? known.hashes : [];
const place = fc.nat(last);

/** One letter of a text made another. */
const altered = (text: string, at: number, by: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ by) + text.slice(at + 1);

/** A ledger as it was changed, and the entry at or before which that must show. */
type Change = readonly [entries: readonly Entry[], shows: number];
const changes: Record<string, fc.Arbitrary<Change>> = {
  altered: fc.tuple(place, fc.nat(), fc.integer({ min: 1, max: 7 })).map(([at, letter, by]) => [
    whole.map((entry, number) =>
      number === at ? { ...entry, text: altered(entry.text, letter % entry.text.length, by) } : entry,
    ),
    // The last entry's text is bound by nothing after it; an unsigned one only by its form.
    Math.min(at + 1, last),
  ]),
  'cut in the middle': fc.nat(last - 1).map((at) => [whole.filter((_, number) => number !== at), at]),
  lengthened: fc
    .tuple(place, place)
    .map(([at, copy]) => [
      [...whole.slice(0, at), ...whole.slice(copy, copy + 1), ...whole.slice(at)],
      at + 1,
    ]),
  swapped: fc
    .tuple(place, place)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => [
      whole.map(
        (entry, number) => (number === one ? whole[other] : number === other ? whole[one] : entry) ?? entry,
      ),
      Math.min(one, other),
    ]),
  reordered: fc
    .shuffledSubarray(whole, { minLength: last + 1 })
    .filter((entries) => entries.some((entry, at) => entry !== whole[at]))
    .map((entries) => [entries, entries.findIndex((entry, at) => entry !== whole[at])]),
  'signed by other bytes': fc
    .tuple(fc.constantFrom(0, 4, 5, 6, 7, 8), fc.nat(), fc.nat(63))
    .map(([at, who, byte]) => [
      whole.map((entry, number) => {
        if (number !== at) return entry;
        const signatures = entry.signatures.map((one, index) => {
          if (index !== who % entry.signatures.length) return one;
          const bytes = Buffer.from(one.signature, 'base64url');
          bytes[byte] = (bytes[byte] ?? 0) ^ 1;
          return { ...one, signature: bytes.toString('base64url') };
        });
        return { ...entry, signatures };
      }),
      at,
    ]),
};

test.each(Object.keys(changes))('a ledger that was %s is found out, and where', async (how) => {
  const change = changes[how];
  if (!change) throw new Error(`unknown change ${how}`);
  await fc.assert(
    fc.asyncProperty(change, async ([entries, shows]) => {
      const chain = await verifyChain(entries);
      if (how === 'altered' && chain.ok) {
        // An unsigned last entry says something else in the same form: only its own hash tells.
        expect(chain.hashes[last]).not.toBe(hashes[last]);
        expect(entries.slice(0, last)).toEqual(whole.slice(0, last));
        return;
      }
      expect(chain.ok).toBe(false);
      if (!chain.ok) expect(chain.entry).toBeLessThanOrEqual(shows);
    }),
    { numRuns: 150 },
  );
});

test('who writes the chain anew from some entry on cannot sign it, and entry 0 has another hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(last), async (at) => {
      // Rightly linked again after a change of entry `at`; the tellers' signatures are those of the true ledger.
      const forged = steps.map(
        ([act, signers], number): Step => (number === at ? [changed(act), signers] : [act, signers]),
      );
      const relinked = (await ledgerOf(forged)).map((entry, number) =>
        number < at ? entry : { ...entry, signatures: whole[number]?.signatures ?? [] },
      );
      const chain = await verifyChain(relinked);
      // After the result stands what nobody signs.
      if (at === last) expect(chain.ok && chain.hashes[last]).not.toBe(hashes[last]);
      else expect(chain.ok ? 'whole' : chain.fault).toMatch(/^(signature|order)$/);
    }),
  );
});

type Told = Step[0];
function changed(act: Told): Told {
  if (act.act === 'freeze') return { ...act, title: `${freeze.title}。` };
  if (act.act === 'open') return { act: 'objection', sha256: '0'.repeat(64) };
  if (act.act === 'close') return { ...act, root: '0'.repeat(64) };
  return { ...act, sha256: '0'.repeat(64) };
}

const leavesOf = (count: number): Promise<Bytes[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => leafHash(Uint8Array.of(at >> 8, at & 255))));

test('every leaf is proved in its place, and no other leaf, place, size or root', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), async (size, where, beside) => {
      const leaves = await leavesOf(size);
      const root = await merkleRoot(leaves);
      const at = where % size;
      const leaf = leaves[at] ?? root;
      const proof = await inclusionProof(leaves, at);
      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect(await proves(root, size, at, leaf, proof)).toBe(true);
      const other = leaves[beside % size] ?? root;
      if (!equal(other, leaf)) expect(await proves(root, size, at, other, proof)).toBe(false);
      if (beside % size !== at) expect(await proves(root, size, beside % size, leaf, proof)).toBe(false);
      expect(await proves(leaf, size + 1, at, leaf, proof)).toBe(false);
      expect(await proves(root, size, size, leaf, proof)).toBe(false);
      expect(await proves(root, size, at, leaf, [...proof, root])).toBe(false);
      if (proof.length > 0) expect(await proves(root, size, at, leaf, proof.slice(1))).toBe(false);
    }),
    { numRuns: 60 },
  );
});
