// Where a line of a text starts and ends, counted from 1 as text fields count.
export interface Span {
  from: number;
  to: number;
}

export function lineSpan(text: string, line: number): Span {
  let from = 0;
  let at = 1;
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
    if (at === line) return { from, to: index };
    from = index + end.length;
    at += 1;
  }
  return at === line ? { from, to: text.length } : { from: text.length, to: text.length };
}
