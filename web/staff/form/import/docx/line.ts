// A line of a document's text, with what could not be read where it stood.
export type LostKind =
  | 'picture'
  | 'chart'
  /** an embedded file, a diagram, a control */
  | 'object'
  /** text that Word hides: an answer key, a note to the printer */
  | 'hidden'
  /** a character of a symbol font that is not known */
  | 'symbol';

export interface Line {
  text: string;
  lost: readonly LostKind[];
  /** made of a table: no title of the next one */
  table?: boolean;
}

export const plainLine = (text: string): Line => ({ text, lost: [] });
export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';
