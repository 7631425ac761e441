// The bytes of a sealed ballot, by known answers: a change of the format shows here before it voids anybody's vote.
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, test, vi } from 'vitest';
import { concat, fromHex, toHex } from '../../schema/elections/bytes.ts';
import { type Bytes, fromUtf8, sha256, utf8 } from '../../schema/elections/crypto.ts';
import { pad, sealedSize, unpad } from '../../schema/elections/layout.ts';
import { openBySeed, openWith, unlock } from '../../schema/elections/open.ts';
import { deriveKey, importKey, importPoint, keyOf } from '../../schema/elections/p256.ts';
import { seal, type Terms } from '../../schema/elections/seal.ts';
import { sign, verify } from '../../schema/elections/signature.ts';

const bytesOf = (hex: string): Bytes => {
  const bytes = fromHex(hex);
  if (!bytes) throw new Error(`not hex: ${hex}`);
  return bytes;
};

const tellerKeys = await Promise.all([1, 2, 3].map((teller) => deriveKey(new Uint8Array(32).fill(teller))));
const terms: Terms = {
  ledger: new Uint8Array(32).fill(7),
  ballot: new Uint8Array(32).fill(9),
  quorum: 2,
  tellers: tellerKeys.map(({ point }) => point),
};
const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const content = utf8('[{"for":["c1"],"post":"head"}]');
const sealed = await seal(content, seed, terms);

describe('keys from secrets', () => {
  test('RFC 9180 A.3.1 gives the ephemeral key of its appendix', async () => {
    const key = await deriveKey(bytesOf('4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e'));
    expect(toHex(key.secret)).toBe('4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb');
    expect(toHex(key.point)).toBe(
      '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
    );
  });

  test('the library derives the same keys where it can', async () => {
    const kem = new DhkemP256HkdfSha256();
    new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    for (let at = 0; at < 20; at++) {
      const material = await sha256(Uint8Array.of(at));
      const theirs = await kem.deriveKeyPair(material);
      const point = new Uint8Array(await crypto.subtle.exportKey('raw', theirs.publicKey));
      expect(toHex((await deriveKey(material)).point)).toBe(toHex(point));
    }
  });

  test('1 is the generator, the order less 1 its opposite, 0 and the order are no keys', () => {
    const x = '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296';
    const point = (secret: string) => toHex(keyOf(bytesOf(secret))?.point ?? new Uint8Array());
    expect(point('1'.padStart(64, '0'))).toBe(
      `04${x}4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5`,
    );
    expect(point('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550')).toBe(
      `04${x}b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a`,
    );
    expect(keyOf(new Uint8Array(32))).toBeUndefined();
    expect(
      keyOf(bytesOf('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')),
    ).toBeUndefined();
    expect(keyOf(new Uint8Array(31).fill(1))).toBeUndefined();
  });

  test('sign and are verified', async () => {
    const { point, secret } = await deriveKey(seed);
    const { privateKey } = await importKey('ECDSA', { point, secret });
    const signature = await sign(privateKey, content);
    expect(signature).toHaveLength(64);
    expect(await verify(point, signature, content)).toBe(true);
    expect(await verify(point, signature, seed)).toBe(false);
    expect(await verify(point, signature.subarray(1), content)).toBe(false);
    expect(await verify(terms.tellers[0] ?? point, signature, content)).toBe(false);
  });

  test('a point off the curve is refused', async () => {
    const off = concat(Uint8Array.of(4), new Uint8Array(64).fill(1));
    expect(await importPoint('ECDH', off)).toBeUndefined();
    expect(await verify(off, new Uint8Array(64), content)).toBe(false);
  });
});

describe('a ballot for 2 of 3 tellers', () => {
  test('is 996 bytes, always the same for the same seed', async () => {
    expect(sealed).toHaveLength(996);
    expect(sealedSize(3, 2)).toBe(996);
    expect(toHex(await sha256(sealed))).toBe(
      '65bd6f3945970bfa3b66ec629f3a01de40557fd5490f099d3ea037626260bb89',
    );
  });

  test('opens by two tellers, not by one', async () => {
    const handed = await Promise.all(tellerKeys.map((key, teller) => unlock(sealed, teller, key, terms)));
    const [first = 'unreadable', , third = 'unreadable'] = handed;
    const opened = await openWith(
      sealed,
      new Map([
        [0, first],
        [2, third],
      ]),
      terms,
    );
    expect(opened).toMatchObject({ outcome: 'opened', lying: [] });
    expect(opened.outcome === 'opened' && fromUtf8(opened.content)).toBe('[{"for":["c1"],"post":"head"}]');
    expect(await openWith(sealed, new Map([[2, third]]), terms)).toEqual({ outcome: 'locked', missing: 1 });
  });

  test('is void with anything behind it, another version, or another seed', async () => {
    const longer = concat(sealed, Uint8Array.of(0));
    expect(await openBySeed(longer, seed, terms)).toEqual({ outcome: 'void', why: 'layout' });
    expect(await openBySeed(concat(Uint8Array.of(2), sealed.subarray(1)), seed, terms)).toEqual({
      outcome: 'void',
      why: 'layout',
    });
    expect(await openBySeed(sealed, new Uint8Array(32), terms)).toEqual({
      outcome: 'void',
      why: 'no-quorum',
    });
    expect(await openBySeed(sealed, seed.subarray(1), terms)).toEqual({ outcome: 'void', why: 'no-quorum' });
  });

  test('is sealed the same by browsers that take no private key without its point, and tell no point of one', async () => {
    const importAny = crypto.subtle.importKey.bind(crypto.subtle);
    const strict = vi.spyOn(crypto.subtle, 'importKey').mockImplementation((format, ...rest) => {
      if (format === 'pkcs8')
        throw new DOMException('Data provided to an operation does not meet requirements');
      return Reflect.apply(importAny, crypto.subtle, [format, ...rest]);
    });
    const silent = vi.spyOn(crypto.subtle, 'exportKey').mockImplementation((format, key) => {
      if (format !== 'raw') throw new DOMException('The operation failed', 'OperationError');
      return Reflect.apply(SubtleCrypto.prototype.exportKey, crypto.subtle, [format, key]);
    });
    try {
      expect(toHex(await seal(content, seed, terms))).toBe(toHex(sealed));
      const [key] = tellerKeys;
      expect(key && (await unlock(sealed, 0, key, terms))).toHaveLength(64);
    } finally {
      strict.mockRestore();
      silent.mockRestore();
    }
  });

  test('refuses what cannot be sealed', async () => {
    await expect(seal(new Uint8Array(511), seed, terms)).rejects.toThrow(RangeError);
    await expect(seal(content, seed.subarray(1), terms)).rejects.toThrow(RangeError);
    await expect(seal(content, seed, { ...terms, quorum: 0 })).rejects.toThrow(RangeError);
    await expect(seal(content, seed, { ...terms, quorum: 4 })).rejects.toThrow(RangeError);
    await expect(seal(content, seed, { ...terms, tellers: [new Uint8Array(65)] })).rejects.toThrow(
      RangeError,
    );
  });
});

test('padding has one form', () => {
  expect(pad(new Uint8Array())).toHaveLength(512);
  expect(unpad(pad(content))).toEqual(content);
  expect(unpad(pad(new Uint8Array(510).fill(1)))).toHaveLength(510);
  const dirty = pad(content);
  dirty[511] = 1;
  expect(unpad(dirty)).toBeUndefined();
  expect(unpad(new Uint8Array(512).fill(255))).toBeUndefined();
  expect(unpad(new Uint8Array(511))).toBeUndefined();
});
