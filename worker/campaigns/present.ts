// A campaign as the contract shows it to staff.
import type { Campaign } from '../../schema/api/campaigns.ts';
import { phaseOf } from '../fill/facts.ts';
import { tonguesIn } from '../fill/published.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import type { CampaignRecord } from './store.ts';

export const residentLink = (origin: string, slug: string) => `${origin}/f/${slug}`;

export function present(call: StaffCall, row: CampaignRecord): Campaign {
  // Stored values are of the contract's unions: only the contract's routes write them.
  const { kind, state, access } = row as Pick<Campaign, 'kind' | 'state' | 'access'>;
  return {
    id: row.id,
    slug: row.slug,
    unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
    form: row.form,
    version: row.version,
    kind,
    title: row.title,
    state,
    phase: phaseOf({ state, opens_at: row.opens_at, closes_at: row.closes_at }, call.now),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    cap: row.cap,
    accepted: row.accepted,
    access,
    roll: row.roll === null ? null : { id: row.roll, title: row.roll_title ?? '' },
    perDevice: row.per_device === 1,
    named: row.named === 1,
    liveResult: row.live_result === 1,
    listed: row.listed === 1,
    organiser: row.organiser,
    phone: row.phone,
    keepDays: row.keep_days,
    care: row.care === 1,
    thanks: row.thanks,
    tongues: tonguesIn(row.tongues),
    previous:
      row.previous === null || row.previous_title === null
        ? null
        : { id: row.previous, title: row.previous_title },
    outcome: row.outcome,
    erasedAt: row.erased_at,
    createdAt: row.created_at,
    rev: row.rev,
    places: row.places,
    households: row.households,
    link: residentLink(call.origin, row.slug),
    board: { id: row.board_id, kind: row.board_kind, name: row.board_name },
    mayEdit: covers(call.actor, row.unit_path, ['admin', 'editor']),
  };
}
