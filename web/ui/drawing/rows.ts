// Rows with a bar each: the label beside the bar, or above it where there is little room; the figure at its end.
import { block, type Drawing, lineOf, linesOf, type Pen, type Shape, sizeOf, widthOf } from './shape.ts';

interface BarRow {
  label: string;
  /** at the end of the bar */
  figure: string;
  /** instead of a bar: why there is none */
  veiled?: string | undefined;
  /** what there is no room for on a bar so long */
  below?: ((long: number) => string) | undefined;
  /** what lies on the track */
  bar(place: { x: number; y: number; w: number; h: number }): Shape[];
}

/** Below so many ems labels stand above their bars. */
const beside = 30;

export function drawRows(pen: Pen, rows: readonly BarRow[], thick: number): Drawing {
  const size = sizeOf(pen);
  const line = lineOf(pen);
  const gap = pen.em * 0.6;
  const widest = (words: readonly string[]) => Math.max(0, ...words.map((one) => widthOf(one, size)));
  const labels = widest(rows.map(({ label }) => label));
  const above = pen.width < beside * pen.em;
  const left = above || labels === 0 ? 0 : Math.min(labels + 1, pen.width * 0.36) + gap;
  const figures = widest(rows.map(({ figure, veiled }) => (veiled ? '' : figure)));
  const right = figures === 0 ? 0 : figures + gap;
  const x = left;
  const w = Math.max(pen.em * 2, pen.width - left - right);
  const shapes: Shape[] = [];
  let top = 0;
  for (const row of rows) {
    const lines = linesOf(row.label, above ? pen.width : left - gap, size);
    const head = above ? lines.length * line : 0;
    const height = above ? thick : Math.max(thick, lines.length * line, line);
    shapes.push(...block(pen, lines, { x: 0, top: above ? top : top + (height - lines.length * line) / 2 }));
    const y = top + head + (height - thick) / 2;
    const words = { top: top + head + (height - line) / 2 };
    if (row.veiled) {
      const mark = Math.min(pen.em * 2.5, w);
      shapes.push({ kind: 'box', x, y, w: mark, h: thick, fill: 'hatch' });
      const reason = linesOf(row.veiled, pen.width - x - mark - gap, size);
      shapes.push(...block(pen, reason, { x: x + mark + gap, ...words, fill: 'ink-2' }));
      top += Math.max(0, reason.length - 1) * line;
    } else {
      shapes.push(...row.bar({ x, y, w, h: thick }));
      if (row.figure !== '')
        shapes.push(...block(pen, [row.figure], { x: pen.width, ...words, anchor: 'end' }));
      const rest = linesOf(row.below?.(w) ?? '', w, size);
      shapes.push(...block(pen, rest, { x, top: top + head + (height + thick) / 2, fill: 'ink-2' }));
      top += rest.length * line;
    }
    top += head + height + gap;
  }
  return { width: pen.width, height: Math.max(0, top - gap), shapes };
}

/** A bar of one colour on its track. */
export const oneBar =
  (part: number, fill: 'accent' | 'hatch' = 'accent'): BarRow['bar'] =>
  ({ x, y, w, h }) => [
    { kind: 'box', x, y, w, h, fill: 'sunk' },
    ...(part > 0 ? [{ kind: 'box' as const, x, y, w: Math.max(1, w * Math.min(1, part)), h, fill }] : []),
  ];
