// A table put behind the lines that stand before it: as a matrix under its title, or as plain lines.
import { formLines, optionLines, questionLines, rowLines, stripLines } from './form-table.ts';
import { isBlank, type Line, type LostKind, plainLine } from './line.ts';
import { type Matrix, matrixOf, sameOptions } from './matrix.ts';
import { boxesOf, type Cell, isOption, labelText, type Row, widthOf } from './table.ts';

export function tableLines(cells: readonly (readonly Cell[])[], found: Line[]): void {
  const table = boxesOf(cells).filter((row) => row.length > 0);
  const width = widthOf(table);
  // A frame around text, or a table of one column.
  if (table.every((row) => row.length === 1)) {
    for (const row of table) found.push(...row.flatMap(({ lines }) => lines));
    found.push(plainLine(''));
    return;
  }
  const full = (row: Row | undefined) => row?.length === 1 && row[0]?.span === width;
  let from = 0;
  while (full(table[from])) from++;
  let to = table.length;
  while (full(table[to - 1])) to--;
  const above = linesOf(table.slice(0, from));
  const captions = above.map(({ text }) => plainLine(text));
  const notes = linesOf(table.slice(to));
  const inner = table.slice(from, to);
  const at = found.length;
  const title = titleBefore(found);
  const several = /多选/.test(`${found[title]?.text ?? ''}${captions.at(-1)?.text ?? ''}`);
  const plain = stripLines(inner);
  const matrices = plain ? undefined : (sameOptions(inner, several) ?? matrixOf(inner, several));
  if (matrices) {
    let asked = '';
    for (const matrix of matrices) asked = put(matrix, asked, captions, found, title);
  } else {
    const lines = plain ?? questionLines(inner) ?? optionLines(inner) ?? formLines(inner) ?? rowLines(inner);
    found.push(...captions, ...lines.map(plainLine));
  }
  const within = inner.flatMap((row) => row.flatMap(({ lines }) => lines));
  name(
    [...above, ...within].flatMap((line) => line.lost),
    found,
    at,
  );
  found.push(plainLine(''), ...notes, ...(notes.length > 0 ? [plainLine('')] : []));
  for (let index = at; index < found.length; index++) {
    const line = found[index];
    if (line) found[index] = { ...line, table: true };
  }
}

const linesOf = (rows: readonly Row[]): Line[] =>
  rows.flatMap((row) =>
    row.flatMap(({ lines }) => lines.filter((line) => !isBlank(line) || line.lost.length > 0)),
  );

/** What could not be read in the table, on its first line with words. */
function name(lost: readonly LostKind[], found: Line[], from: number): void {
  if (lost.length === 0) return;
  const at = found.findIndex((line, index) => index >= from && !isBlank(line));
  const line = found[at];
  if (line) found[at] = { ...line, lost: [...line.lost, ...lost] };
  else found.push({ text: '', lost });
}

const heading = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分[：:、\s]*)/;
const labelled = /[[【（(][^\])】）]*题[\])】）]/;

/** A longer line is no title. */
const titleMax = 100;

/** Where the title of a table stands: right before it, or before one blank line. −1 when no line there is one. */
function titleBefore(found: readonly Line[]): number {
  const at = isBlank(found.at(-1)) ? found.length - 2 : found.length - 1;
  const line = found[at];
  if (!line || isBlank(line) || line.table) return -1;
  // The first line is the title of the form.
  const isFirst = found.slice(0, at).every(isBlank);
  const is = !isFirst && !isOption(line.text) && !heading.test(line.text) && line.text.length <= titleMax;
  return is ? at : -1;
}

/** Heads of a first column that say nothing of what is asked. */
const general = /^(序号|编号|项目|内容|评价项目|评价内容|调查内容|题目|问题|指标|类别|名称|)$/;

function titleOf(corner: string, captions: Line[], found: readonly Line[]): string {
  const caption = captions.at(-1);
  if (caption && caption.text.length <= titleMax) {
    captions.pop();
    return caption.text;
  }
  if (!general.test(corner)) return corner;
  const last = [...found].reverse().find((line) => !isBlank(line));
  return last && heading.test(last.text) && !last.table
    ? labelText(last.text.replace(heading, ''))
    : '请填写下表';
}

/** What a table says above its heads, behind the title that stands before it: 请在框内打√. */
const inBrackets = ({ text }: Line) => (/^[（(].*[）)]$/.test(text) ? text : `（${text}）`);

/** A second question about the same rows: the title without its number, and what its columns ask. */
const again = (title: string, [columns = '']: readonly string[]) =>
  `${title.replace(labelled, '').replace(/^\d+\s*[.、．]\s*/, '')}：${columns.replaceAll('\t', '、')}`;

/** `asked`: the title of a matrix of the same table, when this is not the first. Gives the title back. */
function put(
  { label, body, corner }: Matrix,
  asked: string,
  captions: Line[],
  found: Line[],
  title: number,
): string {
  const mark = (text: string) => (label === '' || labelled.test(text) ? text : `${text}[${label}]`);
  const line = asked === '' ? found[title] : undefined;
  if (line) {
    const own = [line.text, ...captions.splice(0).map(inBrackets)].join('');
    const lost = found.splice(title).flatMap((one) => one.lost);
    found.push({ text: mark(own), lost }, ...body.map(plainLine));
    return own;
  }
  const own = asked === '' ? titleOf(corner, captions, found) : again(asked, body);
  found.push(...captions.splice(0), plainLine(''), plainLine(mark(own)), ...body.map(plainLine));
  return own;
}
