// Whatever is pasted: the reader gives a form that holds, loses no line without saying so, and takes time in proportion.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import type { Reading } from '../../schema/form/reading.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { busy } from '../unit/busy.ts';
import { mess, shortWords, texts, traces, wordsIn } from './text-mess.ts';

const numRuns = process.env.FULL ? 100_000 : 3_000;

/** All texts and figures that came out, without what JSON makes of signs. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(wordsOf).join('\n');
}

/** Words of the text that are neither in the form nor told. */
function lost(text: string, reading: Reading): string[] {
  const found = wordsOf(reading).replace(/\s+/g, ' ');
  const written = new Set(wordsIn(text));
  const read = new Set(wordsIn(found));
  // Lines that were put together made words that nobody wrote.
  const made = [...read].filter((word) => !written.has(word));
  const parts = wordsOf(reading).split('\n');
  // What is too long is cut in two: one part ends one text, the other begins another.
  const isCut = (word: string) =>
    Array.from(word).some(
      (_, at) =>
        at > 0 &&
        parts.some((part) => part.endsWith(word.slice(0, at))) &&
        parts.some((part) => part.startsWith(word.slice(at))),
    );
  const isThere = (word: string) =>
    read.has(word) || made.some((one) => one.startsWith(word) || one.endsWith(word)) || isCut(word);
  const short = text.split(/\r\n?|\n/).flatMap((line) => shortWords(line).filter((word) => !isThere(word)));
  if (short.length > 0) return short;
  return text.split(/\r\n?|\n/).flatMap((line) =>
    traces(line).filter((word) => {
      if (found.includes(word)) return false;
      // A text that is too long is cut in two: one part in the form, the other told.
      const places = Array.from({ length: word.length - 1 }, (_, at) => at + 1);
      return !places.some((at) => found.includes(word.slice(0, at)) && found.includes(word.slice(at)));
    }),
  );
}

test('any text gives a form that holds, and every line of it is in the form or told', () => {
  fc.assert(
    fc.property(mess, (text) => {
      const reading = readText(text);
      expect(definitionShape().safeParse(reading.definition).error).toBeUndefined();
      const count = text.split(/\r\n?|\n/).length;
      for (const { line, text: words } of reading.unplaced)
        expect([line >= 1 && line <= count, words.trim() !== '']).toEqual([true, true]);
      expect(lost(text, reading)).toEqual([]);
    }),
    { numRuns },
  );
});

test('a form out of any text can be published but for what only its author has', () => {
  const open = [
    'no-questions',
    'media-missing',
    'too-many-cells',
    'duplicate-label',
    'sensitive-without-consent',
    'pipe-not-filled',
  ];
  fc.assert(
    fc.property(mess, (text) => {
      const errors = lint(readText(text).definition).filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code }) => code).filter((code) => !open.includes(code))).toEqual([]);
    }),
    { numRuns: numRuns / 10 },
  );
});

test('the same text gives the same form', () => {
  for (const text of texts) expect(readText(text)).toEqual(readText(text));
});

test('a line that is left out of a form is missed', () => {
  const text = '1. 您的姓名\n2. 您最关心的小区问题是什么';
  const { definition, unplaced } = readText(text);
  expect(lost(text, { definition, unplaced })).toEqual([]);
  expect(lost(text, { definition: { ...definition, questions: [] }, unplaced })).not.toEqual([]);
});

test('so is a line of one or two signs, wherever it stands', () => {
  const short = /^\s*(?:[A-Z]\s?[.、]|[□○①②③]|-)?\s*([\u4e00-\u9fff]{1,2})\s*$/;
  const left = texts.flatMap((text) => {
    const lines = text.split('\n');
    return lines.flatMap((line, at) => {
      const word = short.exec(line)?.[1] ?? '';
      const others = lines.filter((_, other) => other !== at).join('\n');
      if (shortWords(line).length === 0 || wordsIn(others).some((one) => one.includes(word))) return [];
      return [{ text, word, reading: readText(others) }];
    });
  });
  expect(left.length).toBeGreaterThan(50);
  expect(left.filter(({ text, word, reading }) => !lost(text, reading).includes(word))).toEqual([]);
});

describe('a megabyte takes as long as its length, whatever its shape', () => {
  const much = (piece: string, start = '') => start + piece.repeat(Math.ceil(1_000_000 / piece.length));
  const shapes = {
    'one line': much('字'),
    'one title': much('满意吗', '1. '),
    '100,000 lines': much('选项甲乙丙丁戊己庚\n'),
    '100,000 options': much('选项甲乙丙丁戊己庚\n', '1. 题[单选题]\n'),
    'options that stand apart': much('A. 甲乙丙丁戊\n\n', '1. 题[单选题]\n'),
    'boxes that stand apart': much('□ 甲乙丙丁戊\n\n', '1. 题[单选题]\n'),
    'opening brackets': much('['),
    'brackets in brackets': `${'（'.repeat(500_000)}${'）'.repeat(500_000)}`,
    'labels in one line': much('[单选题]'),
    'numbers in one line': much('1.甲2.乙', '1. 题\n'),
    'figures in one line': much('2', '1. 题\n1. 甲'),
    'numbered lines': much('1. 甲乙丙丁戊\n'),
    'lists in lists': much(Array.from({ length: 60 }, (_, at) => `${at + 1}. 甲\n`).join(''), '1. 题\n'),
    'letters in one line': much('A.甲B.乙', '1. 题\n'),
    'boxes in one line': much('□甲', '1. 题'),
    'blanks in one line': much('甲__', '1. 题'),
    underscores: `${much('_')}甲`,
    backslashes: much(' \\甲'),
    colons: much('：', '1. 题'),
    tabs: much('甲\t', '1. 题[矩阵单选题]\n'),
    'rule of a table': `|${much(' -- |')}甲`,
    'words of scales': much('很好 ', '1. 题[量表题]\n'),
    'ways down a tree': much('甲 乙 丙\n', '1. 题[级联题]\n'),
    'a field behind marked lines': much('乙：\n', `甲：\n${'□ 甲\n'.repeat(50_000)}甲\n`),
    answers: much('答案：A\n', '1. 题\n'),
    'questions without numbers': much('您满意吗\nA. 甲\nB. 乙\n', '调查\n'),
    'lists under one number': much('甲\n□ 乙 □ 丙\n', '1. 题\n'),
    'different lists under one number': much('甲\n□ 乙 □ 丙\n丁\n□ 戊 □ 己\n', '1. 题\n'),
    'answers beside each line': much('甲 □乙 □丙\n', '调查\n'),
    'answers beside a long line': `${much('甲').slice(0, 500_000)} □乙 □丙\n${much('丁 □乙 □丙\n').slice(0, 500_000)}`,
    'boxes behind words': much('甲□', '1. 题：'),
    'headings with answers': much('一、甲\nA. 乙\n'),
    'rows to tick': much('甲\t□\t□\n', '1. 题\n项目\t乙\t丙\n'),
    'rows to fill in': much('甲\t乙\n\t\n', '调查\n'),
    'lines to sign on': much('签名：  日期：   年 月 日\n', `1. 题\n${'姓名：\n'.repeat(50_000)}甲\n`),
    'lines on what comes before': much('依赖于第1题第1个选项\n', '1. 题\n甲\n乙\n2. 题\n'),
    'ways on from every option': Array.from(
      { length: 100 },
      (_, at) =>
        `${at + 1}. 题\n${Array.from({ length: 200 }, (__, to) => `甲${to}（跳到第${at + 2 + to}题）\n`).join('')}`,
    ).join(''),
    'lines on ways on': much('若选“乙”，跳至第2题\n', '1. 题\n甲\n乙\n'),
    'arrows in one line': much('→', '1. 题\n甲\n乙'),
  };
  // Of the processor's time, measured against plain lines on the same machine: some 0.5 s for those and up to
  // 1.9 s for the slowest. What grows with the square of a megabyte takes minutes.
  const plain = Math.min(
    busy(() => readText(shapes['100,000 lines'])),
    busy(() => readText(shapes['100,000 lines'])),
  );
  test.each(Object.entries(shapes))('%s', (_, text) => {
    expect(busy(() => readText(text))).toBeLessThan(10 * plain);
  });
});
