// What the check says, as staff read it: a whole sentence in both languages, with the questions by number and title.
import { expect, test } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { fixWords, sentenceOf } from '../../web/staff/form/finding-sentence.ts';
import { findingsOf } from '../../web/staff/form/findings-of.ts';
import { inEnglish } from './builder-form.ts';
import { a, b, form, grid, isYes, one, steps, words, yes } from './lint-cases/case.ts';
import { cases } from './lint-cases/index.ts';

const said = (definition: Definition) => findingsOf(definition).map((found) => sentenceOf(found, definition));

const spoken = { zh: <T>(work: () => T) => work(), en: inEnglish };

test.each(['zh', 'en'] as const)('in %s every finding is a whole sentence', (language) => {
  for (const { code, what, wrong, published, earlier } of cases)
    for (const finding of lint(wrong, { published, earlier })) {
      const sentence = spoken[language](() => sentenceOf(finding, wrong));
      const bare = sentence.replace(/“[^”]*”/g, '“”');
      expect([code, what, bare]).toEqual([code, what, expect.stringMatching(/^[^{}]{8,}[。.？）]$/)]);
      // Chinese is not left standing where the words are English.
      if (language === 'en') expect([code, /[的了和]/.test(bare)]).toEqual([code, false]);
      if (!finding.fix) continue;
      const { fix } = finding;
      expect([code, spoken[language](() => fixWords(fix, wrong))]).toEqual([
        code,
        expect.stringMatching(/^[^{}]{4,}$/),
      ]);
    }
});

test('the questions are named by number and title, long titles short', () => {
  const long: Question = {
    ...words,
    title: '您觉得小区的停车位够不够用，夜里回来晚了还有没有地方停？',
    showIf: isYes,
  };
  expect(said(steps(one, long, yes))).toEqual([
    '第 2 题“您觉得小区的停车位够不够用，夜里回来…”的出现条件要看第 3 题“是吗”，可它排在后面：居民答到那里，这里已经翻过去了。请把这里移到后面，或换一题作条件。',
  ]);
  expect(
    said(
      form({
        ...one,
        options: [
          { id: 'a', label: '有' },
          { id: 'b', label: '有' },
        ],
      }),
    ),
  ).toEqual(['第 1 题“哪一个”有两项都写着“有”，居民分不清。']);
});

test('of many questions the first few are named', () => {
  const chained = [0, 1, 2, 3, 4].map(
    (at): Question => ({
      ...yes,
      id: `y${at}`,
      title: `问 ${at}`,
      showIf: { q: `y${(at + 1) % 5}`, op: 'answered' },
    }),
  );
  expect(said(form(...chained))).toEqual([
    '第 1 题“问 0”、第 2 题“问 1”、第 3 题“问 2”等 5 题互相等待，谁也出现不了。请改掉其中一处。',
  ]);
});

test('blanks come first, and are no two questions or options that read the same', () => {
  const blank = form(
    { ...yes, title: '' },
    { ...words, title: '' },
    {
      ...one,
      options: [
        { id: 'a', label: '' },
        { id: 'b', label: ' ' },
      ],
    },
  );
  const found = findingsOf({ ...blank, title: ' ' });
  expect(found.map(({ code, at }) => [code, at])).toEqual([
    ['form-title-missing', 'title'],
    ['title-missing', 'q.yes.title'],
    ['title-missing', 'q.words.title'],
    ['label-missing', 'q.one.options.a'],
  ]);
  expect(found.map((one) => sentenceOf(one, blank))[1]).toBe('第 1 题还没写题目。');
});

test('a blank is named by what it is, and its number among its kind', () => {
  const of = (...questions: Question[]) =>
    said(form(...questions)).filter((sentence) => sentence.includes('空的'));
  expect(of({ id: 'ok', type: 'consent', title: '您同意吗', text: ' ', version: 1 })).toEqual([
    '第 1 题“您同意吗”里同意书的正文还是空的。',
  ]);
  const gone = { id: 'gone', label: '原来的', retired: true };
  expect(of({ ...one, options: [gone, a, b, { id: 'c', label: '' }] })).toEqual([
    '第 1 题“哪一个”的第 3 个选项还是空的。',
  ]);
  expect(of({ ...grid, rows: [{ id: 'r', label: '' }] })).toEqual(['第 1 题“几方面”的第 1 行还是空的。']);
  expect(of({ ...grid, labels: ['差', '', '好'] })).toEqual(['第 1 题“几方面”的第 2 个词还是空的。']);
  const last = { ...form(yes), endings: [{ id: 'e', title: '' }] };
  expect(said(last)).toContain('第 1 个结束语还是空的。');
  const blank: Question = { ...grid, rows: [{ id: 'r', label: '' }] };
  expect(inEnglish(() => said(form(blank))[0])).toBe('Row 1 of Question 1 “几方面” is still empty.');
});

test('a definition is checked once, however often the page is drawn', () => {
  const definition = form(yes);
  expect(findingsOf(definition)).toBe(findingsOf(definition));
  expect(findingsOf(definition, { definition: form(words), earlier: [] })).not.toBe(findingsOf(definition));
});
