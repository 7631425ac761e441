// Staff correct or void a response, with a reason: the tallies take exactly the difference, and the act is on record.

import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { editResponse, voidResponse } from '../../schema/api/responses.ts';
import { recordWhere } from '../audit/record.ts';
import { type Change, correctionStatements, removalStatements } from '../fill/change.ts';
import { deniedRefusal } from '../fill/denied.ts';
import { compiled } from '../fill/published.ts';
import { taken } from '../fill/taken.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { sensitiveIn } from './masks.ts';
import { mustReadResponse } from './read.ts';
import type { StoredResponse } from './store.ts';

interface Asked {
  campaign: string;
  response: string;
}

function mustStand(row: StoredResponse, rev: number): void {
  if (row.state === 'withdrawn') throw new Refusal('withdrawn');
  if (row.state === 'void') throw new Refusal('voided');
  // What it had added is erased too, so that nothing can be taken out exactly any more.
  if (row.erased_at !== null) throw new Refusal('erased');
  if (row.rev !== rev) throw new Refusal('stale');
}

/** The change with its audit entry in one batch. The entry names the reason and the questions, never the answers. */
async function apply(
  call: StaffCall,
  row: StoredResponse,
  change: Change,
  act: string,
  detail: { reason: string; changed?: readonly string[] },
): Promise<void> {
  const { db, now, actor } = call;
  const [changed] = await db.batch([
    ...change.statements,
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act,
        target: `${row.campaign}/${row.id}`,
        path: row.path,
        detail: { ...detail, rev: row.rev + 1, n: row.seq, unit: row.unit_name, at: row.unit },
      },
      'SELECT 1 FROM response WHERE campaign = ?7 AND id = ?8 AND attempt = ?9',
      [row.campaign, row.id, change.attempt],
    ),
  ]);
  if (changed?.meta.changes !== 1) throw new Refusal('stale');
}

export async function edit(
  call: StaffCall,
  asked: Asked & Body<typeof editResponse>,
): Promise<Output<typeof editResponse>> {
  const row = await mustReadResponse(call.db, asked.campaign, asked.response);
  mustStand(row, asked.rev);
  const form = await compiled(call.db, row.form, row.version);
  const context = { opens: row.opens_at };
  const stored = JSON.parse(row.answers) as Record<string, unknown>;
  // Whoever corrects what they read masked did not mean to take it out.
  const kept = sensitiveIn(form.definition, stored).map(({ id }) => [id, stored[id]]);
  const limits = await compiled(call.db, row.form, row.asks);
  const given = { ...Object.fromEntries(kept), ...asked.answers };
  const { outcome, delta, claims } = taken(form, limits, given, context);
  const change = correctionStatements(
    call.db,
    {
      campaign: row.campaign,
      id: row.id,
      rev: asked.rev,
      answers: JSON.stringify(outcome.answers),
      delta: JSON.stringify(delta),
      at: call.now,
      claims,
    },
    false,
  );
  const same = (id: string) => JSON.stringify(stored[id]) === JSON.stringify(outcome.answers[id]);
  const changed = form.definition.questions.map(({ id }) => id).filter((id) => !same(id));
  try {
    await apply(call, row, change, 'response.edit', { reason: asked.reason, changed });
  } catch (thrown) {
    const stale = thrown instanceof Refusal && thrown.code === 'stale';
    throw (
      (stale &&
        claims &&
        (await deniedRefusal(
          call,
          { asked: form.definition, limits: limits.definition },
          { ...row, claims },
        ))) ||
      thrown
    );
  }
  return { rev: asked.rev + 1, dropped: outcome.dropped };
}

export async function takeOut(call: StaffCall, asked: Asked & Body<typeof voidResponse>): Promise<void> {
  const row = await mustReadResponse(call.db, asked.campaign, asked.response);
  mustStand(row, asked.rev);
  const change = removalStatements(call.db, {
    campaign: row.campaign,
    id: row.id,
    rev: asked.rev,
    at: call.now,
    state: 'void',
  });
  await apply(call, row, change, 'response.void', { reason: asked.reason });
}
