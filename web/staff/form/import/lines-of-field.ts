// A line of a text field, counted from 1: selected and brought into view.

/** Where the line starts and ends in the text. */
export function lineSpan(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) return { start: text.length, end: text.length };
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** How far down the line is, wrapped lines above it counted as they are drawn. */
function topOf(field: HTMLTextAreaElement, start: number): number {
  const twin = document.createElement('textarea');
  twin.className = field.className;
  twin.style.cssText = 'position:absolute;visibility:hidden;height:0;min-height:0;overflow:hidden';
  twin.style.width = `${field.offsetWidth}px`;
  twin.value = field.value.slice(0, start);
  field.after(twin);
  const { scrollHeight } = twin;
  twin.remove();
  return scrollHeight;
}

export function selectLine(field: HTMLTextAreaElement, line: number): void {
  const { start, end } = lineSpan(field.value, line);
  field.focus();
  field.setSelectionRange(start, end);
  field.scrollTop = Math.max(0, topOf(field, start) - field.clientHeight / 2);
  field.scrollIntoView({ block: 'nearest' });
}
