// Candidates from one sheet: building, name, one line. Every row lands in a building of the election or is told with why.

import { type Building, buildingFinder } from '../rolls/buildings.ts';
import { guessColumn } from '../rolls/columns.ts';
import { isName, personMost, tellsTooMuch, tidyName } from './person.ts';

export interface CandidateRow {
  /** as the spreadsheet numbers it */
  row: number;
  unit: string;
  name: string;
  line: string;
}

export type RowFault =
  | 'no-building'
  | 'building-unknown'
  | 'building-many'
  | 'no-name'
  | 'bad-name'
  | 'long-line'
  | 'line-tells'
  | 'twice';

export interface RefusedRow {
  row: number;
  why: RowFault;
  /** what stood there */
  cells: string;
}

type Column = 'estate' | 'building' | 'name' | 'line';

const lineHeading = /一句话|简介|介绍|说明|情况|职业|身份$|about|line/i;
const nameHeading = /候选人|参选人|被推荐人|candidate/i;

function columnOf(heading: string): Column | undefined {
  if (nameHeading.test(heading)) return 'name';
  const known = guessColumn(heading);
  if (known === 'estate' || known === 'building' || known === 'name') return known;
  return lineHeading.test(heading) ? 'line' : undefined;
}

/** Where the columns are: by a heading among the first lines, else building, name, line in this order. */
function headOf(lines: readonly (readonly string[])[]): { first: number; at: ReadonlyMap<Column, number> } {
  for (const [index, line] of lines.slice(0, 10).entries()) {
    const at = new Map<Column, number>();
    for (const [cell, heading] of line.entries()) {
      const column = columnOf(heading.trim());
      if (column && !at.has(column)) at.set(column, cell);
    }
    if (at.has('building') && at.has('name')) return { first: index + 1, at };
  }
  return {
    first: 0,
    at: new Map([
      ['building', 0],
      ['name', 1],
      ['line', 2],
    ]),
  };
}

/** A building left empty is that of the row above, as where its cells were merged. Blank lines are passed over. */
export function readCandidates(
  lines: readonly (readonly string[])[],
  buildings: readonly Building[],
): { rows: CandidateRow[]; refused: RefusedRow[] } {
  const { first, at } = headOf(lines);
  const find = buildingFinder(buildings);
  const rows: CandidateRow[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  let last = { building: '', estate: '' };
  for (const [index, line] of lines.entries()) {
    if (index < first || line.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => {
      const where = at.get(column);
      return where === undefined ? '' : (line[where] ?? '').trim();
    };
    const row = index + 1;
    const refuse = (why: RowFault) =>
      refused.push({
        row,
        why,
        cells: line
          .filter((one) => one.trim() !== '')
          .join(' | ')
          .slice(0, 120),
      });
    if (cell('building') !== '') last = { building: cell('building'), estate: cell('estate') || last.estate };
    const name = tidyName(cell('name'));
    const about = cell('line').replace(/\s+/g, ' ');
    if (last.building === '') refuse('no-building');
    else {
      const found = find(last.building, last.estate);
      if (typeof found === 'string') refuse(found);
      else if (name === '') refuse('no-name');
      else if (!isName(name)) refuse('bad-name');
      else if (about.length > personMost.line) refuse('long-line');
      else if (tellsTooMuch(about)) refuse('line-tells');
      else if (seen.has(`${found.id} ${name}`)) refuse('twice');
      else {
        seen.add(`${found.id} ${name}`);
        rows.push({ row, unit: found.id, name, line: about });
      }
    }
  }
  return { rows, refused };
}
