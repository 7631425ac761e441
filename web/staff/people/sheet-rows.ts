// Rows of a sheet as people bring them: copied from Excel (tabs), a CSV file in UTF-8 or GBK, or typed with commas.
import { csvLine, parseCsv } from '../../../schema/csv.ts';

export interface PersonRow {
  login: string;
  name: string;
  role: string;
  unitCode: string;
}

/** `short` names the rows (as a sheet numbers them) that have too few cells. A heading line is passed over. */
export function rowsOf(text: string): { rows: PersonRow[]; short: number[] } {
  const records = text.includes('\t')
    ? parseCsv(text, '\t')
    : parseCsv(text.includes(',') ? text : text.replace(/[，;；]/g, ','));
  const rows: PersonRow[] = [];
  const short: number[] = [];
  records.forEach((record, index) => {
    const [login = '', name = '', role = '', unitCode = ''] = record.map((cell) => cell.trim());
    if (record.every((cell) => cell.trim() === '')) return;
    if (index === 0 && /^(账号|login)$/i.test(login)) return;
    if (login && name && role && unitCode) rows.push({ login, name, role, unitCode });
    else short.push(index + 1);
  });
  return { rows, short };
}

/** A small CSV file as an address to download: with a byte order mark, so that Excel and WPS read the Chinese. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${rows.map((row) => csvLine(row)).join('')}`)}`;
