// An Excel file of several sheets of texts and figures, each with a head row in bold that stays in sight.
import bytesOf from '../../node_modules/write-excel-file/modules/export/convertFileContentToUint8ArrayUniversal.js';
import { generateXlsxFileSync } from '../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';

/** A number stays one in the file, so that sheets can reckon with it. */
export interface WrittenSheet<Cell extends string | number = string> {
  name: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A cell holds 32,767 characters at most. */
const cellMax = 32_767;
/** In characters; a Chinese one is two wide. */
const widths = { least: 10, most: 60 };

const widthOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0);

/** Rows of a table; a sentence of one cell below it runs over the empty ones beside it and needs no width. */
const listed = <Row extends readonly unknown[]>(head: readonly string[], rows: readonly Row[]) =>
  rows.filter((row) => row.length > 1 || head.length === 1);

/** As many decimals as it has, two at most. */
const formatOf = (value: number) =>
  Number.isInteger(value) ? {} : { format: value.toFixed(2).endsWith('0') ? '0.0' : '0.00' };

export const excelFile = (sheets: readonly WrittenSheet<string | number>[]): Promise<Blob> =>
  generateXlsxFileSync(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      data: [
        head.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row.map((value) =>
            typeof value === 'number'
              ? { value, ...formatOf(value) }
              : value === ''
                ? null
                : { value: value.slice(0, cellMax), wrap: value.includes('\n') },
          ),
        ),
      ],
      columns: head.map((text, at) => ({
        width: Math.min(
          widths.most,
          Math.max(
            widths.least,
            ...[text, ...listed(head, rows).map((row) => String(row[at] ?? ''))].map(
              (one) => widthOf(one) + 2,
            ),
          ),
        ),
      })),
      stickyRowsCount: 1,
    })),
    undefined,
    undefined,
    bytesOf,
  );
