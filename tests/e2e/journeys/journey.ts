// A resident's way through one question of each type, as data: what is asked, the mistake that people make, the answer by
// hand, by keys and as plain HTML, and what is kept of it.
import type { Locator, Page } from 'playwright-core';
import type { Question } from '../../../schema/fields/shapes.ts';

/** One question on the page. */
export interface Asked {
  page: Page;
  /** title, error and control */
  box: Locator;
  /** presses what a reader sees under exactly these words */
  tap(...words: readonly string[]): Promise<void>;
  /** the control that screen readers call so */
  field(name: string | RegExp): Locator;
}
export type Act = (asked: Asked) => Promise<void>;

/** The keys alone; the first control of the question has the focus. */
export interface Keys {
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
}

export interface Kept {
  /** as it is stored; `file` stands for the id of a stored file */
  stored: unknown;
  /** on the receipt */
  words: string;
  /** of the export, by suffix ('' for the only one) */
  cells: Readonly<Record<string, string>>;
  /** in the tally */
  counts: Readonly<Record<string, number>>;
  /** on the card of a unit once as many as six have answered so: title of the line → what stands under it */
  card: Readonly<Record<string, string | RegExp>>;
}

interface Plain {
  /** how the mistake is made, where that is another way */
  make?: Act;
  answer: Act;
  /** of the mistake, where it is another one */
  says?: string;
  /** where it is another answer */
  kept?: Pick<Kept, 'stored' | 'words' | 'counts'>;
}

interface Any {
  question: Question;
  /** questions that it needs before it */
  before?: readonly Question[];
  /** what its link carries */
  link?: string;
}

/** Structures a page, or takes its value from elsewhere. */
export interface Shown extends Any {
  /** what it is made of */
  fills?: Act;
  shows: Act;
  kept?: Kept;
}

export interface Answered extends Any {
  mistake: {
    make: Act;
    says: string;
    /** where it is put right, in a question of several parts */
    at?: (asked: Asked) => Locator;
  };
  /** goes on from where the mistake left it */
  answer: Act;
  keys: (keys: Keys, asked: Asked) => Promise<void>;
  /** Without a script: `same` as by hand, or in its own way, or what the page says in the place of the control. */
  plain: 'same' | Plain | { cannot: string };
  kept: Kept;
}

export type Journey = Shown | Answered;
export const isAnswered = (journey: Journey): journey is Answered => 'answer' in journey;

/** Stands in `stored` and `cells` for the id of a stored file. */
export const file = '<file>';
/** Stand in questions for ids of the author's picture and video, which are only known once they were sent. */
export const picture = 'p'.repeat(52);
export const video = 'v'.repeat(52);
