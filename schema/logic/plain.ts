// The questions of a form for a page that shows them all at once, before any is answered: in the order that was drawn
// for the response, with the places of earlier answers named instead of filled.
import type { Question } from '../fields/shapes.ts';
import type { Context } from '../form/compile.ts';
import type { Definition } from '../form/definition.ts';
import { drawOptions, drawQuestions } from './draw.ts';
import { unpiped } from './pipe.ts';
import { withPlaces } from './places.ts';

export const plainQuestions = (
  { questions, shuffle = [], quotas = [] }: Definition,
  { seed = '', live = {} }: Pick<Context, 'seed' | 'live'>,
): Question[] =>
  drawQuestions(questions, shuffle, seed).map((question) =>
    withPlaces(
      unpiped(drawOptions(question, seed), (id) => questions.find((one) => one.id === id)?.title),
      quotas,
      live,
    ),
  );

/** The form for whoever reads it without an answer in hand, or many: the places of earlier answers named in its texts. */
export const plainForm = (definition: Definition): Definition =>
  unpiped(definition, (id) => definition.questions.find((one) => one.id === id)?.title);
