// A drawing as flat shapes in pixels, with colours by name: the page draws them as SVG in its theme, a picture on white.

type Step = 1 | 2 | 3 | 4 | 5;
/** Names of tokens (web/ui/tokens.css); `hatch` is what stands outside shares, or may not be shown. */
export type Ink =
  | 'ink'
  | 'ink-2'
  | 'accent'
  | 'sunk'
  | 'line'
  | 'hatch'
  | 'heat-on'
  | 'agree-on'
  | 'agree-on-ends'
  | `heat-${Step}`
  | `agree-${Step}`;

export interface Box {
  kind: 'box';
  x: number;
  y: number;
  w: number;
  h: number;
  fill: Ink;
}
export interface Words {
  kind: 'words';
  x: number;
  /** of the baseline */
  y: number;
  words: string;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  fill: Ink;
}
/** Where a figure stands; hollow for the one that it is compared with. */
interface Dot {
  kind: 'dot';
  /** of its middle */
  x: number;
  y: number;
  r: number;
  hollow?: boolean;
}
export type Shape = Box | Words | Dot;
/** Width of a dot's edge. */
export const dotEdge = 2;

export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** What is drawn with: pixels across, and pixels of the body's type. */
export interface Pen {
  width: number;
  em: number;
}

export const sizeOf = ({ em }: Pen) => em * 0.875;
export const lineOf = (pen: Pen) => sizeOf(pen) * 1.4;

/** Roughly: Chinese is square, the rest about half as wide. A little too wide is better than run over. */
export function widthOf(words: string, size: number): number {
  let wide = 0;
  for (const char of words)
    wide += char >= '⺀' ? 1 : /[A-Z%@WMm]/.test(char) ? 0.8 : char === ' ' ? 0.3 : 0.58;
  return wide * size;
}

/** What no line begins with: it hangs over the edge of the one before. */
const closing = /^[，。、；：？！）”’》」]/;

/** Words in lines no wider than `width`; Chinese breaks anywhere, other words between two of them where it can. */
export function linesOf(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of words.match(/[^\s⺀-￯]+\s?|[\s\S]/gu) ?? []) {
    if (line !== '' && !closing.test(piece) && widthOf(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    // A word that is wider than all there is breaks where it must.
    for (const part of widthOf(piece.trimEnd(), size) > width ? piece : [piece]) {
      if (line !== '' && !closing.test(part) && widthOf(line + part.trimEnd(), size) > width) {
        lines.push(line);
        line = '';
      }
      line += part;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Lines of words below each other, the first at `top`. */
export const block = (
  pen: Pen,
  lines: readonly string[],
  { x, top, anchor = 'start', fill = 'ink' }: Pick<Words, 'x'> & { top: number } & Partial<Words>,
): Words[] =>
  lines.map((words, at) => ({
    kind: 'words',
    x,
    y: top + lineOf(pen) * (at + 0.5) + sizeOf(pen) * 0.36,
    words,
    size: sizeOf(pen),
    anchor,
    fill,
  }));
