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
