// The bytes of a sealed ballot, version 1. One length for each k of n, nothing optional, nothing after the end:
//
//   version          1 byte, 1
//   commitment      32 bytes, to the seed
//   box of a teller 65 bytes encapsulated key, then 32 for each quorum that the teller belongs to, and 16 of tag; n times
//   content        512 bytes of plaintext and 16 of tag
import { concat } from './bytes.ts';
import type { Bytes } from './crypto.ts';
import { sharesPerBox } from './quorums.ts';

const version = 1;
const tag = 16;
export const seedSize = 32;
const pointSize = 65;
/** What is encrypted is always this long, so that no ballot is known by its length. */
const paddedSize = 512;
/** The longest content, in bytes: two more say its length. */
export const contentLimit = paddedSize - 2;

export interface TellerBox {
  /** encapsulated key of RFC 9180, an uncompressed point */
  readonly enc: Bytes;
  readonly shares: Bytes;
}

export interface Parts {
  readonly commitment: Bytes;
  readonly boxes: readonly TellerBox[];
  readonly content: Bytes;
}

const boxSize = (n: number, k: number) => pointSize + seedSize * sharesPerBox(n, k) + tag;

/** Bytes of a ballot sealed to any k of n tellers: 996 for 2 of 3. */
export const sealedSize = (n: number, k: number): number =>
  1 + seedSize + n * boxSize(n, k) + paddedSize + tag;

export const join = ({ commitment, boxes, content }: Parts): Bytes =>
  concat(Uint8Array.of(version), commitment, ...boxes.flatMap(({ enc, shares }) => [enc, shares]), content);

/** The parts of a sealed ballot for k of n tellers; undefined for another version or any other length. */
export function split(sealed: Bytes, n: number, k: number): Parts | undefined {
  if (sealed.length !== sealedSize(n, k) || sealed[0] !== version) return undefined;
  let at = 1;
  const take = (size: number): Bytes => {
    at += size;
    return sealed.slice(at - size, at);
  };
  const commitment = take(seedSize);
  const boxes = Array.from({ length: n }, () => ({
    enc: take(pointSize),
    shares: take(boxSize(n, k) - pointSize),
  }));
  return { commitment, boxes, content: take(paddedSize + tag) };
}

export function pad(content: Bytes): Bytes {
  if (content.length > contentLimit) throw new RangeError(`content of ${content.length} bytes`);
  const length = Uint8Array.of(content.length >> 8, content.length & 255);
  return concat(length, content, new Uint8Array(contentLimit - content.length));
}

/** The content of padded bytes; undefined where the length is beyond the end or anything but zeros follows. */
export function unpad(padded: Bytes): Bytes | undefined {
  const length = ((padded[0] ?? 0) << 8) | (padded[1] ?? 0);
  if (padded.length !== paddedSize || length > contentLimit) return undefined;
  return padded.subarray(2 + length).some((byte) => byte !== 0) ? undefined : padded.slice(2, 2 + length);
}
