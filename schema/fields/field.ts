// The seam for growth: what a question type must say of itself. One file per type implements this.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import {
  type Condition,
  conditionShape,
  type Jump,
  jumpsShape,
  type Rule,
  rulesShape,
} from '../logic/shapes.ts';
import type { Sight } from '../logic/sight.ts';
import type { AnswerWord } from '../words/answers.ts';
import type { Language } from '../words/language.ts';
import type { FileLimits } from './files.ts';

/** What every question has, whatever its type. Titles are texts for people and never data. */
export interface BaseQuestion {
  id: string;
  type: string;
  title: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  showIf?: Condition | undefined;
  /** required when this holds */
  requiredIf?: Condition | undefined;
  /** checks of the author's own */
  rules?: Rule[] | undefined;
  /** where to go from here; the first whose condition holds */
  jumps?: Jump[] | undefined;
  /** what the page adds below the hint; set when a form is shown, never stored */
  note?: string | undefined;
  /** language of the words that a type brings along; set when a form is shown in a language, never stored */
  spoken?: Language | undefined;
}

/** Why an answer is not accepted: a stable code and the figures that its sentence needs. */
export interface AnswerProblem {
  code: AnswerWord;
  args: Readonly<Record<string, string | number>>;
}

export type Checked<A> = { ok: true; value: A } | { ok: false; problem: AnswerProblem };

/** Integer counts of one question, by option id, point or row. `_n` counts the answers, `_sum` adds scaled values. */
export type Counts = Record<string, number>;

/** What a condition may compare an answer with; the operators that fit each kind stand in logic/condition.ts. */
export type Comparable =
  | { kind: 'option' | 'options'; options: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'text' | 'date' | 'time' }
  | { kind: 'none' };

/** One countable line of a question: a plain question has one, a matrix one per row. Keys are tally keys in order. */
export interface Item {
  /** row id of a matrix, '' otherwise */
  row: string;
  title: string;
  /**
   * tally keys in display order, with their labels; `missing` keys (不了解) are shown but stand outside every base,
   * `retired` ones are no longer offered and shown while they have counts
   */
  keys: readonly {
    key: string;
    label: string;
    missing?: boolean | undefined;
    retired?: boolean | undefined;
  }[];
  /** tally key of the number of answers when it is not the sum of `keys` (several choices an answer, free text) */
  base?: string | undefined;
  /** set when the keys are points of a scale, lowest first: measures give a score, and a satisfied share */
  points?: readonly { key: string; point: number }[] | undefined;
  /** the points are marks of whoever judges: their highest two say nothing of who is satisfied */
  marks?: boolean | undefined;
  /** set when the keys are figures: measures give their mean */
  values?: readonly { key: string; value: number }[] | undefined;
  /** set when the item has a sum: mean = counts[sum] / scale / counts[base] */
  sum?: { key: string; scale: number } | undefined;
  /** what its mean is a number of: 元, 天; none where it is a point */
  unit?: string | undefined;
}

/** Reads the fields of a plain HTML form post by name. */
export type FormReader = (name: string) => readonly string[];

/** What stands in the fields of a plain HTML form, by name. */
export type FormValues = Record<string, string[]>;

/** What the settings of one question make impossible, or unwise; the sentences stand with those of schema/form/lint. */
export interface Fault {
  code: FaultCode;
  severity: 'error' | 'advice';
}
export type FaultCode =
  | 'no-options-left'
  | 'contradictory-range'
  | 'labels-do-not-fit'
  | 'gaps-do-not-fit'
  | 'list-in-pieces'
  | 'picture-missing'
  | 'media-missing'
  | 'picture-undescribed';

/** A column of a file of answers. */
export interface FileColumn {
  /** '' where there is but one; by ids and never by labels */
  suffix: string;
  /** the title, and what of the answer stands here where there are several; none twice in a question */
  label: string;
  /** for programs alone: no column where answers stand in words */
  code?: true;
}

/** As Permissions-Policy names it. */
export type Sense = 'geolocation' | 'microphone';

export interface Field<Q extends BaseQuestion = BaseQuestion, A = unknown> {
  readonly type: string;
  /** false for what only structures a page (note, page-break) */
  readonly asks: boolean;
  /** what `check` may find wrong, besides `required` and `wrong-shape` */
  readonly problems: readonly AnswerWord[];
  /** A typed JSON value from outside → the canonical answer, or why not. Never coerces. */
  check(value: unknown, question: Q): Checked<A>;
  /** A plain HTML form post → the JSON value that `check` takes; undefined when nothing was filled in. */
  read(form: FormReader, question: Q): unknown;
  /** The way back of `read`: the fields of a plain form that hold this answer, by name. */
  write(answer: A, question: Q): FormValues;
  /** The answer of a question that nobody fills in: made from the others. Its sources are all that its settings read. */
  compute?(question: Q, sight: Sight): unknown;
  /** What this answer adds to the tally of its question. Integers only. */
  count(answer: A, question: Q): Counts;
  /** The countable lines, for scorecards. Empty for free texts (their `_n` is still counted). */
  items(question: Q): readonly Item[];
  comparable(question: Q, row?: string): Comparable;
  /** The answer as conditions see it: an option id, a list of them, a number or a text. */
  value(answer: A, question: Q, row?: string): string | number | readonly string[] | undefined;
  /** The figure that a value stands for, where it is written as text: a day, a time of day. */
  number?(value: string): number | undefined;
  columns(question: Q): readonly FileColumn[];
  /** One cell per column. Numbers stay numbers. */
  cells(answer: A, question: Q): readonly (string | number)[];
  /** The same in words, where `words` and the labels of `items` do not say them. */
  cellsInWords?(answer: A, question: Q): readonly (string | number)[];
  /** The answer in words, for check-your-answers, receipts and staff. */
  words(answer: A, question: Q): string;
  /** What its own settings make impossible. */
  faults?(question: Q): readonly Fault[];
  /** Seconds that reading and answering take, roughly; 7 unless said. */
  seconds?(question: Q): number;
  /** true when the answer may hold words that identify a person: erased by retention, never on public boards */
  readonly personal: boolean;
  /**
   * What the law calls sensitive personal information (个人信息保护法 arts. 28–29): it is asked for only after a consent
   * of its own, and lists and exports show `mask` unless an editor asks for the whole, which is on record.
   */
  readonly sensitive?: boolean;
  /** The answer tells who somebody is: to whoever reads it, or to whoever can look it up (a phone, a door). */
  identifies?(question: Q): 'outright' | 'by-looking-up' | undefined;
  mask?(answer: A): string;
  /** free words, read one by one as comments */
  readonly free?: boolean;
  /** Units that the answer names: the Worker holds them against the campaign's frozen tree. */
  units?(answer: A): readonly { id: string; name: string }[];
  /** What its control asks of the phone, which no other page may. */
  readonly sense?: Sense;
  /** What may be sent for this question, for types with stored files. */
  limits?(question: Q): FileLimits;
  /** Ids of stored files that the answer names. */
  files?(answer: A): readonly string[];
  /** What staff call this type in a pasted text (`[单选题]`); the first is written out. */
  readonly labels: readonly string[];
}

export const ok = <A>(value: A): Checked<A> => ({ ok: true, value });
export const fail = (
  code: AnswerWord,
  args: AnswerProblem['args'] = {},
): { ok: false; problem: AnswerProblem } => ({
  ok: false,
  problem: { code, args },
});

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));
export const label = (max = 200) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Characters. */
export const questionTextMax = { title: 500, hint: 500 } as const;

/** The shape of a question of one type: the common part and the type's own settings. */
export const questionShape = <T extends string, S extends z.core.$ZodLooseShape>(type: T, own: S) =>
  z.strictObject({
    id: localId(),
    type: z.literal(type),
    title: label(questionTextMax.title),
    hint: z.optional(text(questionTextMax.hint)),
    required: z.optional(z.boolean()),
    showIf: z.optional(conditionShape()),
    requiredIf: z.optional(conditionShape()),
    rules: z.optional(rulesShape()),
    jumps: z.optional(jumpsShape()),
    ...own,
  });

/** Fields of a plain form are named by question; a part (row, other text) follows a colon. */
export const formName = (question: { id: string }, part?: string) =>
  part ? `${question.id}:${part}` : question.id;

/** The first filled value of a form field, trimmed; undefined when blank. */
export function firstFilled(values: readonly string[]): string | undefined {
  return values.map((value) => value.trim()).find((value) => value !== '');
}

/**
 * Words as they are kept: line ends in one form, control characters as blanks, trimmed. undefined when half of a
 * character is missing, which no database keeps as it is.
 */
export function cleanWords(value: string): string | undefined {
  if (/[\ud800-\udfff]/u.test(value)) return undefined;
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim();
}

/** A word that a type brings along, in the language of the question. */
export const inLanguage = <T>(
  { spoken = 'zh' }: { id?: string; spoken?: Language | undefined },
  words: Record<Language, T>,
): T => words[spoken];

/** An object with values by key, and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in one field of a plain form, or in one part of a question. */
export const writeOne = (answer: string | number, question: { id: string }, part?: string): FormValues => ({
  [formName(question, part)]: [String(answer)],
});

export const error = (code: FaultCode): Fault => ({ code, severity: 'error' });

/** Two ends that leave nothing between them. */
export const contradictory = <T extends number | string>(min: T | undefined, max: T | undefined) =>
  min !== undefined && max !== undefined && min > max;

/** The pieces that a type with one plain cell shares. */
export const oneColumn = ({ title }: BaseQuestion) => [{ suffix: '', label: title }];

/** One of several columns, named by what of the answer stands in it. */
export const partColumn = (
  question: BaseQuestion,
  suffix: string,
  part: Record<Language, string>,
): FileColumn => ({ suffix, label: `${question.title} ${inLanguage(question, part)}` });
