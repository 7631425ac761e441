// Whoever holds a receipt number sees, corrects and withdraws that response until its campaign closes.
import type { Output } from '../../schema/api/endpoint.ts';
import type {
  correctReceipt as correctContract,
  ReceiptView,
  viewReceipt as viewContract,
} from '../../schema/api/fill.ts';
import { offering } from '../../schema/form/localize.ts';
import { normalizeCode, showCode } from '../../schema/ids.ts';
import { sweepFiles } from '../files/sweep.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { correctionStatements, removalStatements } from './change.ts';
import { deniedRefusal } from './denied.ts';
import { type CampaignRow, campaignSelect, factsOf, phaseOf } from './facts.ts';
import { compiled, tonguesIn } from './published.ts';
import { taken } from './taken.ts';

interface ResponseRow {
  campaign: string;
  id: string;
  version: number;
  unit: string;
  state: ReceiptView['state'];
  rev: number;
  receipt: string;
  answers: string;
  at: number;
  changed_at: number | null;
  erased_at: number | null;
  unit_name: string;
  unit_kind: string;
}

/** @throws Refusal receipt-unknown */
async function read(call: Call, receipt: string): Promise<{ response: ResponseRow; campaign: CampaignRow }> {
  const code = normalizeCode(receipt);
  const [responses, campaigns] = await call.db.batch<unknown>([
    call.db
      .prepare(
        `SELECT r.campaign, r.id, r.version, r.unit, r.state, r.rev, r.receipt, r.answers, r.at, r.changed_at, r.erased_at,
           t.name AS unit_name, t.kind AS unit_kind
         FROM response r JOIN campaign_unit t ON t.campaign = r.campaign AND t.unit = r.unit WHERE r.receipt = ?1`,
      )
      .bind(code),
    call.db
      .prepare(`${campaignSelect} WHERE c.id = (SELECT campaign FROM response WHERE receipt = ?1)`)
      .bind(code),
  ]);
  const response = responses?.results[0] as ResponseRow | undefined;
  const campaign = campaigns?.results[0] as CampaignRow | undefined;
  if (!response || !campaign) throw new Refusal('receipt-unknown');
  return { response, campaign };
}

export async function viewReceipt(
  call: Call,
  asked: { receipt: string },
): Promise<Output<typeof viewContract>> {
  const { response, campaign } = await read(call, asked.receipt);
  const { definition } = await compiled(call.db, campaign.form, response.version);
  const facts = factsOf(campaign, definition, call.now);
  return {
    receipt: showCode(response.receipt),
    response: response.id,
    facts,
    unit: { id: response.unit, kind: response.unit_kind, name: response.unit_name },
    definition: offering(definition, tonguesIn(campaign.tongues)),
    answers: JSON.parse(response.answers) as Record<string, unknown>,
    at: response.at,
    changedAt: response.changed_at,
    state: response.state,
    erased: response.erased_at !== null,
    rev: response.rev,
    mayChange: response.state === 'accepted' && response.erased_at === null && facts.phase === 'open',
  };
}

/** @throws Refusal when this response can no longer be changed by its holder */
function mustBeChangeable(
  { response, campaign }: { response: ResponseRow; campaign: CampaignRow },
  rev: number,
  now: number,
) {
  if (response.state === 'withdrawn') throw new Refusal('withdrawn');
  if (response.state === 'void') throw new Refusal('voided');
  if (response.erased_at !== null) throw new Refusal('erased');
  const phase = phaseOf(campaign, now);
  if (phase === 'paused') throw new Refusal('paused');
  if (phase !== 'open') throw new Refusal('campaign-over');
  if (response.rev !== rev) throw new Refusal('stale');
}

export async function correctReceipt(
  call: Call,
  asked: { receipt: string; rev: number; answers: Record<string, unknown> },
): Promise<Output<typeof correctContract>> {
  const found = await read(call, asked.receipt);
  mustBeChangeable(found, asked.rev, call.now);
  const { response, campaign } = found;
  const form = await compiled(call.db, campaign.form, response.version);
  const context = { opens: campaign.opens_at };
  const limits = await compiled(call.db, campaign.form, campaign.version);
  const { outcome, delta, claims } = taken(form, limits, asked.answers, context);
  const { statements } = correctionStatements(
    call.db,
    {
      campaign: response.campaign,
      id: response.id,
      rev: asked.rev,
      answers: JSON.stringify(outcome.answers),
      delta: JSON.stringify(delta),
      at: call.now,
      claims,
    },
    true,
  );
  const [updated] = await call.db.batch(statements);
  if (updated?.meta.changes !== 1) {
    const denied =
      claims &&
      (await deniedRefusal(
        call,
        { asked: form.definition, limits: limits.definition },
        { ...response, claims },
      ));
    throw denied ?? new Refusal('stale');
  }
  return {
    receipt: showCode(response.receipt),
    at: response.at,
    unit: { id: response.unit, kind: response.unit_kind, name: response.unit_name },
    dropped: outcome.dropped,
    rev: asked.rev + 1,
  };
}

export async function withdrawReceipt(
  call: Call,
  files: R2Bucket,
  asked: { receipt: string; rev: number },
): Promise<void> {
  const found = await read(call, asked.receipt);
  mustBeChangeable(found, asked.rev, call.now);
  const { campaign, id } = found.response;
  const { statements } = removalStatements(call.db, {
    campaign,
    id,
    rev: asked.rev,
    at: call.now,
    state: 'withdrawn',
  });
  const [updated] = await call.db.batch(statements);
  if (updated?.meta.changes !== 1) throw new Refusal('stale');
  // Its files go at once where that can be; else with the next sweep.
  await sweepFiles(call.db, files, call.now).catch(() => 0);
}
