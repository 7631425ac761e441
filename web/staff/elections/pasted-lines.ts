// A pasted list as lines of cells: tabs as Excel copies them, a delimiter, or words apart: building, name, and the rest.
import { linesOf } from '../rolls/sheet-file.ts';

export function pastedLines(text: string): string[][] {
  const lines = text.split(/\r?\n/);
  if (text.includes('\t')) return lines.map((line) => line.split('\t'));
  if (/[,;，]/.test(text) && lines.every((line) => line.trim() === '' || /[,;，]/.test(line)))
    return linesOf(text);
  return lines.map((line) => {
    const [building = '', name = '', ...rest] = line.trim().split(/\s+/);
    return [building, name, rest.join(' ')];
  });
}
