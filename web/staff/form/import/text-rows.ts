// How many rows each line of a text field fills as it is wrapped there. Short lines fill one; long ones are measured in a
// twin of the field, once each, so that a text of many thousand lines is measured as it is typed.

/** No sign is wider, in units of the font's size. */
const widest = 1.4;

export interface Drawn {
  /** row of the text at which each line begins, and at the end how many there are */
  starts: Float64Array;
  /** px */
  rowHeight: number;
  paddingTop: number;
}

export class TextRows {
  #known = new Map<string, number>();
  #width = 0;
  /** as it is drawn: browsers round what the style says */
  #rowHeight = 0;

  of(field: HTMLTextAreaElement, lines: readonly string[]): Drawn {
    const style = getComputedStyle(field);
    const px = (value: string) => Number.parseFloat(value) || 0;
    const width = field.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
    if (width !== this.#width) {
      this.#known.clear();
      this.#width = width;
      [this.#rowHeight = 0] = heightsOf(field, ['一'], width);
    }
    const short = Math.floor(width / (px(style.fontSize) * widest));
    const isShort = (line: string) => line.length <= short && !line.includes('\t');
    const long = [...new Set(lines.filter((line) => !isShort(line) && !this.#known.has(line)))];
    heightsOf(field, long, width).forEach((height, at) => {
      this.#known.set(long[at] ?? '', Math.max(1, Math.round(height / this.#rowHeight)));
    });
    const starts = new Float64Array(lines.length + 1);
    lines.forEach((line, at) => {
      starts[at + 1] = (starts[at] ?? 0) + (isShort(line) ? 1 : (this.#known.get(line) ?? 1));
    });
    return { starts, rowHeight: this.#rowHeight, paddingTop: px(style.paddingTop) };
  }
}

/** Of lines as they are wrapped in the field, in px. */
function heightsOf(field: HTMLElement, lines: readonly string[], width: number): number[] {
  if (lines.length === 0) return [];
  const twin = document.createElement('div');
  twin.className = 'text-twin';
  twin.style.width = `${width}px`;
  const drawn = lines.map((line) => {
    const row = document.createElement('div');
    row.textContent = line;
    twin.append(row);
    return row;
  });
  field.after(twin);
  const heights = drawn.map((row) => row.getBoundingClientRect().height);
  twin.remove();
  return heights;
}

/** Places of the lines of which some row lies between two heights of the text, in px. */
export function linesBetween({ starts, rowHeight }: Drawn, from: number, to: number): number[] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] ?? 0) * rowHeight <= from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < starts.length - 1 && (starts[at] ?? 0) * rowHeight < to; at += 1) found.push(at);
  return found;
}
