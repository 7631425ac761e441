// Files of offices as forms: Excel sheets, XLSForms, and forms that were exported here.
import type { Reading } from '../../../../schema/form/reading.ts';
import { fromJson } from './from-json.ts';
import { fromSheet } from './from-sheet.ts';
import { fromXlsform, isXlsform } from './from-xlsform.ts';
import { workbook } from './workbook.ts';

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
/** The title of a form that says none: what the file is called. */
export const titleOf = (file: File) => file.name.replace(/\.[^.]*$/, '').trim() || file.name;

/** @throws Unreadable */
export async function readExcelFile(file: File): Promise<Reading> {
  const sheets = await workbook(await bytesOf(file));
  return isXlsform(sheets) ? fromXlsform(sheets, titleOf(file)) : fromSheet(sheets, titleOf(file));
}

/** @throws Unreadable */
export async function readJsonFile(file: File): Promise<Reading> {
  return fromJson(await file.text());
}
