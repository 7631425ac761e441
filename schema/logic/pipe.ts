// Earlier answers in later texts: `{{id}}` stands for the answer in words, `{{id|您}}` says what to put when there is
// none. One pass: what an answer itself says in braces stays as it was written, and pages escape it like any text.
import type { Sight } from './sight.ts';

export const pipeMark = /\{\{([a-z0-9_]{1,24})(?:\|([^{}|]{0,40}))?\}\}/g;
/** The mark as it is written. */
export const pipeOf = (id: string, otherwise: string | undefined) =>
  otherwise === undefined ? `{{${id}}}` : `{{${id}|${otherwise}}}`;
/** What stands for a missing answer when its author says nothing else. */
export const nothing = '……';

/** Every text in a question, an ending or any other piece of a definition, with its marks filled in by `words`. */
function filled<T>(piece: T, words: (id: string, otherwise: string | undefined) => string): T {
  if (typeof piece === 'string')
    return piece.replace(pipeMark, (_, id: string, otherwise?: string) => words(id, otherwise)) as T;
  if (typeof piece !== 'object' || piece === null) return piece;
  if (Array.isArray(piece)) return piece.map((one) => filled(one, words)) as T;
  return Object.fromEntries(Object.entries(piece).map(([key, one]) => [key, filled(one, words)])) as T;
}

/** Ids never hold braces, so every string with a mark in it is a text. */
export const hasPipes = (piece: unknown): boolean => JSON.stringify(piece).includes('{{');

/** Ids of the questions whose answers the texts of this piece repeat, with whether each says what to put instead. */
export const pipesIn = (piece: unknown): { id: string; otherwise: boolean }[] =>
  [...JSON.stringify(piece).matchAll(pipeMark)].map(([, id, otherwise]) => ({
    id: id ?? '',
    otherwise: otherwise !== undefined,
  }));

export const piped = <T>(piece: T, sight: Sight): T =>
  hasPipes(piece)
    ? filled(piece, (id, otherwise) => {
        const given = sight.given(id);
        return given ? given.field.words(given.answer, given.question) : (otherwise ?? nothing);
      })
    : piece;

/** Where no answers are known yet (a page without JavaScript, paper, a scorecard): the mark names its question. */
export const unpiped = <T>(piece: T, titleOf: (id: string) => string | undefined): T =>
  hasPipes(piece) ? filled(piece, (id, otherwise) => `〔${titleOf(id) ?? otherwise ?? nothing}〕`) : piece;

/** The same texts with another question's answer repeated in the place of one. */
export const repiped = <T>(piece: T, from: string, to: string): T =>
  filled(piece, (id, otherwise) => pipeOf(id === from ? to : id, otherwise));
