// Options of a sheet: in the question's own cells, or in lists on a sheet of their own.
import type { Unplaced } from '../../../../../schema/form/reading.ts';
import { localId } from '../../../../../schema/ids.ts';
import type { Sheet } from '../workbook.ts';
import { type OptionHead, optionHeadOf, yesOrNo } from './heads.ts';
import { cellsIn, figure, type PlacedRow, placedRows } from './placed.ts';

export interface ListOption {
  id: string;
  label: string;
  text?: boolean;
  exclusive?: boolean;
  score?: number;
  quota?: number;
  /** label of the one above, in a list with levels */
  under?: string;
}

/** An id as definitions have it; undefined when the text is none. */
export const idOf = (text: string | undefined) => {
  const id = text?.trim().toLowerCase();
  return id !== undefined && localId().safeParse(id).success ? id : undefined;
};

/** `o1`, `o2` … that are not taken. */
export const numbered = (prefix: string, taken: ReadonlySet<string>) => {
  let at = 1;
  while (taken.has(`${prefix}${at}`)) at++;
  return `${prefix}${at}`;
};

/** Parts of a cell, one a line or between ；;|, without the marks that stand before them. */
export const partsOf = (cells: readonly string[]): string[] =>
  cells.flatMap((cell) =>
    cell
      .split(/[\n；;|｜]/)
      .map((part) => part.replace(/^\s*(?:[□○☐①-⑳]|[A-Z]\s*[.、．)）])\s*/, '').trim())
      .filter((part) => part !== ''),
  );

/** 其他____ asks for words; 以上都没有（互斥） excludes the others. */
const marks = {
  text: /\s*(?:_{2,}|[（(]\s*(?:请填写|请写明|请注明|可填)\s*[）)])\s*[:：]?$/,
  exclusive: /\s*[（(]互斥[）)]$/,
};

export const optionsOf = (labels: readonly string[]): ListOption[] =>
  labels.map((part, index) => {
    const label = part
      .replace(marks.exclusive, '')
      .replace(marks.text, '')
      .replace(/[:：]$/, '')
      .trim();
    return {
      id: `o${index + 1}`,
      label: label === '' ? part : label,
      ...(marks.text.test(part) && { text: true }),
      ...(marks.exclusive.test(part) && { exclusive: true }),
    };
  });

/** The lists by name; what no question takes is left. */
export class Lists {
  #lists = new Map<string, { options: ListOption[]; labels: Unplaced[] }>();
  #used = new Set<string>();
  #left: Unplaced[] = [];

  /** Of the sheet of options: 列表名, 选项, and what each option may be told. */
  constructor({ name: sheet, rows }: Sheet) {
    const headRow = rows.findIndex((row) => row.some((text) => optionHeadOf(text) === 'list'));
    this.#left.push(...cellsIn(headRow < 0 ? rows : rows.slice(0, headRow), sheet));
    let name = '';
    for (const row of headRow < 0 ? [] : placedRows(rows, headRow, optionHeadOf)) {
      // A list is named once, or on every row.
      name = row.take('list') ?? name;
      const told = row.left('label');
      const label = row.take('label');
      if (label !== undefined && name !== '') {
        const { options, labels } = this.#lists.get(name) ?? { options: [], labels: [] };
        this.#lists.set(name, { options, labels });
        options.push(optionIn(row, label, new Set(options.map(({ id }) => id))));
        labels.push(...told);
      } else this.#left.push(...told);
      this.#left.push(...row.left());
    }
  }

  /** For a question that offers them. */
  take(name: string): readonly ListOption[] | undefined {
    this.#used.add(name);
    return this.#lists.get(name)?.options;
  }

  left(): Unplaced[] {
    const unused = [...this.#lists].filter(([name]) => !this.#used.has(name));
    return [...this.#left, ...unused.flatMap(([, { labels }]) => labels)].sort((a, b) => a.line - b.line);
  }
}

function optionIn(row: PlacedRow<OptionHead>, label: string, taken: ReadonlySet<string>): ListOption {
  const free = (text: string) => {
    const id = idOf(text);
    return id !== undefined && !taken.has(id) ? id : undefined;
  };
  const id = row.takeAs('id', free) ?? numbered('o', taken);
  const text = row.takeAs('text', yesOrNo);
  const exclusive = row.takeAs('exclusive', yesOrNo);
  const score = row.takeAs('score', figure);
  const quota = row.takeAs('quota', figure);
  const under = row.take('under');
  return {
    id,
    label,
    ...(text && { text }),
    ...(exclusive && { exclusive }),
    ...(score !== undefined && { score }),
    ...(quota !== undefined && { quota }),
    ...(under !== undefined && { under }),
  };
}
