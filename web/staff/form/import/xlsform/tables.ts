// Groups and repeats that are one question of ours: a group of the same choices is a matrix, a repeat of simple questions
// a table that grows.
import { idOfName } from '../../xlsform/names.ts';
import type { Asked } from './asked.ts';
import type { Node, SurveyRow } from './tree.ts';
import { type Made, scaleOf, typeIn } from './types.ts';

/** The id of a part: its name without that of the whole, `lift.r1` in `lift`. */
function partId(name: string, whole: string, taken: ReadonlySet<string>): string {
  return idOfName(name.startsWith(`${whole}.`) ? name.slice(whole.length + 1) : name, taken, 'r');
}

export interface Part {
  row: SurveyRow;
  name: string;
  id: string;
}
export interface Table {
  made: Made;
  /** its rows, with the rows of the sheet that they were */
  parts: Part[];
}
/** Reads a part in the language of the moment. */
type AsPart = (node: Node, id: string) => Asked;

const isTrue = (text: string) => /^(yes|true|true\(\))$/i.test(text);

function partsIn(node: Node): Part[] {
  const whole = node.row.look('name');
  const taken = new Set<string>();
  return node.inside.map(({ row }) => {
    const name = row.look('name');
    const id = partId(name, whole, taken);
    taken.add(id);
    return { row, name, id };
  });
}

/** What is in the table now. */
function takeRead(row: SurveyRow): void {
  for (const head of ['type', 'name'] as const) row.take(head);
  row.takeAs('required', (text) => (/^(yes|no|(true|false)(\(\))?)$/i.test(text) ? text : undefined));
}

/** Nothing stands in these rows that a row of a table cannot have. */
const isPlain = (
  rows: readonly SurveyRow[],
  heads: readonly ('hint' | 'constraint' | 'calculation' | 'relevant')[],
) => rows.every((row) => heads.every((head) => row.look(head) === ''));

/** `copies`: the nodes of the group in the language of the moment */
export function matrixOf(node: Node, asPart: AsPart): Table | undefined {
  const rows = node.inside.map(({ row }) => row);
  const types = rows.map((row) => typeIn(row.look('type')));
  const [first] = types;
  if (!first || !node.row.look('appearance').split(/\s+/).includes('table-list')) return undefined;
  const same = types.every(({ name, list, other }) => name === first.name && list === first.list && !other);
  const fits =
    same &&
    isPlain(rows, ['hint', 'constraint', 'calculation']) &&
    ['select_one', 'select_multiple'].includes(first.name);
  const required = rows.map((row) => isTrue(row.look('required')));
  if (!fits || node.inside.some(({ kind }) => kind !== 'question') || new Set(required).size > 1)
    return undefined;
  const parts = partsIn(node);
  const asked = node.inside.map((one, at) => asPart(one, parts[at]?.id ?? ''));
  const choices = asked[0]?.list(first.list);
  if (!choices || !asked[0]) return undefined;
  const scale =
    first.name === 'select_one' && rows.every((row) => row.look('appearance') === 'likert')
      ? scaleOf(asked[0], choices)
      : undefined;
  const columns = choices.map((choice) => ({ id: choice.id, label: asked[0]?.label(choice) ?? choice.name }));
  const made: Made = {
    type: scale ? 'matrix-scale' : first.name === 'select_one' ? 'matrix-single' : 'matrix-multi',
    rows: asked.map((one) => ({ id: one.id, label: one.text('label', 200) ?? one.id })),
    ...(scale ?? { columns }),
    ...(required[0] && { required: true }),
  };
  for (const row of rows) {
    takeRead(row);
    if (scale) row.take('appearance');
  }
  return { made, parts };
}

const cellKinds: Readonly<Record<string, string>> = {
  text: 'text',
  string: 'text',
  integer: 'number',
  int: 'number',
  decimal: 'number',
  date: 'date',
  select_one: 'choice',
};

export function growingOf(node: Node, asPart: AsPart): Table | undefined {
  const rows = node.inside.map(({ row }) => row);
  const types = rows.map((row) => typeIn(row.look('type')));
  const simple =
    node.inside.every(({ kind }) => kind === 'question') && isPlain(rows, ['relevant', 'calculation']);
  if (!simple || rows.length === 0 || rows.length > 8) return undefined;
  const parts = partsIn(node);
  const columns = node.inside.map((one, at) => {
    const type = types[at];
    const kind = cellKinds[type?.name ?? ''];
    const asked = asPart(one, parts[at]?.id ?? '');
    const choices = kind === 'choice' ? asked.list(type?.list ?? '') : undefined;
    if (kind === undefined || type?.other || (kind === 'choice' && !choices)) return undefined;
    return {
      id: asked.id,
      label: asked.text('label', 100) ?? asked.id,
      kind,
      ...(isTrue(one.row.look('required')) && { required: true }),
      ...(choices && { options: choices.map((choice) => ({ id: choice.id, label: asked.label(choice) })) }),
    };
  });
  if (columns.some((column) => column === undefined)) return undefined;
  for (const row of rows) {
    takeRead(row);
  }
  return { made: { type: 'rows', columns }, parts: [] };
}
