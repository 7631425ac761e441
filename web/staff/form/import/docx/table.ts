// A table of a document as a grid of texts, and what its cells look like: boxes to tick, blanks to fill in, options.
import { isBlank, type Line } from './line.ts';

export interface Cell {
  lines: readonly Line[];
  /** first column that it covers, and how many */
  column: number;
  span: number;
  /** the cell above goes on here */
  continued: boolean;
}
export interface Box extends Cell {
  text: string;
}
export type Row = readonly Box[];

export const boxesOf = (rows: readonly (readonly Cell[])[]): Row[] =>
  rows.map((cells) =>
    cells.map((cell) => ({
      ...cell,
      text: cell.lines
        .filter((line) => !isBlank(line))
        .map(({ text }) => text)
        .join('\n'),
    })),
  );

export const widthOf = (rows: readonly Row[]) =>
  Math.max(0, ...rows.flatMap((row) => row.map(({ column, span }) => column + span)));
export const boxAt = (row: Row | undefined, column: number) =>
  row?.find((box) => box.column <= column && column < box.column + box.span);

/** One line, as a label is: Chinese words that were broken over lines have no space between them. */
export const labelText = (text: string) =>
  text
    .replace(/([^\x20-\x7e\s])\s+/g, '$1')
    .replace(/\s+([^\x20-\x7e])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Nothing but boxes, brackets and lines to write on. */
export const isMarks = (text: string) => /^[□○（）()[\]【】_\s]*$/.test(text);
export const isEmpty = (text: string) => /^[_\s]*$/.test(text);
export const hasBox = (text: string) => /[□○]|[（(]\s*[）)]/.test(text);

/** It begins with the mark of an option. */
export const isOption = (text: string) => /^([□○①-⑳]|[A-Z]\s*[.、．)])/.test(text);

/** The options that a cell lists: after boxes, or after A. B. C. */
export function optionsIn(text: string): string[] {
  const boxed = /^\s*[□○]/.test(text);
  const lettered = /^\s*A\s*[.、．)]/.test(text);
  const parts = boxed ? text.split(/[□○]/) : lettered ? text.split(/\b[A-H]\s*[.、．)]/) : [];
  const options = parts.map((part) => labelText(part)).filter((part) => part !== '');
  return options.length > 1 ? options : [];
}

/** What a column of answers is headed by, when its cells are left blank: a degree, a yes or no, points. */
export const isDegree = (head: string) =>
  /满意|同意|符合|重要|了解|支持|赞成|反对|弃权|愿意|需要|认可|清楚|及时|方便|经常|偶尔|从不|总是|有时|很少|一般|基本|比较|非常/.test(
    head,
  ) || /^((很|较|不)?[好差]|[优良中差是否有无]|没有|不?合格|\d{1,2}分?)$/.test(head);

export const isFigureHead = (head: string) =>
  /数$|人数|数量|金额|年龄|面积|次数|得分|分值|[（(][人元次个户岁㎡][）)]/.test(head);
