// Places that may run out, as a resident sees them before choosing: how many are left, and that there are none. What is
// left when the page was made is a hint; whether a place is had, the Worker decides as it stores the answers.
import { inLanguage } from '../fields/field.ts';
import type { Option } from '../fields/options.ts';
import type { Question } from '../fields/shapes.ts';
import type { LiveCounts } from '../form/compile.ts';
import type { Quota } from '../form/definition.ts';
import { quotaCounts } from './quota-counts.ts';
import type { Value } from './sight.ts';

const leftWords = (question: Question, left: number) =>
  left > 0
    ? inLanguage(question, {
        zh: `还剩 ${left} 个名额`,
        en: left === 1 ? '1 place left' : `${left} places left`,
      })
    : inLanguage(question, { zh: '名额已满', en: 'No places left' });

export const leftOf = (max: number, taken = 0): number => Math.max(0, max - taken);

/** Whether options of this question have a limit of their own. */
export const hasPlaces = (question: Question) =>
  'options' in question && question.options.some(({ quota }) => quota !== undefined);

/**
 * The question with what is left beside its options, and below it of the quotas (those that apply) for which it asks how
 * many places are wanted. What is `chosen` already stays open, so that it can be taken back.
 */
export function withPlaces(
  question: Question,
  quotas: readonly Quota[],
  live: LiveCounts,
  chosen?: Value,
): Question {
  const told = hasPlaces(question) ? withOptions(question, live[question.id] ?? {}, chosen) : question;
  const own = quotas.filter(({ by }) => by === question.id);
  if (own.length === 0) return told;
  const notes = own.map(({ id, label, max }) => {
    const left = leftWords(question, leftOf(max, live[quotaCounts]?.[id]));
    return own.length > 1 ? inLanguage(question, { zh: `${label}${left}`, en: `${label}: ${left}` }) : left;
  });
  return { ...told, note: notes.join(inLanguage(question, { zh: '；', en: '; ' })) };
}

function withOptions(question: Question, taken: Readonly<Record<string, number>>, chosen: Value): Question {
  if (!('options' in question)) return question;
  const isChosen = (id: string) => (typeof chosen === 'object' ? chosen.includes(id) : chosen === id);
  const options = question.options.map((option: Option) => {
    if (option.quota === undefined) return option;
    const left = leftOf(option.quota, taken[option.id]);
    return { ...option, note: leftWords(question, left), full: left === 0 && !isChosen(option.id) };
  });
  return { ...question, options };
}
