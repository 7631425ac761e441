// What the ledger says of an opening, as hashes: each teller's shares before they are combined, then what the ballots held.
import { compare, frame, u32 } from './bytes.ts';
import { type Bytes, sha256, utf8 } from './crypto.ts';
import type { Handed, OpenedBallot, VoidBallot } from './open.ts';

/**
 * Commits a teller to the own word on every ballot, so that nobody chooses what to say after seeing the others' shares.
 * Hash of the ballots' leaves and shares in the order of the box; an unreadable box counts as no bytes.
 */
export function sharesHash(
  ledger: Bytes,
  teller: number,
  handed: readonly { readonly leaf: Bytes; readonly handed: Handed }[],
): Promise<Bytes> {
  const rows = [...handed]
    .sort((one, other) => compare(one.leaf, other.leaf))
    .flatMap((row) => [row.leaf, row.handed === 'unreadable' ? new Uint8Array() : row.handed]);
  return sha256(frame('linli shares 1', ledger, u32(teller), ...rows));
}

/** What a teller signs to commit: staff who renew a link could otherwise bind the teller to shares of nobody. */
export const commitMessage = (commitment: Bytes): Bytes => frame('linli shares commitment 1', commitment);

/** What a teller signs to go on without those who have not come: what the present keys do not open is void then. */
export const goOnMessage = (ledger: Bytes, teller: number): Bytes =>
  frame('linli opening goes on 1', ledger, u32(teller));

/**
 * Hash of the opened set in the order of the box: for each leaf the outcome, and the content with its seed or why it is void.
 * Without the seed, which of few ballots is not published, whoever tries all contents would find the right one by the hash.
 */
export function openedHash(
  ledger: Bytes,
  ballots: readonly { readonly leaf: Bytes; readonly opening: OpenedBallot | VoidBallot }[],
): Promise<Bytes> {
  const rows = [...ballots]
    .sort((one, other) => compare(one.leaf, other.leaf))
    .flatMap(({ leaf, opening }) => [
      leaf,
      utf8(opening.outcome),
      ...(opening.outcome === 'opened' ? [opening.content, opening.seed] : [utf8(opening.why)]),
    ]);
  return sha256(frame('linli opened set 1', ledger, ...rows));
}
