// Files of offices as forms: Excel sheets, XLSForms, and forms that were exported here.
import { bytesOf, titleOf } from './file-parts.ts';
import { fromJson } from './from-json.ts';
import { fromSheet } from './from-sheet.ts';
import { fromXlsform, isXlsform } from './from-xlsform.ts';
import type { FileForm } from './readers.ts';
import { t } from './words.ts';
import { workbook } from './workbook.ts';

/** @throws Unreadable */
export async function readExcelFile(file: File): Promise<FileForm> {
  const sheets = await workbook(await bytesOf(file));
  const read = isXlsform(sheets) ? fromXlsform : fromSheet;
  return read(sheets, titleOf(file));
}

/** @throws Unreadable */
export async function readJsonFile(file: File): Promise<FileForm> {
  const { definition, unplaced } = fromJson(await file.text());
  return {
    definition,
    unplaced: unplaced.map((one) => ({ ...one, column: one.column === 'video' ? t('video') : t('image') })),
    lines: 'none',
  };
}
