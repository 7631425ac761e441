// What a question is drawn with on paper, whatever program draws it.
export type Block =
  /** a line of words, with blanks as underscores */
  | { kind: 'words'; text: string }
  /** a line that begins with words and goes on blank to the margin */
  | { kind: 'line'; text: string }
  /** blank lines to write on */
  | { kind: 'lines'; count: number }
  /** boxes with their labels, several side by side where they are short; `text` leaves room to write */
  | { kind: 'options'; options: readonly { label: string; text?: boolean | undefined }[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; first?: Width }
  /** squares for one character each */
  | { kind: 'squares'; count: number }
  /** room to sign or draw in, in millimetres */
  | { kind: 'room'; text: string; height: number }
  | { kind: 'rule' };

/** Of the first column of a table: for words that ask, for a figure, or as wide as the others. */
type Width = 'wide' | 'narrow' | 'even';

export const words = (text: string): Block => ({ kind: 'words', text });
export const line = (text = ''): Block => ({ kind: 'line', text });
export const lines = (count: number): Block => ({ kind: 'lines', count });
export const options = (list: readonly { label: string; text?: boolean | undefined }[]): Block => ({
  kind: 'options',
  options: list,
});

export const box = '□';
