// The parts of write-excel-file that zip in the page itself. Its public door zips in a worker made from a blob, which
// the pages' policy (script-src 'self') rightly refuses, and then never answers.
declare module '*/write-excel-file/modules/export/writeXlsxFileUniversal.js' {
  import type { SheetData } from 'write-excel-file/universal';
  export function generateXlsxFileSync(
    rows: SheetData,
    sheet: { sheet: string; stickyRowsCount?: number },
    options: undefined,
    bytesOf: unknown,
  ): Promise<Blob>;
  export function generateXlsxFileSync(
    sheets: readonly {
      sheet: string;
      data: SheetData;
      columns?: readonly { width: number }[];
      stickyRowsCount?: number;
    }[],
    options: undefined,
    none: undefined,
    bytesOf: unknown,
  ): Promise<Blob>;
}
declare module '*/write-excel-file/modules/export/convertFileContentToUint8ArrayUniversal.js' {
  const bytesOf: unknown;
  export default bytesOf;
}
