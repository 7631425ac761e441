// What is sealed: one text for one choice, and nothing else is a ballot.
import { describe, expect, test } from 'vitest';
import { canonicalJson, readCanonical } from '../../schema/elections/canonical-json.ts';
import { type Choices, decodeChoices, encodeChoices } from '../../schema/elections/choices.ts';
import { fromUtf8, utf8 } from '../../schema/elections/crypto.ts';
import { ballotWords } from '../../schema/words/ballot.ts';
import { languages } from '../../schema/words/language.ts';

const written = (choices: Choices) => {
  const encoded = encodeChoices(choices);
  return encoded.ok ? fromUtf8(encoded.bytes) : encoded.why;
};
const marks = (some: Partial<Choices[string]>) => ({ for: [], against: [], writeIns: [], ...some });

describe('the content of a ballot', () => {
  test('is written in one way', () => {
    expect(
      written({
        member: marks({ writeIns: [' 张  建国', '李秀英', '李秀英'] }),
        head: marks({ for: ['c2', 'c1', 'c2'], against: ['c3'] }),
      }),
    ).toBe('{"head":{"against":["c3"],"for":["c1","c2"]},"member":{"writeIns":["张 建国","李秀英"]}}');
  });

  test('is {} when nothing is marked, however that is said', () => {
    expect(written({})).toBe('{}');
    expect(written({ head: marks({ writeIns: ['  '] }) })).toBe('{}');
    expect(decodeChoices(utf8('{}'))).toEqual({});
  });

  test('composes names, so that one spelling is one name', () => {
    expect(written({ p: marks({ writeIns: ['é'] }) })).toBe(written({ p: marks({ writeIns: ['e\u0301'] }) }));
  });

  test('holds 25 long ids, and what it refuses it refuses in words', () => {
    const ids = Array.from({ length: 26 }, (_, at) => `candidate_${String(at).padStart(6, '0')}`);
    expect(encodeChoices({ head: marks({ for: ids.slice(0, 25) }) }).ok).toBe(true);
    expect(encodeChoices({ head: marks({ for: ids, writeIns: ['张建国'] }) })).toEqual({
      ok: false,
      why: 'too-long',
    });
    expect(written({ head: marks({ writeIns: ['名'.repeat(61)] }) })).toBe('name');
    expect(written({ head: marks({ writeIns: ['张\u200b建国'] }) })).toBe('name');
    expect(written({ head: marks({ writeIns: ['\ud800'] }) })).toBe('name');
    expect(written({ head: marks({ for: ['c1'], against: ['c1'] }) })).toBe('both');
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
    ['an outer space', '{"a":{"writeIns":[" 张建国"]}}'],
    ['an escape', '{"a":{"writeIns":["\\u5f20"]}}'],
    ['a name not composed', '{"a":{"writeIns":["e\u0301"]}}'],
    ['an unknown sign', '{"a":{"writeIns":["张\u200b"]}}'],
    ['a byte order mark', '\ufeff{}'],
    ['a key that objects have', '{"__proto__":{"for":["c1"]}}'],
    ['too much', `{"a":{"writeIns":["${'名'.repeat(60)}","${'字'.repeat(60)}","${'号'.repeat(60)}"]}}`],
  ])('with %s is no ballot', (_, text) => {
    expect(decodeChoices(utf8(text))).toBeUndefined();
  });

  test('is no ballot where it is not UTF-8', () => {
    expect(decodeChoices(Uint8Array.of(0x7b, 0xff, 0x7d))).toBeUndefined();
  });
});

describe('canonical JSON (RFC 8785, whole numbers)', () => {
  test('sorts keys by code units and leaves no spaces', () => {
    expect(canonicalJson({ b: [1, -2, true, null], a: { ü: '\n', '😀': '', ﬀ: 0 } })).toBe(
      '{"a":{"ü":"\\n","😀":"","ﬀ":0},"b":[1,-2,true,null]}',
    );
    expect(canonicalJson(-0)).toBe('0');
  });

  test.each([[0.5], [2 ** 53], [Number.NaN], [undefined], [{ a: undefined }], [() => 1], [1n]])(
    'knows no %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  test('reads back only what it writes', () => {
    expect(readCanonical('{"a":1}')).toEqual({ a: 1 });
    for (const text of ['{"a": 1}', '{"a":1.0}', '{"a":1,"a":1}', '{"a":1e0}', '-0', '']) {
      expect(readCanonical(text)).toBeUndefined();
    }
  });
});
