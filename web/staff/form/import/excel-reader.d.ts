// The parts of read-excel-file that read what is unpacked already. Its public door unpacks large files in a worker made
// from a blob, which the pages' policy (script-src 'self') rightly refuses, and holds no limit on what comes out.
declare module '*/read-excel-file/modules/xlsx/parseSpreadsheetContents.js' {
  export type CellValue = string | number | boolean | Date | null;
  export default function sheetsOf(
    worker: undefined,
    parseXml: unknown,
    parts: Readonly<Record<string, Uint8Array>>,
    options: { trim: boolean },
  ): Promise<{ sheet: string; data: CellValue[][] }[]>;
}
declare module '*/read-excel-file/modules/xml/parseXml.js' {
  const parseXml: unknown;
  export default parseXml;
}
