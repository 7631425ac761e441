// What a way past some questions hides: these, the pages that hold nothing else, and the words over them that are over
// nothing else.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../definition.ts';
import { plainOf } from './lines.ts';
import { numberOf } from './numbers.ts';

const isAsked = (question: Question) => fieldOf(question).asks;

/** Words and pictures between questions; a figure or what the link brings along is none. */
const isWords = (question: Question) =>
  question.type !== 'page-break' &&
  !isAsked(question) &&
  fieldOf(question).comparable(question).kind === 'none';

/** How a heading is counted (一、 or 第一部分), which says what it stands under; '' for words that are not. */
function levelOf({ title }: Question): string {
  const plain = plainOf(title);
  if (/^第.{1,3}(?:部分|章|节|单元|模块|板块|篇|大题)/.test(plain)) return 'part';
  return numberOf({ at: 0, raw: title, plain })?.style ?? '';
}

/** Behind the last question that words are over, by their place: at the next ones of their kind. */
function endsOfWords(questions: readonly Question[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open: { place: number; level: string; asked: boolean }[] = [];
  const close = (from: number, at: number) => {
    for (const { place } of open.slice(from)) ends.set(place, at);
    open = open.slice(0, from);
  };
  questions.forEach((question, place) => {
    const words = isWords(question);
    if (isAsked(question)) for (const one of open) one.asked = true;
    if (!words && question.type !== 'page-break') return;
    const level = words ? levelOf(question) : '';
    // Words right below others are over the same.
    const ended = open.findIndex((one) => one.asked && (one.level === level || one.level === ''));
    if (ended >= 0) close(ended, place);
    if (words) open.push({ place, level, asked: false });
  });
  close(0, questions.length);
  return ends;
}

export interface Covers {
  /** place of the first question that is asked from here on; behind the last place where none is */
  asked(from: number): number;
  /** of the places between two, those that are to be hidden with the questions between them */
  between(from: number, to: number): number[];
}

export function coversOf(questions: readonly Question[]): Covers {
  const ends = endsOfWords(questions);
  const next: number[] = [questions.length];
  for (const [index, question] of [...questions].reverse().entries()) {
    const place = questions.length - 1 - index;
    next[place] = isAsked(question) ? place : (next[place + 1] ?? questions.length);
  }
  const asked = (from: number) => next[from] ?? questions.length;
  const breaks = questions.flatMap(({ type }, place) => (type === 'page-break' ? [place] : []));
  const isOverNoOther = (place: number, from: number, to: number) => {
    const end = ends.get(place) ?? questions.length;
    // Words over nothing are under the question above them.
    return asked(place) < end ? asked(Math.max(place, to)) >= end : asked(from + 1) < place;
  };
  return {
    asked,
    between(from, to) {
      const places: number[] = [];
      for (let place = from + 1; place < to; place += 1) {
        const question = questions[place];
        if (!question) continue;
        const page = question.type === 'page-break' ? breaks.find((at) => at > place) : undefined;
        if (page !== undefined && page < to) {
          places.push(place);
          place = page - 1;
        } else if (isAsked(question) || (isWords(question) && isOverNoOther(place, from, to)))
          places.push(place);
      }
      return places;
    },
  };
}
