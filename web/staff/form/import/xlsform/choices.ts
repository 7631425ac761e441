// The choices of an XLSForm by list: names, which become ids, and labels by language.
import type { Unplaced } from '../../../../../schema/form/reading.ts';
import type { Tongue } from '../../../../../schema/words/tongues.ts';
import { idOfName } from '../../xlsform/names.ts';
import { cellsIn, placedRows } from '../sheet/placed.ts';
import { headIn, type SurveyHead } from './heads.ts';

export interface Choice {
  id: string;
  name: string;
  labels: ReadonlyMap<Tongue, string>;
}
/** The lists by name; what no question takes is left. */
export class Choices {
  #lists = new Map<string, { choices: Choice[]; cells: Unplaced[] }>();
  #used = new Set<string>();
  #left: Unplaced[] = [];

  constructor(rows: readonly (readonly string[])[], own: Tongue, tongues: readonly Tongue[]) {
    const headOf = headIn(own);
    const headRow = rows.findIndex((row) => row.some((text) => headOf(text) === 'list_name'));
    this.#left.push(...cellsIn(headRow < 0 ? rows : rows.slice(0, headRow), 'choices'));
    for (const row of headRow < 0 ? [] : placedRows<SurveyHead>(rows, headRow, headOf)) {
      const whole = row.left();
      const name = row.take('name');
      const list = row.take('list_name');
      if (name === undefined || list === undefined) {
        this.#left.push(...whole.map(inChoices));
        continue;
      }
      const { choices, cells } = this.#lists.get(list) ?? { choices: [], cells: [] };
      this.#lists.set(list, { choices, cells });
      const labels = tongues.flatMap((tongue): [Tongue, string][] => {
        const label = row.take(tongue === own ? 'label' : `label@${tongue}`);
        return label === undefined ? [] : [[tongue, label]];
      });
      const taken = new Set(choices.map(({ id }) => id));
      choices.push({ id: idOfName(name, taken, 'o'), name, labels: new Map(labels) });
      const left = row.left();
      this.#left.push(...left.map(inChoices));
      cells.push(
        ...whole.filter((cell) => !left.some(({ column }) => column === cell.column)).map(inChoices),
      );
    }
  }

  /** For a question that offers them. */
  take(list: string): readonly Choice[] | undefined {
    this.#used.add(list);
    return this.#lists.get(list)?.choices;
  }

  left(): Unplaced[] {
    const unused = [...this.#lists].filter(([list]) => !this.#used.has(list));
    return [...this.#left, ...unused.flatMap(([, { cells }]) => cells)].sort((a, b) => a.line - b.line);
  }
}

const inChoices = (cell: Unplaced): Unplaced => ({ ...cell, column: `choices: ${cell.column}` });

export const labelOf = (choice: Choice, tongue: Tongue, own: Tongue): string =>
  choice.labels.get(tongue) ?? choice.labels.get(own) ?? [...choice.labels.values()][0] ?? choice.name;
