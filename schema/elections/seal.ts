// Sealing a ballot, in the elector's browser: a box with several locks. Any k of the n tellers open it together, fewer learn
// nothing. Everything is derived from one seed of 32 bytes, so whoever learns the seed can seal again and compare.
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { concat, frame, u32 } from './bytes.ts';
import { type Bytes, hkdf, sha256, subtle } from './crypto.ts';
import { join, type Parts, pad, seedSize, type TellerBox } from './layout.ts';
import { deriveKey, importKey, importPoint } from './p256.ts';
import { quorums } from './quorums.ts';

/** What a ballot is sealed for. Another value of any of these, and it does not open. */
export interface Terms {
  /** hash of the contest's ledger entry 0, 32 bytes */
  readonly ledger: Bytes;
  /** ballot id, 32 bytes (cast.ts) */
  readonly ballot: Bytes;
  /** k: how many tellers open together */
  readonly quorum: number;
  /** opening keys of the n tellers in the order of ledger entry 0, uncompressed points of 65 bytes */
  readonly tellers: readonly Bytes[];
}

/** HPKE of RFC 9180 in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
export const hpke = /* @__PURE__ */ new CipherSuite({
  kem: /* @__PURE__ */ new DhkemP256HkdfSha256(),
  kdf: /* @__PURE__ */ new HkdfSha256(),
  aead: /* @__PURE__ */ new Aes128Gcm(),
});

/** `info` of a teller's box: contest, ballot and teller, in full. */
export const boxInfo = ({ ledger, ballot }: Terms, teller: number): Bytes =>
  frame('linli teller box 1', ledger, ballot, u32(teller));

/** 32 bytes that stand for everything in {@link Terms}: `aad` of every box and of the content, salt of all that is derived. */
export const contextOf = ({ ledger, ballot, quorum, tellers }: Terms) =>
  sha256(frame('linli sealed ballot 1', ledger, ballot, u32(quorum), ...tellers));

/** Binds the seed: AES-GCM alone lets one ciphertext open as two ballots under two keys. */
export const commitmentTo = async (seed: Bytes, terms: Terms): Promise<Bytes> =>
  sha256(frame('linli seed 1', await contextOf(terms), seed));

const xor = (one: Bytes, other: Bytes): Bytes => one.map((byte, at) => byte ^ (other[at] ?? 0));

/** For each teller the shares of all quorums it belongs to, one after another; the shares of a quorum xor to the seed. */
export async function sharesOf(seed: Bytes, terms: Terms): Promise<Bytes[]> {
  const context = await contextOf(terms);
  const boxes: Bytes[][] = terms.tellers.map(() => []);
  for (const [at, quorum] of quorums(terms.tellers.length, terms.quorum).entries()) {
    const [first = 0, ...others] = quorum;
    let rest = seed;
    for (const teller of others) {
      const share = await hkdf(seed, context, frame('share', u32(at), u32(teller)), seedSize);
      boxes[teller]?.push(share);
      rest = xor(rest, share);
    }
    boxes[first]?.push(rest);
  }
  return boxes.map((shares) => concat(...shares));
}

/** The seed from a quorum's boxes, in the order of the quorum. */
export function seedFrom(boxes: readonly Bytes[], quorum: readonly number[], terms: Terms): Bytes {
  const all = quorums(terms.tellers.length, terms.quorum);
  const before = all.slice(
    0,
    all.findIndex((other) => other.every((teller, at) => teller === quorum[at])),
  );
  return quorum.reduce<Bytes>((seed, teller, at) => {
    const start = before.filter((other) => other.includes(teller)).length * seedSize;
    return xor(seed, boxes[at]?.subarray(start, start + seedSize) ?? new Uint8Array());
  }, new Uint8Array(seedSize));
}

async function sealBox(shares: Bytes, seed: Bytes, teller: number, terms: Terms): Promise<TellerBox> {
  const recipientPublicKey = await importPoint('ECDH', terms.tellers[teller] ?? new Uint8Array());
  if (!recipientPublicKey) throw new RangeError(`the key of teller ${teller} is no point of P-256`);
  const context = await contextOf(terms);
  const ephemeral = await deriveKey(await hkdf(seed, context, frame('ephemeral key', u32(teller)), 32));
  const sender = await hpke.createSenderContext({
    recipientPublicKey,
    info: boxInfo(terms, teller),
    // Given, not random: that is what makes a ballot sealable again. The library's own derivation fails in Safari (p256.ts).
    ekm: await importKey('ECDH', ephemeral),
  });
  return { enc: ephemeral.point, shares: new Uint8Array(await sender.seal(shares, context)) };
}

/** Key, and what goes with it, of the content. One seed seals one content, so the nonce may be fixed. */
export async function contentCipher(seed: Bytes, terms: Terms, commitment: Bytes) {
  const context = await contextOf(terms);
  const raw = await hkdf(seed, context, frame('content'), 32);
  const key = await subtle().importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const additionalData = concat(context, commitment);
  return { key, algorithm: { name: 'AES-GCM', iv: new Uint8Array(12), additionalData } as const };
}

/**
 * Seals `content` (at most 510 bytes, choices.ts) for any `terms.quorum` of the tellers.
 *
 * @param seed 32 random bytes, for this ballot alone: a second content under one seed would break both
 * @returns the bytes of layout.ts, the same for the same arguments
 * @throws RangeError for a wrong length of seed or content, a quorum outside 1…n, or a teller's key that is no point
 */
export async function seal(content: Bytes, seed: Bytes, terms: Terms): Promise<Bytes> {
  const { quorum, tellers } = terms;
  if (seed.length !== seedSize) throw new RangeError(`a seed of ${seed.length} bytes`);
  if (!(quorum >= 1 && quorum <= tellers.length && tellers.length <= 5))
    throw new RangeError(`${quorum} of ${tellers.length} tellers`);
  const commitment = await commitmentTo(seed, terms);
  const { key, algorithm } = await contentCipher(seed, terms, commitment);
  const parts: Parts = {
    commitment,
    boxes: await Promise.all(
      (await sharesOf(seed, terms)).map((shares, teller) => sealBox(shares, seed, teller, terms)),
    ),
    content: new Uint8Array(await subtle().encrypt(algorithm, key, pad(content))),
  };
  return join(parts);
}
