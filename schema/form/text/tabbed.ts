// Tables of paper forms that were copied as text, with tabs between their cells: rows to tick, rows to fill in, and fields
// with the place to write on beside them.
import { cutAt, isLiteral, type Line, type Piece, part } from './lines.ts';

const cells = ({ plain }: Piece) => plain.split('\t').map((cell) => cell.trim());
const tick = /^[□○◯☐]\ue001*$/;
const longest = 500;

/** `1 → 宗旨意识 → □ → □ → □`: words, and behind them nothing but places to tick. */
export function isTickedRow(line: Piece | undefined): boolean {
  if (!line || line.raw.length > longest || !/\t[□○◯☐]/.test(line.plain) || isLiteral(line)) return false;
  const row = cells(line);
  const first = row.findIndex((cell) => tick.test(cell));
  return (
    first > 0 &&
    row.length - first > 1 &&
    row.slice(first).every((cell) => cell === '' || tick.test(cell)) &&
    row.slice(0, first).some((cell) => /\p{L}/u.test(cell))
  );
}

const isHead = (line: Piece) => {
  if (line.raw.length > longest || !line.plain.includes('\t') || isLiteral(line)) return false;
  const words = cells(line).filter((cell) => cell !== '');
  return words.length > 1 && words.every((cell) => cell.length <= 20 && !/[□○◯☐_:?。]/.test(cell));
};

/** The answers over rows to tick. */
export const headsTicks = (line: Piece, next: Piece | undefined) => isTickedRow(next) && isHead(line);

/** The columns over rows that are there to be filled in. */
export const headsBlanks = (line: Piece, next: Line | undefined) =>
  next?.emptyRow === true && isHead(line) && !cells(line).includes('');

/** Words over the first column, which name the rows and are no column of their own. */
const overRows =
  /^(?:序号|编号|(?:评价|测评|评议|考核|服务|调查|检查|评分)?(?:项目|内容|指标|事项)|类别|评价维度|维度)$/;

interface Corner {
  words: Piece[];
  rest: Piece;
}

/** The head of a table without the words over its rows; undefined when it has none. */
export function cornerOf(head: Piece, columns: readonly Piece[]): Corner | undefined {
  const first = columns.slice(0, 2).findIndex(({ plain }) => !overRows.test(plain));
  // Behind numbers stand the words of the rows, whatever these are called.
  const count = first < 0 || /^[序编]号$/.test(columns[0]?.plain ?? '') ? 2 : first;
  if (count === 0 || columns.length - count < 2) return undefined;
  const words = columns.slice(0, count);
  const end = words.reduce((from, { raw }) => head.raw.indexOf(raw, from) + raw.length, 0);
  return { words, rest: part(head, end) };
}

/** Without the number in a column of its own. */
export function unnumbered(row: Piece): Piece {
  const number = /^\d{1,3}\s+(?=\S)/.exec(row.plain.slice(0, 12));
  return number ? part(row, number[0].length) : row;
}

/** `姓名 → → 性别 → □男 □女 → 电话 →`: each as a field of a line of its own. */
export function fieldsBeside(line: Line): Line[] | undefined {
  if (line.raw.length > longest || !line.plain.includes('\t\t') || isLiteral(line)) return undefined;
  const places = [...line.plain.matchAll(/\t/g)].map(({ index }) => index);
  const row = cells(line);
  const fits = row.every((cell, at) =>
    at % 2 === 0 ? /^[^\d\s:_?□○◯☐。,]{2,12}$/.test(cell) : cell === '' || /^(?:_+|[□○◯☐].*)$/.test(cell),
  );
  if (!fits || row.length < 3) return undefined;
  return cutAt(
    line,
    places.filter((_, at) => at % 2 === 1),
  ).map((piece): Line => {
    const end = piece.plain.indexOf('\t');
    const [name, place] = end < 0 ? [piece, undefined] : [part(piece, 0, end), part(piece, end)];
    return {
      ...line,
      raw: `${name.raw}：${place?.raw ?? ''}`,
      plain: `${name.plain}:${place?.plain ?? ''}`,
    };
  });
}
