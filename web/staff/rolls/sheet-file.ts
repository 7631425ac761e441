// A file of an office as lines of cells: the sheets of an Excel file, or a CSV in whatever encoding and with whatever
// delimiter the office's program writes.
import { parseCsv } from '../../../schema/csv.ts';
import { guessColumn } from '../../../schema/rolls/columns.ts';
import { fileText } from '../file-text.ts';
import { Unreadable } from '../form/import/unreadable.ts';

export interface SheetOfFile {
  name: string;
  lines: string[][];
}

/** @throws Unreadable, when it is no sheet, or an Excel file that cannot be read */
export async function sheetsOf(file: File): Promise<SheetOfFile[]> {
  const start = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const zip = start[0] === 0x50 && start[1] === 0x4b;
  const old = start[0] === 0xd0 && start[1] === 0xcf;
  if (!zip && !old && !isText(start)) throw new Unreadable('not-sheets');
  if (!zip && !old) return [{ name: file.name, lines: linesOf(await fileText(file)) }];
  const { workbook } = await import('../form/import/workbook.ts');
  const sheets = await workbook(new Uint8Array(await file.arrayBuffer()));
  return sheets.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => ({ name, lines: rows }));
}

/** A PDF begins with words but is none; a picture has bytes that no text has, unless it says that it is UTF-16. */
function isText(start: Uint8Array): boolean {
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const beginning = String.fromCharCode(...start.subarray(0, 5));
  return wide || (!start.includes(0) && beginning !== '%PDF-' && beginning !== '{\\rtf');
}

/** Cut at the delimiter that makes the most headings of the first lines. */
export function linesOf(text: string): string[][] {
  const head = text.split(/\r?\n/, 10).join('\n');
  const known = (delimiter: string) => parseCsv(head, delimiter).flat().filter(guessColumn).length;
  const best = ['\t', ';', '，'].reduce((one, other) => (known(other) > known(one) ? other : one), ',');
  return parseCsv(text, best);
}
