// Ways through a printed questionnaire: what it says a question depends on (依赖于第4题第4个选项) becomes its condition where
// that is certain, and where it sends the reader on (若选“否”，跳至第7题) is told, so that the author sets it.
import { fieldOf } from '../../fields/registry.ts';
import type { Condition } from '../../logic/shapes.ts';
import type { Question } from '../definition.ts';
import type { Unplaced } from '../reading.ts';
import { bracketsOf } from './brackets.ts';
import { isLiteral, type Piece, without } from './lines.ts';

/** Logic of a printed copy. */
export const logicLine = /^\*?\s?[[(]?(?:依赖于|此题设置了|显示条件|跳题逻辑|跳转逻辑|关联逻辑)/;
const dependence =
  /^\*?\s?\(?依赖于\s?\(?第\s?(\d{1,3})\s?题\s?第\s?(\d{1,2}(?:\s?[,;、或]\s?\d{1,2}){0,20})\s?个选项\)?\)?[.。]?$/;

const sends =
  /^(?:请)?(?:直接)?跳(?:转)?(?:至|到)|(?:跳|转)(?:转|答)?(?:至|到|过|入)?(?:回答)?\s?第?\s?\d{1,3}\s?题/;

/** Words in a bracket that send the reader on. */
const sendsOn = ({ plain }: Piece) => sends.test(plain);

/** A line that does nothing else. */
export const isSending = (line: Piece) =>
  line.plain.length <= 60 &&
  !isLiteral(line) &&
  /^\(?\s?(?:(?:如果?|若|凡|选).{1,30})?(?:请)?(?:直接)?[跳转]/.test(line.plain) &&
  sendsOn(line);

/** The words without brackets that send the reader on; these are told. */
export function unsent(words: Piece, lose: (lost: Unplaced) => void): Piece {
  if (isLiteral(words) || !/[跳转]/.test(words.plain)) return words;
  const spans = bracketsOf(words).filter(({ inside }) => sendsOn(inside));
  const outer = spans.filter(({ from }) => !spans.some((other) => other.from < from && from < other.to));
  for (const { inside } of outer) lose({ line: inside.at, text: inside.raw });
  return without(words, outer);
}

/** One line of a printed copy on what a question depends on. */
export interface Depends {
  /** the number that the question was printed with */
  number: number | undefined;
  lines: readonly Piece[];
}

/** The questions with the conditions that their lines name; lines that name none for certain are told. */
export function withConditions(
  questions: readonly Question[],
  printed: readonly Depends[],
  lose: (lost: Unplaced) => void,
): Question[] {
  const places = new Map<number, number>();
  printed.forEach(({ number }, place) => {
    // A number that stands twice names none.
    if (number !== undefined) places.set(number, places.has(number) ? -1 : place);
  });
  return questions.map((question, place) => {
    const lines = printed[place]?.lines ?? [];
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
