// Blanks inside a sentence 多项填空: the title itself, with a run of underscores for each blank.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import {
  error,
  type Field,
  fail,
  firstFilled,
  formName,
  inLanguage,
  isRecord,
  label,
  ok,
  questionShape,
} from './field.ts';
import { headsItem } from './figures.ts';
import { checkLine } from './line.ts';
import { readParts } from './matrix.ts';
import { checkNumber, readFigure } from './number.ts';

const gapShape = () =>
  z.strictObject({
    id: localId(),
    kind: z.enum(['text', 'number']),
    /** what the blank is called where the sentence is not read along */
    label: z.optional(label(50)),
    optional: z.optional(z.boolean()),
  });
export const shape = () =>
  questionShape('gap-fill', { gaps: z.array(gapShape()).check(z.minLength(1), z.maxLength(20)) });
export type GapFillQuestion = z.infer<ReturnType<typeof shape>>;
export type Gap = GapFillQuestion['gaps'][number];

/** A blank in the title: two underscores or more. */
const blank = /_{2,}/g;

/** The words around the blanks: one piece more than there are blanks. */
export const piecesOf = (title: string) => title.split(blank);

export const gapName = (gap: Gap, index: number, question: GapFillQuestion) =>
  gap.label ?? inLanguage(question, { zh: `第 ${index + 1} 空`, en: `Blank ${index + 1}` });

const figureAndUnit =
  /^([\da-z.零〇一二两三四五六七八九十百千半]+)\s*([^\da-z.零〇一二两三四五六七八九十百千半].*)$/i;

/** 六楼 typed before a 楼 is 六: what follows the blank is not said twice. */
function withoutUnit(typed: string, following: string): string {
  const [, figure, unit] = figureAndUnit.exec(typed.normalize('NFKC')) ?? [];
  return figure && unit && following.trimStart().startsWith(unit) ? figure : typed;
}

/** The sentence with its blanks filled in. */
const filled = (title: string, gaps: readonly Gap[], answer: Readonly<Record<string, string | number>>) => {
  let at = 0;
  return title.replace(blank, (run) => String(answer[gaps[at++]?.id ?? ''] ?? run));
};

export const field: Field<GapFillQuestion, Record<string, string | number>> = {
  type: 'gap-fill',
  asks: true,
  personal: true,
  labels: ['多项填空题', '多项填空', '横向填空题', '完形填空'],
  problems: [
    'gap-missing',
    'row-unknown',
    'not-a-number',
    'number-decimals',
    'number-range',
    'text-long',
    'text-broken',
  ],
  check(value, question) {
    if (!isRecord(value)) return fail('wrong-shape');
    const given = new Map(Object.entries(value));
    const answer: Record<string, string | number> = {};
    for (const [index, gap] of question.gaps.entries()) {
      const typed = given.get(gap.id);
      given.delete(gap.id);
      const gapWord = gapName(gap, index, question);
      if (typed === undefined || typed === null || typed === '') {
        if (!gap.optional) return fail('gap-missing', { gap: gapWord });
        continue;
      }
      const checked =
        gap.kind === 'number' ? checkNumber(typed, { min: -10_000_000, decimals: 2 }) : checkLine(typed, 100);
      if (!checked.ok) return fail(checked.problem.code, { ...checked.problem.args, gap: gapWord });
      answer[gap.id] = checked.value;
    }
    const [stranger] = given.keys();
    if (stranger !== undefined) return fail('row-unknown', { row: stranger.slice(0, 24) });
    return Object.keys(answer).length > 0 ? ok(answer) : fail('required');
  },
  read: (form, question) =>
    readParts(question.gaps, (gap) => {
      const typed = firstFilled(form(formName(question, gap.id)));
      const bare =
        typed && withoutUnit(typed, piecesOf(question.title)[question.gaps.indexOf(gap) + 1] ?? '');
      return gap.kind === 'number' && bare ? readFigure([bare]) : bare;
    }),
  write: (answer, question) =>
    Object.fromEntries(
      Object.entries(answer).map(([gap, typed]) => [formName(question, gap), [String(typed)]]),
    ),
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable(question, row) {
    const gap = question.gaps.find(({ id }) => id === row);
    if (!gap) return { kind: 'none' };
    return gap.kind === 'number' ? { kind: 'number', min: -10_000_000, max: 10_000_000 } : { kind: 'text' };
  },
  value: (answer, _question, row) => (row === undefined ? Object.keys(answer) : answer[row]),
  columns: (question) =>
    question.gaps.map((gap, index) => ({
      suffix: gap.id,
      label: `${question.title} ${gapName(gap, index, question)}`,
    })),
  cells: (answer, question) => question.gaps.map(({ id }) => answer[id] ?? ''),
  words: (answer, question) => filled(question.title, question.gaps, answer),
  faults: ({ title, gaps }) => (piecesOf(title).length === gaps.length + 1 ? [] : [error('gaps-do-not-fit')]),
  seconds: ({ gaps }) => 5 + 8 * gaps.length,
};
