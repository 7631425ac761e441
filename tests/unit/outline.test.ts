// The outline of a form as rows: pages that fold, and what goes together when it is moved.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { between, blockOf, rowsOf } from '../../web/staff/form/outline/rows.ts';
import { makeQuestion } from '../../web/staff/form/types/registry.ts';

const form: Definition = {
  title: '表',
  layout: 'pages',
  questions: [
    makeQuestion('text', 'a'),
    makeQuestion('page-break', 'p'),
    makeQuestion('text', 'b'),
    makeQuestion('note', 'c'),
    makeQuestion('page-break', 'r'),
    makeQuestion('text', 'd'),
  ],
};
const shown = (folded: string[]) =>
  rowsOf(form, new Set(folded)).map(({ question, level, holds }) => `${question.id}${level}${holds ?? ''}`);

describe('rows', () => {
  it('stand on their page, and the first page has no row of its own', () => {
    expect(shown([])).toEqual(['a1', 'p12', 'b2', 'c2', 'r11', 'd2']);
  });
  it('of a folded page are folded away', () => {
    expect(shown(['p'])).toEqual(['a1', 'p12', 'r11', 'd2']);
  });
  it('from one to another are the same either way round', () => {
    const rows = rowsOf(form, new Set());
    expect(between(rows, 'c', 'p')).toEqual(['p', 'b', 'c']);
    expect(between(rows, 'p', 'c')).toEqual(['p', 'b', 'c']);
  });
});

it('a folded page goes with what stands on it, an open one alone', () => {
  expect(blockOf(form, new Set(['p']), new Set(['p', 'd']))).toEqual(['p', 'b', 'c', 'd']);
  expect(blockOf(form, new Set(), new Set(['p', 'd']))).toEqual(['p', 'd']);
});
