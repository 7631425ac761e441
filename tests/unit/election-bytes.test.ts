// Bytes as elections write them: hex, base64url, frames; and the words of a receipt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  concat,
  equal,
  frame,
  fromBase64url,
  fromHex,
  toBase64url,
  toHex,
  u32,
} from '../../schema/elections/bytes.ts';
import { sha256, utf8 } from '../../schema/elections/crypto.ts';
import { phraseWords } from '../../schema/elections/phrase-words.ts';
import { phraseSounds } from './phrase-sounds.ts';

test('base64url and hex say what Node says, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['A', 'AB', 'AAB', 'AA==', 'AA+A', 'AA/A', 'AA A', '张', 'AAAAA'])(
  'base64url has one way to write bytes: %s is none',
  (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  },
);

test.each(['0', 'AA', 'zz', '0x00', ' 00'])('%s is no hex', (text) => {
  expect(fromHex(text)).toBeUndefined();
});

test('a frame is the label and the parts behind their lengths, so that no two lists look alike', () => {
  expect(toHex(frame('ab', Uint8Array.of(1), new Uint8Array()))).toBe('00000002616200000001' + '0100000000');
  const parts = fc.array(fc.uint8Array({ maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const alike = one.length === other.length && one.every((part, at) => equal(part, other[at] ?? part));
      expect(equal(frame('x', ...one), frame('x', ...other))).toBe(alike);
    }),
  );
  expect(equal(frame('a', utf8('b')), frame('b', utf8('b')))).toBe(false);
});

test('bytes are ordered by the first that differs, then by length', () => {
  const ordered = ['', '00', '0000', '00ff', '01', 'ff'].map((hex) => fromHex(hex) ?? new Uint8Array());
  for (const [at, one] of ordered.entries())
    for (const [place, other] of ordered.entries()) expect(compare(one, other)).toBe(Math.sign(at - place));
  expect(toHex(concat(...ordered))).toBe('00000000ff01ff');
});

test('a u32 is whole and below 2^32', () => {
  expect(toHex(u32(0xfedc_ba98))).toBe('fedcba98');
  for (const value of [-1, 2 ** 32, 0.5, Number.NaN]) expect(() => u32(value)).toThrow(RangeError);
});

describe('the words of receipts', () => {
  test('are 256, each of two Chinese characters, none twice', () => {
    expect(phraseWords).toHaveLength(256);
    expect(new Set(phraseWords).size).toBe(256);
    expect(phraseWords.filter((word) => !/^\p{Script=Han}{2}$/u.test(word))).toEqual([]);
    const reversed = phraseWords.map((word) => [...word].reverse().join(''));
    expect(reversed.filter((word, at) => phraseWords.includes(word) && word !== phraseWords[at])).toEqual([]);
  });

  test('never change, or old receipts would say something else', async () => {
    expect(toHex(await sha256(utf8(phraseWords.join(' '))))).toBe(
      '9da3d9119babb51c063a9a784f2fd937ba7e7abf078a371621aa277fbc9df093',
    );
  });

  test('are read alike wherever the same character stands', () => {
    const read = new Map<string, string>();
    for (const [at, word] of phraseWords.entries())
      for (const [place, sound] of (phraseSounds[at] ?? '').split('-').entries()) {
        const sign = word[place] ?? '';
        expect(`${word} ${sound}`).toBe(`${word} ${read.get(sign) ?? sound}`);
        read.set(sign, sound);
      }
  });

  test('sound different, also where zh and z, n and l, h and f, an and ang are one', () => {
    expect(phraseSounds).toHaveLength(256);
    const folded = (syllable: string) =>
      syllable
        .replace(/^(z|c|s)h/, '$1')
        .replace(/^[nr]/, 'l')
        .replace(/^hu(?=[aeio])/, 'f')
        .replace('v', 'u')
        .replace(/(?<=[aeiou])ng$/, 'n');
    const heard = new Map<string, string>();
    for (const [at, sounds] of phraseSounds.entries()) {
      const [word = '', sound] = [phraseWords[at], sounds.split('-').map(folded).join('-')];
      expect(sound).toMatch(/^[a-z]+-[a-z]+$/);
      expect(`${word} ~ ${heard.get(sound)}`).toBe(`${word} ~ undefined`);
      heard.set(sound, word);
    }
  });
});
