// Answers of a branch, all or those of a filter, as a file: streamed page by page in the order of the index, bounded by
// what stood at the start, so that memory does not grow with n and later arrivals do not tear the file.
import type { Query } from '../../schema/api/endpoint.ts';
import type { exportResponses as contract } from '../../schema/api/responses.ts';
import { csvLine } from '../../schema/csv.ts';
import { placeTime } from '../../schema/day.ts';
import { record } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { masked } from '../responses/masks.ts';
import { sieveOf } from '../responses/sieve.ts';
import { type Found, pageOfBranch, type StoredResponse, versionsOf } from '../responses/store.ts';
import { cellsOf, columnsOf } from './columns.ts';

/** Responses a page: one D1 call, a few hundred kilobytes. */
const page = 500;
const fixed = [
  'number',
  'response',
  'unit',
  'unit_above',
  'unit_name',
  'version',
  'channel',
  'state',
  'at',
  'changed_at',
] as const;
/** In a CSV they stand beside question ids, none of which begins with `_`. */
const fixedColumns = fixed.map((name) => `_${name}`);

const about = (row: StoredResponse) => [
  row.seq,
  row.id,
  row.unit,
  row.unit_above,
  row.unit_name,
  row.version,
  row.grp,
  row.state,
  placeTime(row.at),
  row.changed_at === null ? '' : placeTime(row.changed_at),
];

export async function exportBranch(
  call: StaffCall,
  { campaign, unit, format, whole, ...filter }: { campaign: string; unit: string } & Query<typeof contract>,
): Promise<Response> {
  const { db, now, actor } = call;
  const sieve = await sieveOf(db, campaign, filter);
  const versions = new Map(
    (await versionsOf(db, campaign)).map(({ number, definition }) => [number, definition]),
  );
  const columns = columnsOf([...versions.values()]);
  const [bound] = await db.batch<{ seq: number; path: string }>([
    db
      .prepare(
        'SELECT coalesce((SELECT max(seq) FROM response), 0) AS seq, path FROM campaign_unit WHERE campaign = ?1 AND unit = ?2',
      )
      .bind(campaign, unit),
  ]);
  const start = bound?.results[0];
  // Taking answers out of the house is an act, and on record before the first byte leaves.
  await record(db, {
    at: now,
    actor: actor.id,
    act: 'response.export',
    target: campaign,
    path: start?.path ?? '/',
    detail: { format, unit, ...(whole && { whole: true }), ...(sieve && { part: true }) },
  }).run();

  const answersOf = (row: StoredResponse) => {
    const answers = JSON.parse(row.answers) as Record<string, unknown>;
    const definition = versions.get(row.version);
    return whole || !definition ? { answers, masks: {} } : masked(definition, answers);
  };
  const csv = (row: StoredResponse) => {
    const definition = versions.get(row.version);
    const { answers, masks } = answersOf(row);
    const cells = definition ? cellsOf(definition, answers, masks) : new Map();
    return csvLine([...about(row), ...columns.map((column) => cells.get(column.name) ?? '')]);
  };
  const ndjson = (row: StoredResponse) =>
    `${JSON.stringify({
      ...Object.fromEntries(about(row).map((value, index) => [fixed[index] ?? '', value])),
      ...answersOf(row),
    })}\n`;
  const line = format === 'csv' ? csv : ndjson;
  const encoder = new TextEncoder();
  let next: number | null = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (format === 'csv')
        controller.enqueue(
          encoder.encode(`\uFEFF${csvLine([...fixedColumns, ...columns.map((column) => column.name)])}`),
        );
    },
    async pull(controller) {
      // Whoever waits is asked for no second time: it goes on until something is found.
      for (let lines = ''; lines === '' && next !== null; ) {
        const found: Found = await pageOfBranch(db, {
          campaign,
          unit,
          after: next,
          limit: page,
          bound: start?.seq ?? 0,
          sieve,
        });
        next = found.next;
        lines = found.rows.map(line).join('');
        if (lines !== '') controller.enqueue(encoder.encode(lines));
      }
      if (next === null) controller.close();
    },
  });
  const day = placeTime(now).slice(0, 10);
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="linli-${campaign}-${day}${sieve ? '-part' : ''}.${format}"`,
    },
  });
}
