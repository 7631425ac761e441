// Why a file cannot be read, as a code; the sentences stand in words.ts.
export type UnreadableCode =
  /** no zip, so neither .docx nor .xlsx */
  | 'not-office'
  /** .doc, .xls or .wps: the format before 2007 */
  | 'old-office'
  | 'password'
  /** broken off, or not what its name says inside */
  | 'damaged'
  /** unpacks into more than a questionnaire can be */
  | 'too-large'
  /** an office file of another kind */
  | 'not-word'
  | 'not-sheets'
  /** sheets, but no head row that names a column of titles, or no XLSForm */
  | 'no-heads'
  | 'no-survey'
  | 'not-form';

export class Unreadable extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
