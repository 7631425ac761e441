// The entries of a roll as lines, read a few thousand at a time: what is hashed, and what is taken out as a file.
import { createHash } from 'node:crypto';
import type { Query } from '../../schema/api/endpoint.ts';
import type { exportRoll as contract } from '../../schema/api/rolls.ts';
import { csvLine } from '../../schema/csv.ts';
import { placeDay } from '../../schema/day.ts';
import { showArea } from '../../schema/rolls/area.ts';
import { frozenLine } from '../../schema/rolls/canonical.ts';
import { record } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { type EntryListed, entriesFrom, readRoll, wholeRoll } from './store.ts';

const page = 4_000;

const ndjson = (row: EntryListed) => frozenLine({ ...row, developer: row.developer === 1 });

/** Lines of entries that stand, in the order of path, position and id. */
async function* linesOf(
  db: D1Database,
  roll: string,
  line: (row: EntryListed) => string = ndjson,
): AsyncGenerator<string[]> {
  for (let { after } = wholeRoll; ; ) {
    const read = entriesFrom(db, roll, { ...wholeRoll, after }, { most: page });
    const { results } = await read.all<EntryListed>();
    yield results.filter((row) => row.struck_at === null).map(line);
    const last = results.at(-1);
    if (!last || results.length < page) return;
    after = last;
  }
}

/** The check code of a roll (schema/rolls/canonical.ts). */
export async function checkCodeOf(db: D1Database, roll: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const lines of linesOf(db, roll)) hash.update(lines.join(''));
  return hash.digest('hex');
}

const heads = [
  'code',
  'building',
  'stairwell',
  'floor',
  'door',
  'name',
  'area',
  'owner',
  'holding',
  'developer',
];
const csv = (row: EntryListed) =>
  csvLine([
    row.unit_code,
    row.unit_name,
    row.stairwell,
    row.floor ?? '',
    row.door,
    row.name,
    row.area === null ? '' : showArea(row.area),
    row.owner,
    row.holding,
    row.developer,
  ]);

/** Taking names out of the house is an act, and on record before the first byte leaves. */
export async function exportRoll(
  { db, now, actor }: StaffCall,
  id: string,
  { format }: Query<typeof contract>,
): Promise<Response> {
  const { title, path, version } = await readRoll(db, id);
  const detail = { title, format, version };
  await record(db, { at: now, actor: actor.id, act: 'roll.export', target: id, path, detail }).run();
  const encoder = new TextEncoder();
  const lines = linesOf(db, id, format === 'csv' ? csv : ndjson);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (format === 'csv') controller.enqueue(encoder.encode(`\uFEFF${csvLine(heads)}`));
    },
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.join('')));
    },
  });
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="linli-roll-${version}-${placeDay(now)}.${format}"`,
    },
  });
}
