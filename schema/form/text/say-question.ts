// One question as lines of text. Where its words would be read as something else, it is written in the way in which a
// backslash takes them literally; what is written is read back before it is used.
import type { Question } from '../../fields/shapes.ts';
import { labelOf } from './labels.ts';
import { textTypeOf } from './types/registry.ts';
import type { Said, Written } from './types/type.ts';

export interface Place {
  /** number that it is asked under; 0 for what asks nothing */
  number: number;
  /** what is said of answering it */
  answer: '' | '*' | '选填';
}

export interface Literal {
  title: boolean;
  body: boolean;
}
/** From the most readable way to the surest. */
export const ways: readonly Literal[] = [
  { title: false, body: false },
  { title: true, body: false },
  { title: false, body: true },
  { title: true, body: true },
];

/** A text has one line for a title: what an author broke in two stands on one. */
const oneLine = (words: string) => words.replace(/\s*[\r\n]+\s*/g, ' ').trim();
export const linesIn = (words: string) => words.split(/[\r\n]+/).filter((line) => line.trim() !== '');

const said = ({ lead = '', words, flags = '' }: Said, literal: boolean) => {
  if (words === undefined) return oneLine(lead + flags);
  return literal ? `${lead}${flags}\\${oneLine(words)}` : lead + oneLine(words) + flags;
};

function titleLine(question: Question, { marks }: Written, place: Place, literal: boolean): string {
  const own = textTypeOf(question.type).titleOf?.(question);
  const title = oneLine(own ?? question.title);
  const settings = [...marks, ...(place.answer === '选填' ? ['选填'] : [])]
    .map((mark) => `（${mark}）`)
    .join('');
  const label = `[${labelOf(question.type)}]`;
  const start = `${place.answer === '*' ? '*' : ''}${place.number > 0 ? `${place.number}. ` : ''}`;
  // Blanks in a title have to be read, so such a title only moves behind its label.
  const words = own === undefined ? `\\${title}` : title;
  return literal ? start + label + settings + words : start + title + settings + label;
}

export function sayQuestion(question: Question, way: Written, place: Place, literal: Literal): string[] {
  const { hint = '' } = question;
  const lead = textTypeOf(question.type).prose ? '' : '提示：';
  const hints = linesIn(hint).map((words): Said => ({ lead, words }));
  return [
    titleLine(question, way, place, literal.title),
    ...[...hints, ...way.body].map((line) => said(line, literal.body)),
  ];
}

/** All that the format can say of a question, to hold two against each other. */
export const saidOf = (question: Question): string =>
  JSON.stringify([
    question.type,
    textTypeOf(question.type).titleOf?.(question) ?? oneLine(question.title),
    linesIn(question.hint ?? ''),
    textTypeOf(question.type).write(question),
  ]);
