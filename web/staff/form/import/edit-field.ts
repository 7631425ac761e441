// Changes to a text field as if they were typed, so that the browser's own undo takes them back.
import type { TextEdit } from '../../../../schema/form/text/convert.ts';

export function typeInto(field: HTMLTextAreaElement, { from, to, insert }: TextEdit): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way by which a page's change becomes part of the browser's undo; there is none that takes its place.
  const typed = document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert);
  if (typed) return;
  field.setRangeText(insert, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function undoIn(field: HTMLTextAreaElement): void {
  field.focus();
  document.execCommand('undo');
}
