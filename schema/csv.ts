// CSV after RFC 4180, both ways. The reader forgives what spreadsheets write (any line end, stray quotes, a missing
// last line end); the writer makes sure that no text cell is run as a formula when a spreadsheet opens the file.

/**
 * All records with their cells as they stand, empty lines included (as one empty cell), so that the index of a record
 * is the row number that a spreadsheet shows, less one. A byte order mark is not taken for text.
 */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const endRecord = () => {
    record.push(cell);
    records.push(record);
    record = [];
    cell = '';
  };
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      record.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(at + 1) === '\n') at += 1;
      endRecord();
    } else cell += char;
  }
  if (cell !== '' || record.length > 0) endRecord();
  return records;
}

// OWASP ASVS 5.0, 1.2.10: what a spreadsheet takes for the start of a formula; the full-width forms are folded by some.
const formula = /^\s*[=+\-@\t\r\0＝＋－＠]/;
// Also other delimiters: the reader's spreadsheet may split at its own.
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** One cell. Text that would be run gets an apostrophe in front; numbers stay numbers. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) || /^[\t\r\0]/.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
