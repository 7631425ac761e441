// Casting: who the elector is in the box (a fresh key, nothing else), what that key signs, and what stands on the receipt.
import { compare, frame, u32 } from './bytes.ts';
import { type Bytes, type Key, sha256 } from './crypto.ts';
import { leafHash } from './merkle.ts';
import { deriveKey, importKey, type RawKey } from './p256.ts';
import { phraseWords } from './phrase-words.ts';
import { sign, verify } from './signature.ts';
import { verifyToken } from './token.ts';

/** What goes into the box. Nothing in it tells who, when, from where or in which order. */
export interface Cast {
  /** the elector's public key, 65 bytes */
  readonly publicKey: Bytes;
  /** blind signature of that key, 256 bytes */
  readonly token: Bytes;
  /** bytes of layout.ts */
  readonly sealed: Bytes;
  /** 1 for the first ballot of this key, higher for each later one: the highest counts */
  readonly counter: number;
  /** by the elector's key, 64 bytes: without it not even the server votes again for somebody */
  readonly signature: Bytes;
}

/** The elector's key from 32 random bytes, which a voting slip can carry. Nothing is ever derived from the letter. */
export const electorKey = (secret: Bytes): Promise<RawKey> => deriveKey(secret);

/** Name of an elector's place in the box: SHA-256 of the public key. */
export const ballotId = (publicKey: Bytes): Promise<Bytes> => sha256(publicKey);

/** The leaf of the box's tree for a ballot: of its id, counter and sealed bytes. */
export const ballotLeaf = (ballot: Bytes, counter: number, sealed: Bytes): Promise<Bytes> =>
  leafHash(frame('linli ballot 1', ballot, u32(counter), sealed));

const castMessage = (ledger: Bytes, counter: number, leaf: Bytes) =>
  frame('linli cast 1', ledger, u32(counter), leaf);

/** @param ledger hash of the contest's ledger entry 0: what is signed for one contest is worth nothing in another */
export async function cast(
  key: RawKey,
  token: Bytes,
  sealed: Bytes,
  counter: number,
  ledger: Bytes,
): Promise<Cast> {
  const { privateKey } = await importKey('ECDSA', key);
  const leaf = await ballotLeaf(await ballotId(key.point), counter, sealed);
  const signature = await sign(privateKey, castMessage(ledger, counter, leaf));
  return { publicKey: key.point, token, sealed, counter, signature };
}

/** What is wrong with a cast ballot; undefined where nothing is. Both the server and the verify page ask this. */
export async function castFault(
  { publicKey, token, sealed, counter, signature }: Cast,
  issuer: Key,
  ledger: Bytes,
): Promise<'counter' | 'token' | 'signature' | undefined> {
  if (!Number.isInteger(counter) || counter < 1 || counter > 0xffff_ffff) return 'counter';
  if (!(await verifyToken(issuer, token, publicKey))) return 'token';
  const leaf = await ballotLeaf(await ballotId(publicKey), counter, sealed);
  return (await verify(publicKey, signature, castMessage(ledger, counter, leaf))) ? undefined : 'signature';
}

const receiptMessage = (ledger: Bytes, leaf: Bytes) => frame('linli receipt 1', ledger, leaf);

/**
 * The server's word that it has this ballot, 64 bytes, by the receipt key of ledger entry 0: never by the issuer's, which
 * signs what it does not see.
 */
export const signReceipt = (privateKey: Key, ledger: Bytes, leaf: Bytes): Promise<Bytes> =>
  sign(privateKey, receiptMessage(ledger, leaf));

export const verifyReceipt = (
  publicKey: Bytes,
  receipt: Bytes,
  ledger: Bytes,
  leaf: Bytes,
): Promise<boolean> => verify(publicKey, receipt, receiptMessage(ledger, leaf));

/**
 * Three words to know a receipt by at a glance: 青山 细雨 归舟. 24 bits, for the eye; the leaf is what proves. They change
 * with every vote and say nothing of its content.
 */
export async function phraseOf(ledger: Bytes, leaf: Bytes): Promise<string> {
  const hash = await sha256(frame('linli phrase 1', ledger, leaf));
  return Array.from(hash.subarray(0, 3), (byte) => phraseWords[byte]).join(' ');
}

/** Leaves in the order of the closed box: by their bytes, which tells nothing of when they came. */
export const inBoxOrder = (leaves: readonly Bytes[]): Bytes[] => [...leaves].sort(compare);

/** A ballot that a later one of the same key replaced. */
export interface Superseded {
  readonly ballot: Bytes;
  readonly counter: number;
  readonly leaf: Bytes;
}

/** Hash of the list that is published at close, in whatever order it is given. */
export function supersededHash(list: readonly Superseded[]): Promise<Bytes> {
  const ordered = [...list].sort(
    (one, other) =>
      compare(one.ballot, other.ballot) || one.counter - other.counter || compare(one.leaf, other.leaf),
  );
  const rows = ordered.flatMap(({ ballot, counter, leaf }) => [ballot, u32(counter), leaf]);
  return sha256(frame('linli superseded 1', ...rows));
}
