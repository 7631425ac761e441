// What became of each line, read off texts as staff paste them; and what a press makes of a line without a place.
import { describe, expect, test } from 'vitest';
import type { Fate } from '../../schema/form/reading.ts';
import { type Conversion, converted, edited, isWhole } from '../../schema/form/text/convert.ts';
import { readText } from '../../schema/form/text/read-text.ts';

const fatesOf = (text: string): [Fate, number | undefined][] =>
  readText(text).fates.map(({ fate, question }) => [fate, question]);

test('each line of a questionnaire', () => {
  const text = [
    '物业服务调查',
    '请每户填一份，约2分钟。',
    '一、基本情况',
    '1. 您的房号[填空题]',
    '',
    '2. 您满意吗？（单选题）',
    'A. 满意',
    'B. 不满意',
    '提示：只选一个',
    '题型：单选题',
    '=== 分页 ===',
    '3. 建议[不存在的题型]',
    '结束语：谢谢您',
  ].join('\n');
  expect(fatesOf(text)).toEqual([
    ['title', undefined],
    ['intro', undefined],
    ['note', 0],
    ['question', 1],
    ['nothing', undefined],
    ['question', 2],
    ['option', 2],
    ['option', 2],
    ['hint', 2],
    ['setting', 2],
    ['page', 3],
    ['unplaced', 4],
    ['thanks', undefined],
  ]);
});

test('a title over two lines is a title on both, and a line with several questions belongs to the first', () => {
  expect(fatesOf('1. 您认为小区\n最急的事是什么\nA. 停车\nB. 电梯').map(([fate]) => fate)).toEqual([
    'question',
    'question',
    'option',
    'option',
  ]);
  expect(fatesOf('登记表\n姓名：____ 电话：____')[1]).toEqual(['question', 0]);
});

describe('a line without a place', () => {
  const text =
    '附件1\n物业调查\n1. 您满意吗\nA. 满意\nB. 不满意\n难度：易\n2. 建议[简答题]\n请于12月5日前填写完毕。\n';
  const make = (line: number, as: Conversion) => {
    const reading = readText(text);
    const piece = reading.unplaced.find((one) => one.line === line);
    if (!piece) throw new Error(`line ${line} has its place`);
    expect(isWhole(text, piece)).toBe(true);
    const edit = converted(text, reading, piece, as);
    return edit && edited(text, edit);
  };
  const lineOf = (made: string | undefined, line: number) => made?.split('\n')[line - 1];

  test('becomes a question with the next number', () => {
    const made = make(8, 'question');
    expect(lineOf(made, 8)).toBe('3. 请于12月5日前填写完毕。');
    expect(readText(made ?? '').definition.questions.at(-1)?.title).toBe('请于12月5日前填写完毕。');
  });

  test('becomes an option with the next letter', () => {
    expect(lineOf(make(6, 'option'), 6)).toBe('C. 难度：易');
  });

  test('becomes a hint, and is taken out', () => {
    const made = readText(make(6, 'hint') ?? '');
    expect(made.definition.questions[0]?.hint).toBe('难度：易');
    expect(make(1, 'away')).toBe(text.replace('附件1\n', ''));
  });

  test('is no option where no question stands above it', () => {
    expect(make(1, 'option')).toBeUndefined();
  });

  test('a piece beside a title is taken out of its line', () => {
    const beside = '1. 您的房号[填空题][录像题]';
    const reading = readText(beside);
    const [piece] = reading.unplaced;
    if (!piece) throw new Error('it has its place');
    expect(isWhole(beside, piece)).toBe(false);
    const edit = converted(beside, reading, piece, 'away');
    expect(edit && edited(beside, edit)).toBe('1. 您的房号[填空题]');
  });
});
