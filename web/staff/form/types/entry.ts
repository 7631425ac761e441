// What the form page must know of a question type: where it stands in the palette, how a fresh one looks, its settings.
import type { ComponentChild } from 'preact';
import type { BaseQuestion } from '../../../../schema/fields/field.ts';
import type { Definition } from '../../../../schema/form/definition.ts';
import type { Line } from '../edits.ts';
import { freshOptionId } from '../fresh-id.ts';
import type { ListMost } from '../line-list.tsx';
import type { Purpose } from './words.ts';

// Written as methods, so that a page may call a type's entry with a question whose type it was looked up by.
export interface SettingsProps<Q extends BaseQuestion> {
  question: Q;
  change(question: Q): void;
  /** id of the form: pictures of the author's are kept with it */
  form: string;
  /** the whole form: some settings read other questions */
  definition: Definition;
}
export interface TypeEntry<Q extends BaseQuestion = BaseQuestion> {
  purpose: Purpose;
  make(id: string): Q;
  Settings?(props: SettingsProps<Q>): ComponentChild;
  /** how much the list of its own may hold; more could not be saved */
  own?: ListMost;
  /** lists of the type's own, edited on the canvas */
  Lists?(props: SettingsProps<Q>): ComponentChild;
  /** drawn before each option where it is not the ring of one choice */
  mark?: '□' | '▾' | '↕' | undefined;
  /** settings of one option, beside its label */
  optionMarks?: readonly ('text' | 'exclusive')[];
  /** settings that its shape has beyond those of every question (types/features.ts) */
  may?: readonly ('quiz' | 'shuffle' | 'carry')[];
}

export const blankLines = (count: number): Line[] =>
  Array.from({ length: count }, () => ({ id: freshOptionId(), label: '' }));
