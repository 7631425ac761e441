// The check before publishing: each finding where there is one, nothing else beside it, and none where there is none.
import { expect, test } from 'vitest';
import type { FaultCode } from '../../schema/fields/field.ts';
import { compile } from '../../schema/form/compile.ts';
import type { Question } from '../../schema/form/definition.ts';
import { applyFix, type Finding, findingCodes, lint } from '../../schema/form/lint.ts';
import { templates } from '../../schema/form/templates.ts';
import type { Expression } from '../../schema/logic/shapes.ts';
import { thirtyQuestions } from '../property/sample.ts';
import { everyType } from './every-type.ts';
import { a, b, few, form, grid, isYes, many, note, on, phone, words, yes } from './lint-cases/case.ts';
import { manyTables } from './lint-cases/ids.ts';
import { cases } from './lint-cases/index.ts';
import { writtenOut } from './written-out.ts';

const codes = (findings: readonly Finding[]) => [...new Set(findings.map(({ code }) => code))];

test.each(cases.map((one) => [`${one.code}: ${one.what}`, one] as const))('%s', (_, one) => {
  const { code, severity, wrong, right, published, earlier, at, questions } = one;
  const found = lint(wrong, { published, earlier });
  expect(found.map((finding) => [finding.code, finding.severity])).toEqual([[code, severity]]);
  if (at !== undefined) expect(found[0]?.at).toBe(at);
  if (questions) expect(found[0]?.questions).toEqual(questions);
  expect(lint(right, { published, earlier })).toEqual([]);
});

const faults: Record<FaultCode, true> = {
  'no-options-left': true,
  'contradictory-range': true,
  'labels-do-not-fit': true,
  'gaps-do-not-fit': true,
  'list-in-pieces': true,
  'picture-missing': true,
  'media-missing': true,
  'picture-undescribed': true,
};

test('every code has a case', () => {
  expect([...new Set(cases.map(({ code }) => code))].sort()).toEqual(
    [...findingCodes, ...Object.keys(faults)].sort(),
  );
});

test('every place that is named is there, and a repair leaves nothing of what it repairs', () => {
  let repaired = 0;
  for (const { wrong, published, earlier } of cases)
    for (const finding of lint(wrong, { published, earlier })) {
      for (const id of finding.questions) expect(wrong.questions.map((one) => one.id)).toContain(id);
      if (!finding.fix) continue;
      repaired++;
      const before = JSON.stringify(wrong);
      expect(lint(applyFix(wrong, finding.fix), { published, earlier })).toEqual([]);
      expect(JSON.stringify(wrong)).toBe(before);
    }
  expect(repaired).toBeGreaterThan(7);
});

test('a consent may be refused: the repair leaves it free, and asks only those who gave it', () => {
  const consent: Question = { id: 'agree', type: 'consent', title: '同意书', text: '用于核对。', version: 1 };
  const identity: Question = { id: 'identity', type: 'id-number', title: '身份证号', required: true };
  const asks = form(consent, identity, words);
  const [found] = lint(asks);
  if (!found?.fix) throw new Error('no repair');
  const mended = compile(applyFix(asks, found.fix));
  expect(mended.check({ words: '好' }).problems).toEqual({});
  expect([...mended.check({ agree: 1 }).visible]).toContain('identity');
  // A condition of its own is its author's to put together.
  expect(lint(form(consent, yes, { ...identity, showIf: isYes }))[0]?.fix).toBeUndefined();
});

test('an option that waits for itself, in a figure that a condition reads, is a ring and no endless way', () => {
  const self = {
    ...many,
    options: [a, { ...b, showIf: { q: 'many', op: 'contains', value: 'b' } as const }],
  };
  const formula: Expression = { count: [{ q: 'many', op: 'contains', value: 'b' }] };
  const sum: Question = { id: 'sum', type: 'calculated', title: '合计', formula };
  expect(codes(lint(form(self, sum, on({ q: 'sum', op: 'gte', value: 1 }))))).toEqual(['condition-cycle']);
});

test('tables that are too many together', () => {
  expect(codes(lint(manyTables.wrong))).toContain('too-many-cells');
  expect(codes(lint(manyTables.right))).not.toContain('too-many-cells');
});

test('what is found comes in the order of the form, twice the same', () => {
  const wrong = form(
    { ...words, showIf: { q: 'gone', op: 'answered' } },
    { ...few, min: 9, max: 1 },
    { ...many, min: 4 },
  );
  const found = lint({ ...wrong, title: '很'.repeat(23) });
  expect(found.map(({ code, questions }) => [code, questions[0]])).toEqual([
    ['too-long-for-poster', undefined],
    ['condition-source-missing', 'words'],
    ['contradictory-range', 'few'],
    ['contradictory-range', 'many'],
  ]);
  expect(lint({ ...wrong, title: '很'.repeat(23) })).toEqual(found);
});

test('a form of everything, the thirty questions and the shipped forms have no findings', () => {
  expect(lint(form(yes, few, many, words, grid, phone, note))).toEqual([]);
  expect(lint(thirtyQuestions())).toEqual([]);
  expect(lint(everyType)).toEqual([]);
  for (const { id, definition } of templates) expect([id, lint(writtenOut(definition))]).toEqual([id, []]);
});
