// Tables whose cells are filled in one by one, in texts: each column with what may stand in its cells.
import type { FieldType } from '../../../fields/registry.ts';
import type { QuestionOf } from '../../../fields/shapes.ts';
import { blankLabel } from '../../placeholders.ts';
import { atMost, baseOf, type Draft, fitting } from '../draft.ts';
import { columnId, optionId } from '../ids.ts';
import { labelOf, typeOf } from '../labels.ts';
import { isLiteral, type Piece, splitBy, without } from '../lines.ts';
import { markedSpans } from '../marks.ts';
import { columnsOf, rowsOf, type Table, tableOf, unmarked } from '../tables.ts';
import { listed } from './tables.ts';
import { line, type TextType, when } from './type.ts';

/** Options of a cell beside its column: `照明（好/差）`, or in cells of their own. */
function cellChoices(piece: Piece): { label: Piece; choices: Piece[] } {
  const [first, ...more] = splitBy(piece, /\t+/g);
  if (first && more.length > 0) return { label: first, choices: more };
  const found = /^(.+?)\s?(?:\((.+)\)|:\s?(.+))$/.exec(isLiteral(piece) ? '' : piece.plain.slice(0, 300));
  const inner = found?.[2] ?? found?.[3];
  if (!found || inner === undefined) return { label: piece, choices: [] };
  const from = found[0].lastIndexOf(inner);
  const choices = splitBy(
    { at: piece.at, raw: piece.raw.slice(from, from + inner.length), plain: inner },
    /[/、,;]/g,
  );
  const label = { at: piece.at, raw: piece.raw.slice(0, found[1]?.length), plain: found[1] ?? '' };
  return choices.length > 1 ? { label, choices } : { label: piece, choices: [] };
}

const choiceList = (pieces: readonly Piece[], lose: Draft['lose']) =>
  atMost(pieces, 50, lose).map((piece, index) => ({
    id: optionId(index),
    label: piece.raw === '' ? blankLabel : fitting(piece, 100, lose),
  }));
const blankChoices = () => [0, 1].map((index) => ({ id: optionId(index), label: blankLabel }));

/** 表格题: on its second line stand the choices of every cell. */
function choicesOfCells(table: Table): Piece[] {
  const [second] = table.rows;
  if (table.listed || !second || table.rows.length < 2) return [];
  const choices = splitBy(second, /[\s、/]+/g);
  if (choices.length < 2) return [];
  table.rows.shift();
  return choices;
}

export const matrixDropdown: TextType<QuestionOf<'matrix-dropdown'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    const shared = choicesOfCells(table);
    const read = atMost(table.columns, 6, draft.lose).map(cellChoices);
    const columns = columnsOf(
      draft,
      read.map(({ label }) => label),
      6,
    ).map((column, index) => {
      const own = read[index]?.choices ?? [];
      // What does not fit is told once, and not for every column.
      const lose = own.length > 0 || index === 0 ? draft.lose : () => {};
      const options = choiceList(own.length > 0 ? own : shared, lose);
      return { ...column, options: options.length > 0 ? options : blankChoices() };
    });
    return { ...baseOf(draft), type: 'matrix-dropdown', rows: rowsOf(draft, table.rows), columns };
  },
  write: ({ rows, columns }) => [
    {
      marks: [],
      body: listed(
        rows,
        columns.map(({ label, options }) => ({
          lead: [label, ...options.map((option) => option.label)].join('\t'),
        })),
      ),
    },
  ],
};

type Kind = QuestionOf<'rows'>['columns'][number]['kind'];
const typeOfKind = {
  text: 'text',
  number: 'number',
  phone: 'phone',
  date: 'date',
  choice: 'single',
} as const satisfies Record<Kind, FieldType>;
const kindOfType: Readonly<Partial<Record<FieldType, Kind>>> = {
  text: 'text',
  'long-text': 'text',
  name: 'text',
  number: 'number',
  phone: 'phone',
  date: 'date',
  single: 'choice',
  dropdown: 'choice',
};

/** What a column is meant for, by its name. */
function kindOf(label: string): Kind {
  if (/电话|手机/.test(label)) return 'phone';
  if (/年龄|人数|数量|金额|面积|岁数|周岁/.test(label)) return 'number';
  return /日期/.test(label) ? 'date' : 'text';
}

function rowsColumn(piece: Piece, index: number, { lose }: Draft): QuestionOf<'rows'>['columns'][number] {
  const { label: whole, choices } = cellChoices(piece);
  const spans = markedSpans(whole);
  const label = without(whole, spans);
  let named: Kind | undefined;
  let required = false;
  for (const { inside, marks, rest } of spans) {
    const said = marks.find(({ key }) => key === 'type')?.value;
    const type = typeof said === 'string' ? typeOf(said) : undefined;
    named ??= type && kindOfType[type];
    required ||= marks.some(({ key }) => key === 'required');
    const known = marks.every(({ key }) => key === 'required' || key === 'optional' || key === 'type');
    if (!known || rest.length > 0 || (type && !kindOfType[type])) lose({ line: inside.at, text: inside.raw });
  }
  const kind = choices.length > 0 ? 'choice' : (named ?? kindOf(label.plain));
  return {
    id: columnId(index),
    label: label.raw === '' ? blankLabel : fitting(label, 100, lose),
    kind,
    ...(required && { required }),
    ...(kind === 'choice' && { options: choices.length > 0 ? choiceList(choices, lose) : blankChoices() }),
  };
}

export const rows: TextType<QuestionOf<'rows'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    if (table.listed) for (const { at, raw } of table.rows) draft.lose({ line: at, text: raw });
    const pieces =
      table.listed || table.rows.length === 0 ? table.columns : [...table.head.map(unmarked), ...table.rows];
    const columns = atMost(pieces, 8, draft.lose).map((piece, index) => rowsColumn(piece, index, draft));
    const min = draft.marks.number('least', 1, 30);
    const max = draft.marks.number('most', min ?? 1, 30);
    return {
      ...baseOf(draft),
      type: 'rows',
      columns: columns.length > 0 ? columns : [{ id: columnId(0), label: blankLabel, kind: 'text' }],
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    };
  },
  write: ({ columns, min, max }) => [
    {
      marks: [...when(min, (n) => `最少${n}行`), ...when(max, (n) => `最多${n}行`)],
      body: [
        { lead: '列：' },
        ...columns.map(({ label, kind, required, options = [] }) => {
          const flag = required ? '（必填）' : '';
          const cells = options.map((option) => `\t${option.label}`).join('');
          return cells === ''
            ? line(label, '- ', `${flag}[${labelOf(typeOfKind[kind])}]`)
            : { lead: `- ${label}${flag}${cells}` };
        }),
      ],
    },
  ],
};
