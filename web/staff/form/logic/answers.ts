// What may be read of a question's answer: its parts, and what each may be, by the words that its author gave them.
import type { Comparable } from '../../../../schema/fields/field.ts';
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Line } from '../edits.ts';
import { t } from '../types/settings-words.ts';

/** Layout is never answered; what comes with the link or is calculated is, though nobody fills it in. */
export const mayBeRead = (question: Question): boolean =>
  fieldOf(question).asks || fieldOf(question).comparable(question).kind !== 'none';

/** All questions that a condition or a figure may read, without the one that it stands on. */
export const readable = ({ questions }: Definition, except?: string): Question[] =>
  questions.filter((question) => question.id !== except && mayBeRead(question));

export const kindOf = (question: Question, row?: string): Comparable['kind'] =>
  fieldOf(question).comparable(question, row).kind;

function partsOf(question: Question): Line[] {
  if ('rows' in question) return question.rows;
  if ('candidates' in question) return question.candidates;
  if ('gaps' in question)
    return question.gaps.map(({ id, label }, index) => ({
      id,
      label: label ?? t('gapN', { n: index + 1 }),
    }));
  return 'options' in question ? question.options : [];
}

/** Rows, candidates or blanks that are answered each for itself. */
export function placesOf(question: Question): Line[] {
  // A type that looks at no row says the same of one that does not exist.
  if (kindOf(question, '_') !== 'none') return [];
  return partsOf(question).filter((part) => kindOf(question, part.id) !== 'none');
}

export interface Value {
  key: string;
  label: string;
}

/** More figures than this are typed, not chosen from a list. */
const mostListed = 11;

/** What can be chosen as an answer, as conditions write it; empty where the answer is typed. */
export function valuesOf(question: Question, row?: string): Value[] {
  const comparable = fieldOf(question).comparable(question, row);
  const items = fieldOf(question).items(question);
  if (comparable.kind === 'option' || comparable.kind === 'options') {
    const keys = items.flatMap((item) => item.keys);
    return comparable.options.map((id) => {
      const own = row === undefined ? partsOf(question).find((part) => part.id === id) : undefined;
      const label = own?.label ?? keys.find(({ key }) => key === id || key.endsWith(`:${id}`))?.label;
      return { key: id, label: label?.trim() || '…' };
    });
  }
  if (comparable.kind !== 'number') return [];
  const item = items.find((one) => one.row === (row ?? ''));
  const prefix = row === undefined ? '' : `${row}:`;
  const values = (item?.keys ?? [])
    .map(({ key, label }) => ({ key: key.startsWith(prefix) ? key.slice(prefix.length) : key, label }))
    .filter(({ key }) => key !== '' && Number.isFinite(Number(key)));
  return values.length > mostListed ? [] : values;
}
