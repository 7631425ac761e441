// Tables that are no matrix: a form of labels and blanks, a question a row, options laid out in cells.
import { type Box, hasBox, isEmpty, isMarks, isOption, labelText, optionsIn, type Row } from './table.ts';

/** A title or a field's name is no longer. */
const labelMax = 30;

const fieldLines = (label: string, value: string): string[] => {
  const name = label.replace(/[：:]\s*$/, '');
  if (isEmpty(value)) return [`${name}：`, ''];
  if (/^\s*_*年\s*_*月\s*_*日?\s*$/.test(value)) return [`${name}[日期题]`, ''];
  if (optionsIn(value).length > 0 || hasBox(value)) return [name, ...value.split('\n'), ''];
  return [`${name}：${labelText(value)}`, ''];
};

/** 姓名 | ____ | 性别 | □男 □女 */
export function formLines(table: readonly Row[]): string[] | undefined {
  const lines: string[] = [];
  let fields = 0;
  let open = 0;
  for (const row of table) {
    const boxes = row.filter(({ continued, text }) => !continued || text !== '');
    for (let at = 0; at < boxes.length; at++) {
      const label = labelText(boxes[at]?.text ?? '');
      const value: Box | undefined = boxes[at + 1];
      if (label === '' || isMarks(label)) {
        if (label === '') continue;
        return undefined;
      }
      if (!value || label.length > labelMax) {
        lines.push(...(boxes[at]?.text.split('\n') ?? []), '');
        continue;
      }
      fields++;
      if (
        isEmpty(value.text) ||
        hasBox(value.text) ||
        optionsIn(value.text).length > 0 ||
        /年.*月/.test(value.text)
      )
        open++;
      lines.push(...fieldLines(label, value.text));
      at++;
    }
  }
  return open > 0 && open * 2 >= fields ? lines : undefined;
}

/** One row to fill in under its heads. */
export function stripLines(table: readonly Row[]): string[] | undefined {
  const [heads, blanks] = table;
  if (!heads || !blanks || table.length !== 2 || heads.length !== blanks.length || heads.length < 2)
    return undefined;
  if (heads.some(({ text }) => isMarks(text)) || blanks.some(({ text }) => !isEmpty(text))) return undefined;
  return heads.flatMap(({ text }) => fieldLines(labelText(text), ''));
}

/** 序号 | 题目 | 选项: a question a row. */
export function questionLines(table: readonly Row[]): string[] | undefined {
  const listed = (row: Row | undefined) => optionsIn(row?.at(-1)?.text ?? '').length > 0;
  const rows = listed(table[0]) ? table : table.slice(1);
  if (rows.length === 0 || !rows.every((row) => row.length > 1 && listed(row))) return undefined;
  const serial = rows.every((row) => row.length > 2 && /^\d{1,3}[.、．]?$/.test(row[0]?.text ?? ''));
  const wide = rows.every((row) => row.length === (serial ? 3 : 2));
  if (!wide) return undefined;
  return rows.flatMap((row) => {
    const title = labelText(row.at(-2)?.text ?? '');
    const number = serial ? `${Number.parseInt(row[0]?.text ?? '', 10)}. ` : '';
    return [`${number}${title}`, ...(row.at(-1)?.text.split('\n') ?? []), ''];
  });
}

/** Cells that each hold an option, or several. */
export function optionLines(table: readonly Row[]): string[] | undefined {
  const texts = table.flatMap((row) => row.map(({ text }) => text.trim())).filter((text) => text !== '');
  const every = texts.length > 0 && texts.every(isOption);
  return every ? texts.flatMap((text) => text.split('\n')) : undefined;
}

/** Whatever it is: a line a row. */
export const rowLines = (table: readonly Row[]): string[] =>
  table.flatMap((row) => {
    const texts = row.map(({ text }) => text.replace(/\n/g, ' ').trim()).filter((text) => text !== '');
    return texts.length > 0 ? [texts.join('\t')] : [];
  });
