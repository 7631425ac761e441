// An Excel file of a run's answers, made in the browser from the stream of lines: one sheet with the
// answers in words, for people; programs take the codes of the CSV.
import bytesOf from '../../../node_modules/write-excel-file/modules/export/convertFileContentToUint8ArrayUniversal.js';
import { generateXlsxFileSync } from '../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';
import type { Campaign } from '../../../schema/api/campaigns.ts';
import { getVersion } from '../../../schema/api/forms.ts';
import { listResponses } from '../../../schema/api/responses.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { plainForm } from '../../../schema/logic/plain.ts';
import { call } from '../../ui/call.ts';
import { ApiProblem, isProblem } from '../../ui/problem.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { type Cell, columnsOf, headOf, isRecord, rowOf } from './excel-table.ts';
import { excelWord } from './excel-words.ts';

/** A sheet has 1,048,576 rows; long before that the browser runs out of room. */
export const rowsMost = 100_000;

/** Answers in words, columns by question in the order of their first appearance. Undefined when there are too many. */
export async function excelFile(
  run: Campaign,
  unit: string,
  address: string,
  onProgress: (done: number) => void,
): Promise<Blob | undefined> {
  const versions = await versionsOf(run, unit);
  const columns = columnsOf([...versions.values()]);
  const rows: Cell[][] = [headOf(columns)];
  for await (const line of linesOf(address)) {
    if (rows.length > rowsMost) return undefined;
    rows.push(rowOf(line, versions, columns));
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

/** The form may belong to a branch above, whose forms are not the reader's: then the newest version names them all. */
async function versionsOf(run: Campaign, unit: string): Promise<ReadonlyMap<number, Definition>> {
  try {
    return await everyVersion(run);
  } catch (thrown) {
    if (!isProblem(thrown, 'not-found') && !isProblem(thrown, 'forbidden')) throw thrown;
    const { definition } = await call(listResponses, {
      params: { campaign: run.id, unit },
      query: { most: 1 },
    });
    return new Map(Array.from({ length: run.version }, (_, index) => [index + 1, plainForm(definition)]));
  }
}

async function everyVersion(run: Campaign): Promise<ReadonlyMap<number, Definition>> {
  const numbers = Array.from({ length: run.version }, (_, index) => index + 1);
  const read = numbers.map((number) => call(getVersion, { params: { form: run.form, number } }));
  return new Map((await Promise.all(read)).map((version) => [version.number, plainForm(version.definition)]));
}

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
