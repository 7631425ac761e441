// What a card says of the scores of a choice: the least and the most that one answer can come to.
import { expect, test } from 'vitest';
import type { Option } from '../../schema/fields/options.ts';
import type { Question } from '../../schema/form/definition.ts';
import { scoreRange } from '../../web/staff/form/score-range.ts';

const options = (...scores: (number | undefined)[]): Option[] =>
  scores.map((score, index) => ({
    id: `o${index}`,
    label: `选项${index}`,
    ...(score !== undefined && { score }),
  }));
const multi = (more: object, ...scores: (number | undefined)[]): Question => ({
  id: 'q',
  type: 'multi',
  title: '做过哪些',
  options: options(...scores),
  ...more,
});

test.each<[string, Question, [number, number] | undefined]>([
  ['one of five that counts', multi({}, 5, undefined, undefined, undefined, undefined), [0, 5]],
  ['all of them together', multi({}, 1, 2, 3), [1, 6]],
  ['two at most', multi({ max: 2 }, 1, 2, 3), [1, 5]],
  ['two at least', multi({ min: 2 }, 1, 2, 3), [3, 6]],
  ['what takes away', multi({}, 5, -2, -3), [-5, 5]],
  ['no scores', multi({}, undefined, undefined), undefined],
  ['one choice', { id: 'q', type: 'single', title: '哪个', options: options(5, undefined) }, [0, 5]],
  ['one picture', { id: 'q', type: 'image-choice', title: '哪张', options: options(2, 3) }, [2, 3]],
  [
    'several pictures',
    { id: 'q', type: 'image-choice', title: '哪些', several: true, options: options(2, 3) },
    [2, 5],
  ],
])('%s', (_, question, range) => {
  expect(scoreRange(question)).toEqual(range && { least: range[0], most: range[1] });
});

test('an option that excludes the others counts alone, and asking for words changes nothing', () => {
  const [first, ...rest] = options(9, 1, 2);
  const none = { id: 'none', label: '都没有', exclusive: true, score: -1 };
  const given = [{ ...first, id: 'o0', label: '其他', text: true }, ...rest, none];
  expect(scoreRange(multi({ options: given }))).toEqual({ least: -1, most: 12 });
});

test('a right answer decides by itself', () => {
  expect(scoreRange(multi({ quiz: { right: ['o0'], points: 4 } }, 5, 1))).toBeUndefined();
});
