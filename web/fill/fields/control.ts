// The seam for growth on the page: how one question type is drawn. One file per type implements this.
import type { JSX } from 'preact';
import type { Values } from '../../../schema/api/page.ts';
import type { AnswerProblem, BaseQuestion } from '../../../schema/fields/field.ts';
import type { LiveCounts } from '../../../schema/form/compile.ts';
import type { Word } from '../words.ts';

export interface Drawn<Q extends BaseQuestion = BaseQuestion> {
  question: Q;
  values: Values;
  /** puts what is typed or chosen into the field of this name; does nothing where the page has no script */
  set(name: string, values: readonly string[]): void;
  /** id of the first control: labels and the error summary lead to it */
  id: string;
  /** ids of the hint and the error, for a single control; a group's fieldset carries them */
  describedBy: string | undefined;
  invalid: boolean;
  problem?: AnswerProblem | undefined;
  /** the accepted answer, for what is made from others */
  answer?: unknown;
  /** where files of this response go and its units are found; absent without a script and in a preview */
  at?: FormAt | undefined;
  /** the unit that the answers are given for, for a page without a script */
  here?: { id: string; name: string } | undefined;
  /** how the run stands: places that are taken, votes */
  live?: LiveCounts | undefined;
}

export interface FormAt {
  slug: string;
  version: number;
  response: string;
}

/** Whether a script draws this; the page from the server is for browsers without one, too. */
export const scripted = typeof document !== 'undefined';

export interface Control<Q extends BaseQuestion = BaseQuestion> {
  /** group: several controls in a fieldset; single: one control with a label; bare: asks nothing, draws itself whole */
  readonly frame: 'group' | 'single' | 'bare';
  /** draws the title itself, in its own way; the legend is for screen readers only */
  readonly titled?: boolean;
  /** words that only this type says, for the script's data */
  readonly says?: readonly Word[];
  /** The type's own hint, said when the author wrote none. */
  hint?(question: Q): string | undefined;
  draw(drawn: Drawn<Q>): JSX.Element;
}

/** Id of the first control of a question. */
export const controlId = (question: { id: string }) => `q-${question.id}`;
