// What a list of answers is narrowed by: in the address and back, and for every type of question what it can be found by.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerFilter, responseStates } from '../../schema/api/responses.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { foundBy, keysOf, wantedOf, writtenIn } from '../../schema/form/findable.ts';
import { filterOf, isFiltered, type Place, placeOf, searchOf } from '../../web/staff/answers/filter.ts';
import { pagesBeside } from '../../web/staff/answers/pages.tsx';
import { type TypeSample, typeSamples } from './type-samples.ts';

const day = fc.constantFrom('2026-01-31', '2026-11-26');
const words = fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() === text);
const filters: fc.Arbitrary<AnswerFilter> = fc.record(
  {
    from: day,
    to: day,
    channel: fc.constantFrom('self', 'paper'),
    state: fc.constantFrom(...responseStates),
    question: fc.constantFrom('q1', 'lift'),
    is: fc.constantFrom('yes', 'r1:c2', '-1'),
    min: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    max: fc.integer(),
    words: words.filter((text) => text !== ''),
  },
  { requiredKeys: [] },
);

describe('the address', () => {
  test('says a filter and a place, and is read as the same', () => {
    const place = fc.record(
      { after: fc.nat(), before: fc.nat(), seen: fc.nat(), order: fc.constant('building' as const) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, place, (filter, at) => {
        const search = searchOf(filter, at);
        expect(filterOf(search)).toEqual(filter);
        expect(placeOf(search)).toEqual(at);
        expect(isFiltered(filter)).toBe(Object.keys(filter).length > 0);
      }),
    );
  });

  test.each<[string, AnswerFilter]>([
    ['?from=yesterday&channel=paper', { channel: 'paper' }],
    ['?state=lost&min=x&max=3', { max: 3 }],
    ['?question=%3Cb%3E&words=&after=-1&seen=many', {}],
    ['?order=random', {}],
    ['?unit=b1&constructor=1&__proto__=2', {}],
  ])('leaves out what it says wrongly: %s', (search, filter) => {
    expect(filterOf(search)).toEqual(filter);
    expect(placeOf(search)).toEqual({});
  });
});

describe('pages', () => {
  const page = (seqs: number[], next: number | null, looked = seqs.length) => ({
    responses: seqs.map((seq) => ({ seq })),
    next,
    looked,
  });
  const fifty = Array.from({ length: 50 }, (_, at) => 100 + at);
  const beside = (found: ReturnType<typeof page>, place: Place) => pagesBeside({ found, place });

  test('lead on from where this one stopped, and back from where it began', () => {
    expect(beside(page(fifty, 149, 700), {})).toEqual({ next: { after: 149, seen: 700 } });
    expect(beside(page(fifty, 149, 700), { after: 99, seen: 300 })).toEqual({
      previous: { before: 100 },
      next: { after: 149, seen: 1000 },
    });
    expect(beside(page([100], null), { after: 99 })).toEqual({ previous: { before: 100 } });
    expect(beside(page(fifty, 100), { before: 150 })).toEqual({
      previous: { before: 100 },
      next: { after: 149 },
    });
    expect(beside(page([100, 101], null), { before: 150 })).toEqual({ next: { after: 101 } });
  });

  test('a page that is still being looked for has none after it, an empty one leads to the first', () => {
    expect(beside(page([100], 120), {})).toEqual({});
    expect(beside(page([], null), { after: 99 })).toEqual({ previous: {} });
  });
});

const form = (...questions: Question[]): Definition => ({ title: '表', layout: 'steps', questions });

describe('what answers are found by', () => {
  test.each(Object.entries<TypeSample>(typeSamples))('%s: what it counts is what is found', (_, sample) => {
    const { question, right } = sample;
    const field = fieldOf(question);
    const versions = [form(question)];
    const asked = { question: question.id };
    const by = foundBy(question);
    if (field.sensitive || !by) {
      expect(wantedOf(versions, asked)).toBeUndefined();
      return expect(writtenIn(versions)).toEqual([]);
    }
    expect(wantedOf(versions, asked)).toEqual({});
    const found = new Set<string>();
    for (const [given, answer = given] of right) {
      const counts = field.count(answer, question);
      if (by === 'key')
        for (const { key } of keysOf(question).filter(({ key }) => counts[key])) {
          expect(wantedOf(versions, { ...asked, is: key })).toEqual({ keys: [key] });
          found.add(key);
        }
      if (by === 'figure') {
        const figure = field.value(answer, question);
        if (typeof figure !== 'number') continue;
        const finds = (min: number, max: number) => {
          const { keys = [], sum } = wantedOf(versions, { ...asked, min, max }) ?? {};
          const total = sum && counts[sum.key];
          return (
            keys.some((key) => counts[key]) ||
            (sum !== undefined && total !== undefined && total >= sum.from && total <= sum.to)
          );
        };
        expect(finds(figure, figure)).toBe(true);
        expect(finds(figure + 0.5, figure + 1e6)).toBe(false);
        expect(finds(figure - 1e6, figure - 0.5)).toBe(false);
      }
    }
    // Some of its answers are counted under keys that have words.
    expect(found.size > 0).toBe(by === 'key');
  });

  test('an id that was sensitive in any version is looked into by nobody', () => {
    const number: Question = { id: 'q', type: 'id-number', title: '身份证号' };
    const name: Question = { id: 'q', type: 'name', title: '姓名' };
    expect(writtenIn([form(name)])).toEqual([{ id: 'q', other: false }]);
    expect(writtenIn([form(number), form(name)])).toEqual([]);
    expect(wantedOf([form(number), form(name)], { question: 'q' })).toBeUndefined();
    expect(wantedOf([form(name)], { question: 'other' })).toBeUndefined();
  });

  test('of a choice only the words that an option asks for', () => {
    const options = [{ id: 'a', label: '甲' }];
    const choice: Question = { id: 'q', type: 'single', title: '题', options };
    expect(writtenIn([form(choice)])).toEqual([]);
    const open = { ...choice, options: [...options, { id: 'o', label: '其他', text: true }] };
    expect(writtenIn([form(choice), form(open)])).toEqual([{ id: 'q', other: true }]);
  });
});
