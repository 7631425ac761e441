// A question that leaves its form: what goes by other questions stays behind, and it is said what that was.
import { expect, test } from 'vitest';
import type { Question } from '../../schema/form/definition.ts';
import { alone, taken } from '../../web/staff/form/bank/alone.ts';
import { everyType } from './every-type.ts';

const lift: Question = {
  id: 'lift',
  type: 'single',
  title: '{{name|您}}家的电梯好用吗？',
  required: true,
  showIf: { q: 'home', op: 'answered' },
  requiredIf: { q: 'home', op: 'answered' },
  jumps: [{ when: { q: 'lift', op: 'equals', value: 'bad' }, to: 'page' }],
  options: [
    { id: 'good', label: '好用' },
    { id: 'bad', label: '不好用', showIf: { q: 'home', op: 'answered' } },
  ],
};

test('leaves conditions, jumps and repeated answers behind, and keeps the rest with its ids', () => {
  expect(alone(lift)).toEqual({
    question: {
      id: 'lift',
      type: 'single',
      title: '〔您〕家的电梯好用吗？',
      required: true,
      options: [
        { id: 'good', label: '好用' },
        { id: 'bad', label: '不好用' },
      ],
    },
    left: ['shows', 'lists', 'requires', 'lands', 'says'],
  });
});

test('keeps the checks of its own answer', () => {
  const range = { check: 'range' as const, min: 1, max: 20, message: '一到二十口人' };
  const young: Question = {
    id: 'young',
    type: 'number',
    title: '几个孩子',
    rules: [range, { check: 'compare', order: 'lte', with: 'people', message: '比人口还多' }],
  };
  expect(alone(young)).toEqual({ question: { ...young, rules: [range] }, left: ['checks'] });
});

test('is nothing when it is calculated from others', () => {
  expect(
    alone({ id: 'sum', type: 'calculated', title: '合计', formula: { value: 'people' } }),
  ).toBeUndefined();
});

test('any question that stands by itself stays as it is', () => {
  const whole = everyType.questions.map((question) => ({ question, made: alone(question) }));
  const changed = whole.filter(({ made }) => made && made.left.length > 0);
  const kept = whole.filter(({ made }) => made && made.left.length === 0);
  expect(kept.length).toBeGreaterThan(15);
  for (const { question, made } of kept) expect(made?.question).toEqual(question);
  for (const { made } of changed) expect(made && alone(made.question)?.left).toEqual([]);
});

test('taken twice it has an id of its own', () => {
  expect(taken(lift, new Set(['a']))).toBe(lift);
  const again = taken(lift, new Set(['lift']));
  expect(again.id).not.toBe('lift');
  expect({ ...again, id: 'lift' }).toEqual(lift);
});
