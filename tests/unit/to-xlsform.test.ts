// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms name answers so
// A form becomes an XLSForm; what that cannot say stands on a sheet of its own and is returned.
import { describe, expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import type { Condition, Expression } from '../../schema/logic/shapes.ts';
import { toXlsform, xlsformSheets } from '../../web/staff/form/export/to-xlsform.ts';
import { fromXlsform } from '../../web/staff/form/import/from-xlsform.ts';
import { workbook } from '../../web/staff/form/import/workbook.ts';
import { everyType } from './every-type.ts';

const form = (questions: Question[], more: Partial<Definition> = {}): Definition => ({
  title: '表',
  layout: 'steps',
  questions,
  ...more,
});
const told = async (definition: Definition) =>
  (await toXlsform(definition)).notExported.map(({ number, what, value }) => [number, what, value]);
/** Cells of one row of the survey by their heads. */
const row = (definition: Definition, name: string) => {
  const [survey] = xlsformSheets(definition);
  const cells = survey?.rows.find((cells) => cells[1] === name);
  return Object.fromEntries((survey?.head ?? []).map((head, at) => [head, cells?.[at] ?? '']));
};
const number = (id: string): Question => ({ id, type: 'number', title: id });

describe('what cannot be said', () => {
  it('is told for every type, each setting by a word of its own', async () => {
    const { notExported } = await toXlsform(everyType);
    expect(notExported.filter(({ what }) => /设置（|Setting/.test(what))).toEqual([]);
    const of = (title: string) =>
      notExported.filter((one) => one.title === title).map(({ what, value }) => [what, value]);
    // Told, though nothing is missing to the eye: an exact place is more than was asked for.
    expect(of('在哪里')).toEqual([['位置改成了准确位置', '']]);
    expect(of('人数')).toEqual([['单位', '人']]);
    expect(of('电话')).toEqual([['题型，写成了“填空”', '']]);
    expect(of('外出')).toEqual([['整道题', '']]);
    expect(of('几个人')).toEqual([['拆成了几道题', '']]);
    expect(of('楼道整洁')).toEqual([
      ['题型，写成了“数字”', ''],
      ['低分要写原因', '12'],
      ['各级 · 文字', '好'],
      ['各级 · 起点', '16'],
    ]);
    expect(of('单选')).toEqual([]);
    expect(of('量表')).toEqual([]);
  });

  it('stands on a sheet of its own, which reads as nothing', async () => {
    const { file, notExported } = await toXlsform(everyType);
    const sheets = await workbook(new Uint8Array(await file.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings', '没有导出']);
    expect(sheets[3]?.rows.length).toBe(1 + notExported.length);
    expect(fromXlsform(sheets, '').unplaced).toEqual([]);
  });

  it.each<[string, Condition]>([
    ['a time of day that is compared', { q: 't', op: 'lt', value: '09:00' }],
    ['a day counted from the opening', { is: 'gt', left: { day: 'opens' }, right: { number: 1 } }],
    [
      'months between days',
      {
        is: 'gt',
        left: { between: [{ value: 'd' }, { day: '2026-01-01' }], unit: 'months' },
        right: { number: 1 },
      },
    ],
    ['a question that is not in the file', { q: 'gone', op: 'answered' }],
    ['a table as a whole', { q: 'm', op: 'answered' }],
    ['both quotes in one text', { q: 'x', op: 'equals', value: `'"` }],
  ])('is told of %s', async (_, showIf) => {
    const definition = form([
      { id: 't', type: 'time', title: 't' },
      { id: 'd', type: 'date', title: 'd' },
      { id: 'gone', type: 'divider', title: '—' },
      { id: 'x', type: 'text', title: 'x' },
      {
        id: 'm',
        type: 'matrix-single',
        title: 'm',
        rows: [{ id: 'a', label: 'a' }],
        columns: [{ id: 'b', label: 'b' }],
      },
      { id: 'last', type: 'text', title: 'last', showIf },
    ]);
    expect(row(definition, 'last').relevant ?? '').toBe('');
    expect(await told(definition)).toContainEqual(['5', '什么时候出现', '']);
  });

  it('is told of a figure, and of what is made of it', async () => {
    const definition = form([
      number('a'),
      { id: 'c', type: 'calculated', title: 'c', formula: { total: 'a' } },
      {
        id: 'e',
        type: 'calculated',
        title: 'e',
        formula: { sum: [{ value: 'c' }, { value: 'a' }], missing: 'null' },
      },
      { id: 'x', type: 'text', title: 'x', showIf: { q: 'c', op: 'gt', value: 3 } },
    ]);
    expect(await told(definition)).toEqual([
      ['', '整道题', ''],
      ['', '整道题', ''],
      ['2', '什么时候出现', ''],
    ]);
  });

  it('is told of jumps, endings, quotas, and of translations that have no place', async () => {
    const definition = form([{ id: 'a', type: 'number', title: 'a', unit: '人', jumps: [{ to: 'end' }] }], {
      endings: [{ id: 'out', title: '谢谢' }],
      quotas: [{ id: 'q1', label: '甲', max: 3 }],
      translations: { en: { title: 'Form', 'q.a.title': 'A', 'q.a.unit': 'people' } },
    });
    const list = await told(definition);
    expect(list.map(([, what]) => what)).toEqual(expect.arrayContaining(['跳题', '单位', '译文', '译文']));
    expect(list).toContainEqual(['', '结束页 · 题目', '谢谢']);
    expect(list).toContainEqual(['', '名额 · 文字', '甲']);
  });

  it('is told of words that differ from check to check: there is one message', async () => {
    const definition = form([
      {
        id: 'a',
        type: 'text',
        title: 'a',
        rules: [
          { check: 'pattern', pattern: 'digits', message: '数字' },
          { check: 'length', max: 6, message: '六位' },
        ],
      },
    ]);
    expect(row(definition, 'a')).toMatchObject({
      constraint: "regex(., '^[0-9]+$') and string-length(.) <= 6",
    });
    expect(await told(definition)).toContainEqual(['1', '检查 · 检查的提示语', '数字']);
  });
});

describe('expressions', () => {
  const relevant = (showIf: Condition) =>
    row(
      form([
        number('a'),
        number('b'),
        { id: '1c', type: 'multi', title: 'c', options: [{ id: 'x', label: 'x' }] },
        { id: 'last', type: 'text', title: 'last', showIf },
      ]),
      'last',
    ).relevant;
  const figure = (left: Expression) => relevant({ is: 'gt', left, right: { number: 1 } });

  it('name answers as XLSForm does, also those whose id begins with a digit', () => {
    expect(
      relevant({
        all: [
          { q: 'a', op: 'gte', value: 3 },
          {
            any: [
              { q: '1c', op: 'contains', value: 'x' },
              { q: 'b', op: 'unanswered' },
            ],
          },
        ],
      }),
    ).toBe("${a} >= 3 and (selected(${_1c}, 'x') or ${b} = '')");
    expect(relevant({ not: { q: 'a', op: 'in', value: [1, 2] } })).toBe('not(${a} = 1 or ${a} = 2)');
  });

  it('say what a missing part does to a sum', () => {
    const sum: Expression[] = [{ value: 'a' }, { value: 'b' }];
    expect(figure({ sum, missing: 'null' })).toBe('${a} + ${b} > 1');
    expect(figure({ sum, missing: 'zero' })).toBe('coalesce(${a}, 0) + coalesce(${b}, 0) > 1');
    expect(figure({ sum, missing: 'skip' })).toBe(
      "if(coalesce(${a}, ${b}) = '', '', coalesce(${a}, 0) + coalesce(${b}, 0)) > 1",
    );
  });

  it('keep the order of arithmetic', () => {
    expect(
      figure({ times: [{ sum: [{ value: 'a' }, { number: 1 }], missing: 'null' }, { value: 'b' }] }),
    ).toBe('(${a} + 1) * ${b} > 1');
    expect(figure({ minus: [{ value: 'a' }, { minus: [{ value: 'b' }, { number: -2 }] }] })).toBe(
      '${a} - (${b} - -2) > 1',
    );
    expect(figure({ average: [{ value: 'a' }, { value: 'b' }], missing: 'null' })).toBe(
      '(${a} + ${b}) div 2 > 1',
    );
    expect(figure({ count: [{ q: 'a', op: 'gt', value: 2 }] })).toBe('if(${a} > 2, 1, 0) > 1');
  });
});
