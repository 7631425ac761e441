// A line of a text field, counted from 1: selected and brought into view.
import { lineSpan } from '../../../../schema/form/text/line-span.ts';

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
  const { from, to } = lineSpan(field.value, line);
  field.focus();
  field.setSelectionRange(from, to);
  field.scrollTop = Math.max(0, topOf(field, from) - field.clientHeight / 2);
  field.scrollIntoView({ block: 'nearest' });
}
