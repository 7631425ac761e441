// Changes to a definition, each a plain function from one definition to the next.
import { isRecord } from '../../../schema/fields/field.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { linesOf as textLines } from '../../../schema/form/text/lines.ts';
import { cutByMarks } from '../../../schema/form/text/option-marks.ts';
import { followed } from './followed.ts';
import { freshOptionId, freshQuestionId } from './fresh-id.ts';

/** `Array.toSpliced` for browsers that lack it (Chromium 109). */
export function spliced<T>(list: readonly T[], at: number, remove: number, ...items: readonly T[]): T[] {
  return [...list.slice(0, at), ...items, ...list.slice(at + remove)];
}

/** Puts questions after another; at the end when that one is not there. */
export function insertAfter(
  definition: Definition,
  after: string | undefined,
  ...fresh: readonly Question[]
): Definition {
  const at = definition.questions.findIndex((one) => one.id === after);
  const index = at < 0 ? definition.questions.length : at + 1;
  return { ...definition, questions: spliced(definition.questions, index, 0, ...fresh) };
}

export const without = (definition: Definition, ids: readonly string[]): Definition => ({
  ...definition,
  questions: definition.questions.filter(({ id }) => !ids.includes(id)),
});

/** Questions that were taken out of `before`, each behind what stood before it there, or first. */
export function putBack(definition: Definition, before: Definition, ids: readonly string[]): Definition {
  const questions = [...definition.questions];
  const placeOf = ({ id }: Question) => questions.findIndex((one) => one.id === id);
  before.questions.forEach((question, index) => {
    if (!ids.includes(question.id) || placeOf(question) >= 0) return;
    const places = before.questions.slice(0, index).map(placeOf);
    questions.splice((places.filter((place) => place >= 0).at(-1) ?? -1) + 1, 0, question);
  });
  return { ...definition, questions };
}

/** Moves questions by places, together; at the ends they stay. Those that stand apart come together. */
export function moved(definition: Definition, ids: readonly string[], by: -1 | 1): Definition {
  const { questions } = definition;
  const places = questions.flatMap(({ id }, index) => (ids.includes(id) ? [index] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return definition;
  const neighbour = by < 0 ? questions[first - 1] : questions[last + 1];
  if (!neighbour) return definition;
  return by < 0 ? movedTo(definition, ids, neighbour.id) : movedTo(definition, ids, questions[last + 2]?.id);
}

/** Moves questions together in front of another, in their own order; to the end when that one is not there. */
export function movedTo(
  definition: Definition,
  ids: readonly string[],
  before: string | undefined,
): Definition {
  const { questions } = definition;
  const moving = questions.filter(({ id }) => ids.includes(id));
  const rest = questions.filter(({ id }) => !ids.includes(id));
  // In front of one that moves along: in front of the next that does not.
  const from = questions.findIndex(({ id }) => id === before);
  const stays = from < 0 ? undefined : questions.slice(from).find(({ id }) => !ids.includes(id));
  const at = stays ? rest.indexOf(stays) : rest.length;
  const next = spliced(rest, at, 0, ...moving);
  return next.every((one, index) => one === questions[index])
    ? definition
    : { ...definition, questions: next };
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

/** Under ids of their own; those that go by each other go by each other still. */
export function anew(
  questions: readonly Question[],
  freshId = freshQuestionId,
): { questions: Question[]; ids: readonly (readonly [from: string, to: string])[] } {
  const ids = questions.map(({ id }) => [id, freshId()] as const);
  const copies = questions.map((question, index) => {
    const copy = ids.reduce((one, [from, to]) => followed(one, from, to), question);
    return { ...copy, id: ids[index]?.[1] ?? copy.id };
  });
  return { questions: copies, ids };
}

/**
 * Copies right below the last of them, with ids of their own: a copied question counts for itself, and goes by its own
 * answer and by those that were copied with it.
 */
export function copied(
  definition: Definition,
  ids: readonly string[],
  freshId = freshQuestionId,
): { definition: Definition; ids: string[] } {
  const chosen = definition.questions.filter(({ id }) => ids.includes(id));
  const { questions: copies, ids: pairs } = anew(chosen, freshId);
  const made = insertAfter(definition, chosen.at(-1)?.id, ...copies);
  const { translations } = definition;
  if (!translations) return { definition: made, ids: pairs.map(([, to]) => to) };
  const told = Object.entries(translations).map(([tongue, texts = {}]) => {
    const own = pairs.flatMap(([from, to]) => {
      const prefix = `q.${from}.`;
      return Object.entries(texts)
        .filter(([address]) => address.startsWith(prefix))
        .map(([address, text]) => [`q.${to}.${address.slice(prefix.length)}`, text]);
    });
    return [tongue, { ...texts, ...Object.fromEntries(own) }];
  });
  return {
    definition: { ...made, translations: Object.fromEntries(told) },
    ids: pairs.map(([, to]) => to),
  };
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

/** Pasted lines go in at a place; blank items from there on are filled by the first of them. */
export function pastedAt<L extends Line>(
  list: readonly L[],
  index: number,
  labels: readonly string[],
  make: (line: Line) => L,
): L[] {
  const isBlank = (line: L | undefined) => line !== undefined && line.label.trim() === '';
  const start = isBlank(list[index]) ? index : index + 1;
  let blanks = 0;
  while (blanks < labels.length && isBlank(list[start + blanks])) blanks += 1;
  const filled = list
    .slice(start, start + blanks)
    .map((line, at) => ({ ...line, label: labels[at] ?? line.label }));
  const fresh = labels.slice(blanks).map((label) => make({ id: freshOptionId(), label }));
  return spliced(list, start, blanks, ...filled, ...fresh);
}

/** The form without the entries of a question's list that were left blank; undefined where no other would stay. */
export function withoutBlanks(definition: Definition, address: string): Definition | undefined {
  const [root, id, list = ''] = address.split('.');
  const question = definition.questions.find((one) => one.id === id);
  const entries: unknown = question && root === 'q' ? Reflect.get(question, list) : undefined;
  if (!question || !Array.isArray(entries)) return undefined;
  const left = entries.filter((one) => !isRecord(one) || String(one.label ?? '-').trim() !== '');
  return left.length > 0 && left.length < entries.length
    ? replaced(definition, { ...question, [list]: left })
    : undefined;
}
