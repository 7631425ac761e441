// Responses as the contract shows them to those who may read answers.
import type { Output } from '../../schema/api/endpoint.ts';
import type {
  getResponse,
  listComments,
  listResponses,
  ResponseRow,
  revealResponse,
} from '../../schema/api/responses.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import { compiled } from '../fill/published.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { masked, recordReveal } from './masks.ts';
import { pageOfBranch, readResponse, type StoredResponse } from './store.ts';

const page = 50;
/** Comments are looked for in at most this many responses a request; the reader asks on for more. */
const scanned = 2000;

/** A response as it is listed: what is sensitive is masked. */
export async function present(db: D1Database, row: StoredResponse): Promise<ResponseRow> {
  const { definition } = await compiled(db, row.form, row.version);
  return {
    seq: row.seq,
    id: row.id,
    unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
    version: row.version,
    channel: row.grp,
    state: row.state,
    at: row.at,
    changedAt: row.changed_at,
    erased: row.erased_at !== null,
    rev: row.rev,
    ...masked(definition, JSON.parse(row.answers) as Record<string, unknown>),
  };
}

/** @throws Refusal not-found */
export async function mustReadResponse(
  db: D1Database,
  campaign: string,
  id: string,
): Promise<StoredResponse> {
  const row = await readResponse(db, campaign, id);
  if (!row) throw new Refusal('not-found');
  return row;
}

async function currentDefinition(db: D1Database, campaign: string) {
  const run = await db
    .prepare('SELECT form, version FROM campaign WHERE id = ?1')
    .bind(campaign)
    .first<{ form: string; version: number }>();
  if (!run) throw new Refusal('not-found');
  return (await compiled(db, run.form, run.version)).definition;
}

export async function listBranch(
  { db }: Call,
  asked: { campaign: string; unit: string; after?: number | undefined },
): Promise<Output<typeof listResponses>> {
  const rows = await pageOfBranch(db, { ...asked, after: asked.after ?? 0, limit: page + 1 });
  const last = rows.length > page ? rows[page - 1] : undefined;
  return {
    responses: await Promise.all(rows.slice(0, page).map((one) => present(db, one))),
    next: last?.seq ?? null,
    definition: await currentDefinition(db, asked.campaign),
  };
}

export async function oneResponse(
  { db }: Call,
  campaign: string,
  id: string,
): Promise<Output<typeof getResponse>> {
  const row = await mustReadResponse(db, campaign, id);
  const { definition } = await compiled(db, row.form, row.version);
  return { response: await present(db, row), definition, opensAt: row.opens_at };
}

/** The whole of a response, which goes on record before it is read. */
export async function reveal(
  call: StaffCall,
  campaign: string,
  id: string,
): Promise<Output<typeof revealResponse>> {
  const row = await mustReadResponse(call.db, campaign, id);
  await recordReveal(call, row).run();
  return { answers: JSON.parse(row.answers) as Record<string, unknown> };
}

/** Whether the version that was answered asks for words there: an option's id is a text too, and no comment. */
async function isFreeText(db: D1Database, row: StoredResponse, id: string): Promise<boolean> {
  const { definition } = await compiled(db, row.form, row.version);
  const question = definition.questions.find((one) => one.id === id);
  return question !== undefined && fieldOf(question).free === true;
}

export async function comments(
  { db }: Call,
  asked: { campaign: string; unit: string; question: string; after?: number | undefined },
): Promise<Output<typeof listComments>> {
  const rows = await pageOfBranch(db, { ...asked, after: asked.after ?? 0, limit: scanned });
  const found: Output<typeof listComments>['comments'] = [];
  let read = asked.after ?? 0;
  for (const row of rows) {
    read = row.seq;
    const text: unknown = (JSON.parse(row.answers) as Record<string, unknown>)[asked.question];
    if (row.state !== 'accepted' || typeof text !== 'string') continue;
    if (!(await isFreeText(db, row, asked.question))) continue;
    found.push({
      seq: row.seq,
      response: row.id,
      unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
      at: row.at,
      text,
    });
    if (found.length === page) break;
  }
  const whole = rows.length < scanned && found.length < page;
  return { comments: found, next: whole ? null : read };
}
