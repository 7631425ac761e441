// Rows and columns out of the lines under a title: the columns on the first line and a row on each other, or the two under
// 行： and 列：, as the SDK of 问卷星 writes them.
import type { Column, Row } from '../../fields/matrix.ts';
import { blankLabel } from '../placeholders.ts';
import { atMost, type Draft, fitting, takeBody } from './draft.ts';
import { columnId, rowId } from './ids.ts';
import { isLiteral, type Piece, part, splitBy } from './lines.ts';
import { numberOf } from './numbers.ts';
import { boxPlaces, cutByMarks, cutNarrow, cutWide, longestList, optionMarkOf } from './option-marks.ts';
import { cornerOf, unnumbered } from './tabbed.ts';

export interface Table {
  columns: Piece[];
  rows: Piece[];
  /** the lines that the columns stand on */
  head: Piece[];
  /** columns were said under 列：, one a line: each may have more in it than its label */
  listed: boolean;
}

const sides = {
  rows: /^(?:行|行标题|行标签|题目|评价项|评价项目|子题|项目)\s*:\s*/,
  columns: /^(?:列|列标题|列标签|列选项|选项)\s*:\s*/,
};

function sideOf(line: Piece): { side: 'rows' | 'columns'; rest: Piece } | undefined {
  for (const side of ['rows', 'columns'] as const) {
    const found = sides[side].exec(line.plain.slice(0, 16));
    if (found) return { side, rest: part(line, found[0].length) };
  }
  return undefined;
}

/** Whether the line opens the rows or the columns of a table. */
export const opensSide = (line: Piece) => sideOf(line) !== undefined;

/** Without the mark or number before it. */
export function unmarked(line: Piece): Piece {
  const mark = optionMarkOf(line);
  if (mark && mark.style !== 'loose') return part(line, mark.length);
  const number = numberOf(line);
  return number && number.style !== 'bare' && number.style !== 'word' ? part(line, number.length) : line;
}

/** What stands side by side on one line: columns, or the words of a scale. */
export function cellsOf(line: Piece): Piece[] {
  if (isLiteral(line) || line.raw.length > longestList) return [line];
  if (line.plain.includes('|')) return splitBy(line, /\|/g);
  const marked = cutByMarks(line);
  if (marked) return marked.map(unmarked);
  const wide = cutWide(line);
  if (wide.length > 1) return wide;
  const narrow = cutNarrow(line);
  return narrow.length > 1 ? narrow : splitBy(line, /[、/;,]/g);
}

/** A row as it was printed, with the circles to tick behind it. */
function rowOf(line: Piece): Piece {
  const row = unmarked(line);
  if (isLiteral(row)) return row;
  const ruled = row.plain.includes('|');
  const [first, ...ticks] = ruled ? splitBy(row, /\|/g) : cutWide(row);
  if (first && (ruled || ticks.length > 0) && ticks.every(({ plain }) => /^[□○◯☐\ue001\s\d()]*$/.test(plain)))
    return first;
  const [place] = boxPlaces(row);
  return place !== undefined && place > 0 && /^[□○◯☐\ue001\s]+$/.test(row.plain.slice(place))
    ? part(row, 0, place)
    : row;
}

/** Without the words over the rows: 项目, or any where every row has as many cells as the head. */
function cornerless(head: Piece, rows: readonly Piece[], { lose }: Draft): Piece {
  const named = cornerOf(head, cellsOf(head));
  if (named) {
    for (const { at, raw } of named.words) lose({ line: at, text: raw });
    return named.rest;
  }
  const signs = ({ plain }: Piece) => plain.match(/[\t|]/g)?.length ?? 0;
  const most = signs(head);
  if (most < 2 || rows.length === 0 || rows.some((row) => signs(row) !== most)) return head;
  const [corner] = splitBy(head, /[\t|]+/g);
  if (!corner || !rows.every((row) => rowOf(row).raw.length < row.raw.length)) return head;
  lose({ line: corner.at, text: corner.raw });
  return part(head, head.raw.indexOf(corner.raw) + corner.raw.length);
}

/** Rows and columns of the body, which is taken whole. */
export function tableOf(draft: Draft): Table {
  const lines = takeBody(draft);
  if (!lines.some(opensSide)) {
    const [whole, ...rest] = lines;
    const head = whole && cornerless(whole, rest, draft);
    const columns = head ? cellsOf(head) : [];
    const counted = rest.every(({ plain }, index) => /^\d{1,3}(?=\s)/.exec(plain)?.[0] === `${index + 1}`);
    const rows = counted ? rest.map(unnumbered) : rest;
    return { columns, rows: rows.map(rowOf), head: head ? [head] : [], listed: false };
  }
  const table: Table = { columns: [], rows: [], head: [], listed: true };
  let side: 'rows' | 'columns' = 'rows';
  for (const line of lines) {
    const opened = sideOf(line);
    if (opened) {
      side = opened.side;
      if (opened.rest.raw === '') continue;
      table[side].push(...cellsOf(opened.rest));
      if (side === 'columns') table.head.push(opened.rest);
    } else if (side === 'rows') table.rows.push(rowOf(line));
    else {
      table.columns.push(unmarked(line));
      table.head.push(unmarked(line));
    }
  }
  return table;
}

const labelled = (pieces: readonly Piece[], draft: Draft, max: number, id: (index: number) => string) =>
  atMost(pieces, max, draft.lose).map((piece, index) => ({
    id: id(index),
    label: piece.raw === '' ? blankLabel : fitting(piece, 200, draft.lose),
  }));

const blanks = (id: (index: number) => string) =>
  [0, 1].map((index) => ({ id: id(index), label: blankLabel }));

export function rowsOf(draft: Draft, pieces: readonly Piece[]): Row[] {
  return pieces.length > 0 ? labelled(pieces, draft, 50, rowId) : blanks(rowId);
}

export function columnsOf(draft: Draft, pieces: readonly Piece[], max: number): Column[] {
  return pieces.length > 0 ? labelled(pieces, draft, max, columnId) : blanks(columnId);
}
