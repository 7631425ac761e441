// The facts at the top of a resident's page, read fresh each time: state, window and wording may change.

import type { Phase } from '../../schema/api/campaigns.ts';
import type { Facts } from '../../schema/api/fill.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { minutesOf } from '../../schema/form/minutes.ts';

/** What the facts are made of; column names of `campaign` where they are. */
export interface CampaignRow {
  id: string;
  slug: string;
  unit: string;
  form: string;
  version: number;
  kind: Facts['kind'];
  title: string;
  state: 'open' | 'paused' | 'closed';
  opens_at: number;
  closes_at: number;
  access: Facts['access'];
  per_device: number;
  named: number;
  live_result: number;
  organiser: string;
  phone: string;
  keep_days: number;
  care: number;
  thanks: string;
  tongues: string | null;
  place: string;
  demo: number;
}

/** SELECT of {@link CampaignRow}: add a WHERE on c. */
export const campaignSelect = `SELECT c.*, u.name AS place, coalesce(s.body ->> '$.demo', 0) AS demo
  FROM campaign c JOIN unit u ON u.id = c.unit LEFT JOIN setting s ON s.root = u.root`;

export function phaseOf(row: Pick<CampaignRow, 'state' | 'opens_at' | 'closes_at'>, now: number): Phase {
  if (row.state === 'closed' || now >= row.closes_at) return 'closed';
  if (now < row.opens_at) return 'coming';
  return row.state;
}

export const factsOf = (row: CampaignRow, definition: Definition, now: number): Facts => ({
  slug: row.slug,
  kind: row.kind,
  title: row.title,
  phase: phaseOf(row, now),
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  organiser: row.organiser,
  phone: row.phone,
  named: row.named === 1,
  access: row.access,
  perDevice: row.per_device === 1,
  keepDays: row.keep_days,
  care: row.care === 1,
  thanks: row.thanks,
  minutes: minutesOf(definition),
  version: row.version,
  liveResult: row.live_result === 1,
  place: row.place,
  demo: row.demo === 1,
});
