// The choices of an XLSForm by list: names, which become ids, and labels by language.
import type { Unplaced } from '../../../../../schema/form/reading.ts';
import type { Tongue } from '../../../../../schema/words/tongues.ts';
import { idOfName } from '../../xlsform/names.ts';
import { placedRows } from '../sheet/placed.ts';
import { headIn, type SurveyHead } from './heads.ts';

export interface Choice {
  id: string;
  name: string;
  labels: ReadonlyMap<Tongue, string>;
}
export interface Choices {
  lists: ReadonlyMap<string, readonly Choice[]>;
  left: Unplaced[];
}

export function choicesOf(
  rows: readonly (readonly string[])[],
  own: Tongue,
  tongues: readonly Tongue[],
): Choices {
  const headOf = headIn(own);
  const headRow = rows.findIndex((row) => row.some((text) => headOf(text) === 'list_name'));
  const lists = new Map<string, Choice[]>();
  const left: Unplaced[] = [];
  for (const row of headRow < 0 ? [] : placedRows<SurveyHead>(rows, headRow, headOf)) {
    if (row.isBlank) continue;
    const name = row.take('name');
    const list = row.take('list_name');
    if (name !== undefined && list !== undefined) {
      const choices = lists.get(list) ?? [];
      lists.set(list, choices);
      const labels = tongues.flatMap((tongue): [Tongue, string][] => {
        const label = row.take(tongue === own ? 'label' : `label@${tongue}`);
        return label === undefined ? [] : [[tongue, label]];
      });
      const taken = new Set(choices.map(({ id }) => id));
      choices.push({ id: idOfName(name, taken, 'o'), name, labels: new Map(labels) });
    }
    left.push(...row.left().map((cell) => ({ ...cell, column: `choices: ${cell.column}` })));
  }
  return { lists, left: oncePerColumn(left) };
}

/** A column that nobody reads is told with its first cell, and not with all of them. */
function oncePerColumn(cells: readonly Unplaced[]): Unplaced[] {
  const seen = new Set<string | undefined>();
  return cells.filter(({ column }) => {
    const first = !seen.has(column);
    seen.add(column);
    return first;
  });
}

export const labelOf = (choice: Choice, tongue: Tongue, own: Tongue): string =>
  choice.labels.get(tongue) ?? choice.labels.get(own) ?? [...choice.labels.values()][0] ?? choice.name;
