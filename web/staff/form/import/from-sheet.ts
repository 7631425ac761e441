// A sheet of questions, one a row, as a form. A cell that found no place is told by its row and column.
import { questionTextMax } from '../../../../schema/fields/field.ts';
import type { FieldType } from '../../../../schema/fields/registry.ts';
import { fieldOf, fieldTypes } from '../../../../schema/fields/registry.ts';
import type { Question } from '../../../../schema/fields/shapes.ts';
import { formTextMax, questionsMax } from '../../../../schema/form/definition.ts';
import type { Reading, Unplaced } from '../../../../schema/form/reading.ts';
import { typeOf } from '../../../../schema/form/text/labels.ts';
import { questionShape } from '../question-shape.ts';
import { type Head, headOf, yesOrNo } from './sheet/heads.ts';
import { idOf, Lists, numbered, optionsOf, partsOf } from './sheet/lists.ts';
import { cellsIn, type PlacedRow, placedRows } from './sheet/placed.ts';
import { types } from './sheet/types.ts';
import { Unreadable } from './unreadable.ts';
import type { Sheet } from './workbook.ts';

const questionSheet = /^(题目|问卷|题库|questions?)$/i;
const optionSheet = /^(选项|options|choices)$/i;
/** The list of types that the empty sheet brings along. */
const typeSheet = /^(题型|types)$/i;

const headRowOf = (rows: readonly (readonly string[])[]) =>
  rows.findIndex((row) => row.some((text) => headOf(text) === 'title'));

/** `name`: the title of a form whose sheet has none above its heads. @throws Unreadable */
export function fromSheet(sheets: readonly Sheet[], name: string): Reading {
  const headed = sheets.filter(({ rows }) => headRowOf(rows) >= 0);
  const sheet = headed.find((one) => questionSheet.test(one.name)) ?? headed[0];
  if (!sheet) throw new Unreadable('no-heads');
  const listed = sheets.find((one) => one !== sheet && optionSheet.test(one.name));
  const lists = new Lists(listed ?? { name: '', rows: [] });
  const headRow = headRowOf(sheet.rows);
  const [title = name, ...more] = sheet.rows.slice(0, headRow).flatMap((row) => {
    const text = row.filter((cell) => cell !== '').join(' ');
    return text === '' ? [] : [text];
  });
  const intro = more.join('\n');
  const unplaced: Unplaced[] = [];
  const questions: Question[] = [];
  const taken = new Set<string>();
  for (const row of placedRows(sheet.rows, headRow, headOf)) {
    if (row.isBlank) continue;
    const question = questions.length < questionsMax ? questionOf(row, lists, taken) : undefined;
    if (question) {
      taken.add(question.id);
      questions.push(question);
    }
    unplaced.push(...row.left());
  }
  const others = sheets.filter((one) => one !== sheet && one !== listed && !typeSheet.test(one.name));
  return {
    definition: {
      title: title.slice(0, formTextMax.title),
      ...(intro !== '' && { intro: intro.slice(0, formTextMax.intro) }),
      layout: 'steps',
      questions,
    },
    unplaced: [
      ...(title.length > formTextMax.title ? [{ line: 1, text: title }] : []),
      ...(intro.length > formTextMax.intro ? [{ line: 2, text: intro }] : []),
      ...unplaced,
      ...lists.left(),
      ...others.flatMap((one) => cellsIn(one.rows, one.name)),
    ],
  };
}

/** By one of its names, in any brackets, or by what it is called in files. */
function typeNamed(text: string): FieldType | undefined {
  const name = text
    .normalize('NFKC')
    .replace(/[[\]【】()\s]/g, '')
    .toLowerCase();
  return fieldTypes.find((type) => type === name) ?? typeOf(name);
}

/** What a row asks that does not say its type. */
function guessed(row: PlacedRow<Head>, title: string): FieldType {
  if (row.has('rows')) return 'matrix-single';
  if (row.has('options'))
    return row.has('max') || row.has('min') || /多选|哪些/.test(title) ? 'multi' : 'single';
  if (/^([一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分)/.test(title)) return 'note';
  return /_{2,}/.test(title) ? 'gap-fill' : 'text';
}

function questionOf(row: PlacedRow<Head>, lists: Lists, taken: ReadonlySet<string>): Question | undefined {
  if (row.look('title') === '') return undefined;
  const free = (text: string) => {
    const id = idOf(text);
    return id !== undefined && /^[a-z]/.test(id) && !taken.has(id) ? id : undefined;
  };
  const id = row.takeAs('id', free) ?? numbered('q', taken);
  // A plain number is the question's place, which its row is already.
  row.takeAs('id', (text) => (/^\d+[.、]?$/.test(text) ? text : undefined));
  const asWritten = row.attempt(() => {
    const type = row.takeAs('type', typeNamed) ?? guessed(row, row.look('title'));
    return madeAs(type, id, row, lists);
  });
  if (asWritten) return asWritten;
  // What it was to be stays in the row, and is told.
  const type = typeNamed(row.look('type')) ?? 'text';
  const title = row.look('title').slice(0, questionTextMax.title);
  if (title === row.look('title')) row.take('title');
  return { id, type: fieldOf({ type }).asks ? 'text' : 'note', title };
}

const starred = /^\s*[*＊]\s*/;
const optional = /\s*[（(]选填[）)]\s*$/;

function madeAs(type: FieldType, id: string, row: PlacedRow<Head>, lists: Lists): Question | undefined {
  const written = row.take('title') ?? '';
  const title = written.replace(starred, '').replace(optional, '') || written;
  const field = fieldOf({ type });
  const settings = types[type]({
    id,
    title,
    row,
    options() {
      const listed = lists.take(row.look('options'));
      const cells = row.takeAll('options');
      return listed ? [...listed] : optionsOf(partsOf(cells));
    },
    lines: (head) =>
      partsOf(row.takeAll(head)).map((label, at) => ({ id: `${head.charAt(0)}${at + 1}`, label })),
  });
  if (!settings) return undefined;
  const hint = row.take('hint');
  const required =
    row.takeAs('required', yesOrNo) ??
    (starred.test(written) || (!optional.test(written) && !field.personal));
  const parsed = questionShape().safeParse({
    id,
    type,
    title,
    ...(hint !== undefined && { hint }),
    ...(required && field.asks && { required }),
    ...settings,
  });
  return parsed.success ? parsed.data : undefined;
}
