// What the settings of some types may say beyond the rest: a drawn order, what is carried forward, right answers. Which
// types those are stands in their entries; the shapes in schema/fields have the last word (tests hold the two together).
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Question } from '../../../../schema/form/definition.ts';
import { entryOf } from './registry.ts';

/** Questions of the types that have this setting. */
export type With<K extends string> = Question extends infer Q
  ? Q extends Question
    ? K extends keyof Q
      ? Q
      : never
    : never
  : never;

/** 测验: may have a right answer. */
export const testable = (question: Question): question is With<'quiz'> =>
  entryOf(question).may?.includes('quiz') ?? false;
/** 选项乱序 */
export const shufflable = (question: Question): question is With<'shuffle'> =>
  entryOf(question).may?.includes('shuffle') ?? false;
/** 沿用前面选过的 */
export const carriable = (question: Question): question is With<'carry'> =>
  entryOf(question).may?.includes('carry') ?? false;

/** Its options are chosen and counted as such, so that each may have a score and places of its own. */
export const choosesOptions = (question: Question): question is With<'options'> =>
  'options' in question &&
  fieldOf(question)
    .items(question)
    .some(({ keys }) => question.options.some(({ id }) => keys.some(({ key }) => key === id)));
