// What the text format must know of a question type: how its settings are read from the lines under a title, and written.
import type { BaseQuestion } from '../../../fields/field.ts';
import type { Question } from '../../../fields/shapes.ts';
import type { Draft } from '../draft.ts';

/** One line under a title. */
export interface Said {
  /** what the format itself says: `A. `, `提示：` */
  lead?: string;
  /** the author's own words */
  words?: string;
  /** what the format says of them: `____`, `（5分）` */
  flags?: string;
}

export interface Written {
  /** settings beside the title, without brackets */
  marks: string[];
  body: Said[];
}

// Written as methods, so that a type's entry may be called with a question whose type it was looked up by.
export interface TextType<Q extends BaseQuestion = BaseQuestion> {
  /** Takes its settings out of the draft. What the text leaves open gets a value that makes a form of it all the same. */
  read(draft: Draft): Question;
  /** The ways in which it can be written, the most readable first. Settings that the format cannot say are left out. */
  write(question: Q): Written[];
  /** the title as it is written, where that is more than its words */
  titleOf?(question: Q): string;
  /** the lines under its title are words to read, and nothing else */
  prose?: boolean;
  /** it is nothing without the lines under its title */
  listed?: boolean;
  /** what its title may end with are points */
  pointed?: boolean;
  /** answering it is left to the resident unless the text says otherwise */
  optional?: boolean;
}

export const nothing: Written[] = [{ marks: [], body: [] }];
export const line = (words: string, lead = '', flags = ''): Said => ({ lead, words, flags });

/** A setting that is written when there is one. */
export const when = <V>(value: V | undefined, write: (value: V) => string): string[] =>
  value === undefined || value === false ? [] : [write(value)];
