// Contents of ballots: every set of choices that can be written comes back, and no other bytes are a ballot.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choices, decodeChoices, encodeChoices } from '../../schema/elections/choices.ts';
import { fromUtf8, utf8 } from '../../schema/elections/crypto.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const name = fc.oneof(
  fc
    .array(fc.constantFrom(...'张建国李秀英王芳·é e\u0301\ue000𠮷'), { minLength: 1, maxLength: 6 })
    .map((signs) => signs.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const marks = fc
  .record({
    for: fc.array(id, { maxLength: 5 }),
    against: fc.array(id, { maxLength: 5 }),
    written: fc.array(name, { maxLength: 3 }),
  })
  .map((drawn) => ({ ...drawn, against: drawn.against.filter((one) => !drawn.for.includes(one)) }));
const choices: fc.Arbitrary<Choices> = fc.dictionary(id, marks, { maxKeys: 4 });

test('what is written comes back, and is written the same again', () => {
  let count = 0;
  fc.assert(
    fc.property(choices, (drawn) => {
      const encoded = encodeChoices(drawn);
      if (!encoded.ok) return;
      count++;
      const back = decodeChoices(encoded.bytes);
      expect(back).toBeDefined();
      expect(encodeChoices(back ?? {})).toEqual(encoded);
      for (const [post, { for: chosen, against }] of Object.entries(drawn)) {
        expect(new Set(back?.[post]?.for)).toEqual(new Set(chosen));
        expect(new Set(back?.[post]?.against)).toEqual(new Set(against));
      }
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(250);
});

test('the order of posts, marks and names, and marks made twice, change nothing', () => {
  fc.assert(
    fc.property(choices, (drawn) => {
      const turned = Object.fromEntries(
        Object.entries(drawn)
          .reverse()
          .map(([post, { for: chosen, against, written }]) => [
            post,
            {
              for: [...chosen, ...chosen].reverse(),
              against: [...against].reverse(),
              written: [...written.map((name) => ` ${name} `), ...written].reverse(),
            },
          ]),
      );
      expect(encodeChoices(turned)).toEqual(encodeChoices(drawn));
    }),
  );
});

test('bytes that are a ballot are the only ones for those choices', () => {
  fc.assert(
    fc.property(choices, fc.nat(), fc.integer({ min: 1, max: 255 }), (drawn, where, change) => {
      const encoded = encodeChoices(drawn);
      if (!encoded.ok) return;
      const changed = encoded.bytes.slice();
      const at = where % changed.length;
      changed[at] = (changed[at] ?? 0) ^ change;
      const read = decodeChoices(changed);
      // Still a ballot only where it says something else, in the one way to say it.
      if (read) expect(encodeChoices(read)).toEqual({ ok: true, bytes: changed });
      const [text = '', spaced] = [fromUtf8(encoded.bytes), `${fromUtf8(encoded.bytes)} `];
      expect(decodeChoices(utf8(spaced))).toBeUndefined();
      expect(decodeChoices(utf8(text.replace('{', '{ ')))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
