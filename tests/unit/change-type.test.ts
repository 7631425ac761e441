// Another type for a question that is being worked on: what was set stays, what reads it is told by the check, and what
// was published goes on as it was.
import { describe, expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import type { Rule } from '../../schema/logic/shapes.ts';
import {
  changedType,
  countsApart,
  replacedAnew,
  typesWithoutLoss,
} from '../../web/staff/form/settings/change-type.ts';
import { everyType } from './every-type.ts';
import { form, isYes, many, on, one, words, yes } from './lint-cases/case.ts';

const types = (question: Question) => typesWithoutLoss(question);
const reads: Question = on({ q: 'one', op: 'equals', value: 'a' });

describe('a question can become', () => {
  it('what keeps its words and its settings, blanks included', () => {
    expect(types(one)).toEqual(expect.arrayContaining(['single', 'multi', 'dropdown', 'rank']));
    expect(types({ ...words, title: '' })).toEqual(expect.arrayContaining(['text', 'long-text', 'phone']));
    const blank = {
      ...one,
      options: [
        { id: 'a', label: '' },
        { id: 'b', label: '乙' },
      ],
    };
    expect(changedType(blank, 'multi')).toEqual({ ...blank, type: 'multi' });
  });

  it('nothing in which words of the resident, a score or a limit would be gone', () => {
    const [first, ...rest] = one.options;
    const other: Question = { ...one, options: [...rest, { id: 'o', label: '其他', text: true }] };
    expect(types(other)).toContain('multi');
    expect(types(other)).not.toContain('dropdown');
    expect(types({ ...many, max: 2 })).not.toContain('single');
    expect(
      types({
        ...one,
        options: [{ id: 'x', label: '旧', retired: true }, ...(first ? [first] : []), ...rest],
      }),
    ).not.toContain('rank');
  });

  it('only what holds, whatever it was, and what it was again', () => {
    for (const question of everyType.questions)
      for (const type of types(question)) {
        const next = changedType(question, type);
        expect(definitionShape().safeParse(form(...(next ? [next] : []))).error).toBeUndefined();
        expect(next && types(next)).toContain(question.type);
      }
  });
});

it('its condition, checks and jumps come along, and what reads it stays under the check', () => {
  const asked: Question = { ...one, showIf: isYes, requiredIf: isYes, jumps: [{ to: 'end', when: isYes }] };
  const next = changedType(asked, 'multi');
  expect(next).toEqual({ ...asked, type: 'multi' });
  const codes = (question: Question | undefined) =>
    lint(form(yes, ...(question ? [question] : []), reads)).map(({ code }) => code);
  expect(codes(one)).toEqual([]);
  expect(codes(changedType(one, 'multi'))).toContain('condition-operator');
});

describe('once published', () => {
  const multi = changedType(one, 'multi') ?? one;
  it('a type that counts otherwise is another question, a list and its drop-down are not', () => {
    expect(countsApart(multi, [one])).toBe(true);
    expect(countsApart(changedType(one, 'dropdown') ?? multi, [one])).toBe(false);
  });

  it('what an earlier version asked counts too, and what was never published is free', () => {
    const list = changedType(multi, 'rank') ?? multi;
    expect(countsApart(one, [changedType(one, 'dropdown') ?? multi, multi])).toBe(true);
    expect(countsApart(list, [])).toBe(false);
  });

  it('the new one stands in its place, and what went by the old one goes by it', () => {
    const rules: Rule[] = [
      { check: 'compare', order: 'differs', with: 'one' },
      { check: 'sum', order: 'lte', and: ['one', 'yes'], value: 3 },
    ];
    const whole: Definition = {
      ...form(yes, one, { ...words, title: '选了{{one|别的}}，还有呢？', rules }, reads),
      thanks: '{{one}}',
      shuffle: [['one', 'words']],
      translations: { en: { 'q.one.title': 'Which', thanks: '{{one}}' } },
    };
    const { definition, id } = replacedAnew(whole, multi);
    expect(id).not.toBe('one');
    expect(definition.questions.map((question) => [question.id, question.type])).toEqual([
      ['yes', 'yes-no'],
      [id, 'multi'],
      ['words', 'text'],
      ['last', 'text'],
    ]);
    expect(definition.questions.at(-1)?.showIf).toEqual({ q: id, op: 'equals', value: 'a' });
    expect(definition.questions[2]).toMatchObject({
      title: `选了{{${id}|别的}}，还有呢？`,
      rules: [{ with: id }, { and: [id, 'yes'] }],
    });
    expect(definition.thanks).toBe(`{{${id}}}`);
    expect(definition.shuffle).toEqual([[id, 'words']]);
    expect(definition.translations?.en).toMatchObject({ [`q.${id}.title`]: 'Which', thanks: `{{${id}}}` });
    expect(JSON.stringify({ ...definition, translations: {} })).not.toMatch(/\bone\b/);
    const codes = lint(definition, { published: whole }).map(({ code }) => code);
    expect(codes).not.toContain('type-changed');
    expect(codes).toContain('question-removed');
  });
});
