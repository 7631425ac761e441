// Changes to a definition, each a plain function from one definition to the next.
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { linesOf as textLines } from '../../../schema/form/text/lines.ts';
import { cutByMarks } from '../../../schema/form/text/option-marks.ts';
import { redirected } from '../../../schema/logic/sources.ts';
import { freshOptionId, freshQuestionId } from './fresh-id.ts';

/** `Array.toSpliced` for browsers that lack it (Chromium 109). */
export function spliced<T>(list: readonly T[], at: number, remove: number, ...items: readonly T[]): T[] {
  return [...list.slice(0, at), ...items, ...list.slice(at + remove)];
}

/** Puts a question after another; at the end when that one is not there. */
export function insertAfter(
  definition: Definition,
  question: Question,
  after: string | undefined,
): Definition {
  const at = definition.questions.findIndex((one) => one.id === after);
  const index = at < 0 ? definition.questions.length : at + 1;
  return { ...definition, questions: spliced(definition.questions, index, 0, question) };
}

export const without = (definition: Definition, id: string): Definition => ({
  ...definition,
  questions: definition.questions.filter((question) => question.id !== id),
});

/** Moves a question by places; at the ends it stays. */
export function moved(definition: Definition, id: string, by: number): Definition {
  const at = definition.questions.findIndex((question) => question.id === id);
  return movedTo(definition, id, at + by);
}

export function movedTo(definition: Definition, id: string, index: number): Definition {
  const question = definition.questions.find((one) => one.id === id);
  if (!question || index < 0 || index >= definition.questions.length) return definition;
  const rest = definition.questions.filter((one) => one.id !== id);
  return { ...definition, questions: spliced(rest, index, 0, question) };
}

/** The questions in the order in which they stand in another definition; those that are not there come last. */
export function inOrderOf(definition: Definition, other: Definition): Definition {
  const place = new Map(other.questions.map(({ id }, index) => [id, index]));
  const at = ({ id }: Question) => place.get(id) ?? other.questions.length;
  return { ...definition, questions: [...definition.questions].sort((one, next) => at(one) - at(next)) };
}

export const replaced = (definition: Definition, question: Question): Definition => ({
  ...definition,
  questions: definition.questions.map((one) => (one.id === question.id ? question : one)),
});

/** A copy right below, with ids of its own: a copied question counts for itself, and goes by its own answer. */
export function copied(definition: Definition, id: string): { definition: Definition; id: string } {
  const question = definition.questions.find((one) => one.id === id);
  if (!question) return { definition, id };
  const fresh = freshQuestionId();
  const { rules, jumps } = redirected({ rules: question.rules, jumps: question.jumps }, id, fresh);
  const copy: Question = { ...question, ...(rules && { rules }), ...(jumps && { jumps }), id: fresh };
  const made = insertAfter(definition, copy, id);
  const { translations } = definition;
  if (!translations) return { definition: made, id: copy.id };
  const prefix = `q.${id}.`;
  const told = Object.entries(translations).map(([tongue, texts]) => {
    const own = Object.entries(texts ?? {}).filter(([address]) => address.startsWith(prefix));
    const moved = own.map(([address, text]) => [`q.${copy.id}.${address.slice(prefix.length)}`, text]);
    return [tongue, { ...texts, ...Object.fromEntries(moved) }];
  });
  return { definition: { ...made, translations: Object.fromEntries(told) }, id: copy.id };
}

/** An option, a row or a column. */
export interface Line {
  id: string;
  label: string;
}

/**
 * Pasted text as lines: one item a line, or several where marks part them (`A. 愿意 B. 不愿意`, `□男 □女`), without the
 * numbering that came along (`1. `, `（2）`, `A、`, `①`). A number that belongs to the words (`3 天以内`) stays.
 */
export function linesOf(text: string): string[] {
  return textLines(text)
    .flatMap((line) => cutByMarks(line)?.map(({ raw }) => raw) ?? line.raw.split('\t'))
    .map((line) =>
      line
        .trim()
        .replace(/^(?:[（(]?(?:\d{1,2}|[A-Za-z])[)）.．、](?!\d)|[①-⑳]|[-•·○●□])\s*/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Pasted lines go in at a place; a blank item there is filled by the first of them. */
export function pastedAt<L extends Line>(
  list: readonly L[],
  index: number,
  labels: readonly string[],
  make: (line: Line) => L,
): L[] {
  const at = list[index];
  const fresh = labels.map((label) => make({ id: freshOptionId(), label }));
  if (at && at.label.trim() === '' && fresh[0])
    return spliced(list, index, 1, { ...at, label: fresh[0].label }, ...fresh.slice(1));
  return spliced(list, index + 1, 0, ...fresh);
}
