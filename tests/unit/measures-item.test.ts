// What a card says of one line, by the type that asked: its mean is a number of something, and only scales of the
// residents' own have a satisfied share.
import { expect, test } from 'vitest';
import type { Counts, Item } from '../../schema/fields/field.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import { measure, withUnit } from '../../schema/measures/item.ts';
import { type TypeSample, typeSamples } from './type-samples.ts';

const linesOf = ({ question }: Pick<TypeSample, 'question'>) => fieldOf(question).items(question);
const countsOf = ({ question, right }: TypeSample): Counts => {
  const [given, stored = given] = right[0] ?? [];
  return fieldOf(question).count(stored, question);
};
/** `5 天` for the first answer of a sample, line by line. */
const meansOf = (sample: TypeSample) =>
  linesOf(sample).map((item: Item) => {
    const { mean } = measure(item, countsOf(sample), { type: sample.question.type });
    return mean === null ? '' : withUnit(String(mean), item.unit ?? '');
  });

test.each<[keyof typeof typeSamples, string[]]>([
  ['slider', ['85 分']],
  ['date-range', ['4 天']],
  ['allocate', ['60%', '0%', '40%']],
  ['matrix-number', ['2 人', '1 人', '0 人', '']],
  ['rows', ['2 行']],
  ['indicator', ['8 分']],
  ['deductions', ['4 分', '2 次', '0 次']],
  ['calculated', ['12.5']],
])('%s: its mean is a number of something', (name, means) => {
  expect(meansOf(typeSamples[name])).toEqual(means);
});

test('a number, a calculated one and a rating say their units too', () => {
  const unit = (question: TypeSample['question']) => linesOf({ question })[0]?.unit;
  const base = { id: 'q', title: '题' };
  expect(unit({ ...base, type: 'number', unit: '岁', min: 0, max: 120 })).toBe('岁');
  expect(unit({ ...base, type: 'number', unit: '元', decimals: 2 })).toBe('元');
  expect(unit({ ...typeSamples.calculated.question, unit: '元' })).toBe('元');
  expect(unit({ ...base, type: 'rating' })).toBe('星');
  expect(unit({ ...base, type: 'scale', from: 1, to: 5 })).toBeUndefined();
});

test('marks give a score, and say nothing of who is satisfied', () => {
  const [item] = linesOf(typeSamples.indicator);
  if (!item) throw new Error('no line');
  const { score, satisfied } = measure(item, { 20: 1, 16: 9 }, { type: 'indicator' });
  expect(score?.value).toBeCloseTo(82, 9);
  expect(satisfied).toBeNull();
  const [scale] = linesOf({ question: { id: 'q', type: 'scale', title: '题', from: 1, to: 5 } });
  if (!scale) throw new Error('no line');
  expect(measure(scale, { 5: 1, 1: 1 }, { type: 'scale' }).satisfied?.value).toBe(50);
});
