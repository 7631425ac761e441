// A draft that has no page as it stands is shown without what stands in the way.
import { expect, test } from 'vitest';
import { compile } from '../../schema/form/compile.ts';
import type { Question } from '../../schema/form/definition.ts';
import { hasNoPage, lint } from '../../schema/form/lint.ts';
import { showable } from '../../schema/form/showable.ts';
import { form, isYes, last, on, yes } from './lint-cases/case.ts';
import { cases } from './lint-cases/index.ts';

const broken = cases.filter(({ wrong }) => hasNoPage(lint(wrong)));
const sound = cases.filter(({ right }) => !hasNoPage(lint(right)));

test.each(broken.filter(({ code }) => code !== 'no-questions'))('$code: $what', ({ wrong }) => {
  const beside: Question = { id: 'beside', type: 'yes-no', title: '好吗' };
  const { definition, missing } = showable({ ...wrong, questions: [...wrong.questions, beside] });
  expect(missing.length).toBeGreaterThan(0);
  expect(definition?.questions).toContainEqual(beside);
  expect(() => definition && compile(definition).check({})).not.toThrow();
});

test('what can be shown as it stands is shown as it stands', () => {
  expect(sound.length).toBeGreaterThan(50);
  for (const { right } of sound) expect(showable(right)).toEqual({ definition: right, missing: [] });
});

test('only those that wait for each other are left out', () => {
  const ring = [
    { ...yes, id: 'one', showIf: { ...isYes, q: 'two' } },
    { ...yes, id: 'two', showIf: { ...isYes, q: 'one' } },
  ];
  const { definition, missing } = showable(form(yes, ...ring, last));
  expect(definition?.questions.map(({ id }) => id)).toEqual(['yes', 'last']);
  expect(missing.map(({ code, questions }) => [code, questions])).toEqual([
    ['condition-cycle', ['one', 'two']],
  ]);
});

test('of two with one id the first stays', () => {
  const { definition } = showable(form(yes, on(isYes), { ...yes, title: '又是吗' }));
  expect(definition?.questions.map(({ title }) => title)).toEqual(['是吗', '最后']);
});

test('where nothing is asked there is nothing to show', () => {
  expect(showable(form())).toEqual({ definition: undefined, missing: [] });
});
