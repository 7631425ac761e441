// A form becomes a text; what no text can say is told, and stands at its end, where it is taken for no question.
import { describe, expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { templates } from '../../schema/form/templates.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import type { Condition } from '../../schema/logic/shapes.ts';
import { someOf, toText } from '../../web/staff/form/export/to-text.ts';
import { everyType } from './every-type.ts';

const form = (questions: Question[], more: Partial<Definition> = {}): Definition => ({
  title: '表',
  layout: 'steps',
  questions,
  ...more,
});
const options = [
  { id: 'yes', label: '有' },
  { id: 'no', label: '没有' },
];
const lift: Question = { id: 'lift', type: 'single', title: '有电梯吗', options };
const isYes: Condition = { q: 'lift', op: 'equals', value: 'yes' };
const told = (definition: Definition) =>
  toText(definition).notExported.map(({ number, what, value }) => [number, what, value]);

describe('what a text cannot say', () => {
  it('is nothing where it says all', () => {
    const definition = form([lift, { id: 'why', type: 'long-text', title: '为什么' }]);
    expect(told(definition)).toEqual([]);
    expect(readText(toText(definition).text).unplaced).toEqual([]);
  });

  it('is the logic of questions, options and the form', () => {
    const definition = form(
      [
        { ...lift, jumps: [{ when: isYes, to: 'sum' }] },
        {
          id: 'floor',
          type: 'number',
          title: '几楼',
          showIf: isYes,
          requiredIf: isYes,
          rules: [{ check: 'range', min: 1, message: '请看一看' }],
        },
        {
          id: 'use',
          type: 'multi',
          title: '用过哪些',
          options: [
            { id: 'a', label: '电梯', showIf: isYes },
            { id: 'b', label: '楼梯' },
          ],
        },
        { id: 'sum', type: 'calculated', title: '合计', formula: { number: 1 } },
      ],
      { layout: 'pages', endings: [{ id: 'e', title: '谢谢', when: isYes }] },
    );
    expect(told(definition)).toEqual([
      ['', '怎么排', ''],
      ['', '结束页', ''],
      ['1', '跳题', ''],
      ['2', '什么时候出现', ''],
      ['2', '什么时候必答', ''],
      ['2', '检查', ''],
      ['3', '选项 · 什么时候出现', ''],
      ['', '公式', ''],
    ]);
  });

  it('is translations, pictures and options that are no longer offered', () => {
    const definition = form(
      [{ ...lift, options: [{ id: 'old', label: '在修', retired: true }, ...options] }],
      { translations: { en: { title: 'Form' } } },
    );
    expect(told(definition)).toEqual([
      ['1', '选项 · 文字', '在修'],
      ['1', '选项 · 停用的选项', 'true'],
      ['', '译文', 'English (en)'],
    ]);
  });

  it('has a word of its own for every setting', () => {
    const { notExported } = toText(everyType);
    expect(notExported.length).toBeGreaterThan(0);
    expect(notExported.filter(({ what }) => /设置（|Setting/.test(what))).toEqual([]);
  });
});

describe('the end of the text', () => {
  it('says each of them, and a reader tells them and reads the same questions', () => {
    const definition = form([lift, { id: 'floor', type: 'number', title: '几楼', showIf: isYes }]);
    const { text, notExported } = toText(definition);
    const { unplaced, definition: read } = readText(text);
    expect(read.questions.map(({ title }) => title)).toEqual(['有电梯吗', '几楼']);
    expect(unplaced.map((one) => one.text)).toEqual(['第2题“几楼”：什么时候出现']);
    expect(someOf(notExported)).toBe('第2题（什么时候出现）');
  });

  it.each(templates.map(({ definition }) => [definition.title, definition] as const))(
    '%s: one line for each',
    (_, definition) => {
      const { text, notExported } = toText(definition);
      const { unplaced, definition: read } = readText(text);
      expect(unplaced).toHaveLength(notExported.length);
      expect(read.questions.map(({ type }) => type)).toEqual(definition.questions.map(({ type }) => type));
    },
  );
});

it('a sentence names the first three', () => {
  const some = Array.from({ length: 4 }, (_, at) => ({
    number: String(at + 1),
    title: '',
    what: '检查',
    value: '',
  }));
  expect(someOf(some)).toBe('第1题（检查）、第2题（检查）、第3题（检查） 等');
  expect(someOf([{ number: '', title: '总分', what: '公式', value: '' }])).toBe('总分：公式');
});
