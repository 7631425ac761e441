// A table saved as a sheet for Excel and WPS, with what is to be said of it below its rows.
import { excelFile } from './excel-file.ts';
import { fileName, saveFile } from './save-file.ts';

export interface TableSheet {
  title: string;
  head: readonly string[];
  /** figures as numbers, rounded as they are shown */
  rows: readonly (readonly (string | number)[])[];
  below: readonly string[];
}

/** What a sheet may be called: 31 characters, none that addresses of cells are written with. */
const sheetName = (title: string) =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || 'Linli';

export async function saveSheet({ title, head, rows, below }: TableSheet): Promise<void> {
  const said = below.filter((line) => line !== '').map((line) => [line]);
  const file = await excelFile([{ name: sheetName(title), head, rows: [...rows, [], ...said] }]);
  saveFile(file, fileName(title, 'xlsx'));
}
