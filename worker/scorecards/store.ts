// The SQL of the cards of runs, and of links to them. Figures come from tallies of the frozen tree and never from responses.
import type { CampaignRow } from '../fill/facts.ts';
import type { Member, TallyRow } from './family.ts';

export interface HeadRow extends CampaignRow {
  definition: string;
}

/** A member of the family with one of its tallies, or with none. */
export type MemberRow = Member & { position: number } & {
  [column in keyof Omit<TallyRow, 'unit'>]: TallyRow[column] | null;
};

/**
 * The campaign's top, and all children of every unit on the way down to ?2, its own included, each with its tallies.
 * CROSS JOIN and INDEXED BY: without statistics SQLite walks the whole tree of the campaign instead of the few by their parents
 * (1,673 rows read for a city of 1,269 buildings instead of 36).
 */
export const membersWith = (columns: string, join: string) => `
  WITH member AS (
    SELECT t.* FROM campaign_unit t WHERE t.campaign = ?1
      AND t.unit = (SELECT s.chain ->> '$[0]' FROM campaign_unit s WHERE s.campaign = ?1 AND s.unit = ?2)
    UNION ALL SELECT t.* FROM campaign_unit s CROSS JOIN json_each(s.chain) p
      CROSS JOIN campaign_unit t INDEXED BY campaign_unit_by_parent ON t.campaign = ?1 AND t.parent = CAST(p.value AS TEXT)
      WHERE s.campaign = ?1 AND s.unit = ?2)
  SELECT m.unit AS id, m.parent, m.kind, m.name, m.path, m.households, m.places, m.position, ${columns}
  FROM member m ${join}`;

const members = membersWith(
  'y.grp, y.n, y.counts',
  'LEFT JOIN tally y ON y.campaign = ?1 AND y.unit = m.unit',
);

export const headOf = (db: D1Database, campaign: string) =>
  db
    .prepare(
      `SELECT c.*, u.name AS place, coalesce(s.body ->> '$.demo', 0) AS demo, v.definition
       FROM campaign c JOIN unit u ON u.id = c.unit LEFT JOIN setting s ON s.root = u.root
       JOIN form_version v ON v.form = c.form AND v.number = c.version WHERE c.id = ?1`,
    )
    .bind(campaign);

/** The statements that a card is made of, for one campaign and unit; {@link readGathered} takes their results. */
export const gather = (db: D1Database, campaign: string, unit: string): D1PreparedStatement[] => [
  headOf(db, campaign),
  db.prepare(members).bind(campaign, unit),
];

export interface Gathered {
  head: HeadRow | undefined;
  /** in administrative order */
  members: Member[];
  tallies: TallyRow[];
}

export const readGathered = (results: readonly D1Result<unknown>[]): Gathered => ({
  head: results[0]?.results[0] as HeadRow | undefined,
  ...readMembers((results[1]?.results ?? []) as MemberRow[]),
});

export function readMembers(rows: readonly MemberRow[]): Pick<Gathered, 'members' | 'tallies'> {
  const members = new Map(rows.map((row) => [row.id, row]));
  return {
    members: [...members.values()].sort((a, b) => a.position - b.position),
    tallies: rows.flatMap(({ id, grp, n, counts }) =>
      grp === null || n === null || counts === null ? [] : [{ unit: id, grp, n, counts }],
    ),
  };
}

/** Versions looked back through for the names of ids that the current one no longer has. */
const oldest = 20;

export const olderVersions = (db: D1Database, form: string, before: number) =>
  db
    .prepare(
      'SELECT definition FROM form_version WHERE form = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3',
    )
    .bind(form, before, oldest);

export interface ComparableRow {
  id: string;
  title: string;
  opens_at: number;
  closes_at: number;
  path: string;
  /** it stands before this one, by what was named when this one was opened or by its dates */
  earlier: number;
}

/** Other campaigns of the same form that hold this unit, newest first. */
export const comparableWith = (db: D1Database, campaign: string, unit: string) =>
  db
    .prepare(
      `SELECT o.id, o.title, o.opens_at, o.closes_at, t.path,
         CASE WHEN c.previous IS NULL THEN o.closes_at <= c.opens_at ELSE o.id = c.previous END AS earlier FROM campaign c
       JOIN campaign o ON o.form = c.form AND o.id <> c.id
       JOIN campaign_unit t ON t.campaign = o.id AND t.unit = ?2
       WHERE c.id = ?1 ORDER BY o.opens_at DESC LIMIT 50`,
    )
    .bind(campaign, unit);

export interface ShareRow {
  token_hash: string;
  campaign: string;
  unit: string;
  kind: string;
  name: string;
  path: string;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
}

const shareSelect = `SELECT h.*, t.kind, t.name, t.path FROM share_link h
  JOIN campaign_unit t ON t.campaign = h.campaign AND t.unit = h.unit`;

export const insertShare = (
  db: D1Database,
  row: Pick<ShareRow, 'token_hash' | 'campaign' | 'unit' | 'created_at' | 'expires_at'> & {
    created_by: string;
  },
) =>
  db
    .prepare(
      `INSERT INTO share_link (token_hash, campaign, unit, created_by, created_at, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(row.token_hash, row.campaign, row.unit, row.created_by, row.created_at, row.expires_at);

/** Links to this unit and those below, newest first. */
export const sharesUnder = (db: D1Database, campaign: string, unit: string) =>
  db
    .prepare(
      `${shareSelect} WHERE h.campaign = ?1 AND instr(t.path, '/' || ?2 || '/') > 0
       ORDER BY h.created_at DESC LIMIT 200`,
    )
    .bind(campaign, unit);

export const shareBy = (db: D1Database, tokenHash: string) =>
  db.prepare(`${shareSelect} WHERE h.token_hash = ?1`).bind(tokenHash);

export const endShare = (db: D1Database, tokenHash: string, now: number) =>
  db
    .prepare('UPDATE share_link SET revoked_at = ?2 WHERE token_hash = ?1 AND revoked_at IS NULL')
    .bind(tokenHash, now);

/** Stores what is shown of a run at a unit unless it is too near what was shown before; resolves to what is shown now. */
export async function showInSteps(
  db: D1Database,
  row: { campaign: string; unit: string; n: number; lines: string; step: number },
): Promise<{ n: number; lines: string }> {
  const [, shown] = await db.batch<{ n: number; lines: string }>([
    db
      .prepare(
        `INSERT INTO shown_result (campaign, unit, n, lines) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (campaign, unit) DO UPDATE SET n = excluded.n, lines = excluded.lines
         WHERE abs(excluded.n - n) >= ?5`,
      )
      .bind(row.campaign, row.unit, row.n, row.lines, row.step),
    db
      .prepare('SELECT n, lines FROM shown_result WHERE campaign = ?1 AND unit = ?2')
      .bind(row.campaign, row.unit),
  ]);
  return shown?.results[0] ?? row;
}
