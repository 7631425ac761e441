// An Excel file of a run's answers, made in the browser from the stream of lines: one sheet with the
// answers in words, for people; programs take the codes of the CSV.
import bytesOf from '../../../node_modules/write-excel-file/modules/export/convertFileContentToUint8ArrayUniversal.js';
import { generateXlsxFileSync } from '../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';
import type { Campaign } from '../../../schema/api/campaigns.ts';
import { getVersion } from '../../../schema/api/forms.ts';
import { listResponses } from '../../../schema/api/responses.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { plainForm } from '../../../schema/logic/plain.ts';
import { call } from '../../ui/call.ts';
import { ApiProblem, isProblem } from '../../ui/problem.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { excelWord } from './excel-words.ts';

/** A sheet has 1,048,576 rows; long before that the browser runs out of room. */
export const rowsMost = 100_000;

type Cell = { value: string | number; fontWeight?: 'bold' } | null;
interface Column {
  question: string;
  index: number;
  suffix: string;
  label: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers in words, columns by question in the order of their first appearance. Undefined when there are too many. */
export async function excelFile(
  run: Campaign,
  unit: string,
  address: string,
  onProgress: (done: number) => void,
): Promise<Blob | undefined> {
  const versions = await versionsOf(run, unit);
  const columns = columnsOf([...versions.values()]);
  const head: Cell[] = [
    ...(['number', 'unit', 'version', 'channel', 'state', 'at'] as const).map((key) => bold(excelWord(key))),
    ...columns.map((column) => bold(column.label)),
  ];
  const rows: Cell[][] = [head];
  for await (const line of linesOf(address)) {
    if (rows.length > rowsMost) return undefined;
    rows.push(rowOf(line, rows.length, versions, columns));
    if (rows.length % 200 === 0) onProgress(rows.length);
  }
  onProgress(Math.max(run.accepted, rows.length));
  // Lets the page say that it is writing before the writing takes the processor.
  await new Promise((resolve) => setTimeout(resolve, 30));
  return await generateXlsxFileSync(
    rows,
    { sheet: excelWord('sheet'), stickyRowsCount: 1 },
    undefined,
    bytesOf,
  );
}

const bold = (value: string): Cell => ({ value, fontWeight: 'bold' });
const plain = (value: unknown): Cell => {
  if (typeof value === 'number') return { value };
  return typeof value === 'string' && value !== '' ? { value } : null;
};

/** The form may belong to a branch above, whose forms are not the reader's: then the newest version names them all. */
async function versionsOf(run: Campaign, unit: string): Promise<ReadonlyMap<number, Definition>> {
  try {
    return await everyVersion(run);
  } catch (thrown) {
    if (!isProblem(thrown, 'not-found') && !isProblem(thrown, 'forbidden')) throw thrown;
    const { definition } = await call(listResponses, { params: { campaign: run.id, unit } });
    return new Map(Array.from({ length: run.version }, (_, index) => [index + 1, plainForm(definition)]));
  }
}

async function everyVersion(run: Campaign): Promise<ReadonlyMap<number, Definition>> {
  const numbers = Array.from({ length: run.version }, (_, index) => index + 1);
  const read = numbers.map((number) => call(getVersion, { params: { form: run.form, number } }));
  return new Map((await Promise.all(read)).map((version) => [version.number, plainForm(version.definition)]));
}

function columnsOf(definitions: readonly Definition[]): Column[] {
  const columns = new Map<string, Column>();
  for (const question of definitions.flatMap((definition) => definition.questions)) {
    const own = fieldOf(question).columns(question);
    own.forEach(({ suffix, label }, index) => {
      // A label of one of several columns begins with the title of its question.
      const part = label.startsWith(question.title) ? label.slice(question.title.length).trim() : label;
      const title = part === '' ? question.title : `${question.title} · ${part}`;
      columns.set(`${question.id}.${suffix}`, { question: question.id, index, suffix, label: title });
    });
  }
  return [...columns.values()];
}

function rowOf(
  line: Record<string, unknown>,
  number: number,
  versions: ReadonlyMap<number, Definition>,
  columns: readonly Column[],
): Cell[] {
  const definition = versions.get(Number(line.version));
  const answers = isRecord(line.answers) ? line.answers : {};
  const masks = isRecord(line.masks) ? line.masks : {};
  return [
    plain(number),
    plain(line.unit_name),
    plain(line.version),
    plain(channelWord(String(line.channel ?? ''))),
    plain(stateWord(line.state)),
    plain(line.at),
    ...columns.map(({ question: id, index, suffix }) => {
      const question = definition?.questions.find((one) => one.id === id);
      if (question && index === 0 && Object.hasOwn(masks, id)) return plain(masks[id]);
      if (!question || !Object.hasOwn(answers, id)) return null;
      const field = fieldOf(question);
      // One column: in words. Several (a table, words beside a choice): each column its own cell.
      const single = field.columns(question).length === 1;
      const cells = field.cells(answers[id], question);
      const value = cells[index];
      if (typeof value === 'number') return plain(value);
      return plain(single ? field.words(answers[id], question) : inWords(question, suffix, value));
    }),
  ];
}

/** Ids of chosen answers as their labels; words that residents wrote stay as they are. */
function inWords(question: Question, suffix: string, cell: string | undefined): string {
  const keys = fieldOf(question)
    .items(question)
    .find(({ row }) => row === suffix)?.keys;
  const label = (id: string) => keys?.find(({ key }) => key === id || key === `${suffix}:${id}`)?.label;
  const labels = (cell ?? '').split(';').map(label);
  return labels.every((one) => one !== undefined) ? labels.join('、') : (cell ?? '');
}

const stateWord = (state: unknown) => {
  if (state === 'void') return excelWord('void');
  return state === 'withdrawn' ? excelWord('withdrawn') : excelWord('accepted');
};

/** Lines of a stream as they arrive. @throws ApiProblem when the stream is refused or breaks off */
async function* linesOf(address: string): AsyncGenerator<Record<string, unknown>> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok || !response.body)
    throw new ApiProblem('unavailable', response.status, ui('unreadable'), {});
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      if (line === '') continue;
      const parsed: unknown = JSON.parse(line);
      if (isRecord(parsed)) yield parsed;
    }
    if (done) return;
  }
}
