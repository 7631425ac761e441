// The rows of a survey as a tree: groups and repeats with what stands between their begin and their end.
import type { PlacedRow } from '../sheet/placed.ts';
import type { SurveyHead } from './heads.ts';

export type SurveyRow = PlacedRow<SurveyHead>;
export interface Node {
  row: SurveyRow;
  kind: 'question' | 'group' | 'repeat';
  inside: Node[];
}

/** What was never closed closes at the end; an end without a beginning stays in its row. */
export function treeOf(rows: readonly SurveyRow[]): Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const row of rows) {
    if (row.look('type') === '') continue;
    const [, verb, kind] = /^(begin|end)[_ ](group|repeat)$/i.exec(row.look('type')) ?? [];
    const inside = open.at(-1)?.inside ?? top;
    if (verb?.toLowerCase() === 'end') {
      if (open.at(-1)?.kind !== kind?.toLowerCase()) continue;
      open.pop();
      row.take('type');
      // The name is often said again.
      row.take('name');
    } else if (verb) {
      row.take('type');
      const node: Node = { row, kind: kind?.toLowerCase() === 'repeat' ? 'repeat' : 'group', inside: [] };
      inside.push(node);
      open.push(node);
    } else inside.push({ row, kind: 'question', inside: [] });
  }
  return top;
}
