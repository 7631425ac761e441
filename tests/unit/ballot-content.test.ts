// What is sealed: one text for one choice, and nothing else is a ballot.
import { describe, expect, test } from 'vitest';
import { type Choices, decodeChoices, encodeChoices } from '../../schema/elections/choices.ts';
import { fromUtf8, utf8 } from '../../schema/elections/crypto.ts';
import { readCanonical } from '../../schema/elections/read-canonical.ts';
import { ballotWords } from '../../schema/words/ballot.ts';
import { languages } from '../../schema/words/language.ts';

const textOf = (choices: Choices) => {
  const encoded = encodeChoices(choices);
  return encoded.ok ? fromUtf8(encoded.bytes) : encoded.why;
};
const marks = (some: Partial<Choices[string]>) => ({ for: [], against: [], written: [], ...some });

describe('the content of a ballot', () => {
  test('is written in one way', () => {
    expect(
      textOf({
        member: marks({ written: [' 张  建国', '李秀英', '李秀英'] }),
        head: marks({ for: ['c2', 'c1', 'c2'], against: ['c3'] }),
      }),
    ).toBe('{"head":{"against":["c3"],"for":["c1","c2"]},"member":{"written":["张 建国","李秀英"]}}');
  });

  test('is {} when nothing is marked, however that is said', () => {
    expect(textOf({})).toBe('{}');
    expect(textOf({ head: marks({ written: ['  '] }) })).toBe('{}');
    expect(decodeChoices(utf8('{}'))).toEqual({});
  });

  test('composes names, so that one spelling is one name', () => {
    expect(textOf({ p: marks({ written: ['é'] }) })).toBe(textOf({ p: marks({ written: ['e\u0301'] }) }));
  });

  test('holds 25 long ids, and what it refuses it refuses in words', () => {
    const ids = Array.from({ length: 26 }, (_, at) => `candidate_${String(at).padStart(6, '0')}`);
    expect(encodeChoices({ head: marks({ for: ids.slice(0, 25) }) }).ok).toBe(true);
    expect(encodeChoices({ head: marks({ for: ids, written: ['张建国'] }) })).toEqual({
      ok: false,
      why: 'too-long',
    });
    expect(textOf({ head: marks({ written: ['名'.repeat(61)] }) })).toBe('name');
    expect(textOf({ head: marks({ written: ['张\u200b建国'] }) })).toBe('name');
    expect(textOf({ head: marks({ written: ['\ud800'] }) })).toBe('name');
    expect(textOf({ head: marks({ for: ['c1'], against: ['c1'] }) })).toBe('both');
    expect(() => encodeChoices({ head: marks({ for: ['C 1'] }) })).toThrow(RangeError);
    for (const language of languages)
      for (const why of ['too-long', 'both', 'name'] as const)
        expect(ballotWords[language][why].length).toBeGreaterThan(8);
  });

  test.each([
    ['not JSON', '{'],
    ['not an object', '[]'],
    ['a space', '{ }'],
    ['another order', '{"b":{"for":["c1"]},"a":{"for":["c1"]}}'],
    ['candidates out of order', '{"a":{"for":["c2","c1"]}}'],
    ['one twice', '{"a":{"for":["c1","c1"]}}'],
    ['for and against', '{"a":{"against":["c1"],"for":["c1"]}}'],
    ['an empty list', '{"a":{"for":[]}}'],
    ['a post without marks', '{"a":{}}'],
    ['another field', '{"a":{"for":["c1"],"note":["x"]}}'],
    ['an outer space', '{"a":{"written":[" 张建国"]}}'],
    ['an escape', '{"a":{"written":["\\u5f20"]}}'],
    ['a name not composed', '{"a":{"written":["e\u0301"]}}'],
    ['an unknown sign', '{"a":{"written":["张\u200b"]}}'],
    ['a byte order mark', '\ufeff{}'],
    ['a key that objects have', '{"__proto__":{"for":["c1"]}}'],
    ['too much', `{"a":{"written":["${'名'.repeat(60)}","${'字'.repeat(60)}","${'号'.repeat(60)}"]}}`],
  ])('with %s is no ballot', (_, text) => {
    expect(decodeChoices(utf8(text))).toBeUndefined();
  });

  test('is no ballot where it is not UTF-8', () => {
    expect(decodeChoices(Uint8Array.of(0x7b, 0xff, 0x7d))).toBeUndefined();
  });
});

test('only canonical JSON is read', () => {
  expect(readCanonical('{"a":1}')).toEqual({ a: 1 });
  for (const text of [
    '{"a": 1}',
    '{"a":1.0}',
    '{"a":1,"a":1}',
    '{"a":1e0}',
    '{"b":1,"a":1}',
    '0.5',
    '-0',
    '',
  ])
    expect(readCanonical(text)).toBeUndefined();
});
