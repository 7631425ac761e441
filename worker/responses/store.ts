// All SQL of responses as staff read them. A branch is one range of the index (campaign, path, seq).
import type { ResponseRow } from '../../schema/api/responses.ts';

export interface StoredResponse {
  seq: number;
  id: string;
  campaign: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  version: number;
  grp: string;
  state: ResponseRow['state'];
  at: number;
  changed_at: number | null;
  erased_at: number | null;
  rev: number;
  answers: string;
  form: string;
  opens_at: number;
  /** the version that the run asks now */
  asks: number;
}

const select = `SELECT r.seq, r.id, r.campaign, r.unit, t.kind AS unit_kind, t.name AS unit_name, r.path, r.version, r.grp,
    r.state, r.at, r.changed_at, r.erased_at, r.rev, r.answers, c.form, c.opens_at, c.version AS asks
  FROM response r JOIN campaign c ON c.id = r.campaign
  JOIN campaign_unit t ON t.campaign = r.campaign AND t.unit = r.unit`;

const inBranch = `r.campaign = ?1
  AND r.path >= (SELECT path FROM campaign_unit WHERE campaign = ?1 AND unit = ?2)
  AND r.path < (SELECT path || '~' FROM campaign_unit WHERE campaign = ?1 AND unit = ?2)`;

/** Where a page goes on: after the response with this seq, building by building in the order of the index. */
const afterSeq = '(r.path, r.seq) > (SELECT path, seq FROM response WHERE seq = ?3)';

export const readResponse = (db: D1Database, campaign: string, id: string) =>
  db.prepare(`${select} WHERE r.campaign = ?1 AND r.id = ?2`).bind(campaign, id).first<StoredResponse>();

/** Responses of a branch, building by building; `bound` keeps later arrivals out. */
export async function pageOfBranch(
  db: D1Database,
  asked: { campaign: string; unit: string; after: number; limit: number; bound?: number | undefined },
): Promise<StoredResponse[]> {
  const { results } = await db
    .prepare(
      `${select} WHERE ${inBranch} AND (?3 = 0 OR ${afterSeq}) AND r.seq <= ?4 ORDER BY r.path, r.seq LIMIT ?5`,
    )
    .bind(asked.campaign, asked.unit, asked.after, asked.bound ?? Number.MAX_SAFE_INTEGER, asked.limit)
    .all<StoredResponse>();
  return results;
}

/** Every published version of the form that a campaign runs, oldest first. */
export async function versionsOf(
  db: D1Database,
  campaign: string,
): Promise<{ number: number; definition: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT v.number, v.definition FROM campaign c JOIN form_version v ON v.form = c.form
       WHERE c.id = ?1 ORDER BY v.number`,
    )
    .bind(campaign)
    .all<{ number: number; definition: string }>();
  return results;
}
