// Where a jump may lead: later pages, endings, the end, and any later question, before which a page is begun then.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { usualEnd } from '../../../../schema/logic/shapes.ts';
import { replaced, spliced } from '../edits.ts';
import { freshQuestionId } from '../fresh-id.ts';
import { shortened } from '../logic/names.ts';
import { nameOf, numbersOf, titleOf } from '../numbering.ts';
import { t } from './words.ts';

export interface Target {
  /** what a jump is told: a page, an ending, the end; a question stands for a page before it */
  to: string;
  label: string;
  /** the question before which a page must begin first */
  before?: string;
}

/** In the order of the form. The question right after this one is no place to jump to. */
export function targetsOf(definition: Definition, from: string): Target[] {
  const { questions, endings = [] } = definition;
  const numbers = numbersOf(definition);
  const at = questions.findIndex(({ id }) => id === from);
  const later = questions.slice(at + 1).flatMap((question, index): Target[] => {
    if (question.type === 'page-break')
      return [{ to: question.id, label: t('toPage', { title: titleOf(question) }) }];
    const begins = questions[at + index]?.type === 'page-break';
    if (begins || index === 0 || !fieldOf(question).asks) return [];
    const label = t('toQuestion', { name: nameOf(question, numbers), title: titleOf(question) });
    return [{ to: question.id, label, before: question.id }];
  });
  return [
    ...later,
    ...endings.map(({ id, title }) => ({ to: id, label: t('toEnding', { title: title.trim() || '…' }) })),
    { to: usualEnd, label: t('toEnd') },
  ];
}

/** The place that a jump leads to, in words. */
export function placeWords(to: string, { questions, endings = [] }: Definition, from: string): string {
  if (to === usualEnd) return t('end');
  const ending = endings.find(({ id }) => id === to);
  if (ending) return t('toEnding', { title: shortened(ending.title) });
  const at = questions.findIndex(({ id, type }) => id === to && type === 'page-break');
  const page = questions[at];
  if (!page) return t('toLost');
  const place = t('toPage', { title: shortened(page.title) });
  return at > questions.findIndex(({ id }) => id === from) ? place : t('toBefore', { place });
}

/** A page begun before a question, and its id. */
function pageBefore(definition: Definition, id: string): { definition: Definition; page: string } {
  const at = definition.questions.findIndex((question) => question.id === id);
  const page: Question = { id: freshQuestionId(), type: 'page-break', title: t('pageTitle') };
  return {
    definition: { ...definition, questions: spliced(definition.questions, at, 0, page) },
    page: page.id,
  };
}

/** A jump of this question led elsewhere, with a page begun where it lands if there is none. */
export function jumpLed(
  definition: Definition,
  question: Question,
  index: number,
  target: Target,
): Definition {
  const { definition: made, page } = target.before
    ? pageBefore(definition, target.before)
    : { definition, page: target.to };
  const jumps = (question.jumps ?? []).map((jump, at) => (at === index ? { ...jump, to: page } : jump));
  return replaced(made, { ...question, jumps });
}
