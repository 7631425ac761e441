// A file of units as it comes from a spreadsheet: which encoding, which delimiter, which column is what.
import { parseCsv } from '../../schema/csv.ts';
import type { Language } from '../../schema/words/language.ts';
import { Refusal } from '../http/refusal.ts';

export const columns = ['kind', 'name', 'code', 'parent', 'households'] as const;
export type Column = (typeof columns)[number];

/** One line of the file; `row` is the number that a spreadsheet shows beside it. */
export interface FileRow {
  row: number;
  text: string;
  cells: Record<Column, string>;
}

export type Encoding = 'utf-8' | 'gb18030' | 'text';

export interface UnitFile {
  encoding: Encoding;
  rows: FileRow[];
}

/** Most lines of one file. */
export const mostRows = 20_000;

const headings: ReadonlyMap<string, Column> = new Map<string, Column>(
  Object.entries({
    kind: 'kind',
    type: 'kind',
    类型: 'kind',
    类别: 'kind',
    name: 'name',
    名称: 'name',
    code: 'code',
    编码: 'code',
    编号: 'code',
    parent: 'parent',
    parentcode: 'parent',
    上级编码: 'parent',
    上级编号: 'parent',
    上级: 'parent',
    households: 'households',
    户数: 'households',
  }),
);

const why = {
  zh: {
    base64: '内容不是完整的 base64',
    encoding: '文字编码既不是 UTF-8 也不是 GBK，请另存为“CSV UTF-8”',
    empty: '文件是空的',
    header: '第一行里没有找到“类型、名称、编码”这几列',
    twice: '有两列都是“{column}”',
    long: `超过 ${mostRows} 行，请分成几个文件`,
  },
  en: {
    base64: 'its content is not complete base64',
    encoding: 'it is neither UTF-8 nor GBK; save it as “CSV UTF-8”',
    empty: 'it is empty',
    header: 'the first line does not name the columns kind, name and code',
    twice: 'two columns are “{column}”',
    long: `it has more than ${mostRows} lines; cut it into several files`,
  },
} as const;

type Given = { base64: string } | { text: string };

/** @throws Refusal bad-unit-file, with why */
export function readUnitFile(file: Given, language: Language): UnitFile {
  const words = why[language];
  const bad = (reason: string) => new Refusal('bad-unit-file', { why: reason });
  const read = 'text' in file ? { text: file.text, encoding: 'text' as const } : decode(file.base64);
  if (typeof read === 'string') throw bad(words[read]);
  const records = parse(read.text);
  const top = records.findIndex((record) => record.some((cell) => cell.trim() !== ''));
  const head = records[top];
  if (!head) throw bad(words.empty);
  const places = new Map<Column, number>();
  for (const [index, cell] of head.entries()) {
    const column = headingOf(cell);
    if (column && places.has(column)) throw bad(words.twice.replace('{column}', cell.trim()));
    if (column) places.set(column, index);
  }
  if (!places.has('kind') || !places.has('name') || !places.has('code')) throw bad(words.header);
  const cellsOf = (record: readonly string[]) => {
    const cell = (column: Column) => tidy(record[places.get(column) ?? -1] ?? '');
    return Object.fromEntries(columns.map((column) => [column, cell(column)])) as Record<Column, string>;
  };
  const rows = records
    .map((record, index) => ({
      row: index + 1,
      text: record.join(', ').slice(0, 200),
      cells: cellsOf(record),
      record,
    }))
    .slice(top + 1)
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map(({ record: _, ...row }) => row);
  if (rows.length > mostRows) throw bad(words.long);
  return { encoding: read.encoding, rows };
}

/** Half-width, without spaces around and without the mark that keeps a spreadsheet from touching a code. */
const tidy = (cell: string) => cell.normalize('NFKC').trim().replace(/^'/, '');

const headingOf = (cell: string): Column | undefined =>
  headings.get(
    tidy(cell)
      .toLowerCase()
      .replace(/[\s_-]|\(.*\)$/g, ''),
  );

/** UTF-8 when the bytes are that, else GB18030, which holds all of GBK and GB 2312. */
function decode(base64: string): { text: string; encoding: Encoding } | 'base64' | 'encoding' {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return 'base64';
  }
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
      // Text of another encoding (UTF-16) may pass, but is then full of zeros.
      if (!text.includes('\0')) return { text, encoding };
    } catch {
      // not this one
    }
  }
  return 'encoding';
}

/** Split at the delimiter that makes the most of the headings. */
function parse(text: string): string[][] {
  const tries = [',', '\t', ';', '，'].map((delimiter) => {
    const line = text.split(/[\r\n]+/).find((one) => one.trim() !== '') ?? '';
    const known = parseCsv(line, delimiter)[0]?.filter(headingOf).length ?? 0;
    return { delimiter, known };
  });
  const best = tries.reduce((a, b) => (b.known > a.known ? b : a));
  return parseCsv(text, best.delimiter);
}
