// Responses as the contract shows them to those who may read answers.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import {
  type getResponse,
  type listComments,
  type listResponses,
  pageMost,
  type ResponseRow,
  type revealResponse,
} from '../../schema/api/responses.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import { compiled } from '../fill/published.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { masked, recordReveal } from './masks.ts';
import { sieveOf } from './sieve.ts';
import {
  actsOn,
  pageOfBranch,
  readBranch,
  readResponse,
  type StoredResponse,
  sieveFrom,
  versionsOf,
} from './store.ts';

interface At {
  campaign: string;
  unit: string;
}

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

export async function listBranch(
  { db }: Call,
  { campaign, unit, order, after, before, most = pageMost, ...filter }: At & Query<typeof listResponses>,
): Promise<Output<typeof listResponses>> {
  const sieve = await sieveOf(db, campaign, filter);
  const branch = await readBranch(db, campaign, unit);
  if (!branch) throw new Refusal('not-found');
  const asked = { campaign, unit, order, whole: branch.whole === 1, after, before, limit: most, sieve };
  const { rows, ...found } = await pageOfBranch(db, asked);
  return {
    responses: await Promise.all(rows.map((one) => present(db, one))),
    ...found,
    branch: { unit: { id: unit, kind: branch.kind, name: branch.name }, n: branch.n },
    definition: (await compiled(db, branch.form, branch.version)).definition,
  };
}

export async function oneResponse(
  { db }: Call,
  campaign: string,
  id: string,
): Promise<Output<typeof getResponse>> {
  const row = await mustReadResponse(db, campaign, id);
  const { definition } = await compiled(db, row.form, row.version);
  const acts = (await actsOn(db, row)).map(({ detail, ...act }) => {
    const { reason, changed } = JSON.parse(detail) as { reason?: string; changed?: string[] };
    return { ...act, reason, changed };
  });
  return { response: await present(db, row), acts, definition, opensAt: row.opens_at };
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

/** Whether the form asks for words there: an option's id is a text too, and no comment. All versions agree on it. */
async function asksWords(db: D1Database, campaign: string, id: string): Promise<boolean> {
  const versions = await versionsOf(db, campaign);
  return versions
    .flatMap(({ definition }) => definition.questions)
    .some((question) => question.id === id && fieldOf(question).free);
}

export async function comments(
  { db }: Call,
  { question, ...asked }: At & Query<typeof listComments>,
): Promise<Output<typeof listComments>> {
  if (!(await asksWords(db, asked.campaign, question))) return { comments: [], next: null };
  const sieve = {
    sql: `r.state = 'accepted' AND json_type(r.answers, ?${sieveFrom}) = 'text'`,
    values: [`$."${question}"`],
  };
  const { rows, next } = await pageOfBranch(db, { ...asked, limit: pageMost, sieve });
  return {
    comments: rows.map((row) => ({
      seq: row.seq,
      response: row.id,
      unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
      at: row.at,
      text: String((JSON.parse(row.answers) as Record<string, unknown>)[question]),
    })),
    next,
  };
}
