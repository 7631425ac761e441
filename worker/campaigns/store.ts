// All SQL of campaigns.
import type { campaign } from '../../schema/db/tables.ts';
import { insert } from '../db/insert.ts';
import type { FrozenUnit, TreeUnit } from './freeze.ts';

export type CampaignRecord = typeof campaign.$inferSelect & {
  unit_kind: string;
  unit_name: string;
  unit_path: string;
  places: number;
  households: number;
  /** the unit where the reader's own board starts */
  board_id: string;
  board_kind: string;
  board_name: string;
  /** null also where the run before does not hold that unit */
  previous_title: string | null;
  roll_title: string | null;
};

/**
 * ?1: JSON list of the reader's grant units. The board starts at the topmost unit of the campaign that lies in the
 * reader's branches: the campaign's top when a grant covers it, else the granted unit inside it.
 */
const select = `SELECT c.*, u.kind AS unit_kind, u.name AS unit_name, u.path AS unit_path, t.places, t.households,
    b.unit AS board_id, b.kind AS board_kind, b.name AS board_name,
    (SELECT p.title FROM campaign p JOIN campaign_unit q ON q.campaign = p.id AND q.unit = b.unit
     WHERE p.id = c.previous) AS previous_title,
    (SELECT r.title FROM roll r WHERE r.id = c.roll) AS roll_title
  FROM campaign c JOIN unit u ON u.id = c.unit
  JOIN campaign_unit t ON t.campaign = c.id AND t.parent IS NULL
  JOIN campaign_unit b ON b.campaign = c.id AND b.unit = coalesce(
    (SELECT t.unit FROM json_each(?1) g WHERE instr(t.path, '/' || g.value || '/') > 0 LIMIT 1),
    (SELECT o.unit FROM json_each(?1) g JOIN campaign_unit o ON o.campaign = c.id AND o.unit = g.value
     ORDER BY o.position LIMIT 1))`;

export const readCampaign = (db: D1Database, id: string, units: readonly string[]) =>
  db.prepare(`${select} WHERE c.id = ?2`).bind(JSON.stringify(units), id).first<CampaignRecord>();

/** Campaigns that touch one of these branches, newest first. */
export async function listCampaigns(
  db: D1Database,
  asked: {
    units: readonly string[];
    form?: string | undefined;
    search: string;
    before?: { at: number; id: string } | undefined;
    limit: number;
  },
): Promise<CampaignRecord[]> {
  const { results } = await db
    .prepare(
      `${select} WHERE (?2 IS NULL OR c.form = ?2) AND (?3 IS NULL OR (c.created_at, c.id) < (?3, ?4))
        AND instr(lower(c.title), lower(?6)) > 0
       ORDER BY c.created_at DESC, c.id DESC LIMIT ?5`,
    )
    .bind(
      JSON.stringify(asked.units),
      asked.form ?? null,
      asked.before?.at ?? null,
      asked.before?.id ?? null,
      asked.limit,
      asked.search,
    )
    .all<CampaignRecord>();
  return results;
}

/**
 * Titles of runs on building pages that ask in these units of a branch between two moments, by their opening. A unit is in
 * the frozen tree of a run only when somebody in it is asked; or the whole run lies under it.
 */
export async function runsAsking(
  db: D1Database,
  asked: { unit: string; scope: readonly string[]; from: number; to: number },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT c.title FROM campaign c JOIN unit u ON u.id = c.unit
       WHERE c.listed = 1 AND c.opens_at < ?4 AND c.closes_at > ?3 AND EXISTS (
         SELECT 1 FROM json_each(?2) s LEFT JOIN campaign_unit t ON t.campaign = c.id AND t.unit = s.value
         WHERE instr(coalesce(t.path, u.path), '/' || ?1 || '/') > 0
           AND (t.unit IS NOT NULL OR instr(u.path, '/' || s.value || '/') > 0))
       ORDER BY c.opens_at, c.id LIMIT 50`,
    )
    .bind(asked.unit, JSON.stringify(asked.scope), asked.from, asked.to)
    .all<{ title: string }>();
  return results.map(({ title }) => title);
}

export async function readScope(db: D1Database, campaign: string): Promise<string[]> {
  const row = await db
    .prepare(
      `SELECT coalesce(c.scope, (SELECT json_group_array(t.unit) FROM campaign_unit t
         WHERE t.campaign = c.id AND t.answers = 1)) AS scope FROM campaign c WHERE c.id = ?1`,
    )
    .bind(campaign)
    .first<{ scope: string }>();
  return row ? (JSON.parse(row.scope) as string[]) : [];
}

/** Units in use under one unit, itself included. */
export async function subtree(db: D1Database, path: string): Promise<TreeUnit[]> {
  const { results } = await db
    .prepare(
      `SELECT id, parent, kind, name, path, position, households FROM unit
       WHERE path >= ?1 AND path < ?1 || '~' AND retired_at IS NULL`,
    )
    .bind(path)
    .all<TreeUnit>();
  return results;
}

export const insertCampaign = (db: D1Database, row: typeof campaign.$inferInsert) =>
  insert<typeof campaign>(db, 'campaign', row);

/** Rows a statement: one JSON parameter stays well below D1's 2 MB. */
const chunk = 1500;

export function insertFrozen(
  db: D1Database,
  id: string,
  units: readonly FrozenUnit[],
): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let start = 0; start < units.length; start += chunk) {
    statements.push(
      db
        .prepare(
          `INSERT INTO campaign_unit (campaign, unit, parent, chain, path, kind, name, above, position, households, places, answers)
           SELECT ?1, j.value ->> '$.unit', j.value ->> '$.parent', j.value -> '$.chain', j.value ->> '$.path',
             j.value ->> '$.kind', j.value ->> '$.name', j.value ->> '$.above', j.value ->> '$.position',
             j.value ->> '$.households', j.value ->> '$.places', j.value ->> '$.answers' FROM json_each(?2) j`,
        )
        .bind(id, JSON.stringify(units.slice(start, start + chunk))),
    );
  }
  return statements;
}

/**
 * Sets what is given, only at the revision that the writer read. Once the time to keep answers is over by the
 * database's own clock, the window no longer moves: the eraser may be at work.
 */
export const updateCampaign = (
  db: D1Database,
  id: string,
  rev: number,
  set: {
    state?: string | undefined;
    closesAt?: number | undefined;
    title?: string | undefined;
    phone?: string | undefined;
    version?: number | undefined;
    liveResult?: boolean | undefined;
    outcome?: string | undefined;
    listed?: boolean | undefined;
  },
) =>
  db
    .prepare(
      `UPDATE campaign SET state = coalesce(?3, state), closes_at = coalesce(?4, closes_at), title = coalesce(?5, title),
       phone = coalesce(?6, phone), version = coalesce(?7, version), live_result = coalesce(?8, live_result),
       outcome = coalesce(?9, outcome), listed = coalesce(?10, listed), rev = rev + 1 WHERE id = ?1 AND rev = ?2
       AND (?4 IS NULL OR closes_at + keep_days * 86400000 > unixepoch('subsec') * 1000)`,
    )
    .bind(
      id,
      rev,
      set.state ?? null,
      set.closesAt ?? null,
      set.title ?? null,
      set.phone ?? null,
      set.version ?? null,
      set.liveResult === undefined ? null : Number(set.liveResult),
      set.outcome ?? null,
      set.listed === undefined ? null : Number(set.listed),
    );
