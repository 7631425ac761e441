// A campaign is opened: a published version, a frozen scope, a window, an access rule. All in one batch.
import type { Campaign, createCampaign as contract } from '../../schema/api/campaigns.ts';
import type { Body } from '../../schema/api/endpoint.ts';
import { record } from '../audit/record.ts';
import { newId, newSlug } from '../db/random.ts';
import { mustReadForm } from '../forms/draft.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { rollFor } from './by-roll.ts';
import { freeze } from './freeze.ts';
import { present } from './present.ts';
import { asksIn, keepsPromise, mayShowEarly } from './promise.ts';
import { mustReadCampaign } from './read.ts';
import { insertCampaign, insertFrozen, subtree } from './store.ts';

/**
 * @throws Refusal form-not-published, version-unknown, names-needed, ballot-open, window-wrong, roll-missing,
 *   roll-draft, roll-other-kind, roll-elsewhere, scope-outside, scope-empty; not-found when the run before is of another form or not the caller's to steer
 */
export async function createCampaign(
  call: StaffCall,
  asked: { unit: string } & Body<typeof contract>,
): Promise<Campaign> {
  const { db, now, actor } = call;
  if (asked.closesAt <= asked.opensAt || asked.closesAt <= now) throw new Refusal('window-wrong');
  const form = await mustReadForm(db, asked.form);
  if (!covers(actor, form.path)) throw new Refusal('not-found');
  if (form.archived_at !== null) throw new Refusal('form-archived');
  if (form.version === 0) throw new Refusal('form-not-published');
  const { version = form.version } = asked;
  const asks = await asksIn(db, asked.form, version);
  keepsPromise(asked.named, asks);
  if (asked.liveResult) mayShowEarly(form.kind);
  if (asked.previous !== undefined) {
    const before = await mustReadCampaign(call, asked.previous);
    if (before.form !== asked.form || !covers(actor, before.unit_path, ['admin', 'editor']))
      throw new Refusal('not-found');
  }
  const top = await db
    .prepare('SELECT path FROM unit WHERE id = ?1')
    .bind(asked.unit)
    .first<{ path: string }>();
  if (!top) throw new Refusal('not-found');
  const units = await subtree(db, top.path);
  const known = new Set(units.map((unit) => unit.id));
  if (!asked.scope.every((unit) => known.has(unit))) throw new Refusal('scope-outside');
  const roll = asked.access === 'anyone' ? undefined : await rollFor(db, asked, top.path);
  const frozen = freeze(asked.unit, asked.scope, units, roll?.entries);
  if (frozen.length === 0) throw new Refusal(roll ? 'roll-elsewhere' : 'scope-empty');
  const id = newId();
  // The form's own title may be that of a draft which nobody published.
  const { title = asks.title } = asked;
  await db.batch([
    insertCampaign(db, {
      id,
      slug: newSlug(),
      unit: asked.unit,
      form: asked.form,
      version,
      kind: form.kind,
      title,
      state: 'open',
      opens_at: asked.opensAt,
      closes_at: asked.closesAt,
      cap: asked.cap ?? null,
      access: asked.access,
      roll: roll?.id ?? null,
      per_device: Number(asked.access === 'anyone' && (asked.perDevice ?? false)),
      named: Number(asked.named),
      live_result: Number(asked.liveResult ?? false),
      listed: Number(asked.listed ?? true),
      organiser: asked.organiser,
      phone: asked.phone,
      keep_days: asked.keepDays,
      care: Number(asked.care ?? false),
      thanks: asked.thanks ?? '',
      tongues: asked.tongues ? JSON.stringify(asked.tongues) : null,
      scope: JSON.stringify(asked.scope),
      previous: asked.previous ?? null,
      created_by: actor.id,
      created_at: now,
    }),
    ...insertFrozen(db, id, frozen),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'campaign.create',
      target: id,
      path: top.path,
      detail: {
        title,
        form: asked.form,
        version,
        scope: asked.scope.length,
      },
    }),
  ]);
  return present(call, await mustReadCampaign(call, id));
}
