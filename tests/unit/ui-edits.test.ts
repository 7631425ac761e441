// Writing a form: pasting, moving, blanks, and the rows of a pasted sheet.
import { describe, expect, it } from 'vitest';
import { fieldTypes } from '../../schema/fields/registry.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { blanksOf, savable, writable } from '../../web/staff/form/blanks.ts';
import {
  linesOf,
  moved,
  movedTo,
  pastedAt,
  putBack,
  without,
  withoutBlanks,
} from '../../web/staff/form/edits.ts';
import { findingsOf } from '../../web/staff/form/findings-of.ts';
import { makeQuestion } from '../../web/staff/form/types/registry.ts';
import { rowsOf } from '../../web/staff/people/sheet-rows.ts';

const form = (...questions: Definition['questions']): Definition => ({
  title: '表',
  layout: 'steps',
  questions,
});

describe('pasting options', () => {
  it('makes ten options of ten lines, without the numbering that came along', () => {
    const text = ['1. 甲', '2、乙', '（3）丙', 'D. 丁', '⑤ 戊', '- 己', '庚', '  辛 ', '', '壬', '癸'].join(
      '\r\n',
    );
    expect(linesOf(text)).toEqual(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']);
  });
  it('makes several options of one line that holds several', () => {
    expect(linesOf('A. 愿意 B. 不愿意 C. 弃权')).toEqual(['愿意', '不愿意', '弃权']);
    expect(linesOf('□男 □女\n①网格员②业主群\n甲\t乙')).toEqual(['男', '女', '网格员', '业主群', '甲', '乙']);
  });
  it('keeps numbers that belong to the words', () => {
    expect(linesOf('3 天以内\n1至2次\n5%以上\n2.5 公里')).toEqual([
      '3 天以内',
      '1至2次',
      '5%以上',
      '2.5 公里',
    ]);
  });
  it('fills a blank option first and keeps its id', () => {
    const list = [
      { id: 'o_a', label: '' },
      { id: 'o_b', label: '乙' },
    ];
    const next = pastedAt(list, 0, ['一', '二'], (line) => line);
    expect(next.map((one) => one.label)).toEqual(['一', '二', '乙']);
    expect(next[0]?.id).toBe('o_a');
  });
});

it('blank items behind the first are filled too, and only what is left over is added', () => {
  const blanks = ['o_a', 'o_b', 'o_c'].map((id) => ({ id, label: '' }));
  const labels = (pasted: string[], at = 0) =>
    pastedAt(blanks, at, pasted, (line) => line).map((one) => one.label);
  expect(labels(['一', '二'])).toEqual(['一', '二', '']);
  expect(labels(['一', '二', '三', '四'])).toEqual(['一', '二', '三', '四']);
  expect(labels(['一', '二', '三'], 1)).toEqual(['', '一', '二', '三']);
});

it('entries that were left blank can go where another stays', () => {
  const three = form({
    id: 'q',
    type: 'single',
    title: '问',
    options: [
      { id: 'a', label: '甲' },
      { id: 'b', label: '' },
      { id: 'c', label: ' ' },
    ],
  });
  const left = withoutBlanks(three, 'q.q.options.b');
  expect(left && 'options' in (left.questions[0] ?? {}) && left.questions[0]).toMatchObject({
    options: [{ id: 'a', label: '甲' }],
  });
  expect(left && withoutBlanks(left, 'q.q.options.a')).toBeUndefined();
  expect(withoutBlanks(three, 'q.q.title')).toBeUndefined();
  const blank = { id: 'a', label: '' };
  expect(
    withoutBlanks(
      form({ id: 'q', type: 'single', title: '问', options: [blank, { id: 'b', label: '' }] }),
      'q.q.options.a',
    ),
  ).toBeUndefined();
});

describe('a draft with blanks', () => {
  it('can be stored whatever type was just added, and comes back as it was', () => {
    for (const type of fieldTypes) {
      const draft = { ...form(makeQuestion(type, 'q_1')), title: '' };
      const stored = savable(draft);
      expect(definitionShape().safeParse(stored).success, type).toBe(true);
      expect(writable(stored).title).toBe('');
      expect(writable(stored)).toEqual(writable(draft));
    }
  });
  it('names what is blank, so that it cannot be published unseen', () => {
    const draft = form(makeQuestion('single', 'q_1'));
    expect(blanksOf(draft).map((found) => found.code)).toEqual(['title-missing', 'label-missing']);
    expect(findingsOf(draft).some((found) => found.code === 'duplicate-label')).toBe(false);
  });
});

describe('questions in order', () => {
  const five = form(...['1', '2', '3', '4', '5'].map((n) => makeQuestion('text', `q_${n}`)));
  const order = (definition: Definition) => definition.questions.map(({ id }) => id.slice(2)).join('');
  it('one at the end stays when moved further', () => {
    expect(moved(five, ['q_5'], 1)).toBe(five);
    expect(moved(five, ['q_4', 'q_5'], 1)).toBe(five);
    expect(order(moved(five, ['q_5'], -1))).toBe('12354');
  });
  it('several go together, in their own order, and come together where they stood apart', () => {
    expect(order(moved(five, ['q_3', 'q_2'], 1))).toBe('14235');
    expect(order(moved(five, ['q_2', 'q_4'], -1))).toBe('24135');
    expect(order(moved(five, ['q_2', 'q_4'], 1))).toBe('13524');
    expect(order(movedTo(five, ['q_1', 'q_4'], 'q_3'))).toBe('21435');
    expect(order(movedTo(five, ['q_1', 'q_4'], undefined))).toBe('23514');
  });
  it('dropped in front of one that moves along, they stand where that one stood', () => {
    expect(order(movedTo(five, ['q_2', 'q_3'], 'q_3'))).toBe('12345');
    expect(movedTo(five, ['q_2', 'q_3'], 'q_3')).toBe(five);
  });
  it('what was taken out goes back where it stood, whatever was changed meanwhile', () => {
    const left = without(five, ['q_1', 'q_3']);
    expect(order(putBack(left, five, ['q_1', 'q_3']))).toBe('12345');
    expect(order(putBack(without(left, ['q_2']), five, ['q_1', 'q_3']))).toBe('1345');
  });
});

describe('rows of a pasted sheet', () => {
  it('reads tabs and commas, passes over the heading, and names rows that lack cells', () => {
    const tabs = '账号\t姓名\t能做什么\t辖区编码\nwangfang\t王芳\t经办人\tBH\nlijun\t李军\n';
    expect(rowsOf(tabs)).toEqual({
      rows: [{ login: 'wangfang', name: '王芳', role: '经办人', unitCode: 'BH' }],
      short: [3],
    });
    expect(rowsOf('a1，甲，管理员，X').rows).toHaveLength(1);
  });
});
