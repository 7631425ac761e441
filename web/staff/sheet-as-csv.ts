// The first sheet of an Excel file that has anything on it, as a CSV file; its rows keep their numbers.
import { csvLine } from '../../schema/csv.ts';
import { bytesOf } from './form/import/file-parts.ts';
import { workbook } from './form/import/workbook.ts';

/** @throws Unreadable */
export async function sheetAsCsv(file: File): Promise<Blob> {
  const sheets = await workbook(await bytesOf(file));
  const sheet = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  // A blank row is a row all the same: an empty line would be passed over.
  return new Blob((sheet?.rows ?? []).map((row) => csvLine(row)));
}
