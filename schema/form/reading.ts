// What a reader made of a questionnaire that came from elsewhere (a pasted text, a Word file, a sheet): a form, and all that
// found no place in it. Nothing is dropped in silence.
import type { Definition } from './definition.ts';

export interface Reading {
  definition: Definition;
  unplaced: Unplaced[];
}

export interface Unplaced {
  /** line of the text, or row of the sheet, counted from 1 */
  line: number;
  /** head of the column, in a sheet */
  column?: string | undefined;
  /** what stood there */
  text: string;
}

/** What became of a line: what it is in the form, or that it has no place, or that there was nothing to read. */
export type Fate =
  | 'title'
  | 'intro'
  | 'question'
  | 'option'
  | 'hint'
  | 'setting'
  | 'note'
  | 'page'
  | 'thanks'
  | 'unplaced'
  | 'nothing';

export interface LineFate {
  fate: Fate;
  /** place of the question that it belongs to, in the order of the form */
  question?: number;
}

/** Words that send the reader on from a question when one of its options is chosen, as the form keeps them. */
export interface Skip {
  /** line of the text, from 1 */
  line: number;
  /** the words */
  text: string;
  /** place of the question */
  question: number;
  /** label of the option */
  option: string;
  /** place of the question that comes next then; behind the last one where the form ends */
  to: number;
}

/** A text that was read, with what became of each of its lines in their order. */
export interface TextReading extends Reading {
  fates: LineFate[];
  /** the line on which each question begins; several may begin on one */
  starts: number[];
  skips: Skip[];
}
