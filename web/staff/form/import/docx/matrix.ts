// A table whose first row heads answers and whose first column asks: what kind of matrix it is, from what stands in its
// cells. undefined when it is no such table.
import {
  type Box,
  boxAt,
  hasBox,
  isDegree,
  isEmpty,
  isFigureHead,
  isMarks,
  labelText,
  optionsIn,
  type Row,
  widthOf,
} from './table.ts';

export interface Matrix {
  label: string;
  /** the line of columns, then one line a row */
  body: string[];
  /** words of the first cell: a title when it has none */
  corner: string;
}

type Kind = 'marks' | 'blank' | 'serial' | 'point' | 'text';

function kindOf(texts: readonly string[]): Kind {
  if (texts.every(isEmpty)) return 'blank';
  if (texts.every(isMarks) && texts.some(hasBox)) return 'marks';
  if (texts.every((text, at) => Number(text.replace(/[.、．]$/, '')) === at + 1 && text !== ''))
    return 'serial';
  if (texts.every((text) => /^\d{1,2}$/.test(text) && text === texts[0])) return 'point';
  return 'text';
}

/** Two rows of heads when something in the first spreads over several columns of the second. */
function headsOf(rows: readonly Row[], width: number): { heads: string[]; body: readonly Row[] } {
  const [first = [], second] = rows;
  const two =
    rows.length > 2 && first.some(({ column, span }) => column > 0 && span > 1) && second?.[0]?.continued;
  return {
    heads: Array.from({ length: width }, (_, column) => {
      const below = two ? boxAt(second, column)?.text : '';
      return labelText(below || boxAt(first, column)?.text || '');
    }),
    body: rows.slice(two ? 2 : 1),
  };
}

/** Rows with the words of a cell that reaches over several of them, and of the heading that stands over them. */
function asked(body: readonly Row[], width: number): { texts: string[]; under: string }[] {
  let above: Box[] = [];
  let under = '';
  return body.flatMap((row) => {
    const [only, ...more] = row;
    if (only && more.length === 0 && only.span === width) {
      under = labelText(only.text);
      return [];
    }
    const texts = Array.from({ length: width }, (_, column) => {
      const box = boxAt(row, column);
      const source = box?.continued ? boxAt(above, column) : box;
      return source && source.column === column ? source.text : '';
    });
    above = row.map((box) => (box.continued ? (boxAt(above, box.column) ?? box) : box));
    return [{ texts, under }];
  });
}

const isNoHead = (head = '') => head === '' || hasBox(head);

/** `several`: the title says that several may be chosen */
export function matrixOf(table: readonly Row[], several: boolean): Matrix[] | undefined {
  const width = widthOf(table);
  const { heads, body } = headsOf(table, width);
  const rows = asked(body, width);
  if (width < 2 || rows.length === 0) return undefined;
  const kinds = heads.map((_, column) => kindOf(rows.map(({ texts }) => texts[column]?.trim() ?? '')));
  const first = kinds.findIndex((kind) => kind === 'marks' || kind === 'blank' || kind === 'point');
  const answers = heads.map((_, column) => column).slice(first < 0 ? width : first);
  const labels = kinds.flatMap((kind, column) => (column < first && kind === 'text' ? [column] : []));
  if (
    answers.length === 0 ||
    answers.some((at) => kinds[at] === 'text' || kinds[at] === 'serial' || isNoHead(heads[at]))
  )
    return undefined;
  const corner = labels.map((at) => heads[at]).join('');
  const headed = (columns: readonly number[]) => columns.map((at) => heads[at] ?? '').join('\t');
  // No words that ask: as many lines as there is need for.
  if (labels.length === 0) {
    const open = answers.every((at) => kinds[at] === 'blank') && rows.length > 1;
    return open ? [{ label: '自增表格题', body: [headed(answers)], corner }] : undefined;
  }
  const names = rows.map(({ texts, under }) => {
    const own = [...new Set(labels.map((at) => labelText(texts[at] ?? '')))].filter((text) => text !== '');
    return [...(under ? [under] : []), ...own].join('：');
  });
  const ticked = answers.some((at) => kinds[at] !== 'blank');
  const chosen = answers.filter((at) => (ticked && kinds[at] !== 'blank') || isDegree(heads[at] ?? ''));
  const choice = ticked || chosen.length > 1 ? chosen : [];
  const written = answers.filter((at) => !choice.includes(at));
  return [
    ...(choice.length > 0
      ? [
          choiceOf(
            choice.map((at) => heads[at] ?? ''),
            names,
            corner,
            several,
          ),
        ]
      : []),
    ...(written.length > 0
      ? [
          {
            label: written.every((at) => isFigureHead(heads[at] ?? '')) ? '矩阵数字题' : '矩阵填空题',
            body: [headed(written), ...names],
            corner,
          },
        ]
      : []),
  ];
}

function choiceOf(
  heads: readonly string[],
  names: readonly string[],
  corner: string,
  several: boolean,
): Matrix {
  // One column to tick is a list of options that was drawn as a table.
  if (heads.length === 1) return { label: '', body: names.map((name) => `□ ${name}`), corner };
  const points = heads.map((head) => Number(head.replace(/分$/, '')));
  const scale =
    points.every((point, at) => point === (points[0] ?? 0) + at) && [0, 1].includes(points[0] ?? -1);
  if (scale) return { label: '矩阵量表题', body: [`${points[0]}~${points.at(-1)}`, ...names], corner };
  return { label: several ? '矩阵多选题' : '矩阵单选题', body: [heads.join('\t'), ...names], corner };
}

/** Every row asks and lists the same options: 环境卫生 | □满意 □一般 □不满意. */
export function sameOptions(table: readonly Row[], several: boolean): Matrix[] | undefined {
  const [head, ...below] = table;
  const headed = head && optionsIn(head.at(-1)?.text ?? '').length === 0;
  const rows = headed ? below : table;
  const lists = rows.map((row) => optionsIn(row.at(-1)?.text ?? ''));
  const options = lists[0] ?? [];
  if (rows.length < 2 || options.length === 0 || lists.some((list) => list.join('\t') !== options.join('\t')))
    return undefined;
  const serial = rows.every((row, at) => row.length > 2 && Number(row[0]?.text) === at + 1);
  const names = rows.map((row) =>
    row
      .slice(serial ? 1 : 0, -1)
      .map(({ text }) => labelText(text))
      .filter((text) => text !== '')
      .join('：'),
  );
  if (names.includes('')) return undefined;
  const corner = labelText(head?.[serial ? 1 : 0]?.text ?? '');
  return [choiceOf(options, names, headed ? corner : '', several)];
}
