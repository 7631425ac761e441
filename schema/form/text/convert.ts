// A piece of a text that found no place, made what its reader says that it is: the smallest change to the text after which
// the reader of texts agrees, and everything else is read as before. Each way of writing it is tried by reading it.
import type { Question } from '../../fields/shapes.ts';
import type { Definition } from '../definition.ts';
import type { TextReading, Unplaced } from '../reading.ts';
import { lineSpan, type Span } from './line-span.ts';
import { type Line, linesOf } from './lines.ts';
import { numberOf } from './numbers.ts';
import { optionMarkOf } from './option-marks.ts';
import { readText } from './read-text.ts';

/** `away`: it is not wanted. */
export const conversions = ['question', 'option', 'hint', 'away'] as const;
export type Conversion = (typeof conversions)[number];

/** Puts `insert` where the span was. */
export interface TextEdit extends Span {
  insert: string;
}

export const edited = (text: string, { from, to, insert }: TextEdit) =>
  text.slice(0, from) + insert + text.slice(to);

/** Undefined where no way of writing it is understood: an option with no question above it, a title that is too long. */
export function converted(
  text: string,
  reading: TextReading,
  piece: Unplaced,
  as: Conversion,
): TextEdit | undefined {
  return waysOf(text, reading, piece, as).find((edit) => {
    const next = readText(edited(text, edit));
    return isRest(reading.unplaced, next.unplaced, piece.text) && agrees[as](reading, next, piece.text);
  });
}

function waysOf(text: string, { fates }: TextReading, piece: Unplaced, as: Conversion): TextEdit[] {
  const span = lineSpan(text, piece.line);
  const line = text.slice(span.from, span.to);
  const left = leftOf(line, piece.text);
  if (as === 'away') return [...left.map((insert) => ({ ...span, insert })), without(text, span)];
  const own = fates[piece.line - 1]?.question;
  const kept = left[0] && own !== undefined ? `${left[0]}\n` : '';
  const above = linesOf(text.slice(0, span.from)).filter(({ blank }) => !blank);
  const here = writings[as](piece.text, above).map((words) => ({ ...span, insert: kept + words }));
  if (as === 'question') return [...here, ...here.map((edit) => ({ ...edit, insert: `\n${edit.insert}` }))];
  // What stands apart from its question goes up to it.
  const last = lastOfQuestion(fates, piece.line);
  if (last === undefined || kept !== '') return here;
  const { to } = lineSpan(text, last);
  const between = text.slice(to, span.from).replace(/(?:\r\n?|\n)$/, '');
  return [
    ...here,
    ...writings[as](piece.text, above).map((words) => ({
      from: to,
      to: span.to,
      insert: `\n${words}${between}`,
    })),
  ];
}

/** The line without the piece, and without brackets that are empty then. */
function leftOf(line: string, piece: string): string[] {
  const at = line.lastIndexOf(piece);
  if (at < 0) return [];
  const [before, behind] = [line.slice(0, at), line.slice(at + piece.length)];
  const bare = /[（(]\s*$/.test(before) && /^\s*[)）]/.test(behind);
  const inside = before.replace(/\s*[（(]\s*$/, '') + behind.replace(/^\s*[)）]/, '');
  return [...(bare ? [inside] : []), before + behind]
    .map((rest) => rest.trimEnd())
    .filter((rest) => rest !== '');
}

/** Whether nothing of the line but this piece is left, so that all that can be made of a line can be made of it. */
export const isWhole = (text: string, { line, text: piece }: Unplaced): boolean => {
  const { from, to } = lineSpan(text, line);
  return text.slice(from, to).trim() === piece.trim();
};

/** Takes out the line with its break. */
export function without(text: string, { from, to }: Span): TextEdit {
  const end = /^(?:\r\n?|\n)/.exec(text.slice(to, to + 2))?.[0].length ?? 0;
  return { from: end === 0 && from > 0 ? from - 1 : from, to: to + end, insert: '' };
}

export function lastOfQuestion(fates: TextReading['fates'], before: number): number | undefined {
  for (let line = before - 1; line > 0; line -= 1) {
    const one = fates[line - 1];
    if (one?.question !== undefined && one.fate !== 'unplaced') return line;
  }
  return undefined;
}

/** How it may be written, the plainest first; after a backslash words are taken as they are. */
export const writings: Readonly<
  Record<Exclude<Conversion, 'away'>, (words: string, above: readonly Line[]) => string[]>
> = {
  question(words, above) {
    const number = (above.flatMap((line) => numberOf(line) ?? []).at(-1)?.n ?? 0) + 1;
    return [
      `${number}. ${words}`,
      `${number}. \\${words}`,
      `${words}[填空题]`,
      `[填空题]\\${words}`,
      `${words}[单选题]`,
    ];
  },
  option(words, above) {
    const line = above.at(-1);
    const mark = line && optionMarkOf(line);
    const letter = mark?.style === 'letter' && mark.n < 26 ? String.fromCharCode(65 + mark.n) : undefined;
    const marks = [...(letter ? [`${letter}. `] : []), '□ ', '- '];
    return [words, ...marks.flatMap((one) => [one + words, `${one}\\${words}`])];
  },
  hint: (words) => [`提示：${words}`, `提示：\\${words}`, `（${words}）`, `说明：${words}`],
};

const titlesOf = ({ questions }: Definition) => questions.map(({ title }) => title);
const hintsOf = ({ intro = '', thanks = '', questions }: Definition) =>
  [intro, thanks, ...questions.map(({ hint }) => hint ?? '')].join('\n');

/** Every label in a question, wherever its type keeps them. */
export function labelsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(labelsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'label' || key === 'labels' ? [inner].flat().map(String) : labelsIn(inner),
  );
}
const labelsOf = ({ questions }: Definition) => questions.flatMap((question: Question) => labelsIn(question));

/** What is in `next` and not in `before`; undefined where something of `before` is gone. */
export function added(before: readonly string[], next: readonly string[]): string[] | undefined {
  const counts = new Map<string, number>();
  for (const one of before) counts.set(one, (counts.get(one) ?? 0) + 1);
  const more = next.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
  return more.length === next.length - before.length ? more : undefined;
}

const textsOf = (list: readonly Unplaced[]) => list.map(({ text }) => text);
/** Whether just this piece is told no more. */
function isRest(before: readonly Unplaced[], next: readonly Unplaced[], gone: string): boolean {
  const more = added(textsOf(next), textsOf(before));
  return more?.length === 1 && more[0] === gone;
}

const isNone = (list: readonly string[] | undefined) => list?.length === 0;
/** Signs that a reader takes out, as the line to write on behind an option, are none of the words. */
export const isOne = (list: readonly string[] | undefined, words: string) =>
  list?.length === 1 && list.every((one) => one !== '' && (one.includes(words) || words.includes(one)));

type Agrees = (before: TextReading, next: TextReading, words: string) => boolean;
const agrees: Readonly<Record<Conversion, Agrees>> = {
  question: ({ definition: before }, { definition: next }, words) =>
    isOne(added(titlesOf(before), titlesOf(next)), words) && isNone(added(labelsOf(before), labelsOf(next))),
  option: ({ definition: before }, { definition: next }, words) =>
    isNone(added(titlesOf(before), titlesOf(next))) && isOne(added(labelsOf(before), labelsOf(next)), words),
  hint: ({ definition: before }, { definition: next }, words) =>
    isNone(added(titlesOf(before), titlesOf(next))) &&
    isNone(added(labelsOf(before), labelsOf(next))) &&
    hintsOf(next).split(words).length > hintsOf(before).split(words).length,
  away: ({ definition: before }, { definition: next }) => JSON.stringify(before) === JSON.stringify(next),
};
