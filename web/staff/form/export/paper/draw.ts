// Blocks drawn by the docx library: A4, Chinese fonts, a question together on its page.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type FileChild,
  HeightRule,
  type IParagraphOptions,
  LeaderType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Block, box } from './block.ts';

const mm = convertMillimetersToTwip;
export const page = { width: 210, height: 297, margin: 20 };
const textWidth = mm(page.width - 2 * page.margin);
const indent = mm(7);

/** Fonts that every office program in China has, by the names that it knows them by. */
export const fonts = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  head: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' },
} as const;
/** In half points: 小四, 五号, 二号. */
export const sizes = { body: 24, small: 21, title: 44 } as const;

/** Tabs are elements of their own in a file. */
export const text = (words: string, options: { head?: boolean; size?: number } = {}) =>
  new TextRun({
    children: words.split('\t').flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part])),
    font: options.head ? fonts.head : fonts.body,
    size: options.size ?? sizes.body,
  });

/** `together`: with what follows, on one page */
interface Place {
  together: boolean;
}
const paragraph = (place: Place, options: IParagraphOptions) =>
  new Paragraph({
    keepLines: true,
    keepNext: place.together,
    indent: { left: indent },
    spacing: { before: mm(0.7) },
    ...options,
  });

const leader = { type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.UNDERSCORE };
/** Room for handwriting above a line. */
const room = { before: mm(3.5) };

/** Chinese characters that fit beside each other, and how wide words are in them. */
const perLine = 36;
const widthOf = (words: string) =>
  Array.from(words).reduce((sum, letter) => sum + (letter > '\u00ff' ? 1 : 0.5), 0);

/** As many options side by side as most of them leave room for; a long one stands alone. */
function columnsFor(labels: readonly string[]): number {
  const usual = labels.map(widthOf).filter((width) => width <= perLine / 3);
  if (usual.length < 2) return 1;
  return Math.min(6, usual.length, Math.floor(perLine / (Math.max(...usual) + 2.5)));
}

function rowsOf(labels: readonly string[], columns: number): string[][] {
  const rows: string[][] = [];
  const isLong = (label: string) => widthOf(label) + 2.5 > perLine / columns;
  for (const label of labels) {
    const last = rows.at(-1);
    if (!last || last.length >= columns || last.some(isLong) || isLong(label)) rows.push([label]);
    else last.push(label);
  }
  return rows;
}

function drawOptions(options: Extract<Block, { kind: 'options' }>['options'], place: Place): FileChild[] {
  const short = options.filter((option) => !option.text).map(({ label }) => label);
  const columns = columnsFor(short);
  const rows = rowsOf(short, columns);
  const width = Math.floor((textWidth - indent) / columns);
  const tabStops = Array.from({ length: columns - 1 }, (_, at) => ({
    type: TabStopType.LEFT,
    position: indent + width * (at + 1),
  }));
  const written = options.filter((option) => option.text);
  const last = rows.length + written.length - 1;
  return [
    ...rows.map((row, at) =>
      paragraph(
        { together: place.together || at < last },
        {
          tabStops,
          // A long option goes on under its own words.
          indent: row.length === 1 ? { left: indent + mm(6), hanging: mm(6) } : { left: indent },
          children: [text(row.map((label) => `${box} ${label}`).join('\t'))],
        },
      ),
    ),
    ...written.map(({ label }, at) =>
      paragraph(
        { together: place.together || rows.length + at < last },
        { tabStops: [leader], children: [text(`${box} ${label}：\t`)] },
      ),
    ),
  ];
}

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: border, bottom: border, left: border, right: border };
const padding = { top: mm(1), bottom: mm(1), left: mm(1.5), right: mm(1.5) };

const cellOf = (
  words: string,
  width: number,
  options: { head?: boolean; left?: boolean; together: boolean },
) =>
  new TableCell({
    borders,
    margins: padding,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: options.left ? AlignmentType.LEFT : AlignmentType.CENTER,
        keepLines: true,
        keepNext: options.together,
        children: [text(words, { head: options.head ?? false, size: sizes.small })],
      }),
    ],
  });

/** More rows than this may go on over the page, with their head again. */
const rowsTogether = 14;

function drawTable({ head, rows, first }: Extract<Block, { kind: 'table' }>, place: Place): FileChild[] {
  const wide = first === 'wide';
  const width = textWidth - indent;
  const others = Math.max(1, head.length - 1);
  // What asks has a third at least, and more where there are few columns.
  const own = {
    wide: Math.max(width / 3, width - others * mm(28)),
    narrow: mm(14),
    even: width / head.length,
  };
  const start = own[first ?? 'even'];
  const widths = head.map((_, at) => Math.floor(at === 0 ? start : (width - start) / others));
  const whole = rows.length <= rowsTogether;
  const row = (cells: readonly string[], at: number, isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      height: { value: mm(8), rule: HeightRule.ATLEAST },
      children: cells.map((words, column) =>
        cellOf(words, widths[column] ?? 0, {
          head: isHead,
          left: wide && column === 0 && !isHead,
          together: isHead || (whole && (at < rows.length - 1 || place.together)),
        }),
      ),
    });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      indent: { size: indent, type: WidthType.DXA },
      columnWidths: widths,
      rows: [row(head, -1, true), ...rows.map((cells, at) => row(cells, at, false))],
    }),
  ];
}

/** Cells side by side, each as high in millimetres as it is said. */
const drawRow = (width: number, height: number, cells: readonly TableCell[]): FileChild[] => [
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * cells.length, type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    columnWidths: cells.map(() => width),
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: mm(height), rule: HeightRule.EXACT },
        children: cells,
      }),
    ],
  }),
];

function drawSquares(count: number, place: Place): FileChild[] {
  const width = mm(8);
  return drawRow(
    width,
    9,
    Array.from({ length: count }, () => cellOf('', width, place)),
  );
}

function drawRoom({ text: words, height }: Extract<Block, { kind: 'room' }>, place: Place): FileChild[] {
  const width = mm(80);
  return drawRow(width, height, [cellOf(words, width, { left: true, ...place })]);
}

/** `together`: what follows belongs to the same question */
export function draw(block: Block, together: boolean): FileChild[] {
  const place = { together };
  switch (block.kind) {
    case 'words':
      return [paragraph(place, { children: [text(block.text)] })];
    case 'line':
      return [
        paragraph(place, {
          tabStops: [leader],
          spacing: room,
          children: [text(`${block.text}\t`)],
        }),
      ];
    case 'lines':
      return Array.from({ length: block.count }, (_, at) =>
        paragraph(
          { together: together || at < block.count - 1 },
          { tabStops: [leader], spacing: room, children: [text('\t')] },
        ),
      );
    case 'options':
      return drawOptions(block.options, place);
    case 'table':
      return drawTable(block, place);
    case 'squares':
      return drawSquares(block.count, place);
    case 'room':
      return drawRoom(block, place);
    case 'rule':
      return [
        paragraph(place, { border: { bottom: { ...border, space: 1 } }, indent: { left: 0 }, children: [] }),
      ];
  }
}
