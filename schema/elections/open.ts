// Opening sealed ballots. Each teller unlocks the own box, on the own device; whoever has the shares of a quorum then finds
// the seed and seals again. Only what comes out byte for byte counts, so that no ballot depends on which tellers came.
import { equal } from './bytes.ts';
import { type Bytes, subtle } from './crypto.ts';
import { seedSize, split, unpad } from './layout.ts';
import { importKey, type RawKey } from './p256.ts';
import { quorums, sharesPerBox } from './quorums.ts';
import {
  boxInfo,
  commitmentTo,
  contentCipher,
  contextOf,
  hpke,
  seal,
  seedFrom,
  sharesOf,
  type Terms,
} from './seal.ts';

/** What a teller says of one ballot: the shares in the own box, or that the key does not open it. */
export type Handed = Bytes | 'unreadable';

export type VoidBallot = {
  readonly outcome: 'void';
  /**
   * - `layout`: not the bytes of a sealed ballot
   * - `no-quorum`: no quorum of those present comes to the committed seed
   * - `content`: the seed does not open the content
   * - `sealing`: opens, but an honest browser would have made other bytes
   */
  readonly why: 'layout' | 'no-quorum' | 'content' | 'sealing';
  /** the committed seed, where one was found: with it anybody sees that the ballot is void for every quorum */
  readonly seed?: Bytes;
};

export type OpenedBallot = {
  readonly outcome: 'opened';
  readonly content: Bytes;
  readonly seed: Bytes;
};

/** {@link openWith} adds the tellers (by number) whose word differs from what lies in their box. */
export type Opening =
  | (OpenedBallot & { readonly lying: readonly number[] })
  | VoidBallot
  | { readonly outcome: 'locked'; readonly missing: number };

/** A teller's shares of one ballot: 32 bytes for each quorum the teller belongs to. */
export async function unlock(sealed: Bytes, teller: number, key: RawKey, terms: Terms): Promise<Handed> {
  const box = split(sealed, terms.tellers.length, terms.quorum)?.boxes[teller];
  if (!box) return 'unreadable';
  try {
    const recipient = await hpke.createRecipientContext({
      recipientKey: await importKey('ECDH', key),
      enc: box.enc,
      info: boxInfo(terms, teller),
    });
    return new Uint8Array(await recipient.open(box.shares, await contextOf(terms)));
  } catch {
    return 'unreadable';
  }
}

/**
 * Opens a ballot by its seed and seals it again: what the verify page does with published seeds.
 * A seed that is not the committed one gives `no-quorum`.
 */
export async function openBySeed(
  sealed: Bytes,
  seed: Bytes,
  terms: Terms,
): Promise<OpenedBallot | VoidBallot> {
  const parts = split(sealed, terms.tellers.length, terms.quorum);
  if (!parts) return { outcome: 'void', why: 'layout' };
  if (seed.length !== seedSize || !equal(await commitmentTo(seed, terms), parts.commitment))
    return { outcome: 'void', why: 'no-quorum' };
  let content: Bytes | undefined;
  try {
    const { key, algorithm } = await contentCipher(seed, terms, parts.commitment);
    content = unpad(new Uint8Array(await subtle().decrypt(algorithm, key, parts.content)));
  } catch {
    content = undefined;
  }
  if (!content) return { outcome: 'void', why: 'content', seed };
  if (!equal(await seal(content, seed, terms), sealed)) return { outcome: 'void', why: 'sealing', seed };
  return { outcome: 'opened', content, seed };
}

/**
 * Opens a ballot with what the tellers handed in, by number of the teller. A quorum that fails is no end: every other one of
 * those present is tried. `locked` says how many tellers are missing; ask again when they have come.
 *
 * An honest ballot is void for `no-quorum` if so many tellers lie that no honest quorum is left. Nothing tells this from an
 * elector who sealed badly, until another teller comes.
 */
export async function openWith(
  sealed: Bytes,
  handed: ReadonlyMap<number, Handed>,
  terms: Terms,
): Promise<Opening> {
  const { quorum: k, tellers } = terms;
  if (!split(sealed, tellers.length, k)) return { outcome: 'void', why: 'layout' };
  const present = [...handed.keys()].filter((teller) => tellers[teller] !== undefined);
  if (present.length < k) return { outcome: 'locked', missing: k - present.length };
  const size = sharesPerBox(tellers.length, k) * seedSize;
  for (const quorum of quorums(tellers.length, k)) {
    const boxes = quorum.flatMap((teller) => {
      const shares = handed.get(teller);
      return shares instanceof Uint8Array && shares.length === size ? [shares] : [];
    });
    if (boxes.length < k) continue;
    const opened = await openBySeed(sealed, seedFrom(boxes, quorum, terms), terms);
    if (opened.outcome === 'void' && opened.why === 'no-quorum') continue;
    if (opened.outcome === 'void') return opened;
    const inBoxes = await sharesOf(opened.seed, terms);
    const lying = present.filter((teller) => {
      const [said, is] = [handed.get(teller), inBoxes[teller]];
      return !(said instanceof Uint8Array && is && equal(said, is));
    });
    return { ...opened, lying: lying.sort((one, other) => one - other) };
  }
  return { outcome: 'void', why: 'no-quorum' };
}
