// The lines of the Excel file: what stands at the head of each column, and the cells of a response in words.
import type { FileColumn } from '../../../schema/fields/field.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { language } from '../../ui/words/language.ts';
import { excelWord } from './excel-words.ts';

export type Cell = { value: string | number; fontWeight?: 'bold' } | null;

/** A column of a question: none of another has the same label. */
export interface Column {
  question: string;
  suffix: string;
  label: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const about = ['number', 'unit', 'above', 'version', 'channel', 'state', 'at'] as const;

/** By question, in the order of their first appearance. */
export function columnsOf(definitions: readonly Definition[]): Column[] {
  const columns = new Map<string, Column>();
  const taken = new Set<string>(about.map((key) => excelWord(key)));
  for (const question of definitions.flatMap((definition) => definition.questions))
    for (const column of fieldOf(question).columns(inTongue(question))) {
      const { suffix, code } = column;
      const key = `${question.id}.${suffix}`;
      if (code || columns.has(key)) continue;
      columns.set(key, { question: question.id, suffix, label: unlike(labelOf(question, column), taken) });
    }
  return [...columns.values()];
}

/** The words that a type brings along are those of the reader, as the head of the file is. */
const inTongue = (question: Question): Question => ({ ...question, spoken: language() });

/** A label of one of several columns begins with the title of its question. */
function labelOf({ title }: Question, { label }: FileColumn): string {
  const part = label.startsWith(title) ? label.slice(title.length).trim() : label;
  return part === '' ? title : `${title} · ${part}`;
}

/** Two questions, or two rows, may have the same words: the later ones are numbered. */
function unlike(label: string, taken: Set<string>): string {
  let own = label;
  for (let n = 2; taken.has(own); n++) own = `${label} (${n})`;
  taken.add(own);
  return own;
}

export const headOf = (columns: readonly Column[]): Cell[] =>
  [...about.map((key) => excelWord(key)), ...columns.map(({ label }) => label)].map((value) => ({
    value,
    fontWeight: 'bold',
  }));

/** `line`: a response as the stream of lines tells it. */
export function rowOf(
  line: Record<string, unknown>,
  versions: ReadonlyMap<number, Definition>,
  columns: readonly Column[],
): Cell[] {
  const definition = versions.get(Number(line.version));
  const answers = isRecord(line.answers) ? line.answers : {};
  const masks = isRecord(line.masks) ? line.masks : {};
  const cells = new Map<string, unknown>();
  for (const question of definition?.questions ?? []) {
    const { id } = question;
    const own = fieldOf(question).columns(question);
    const first = own.find(({ code }) => !code);
    if (first && Object.hasOwn(masks, id)) cells.set(`${id}.${first.suffix}`, masks[id]);
    else if (Object.hasOwn(answers, id))
      for (const [suffix, cell] of inWords(inTongue(question), answers[id], own))
        cells.set(`${id}.${suffix}`, cell);
  }
  return [
    line.number,
    line.unit_name,
    line.unit_above,
    line.version,
    channelWord(String(line.channel ?? '')),
    stateWord(line.state),
    line.at,
    ...columns.map(({ question, suffix }) => cells.get(`${question}.${suffix}`)),
  ].map(plain);
}

/** The cells of an answer by the suffixes of their columns. */
function inWords(
  question: Question,
  answer: unknown,
  columns: readonly FileColumn[],
): (readonly [suffix: string, cell: string | number])[] {
  const field = fieldOf(question);
  const said = field.cellsInWords?.(answer, question);
  const cells = said ?? field.cells(answer, question);
  return columns.map(({ suffix }, index) => {
    const cell = cells[index] ?? '';
    if (said || typeof cell === 'number') return [suffix, cell];
    const alone = columns.length === 1 && field.words(answer, question);
    return [suffix, byLabels(question, suffix, cell, alone || cell)];
  });
}

/** Ids of chosen answers as their labels; words that residents wrote stay as they are, and so does what has no ids. */
function byLabels(question: Question, suffix: string, cell: string, otherwise: string): string {
  const keys = fieldOf(question)
    .items(question)
    .find(({ row }) => row === suffix)?.keys;
  const label = (id: string) => keys?.find(({ key }) => key === id || key === `${suffix}:${id}`)?.label;
  const labels = cell.split(';').map(label);
  return labels.every((one) => one !== undefined) ? labels.join(signBetween(keys ?? [])) : otherwise;
}

/** None of the labels contains it, so that a list of them can be taken apart again. */
const signBetween = (keys: readonly { label: string }[]): string =>
  ['、', '；', ' / ', ' | '].find((sign) => keys.every(({ label }) => !label.includes(sign))) ?? '\n';

const plain = (value: unknown): Cell => {
  if (typeof value === 'number') return { value };
  return typeof value === 'string' && value !== '' ? { value } : null;
};

const stateWord = (state: unknown) => {
  if (state === 'void') return excelWord('void');
  return state === 'withdrawn' ? excelWord('withdrawn') : excelWord('accepted');
};
