// What a printed copy says a question depends on (依赖于第4题第4个选项): its condition where that is certain, and else told.
import { fieldOf } from '../../fields/registry.ts';
import type { Condition } from '../../logic/shapes.ts';
import type { Question } from '../definition.ts';
import type { Unplaced } from '../reading.ts';
import type { Piece } from './lines.ts';
import type { Sent } from './sends.ts';

/** Logic of a printed copy. */
export const logicLine = /^\*?\s?[[(]?(?:依赖于|此题设置了|显示条件|跳题逻辑|跳转逻辑|关联逻辑)/;
const dependence =
  /^\*?\s?\(?依赖于\s?\(?第\s?(\d{1,3})\s?题\s?第\s?(\d{1,2}(?:\s?[,;、或]\s?\d{1,2}){0,20})\s?个选项\)?\)?[.。]?$/;

/** What a printed copy says of the ways to and from a question. */
export interface Printed {
  /** the number that the question was printed with */
  number: number | undefined;
  /** lines on what it depends on */
  depends: readonly Piece[];
  /** words that send the reader on from it */
  sends: Sent[];
  /** ids of its options as they were printed, and which of them had their letter */
  options: string[];
  lettered: readonly boolean[];
}

/** Places of the questions by their printed numbers. A number that stands twice names none. */
export function numberedPlaces(printed: readonly Printed[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const twice = new Set<number>();
  printed.forEach(({ number }, place) => {
    if (number === undefined) return;
    if (places.has(number)) twice.add(number);
    places.set(number, place);
  });
  for (const number of twice) places.delete(number);
  return places;
}

/** The questions with the conditions that their lines name; lines that name none for certain are told. */
export function withConditions(
  questions: readonly Question[],
  printed: readonly Printed[],
  lose: (lost: Unplaced) => void,
): Question[] {
  const places = numberedPlaces(printed);
  return questions.map((question, place) => {
    const lines = printed[place]?.depends ?? [];
    const [only, ...more] = lines;
    const [, number = '', options = ''] = (only && dependence.exec(only.plain)) ?? [];
    const source = places.get(Number(number)) ?? -1;
    const earlier = source < place ? questions[source] : undefined;
    const condition =
      more.length === 0 && earlier ? chosen(earlier, options.match(/\d+/g)?.map(Number) ?? []) : undefined;
    if (!condition) for (const { at, raw } of lines) lose({ line: at, text: raw });
    return condition ? { ...question, showIf: condition } : question;
  });
}

/** That one of these options, counted from 1, is chosen; undefined where it has not all of them. */
function chosen(question: Question, places: readonly number[]): Condition | undefined {
  const kind = fieldOf(question).comparable(question);
  if (!('options' in question) || (kind.kind !== 'option' && kind.kind !== 'options')) return undefined;
  const values = places.flatMap((place) => question.options[place - 1]?.id ?? []);
  const [value] = values;
  if (value === undefined || values.length < places.length) return undefined;
  if (kind.kind === 'option')
    return values.length > 1
      ? { q: question.id, op: 'in', value: values }
      : { q: question.id, op: 'equals', value };
  const each = values.map((one): Condition => ({ q: question.id, op: 'contains', value: one }));
  return each.length > 1 ? { any: each } : each[0];
}
