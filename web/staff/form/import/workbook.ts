// The sheets of an Excel file (.xlsx, also as WPS writes it) as texts by row and column.
import sheetsOf, {
  type CellValue,
} from '../../../../node_modules/read-excel-file/modules/xlsx/parseSpreadsheetContents.js';
import parseXml from '../../../../node_modules/read-excel-file/modules/xml/parseXml.js';
import { unpack } from './office-file.ts';
import { Unreadable } from './unreadable.ts';

export interface Sheet {
  name: string;
  /** row 1 first; blank cells are '' */
  rows: string[][];
}

/** A questionnaire is smaller; a single cell far out would otherwise become a table of billions. */
const most = { rows: 20_000, columns: 500 };

/** @throws Unreadable */
export async function workbook(bytes: Uint8Array): Promise<Sheet[]> {
  const parts = unpack(bytes);
  if (!parts.has('xl/workbook.xml')) throw new Unreadable('not-sheets');
  for (const [name, xml] of parts) if (name.startsWith('xl/worksheets/')) holdSize(xml);
  const encoder = new TextEncoder();
  const encoded = Object.fromEntries([...parts].map(([name, xml]) => [name, encoder.encode(xml)]));
  try {
    const sheets = await sheetsOf(undefined, parseXml, encoded, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
  } catch (thrown) {
    throw new Unreadable('damaged', thrown);
  }
}

const cell = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^>/])?>/g;

/** Cells that hold something; those that are only formatted may reach to the edge of the sheet. */
function holdSize(xml: string): void {
  for (const [, letters = '', row] of xml.matchAll(cell)) {
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (Number(row) > most.rows || column > most.columns) throw new Unreadable('too-large');
  }
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return timeText(value);
  // As Excel shows it: 15 digits are exact, and what follows is the dust of binary fractions.
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value).trim();
}

/** Days are counted from the end of 1899: what lies before 1900 is a time of day. */
function timeText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().slice(0, 16).split('T');
  if (date.getUTCFullYear() < 1900) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
