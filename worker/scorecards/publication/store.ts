// All SQL of the publications. The answers are copied as they stand by the statement that begins one; every later step
// reads those and nothing that moves.
import { publicKinds } from '../../../schema/measures/suppression.ts';
import { type Entry, recordWhere } from '../../audit/record.ts';
import { membersWith } from '../store.ts';

const kinds = [...publicKinds].map((kind) => `'${kind}'`).join(', ');

export interface PublicationRow {
  campaign: string;
  number: number;
  state: 'making' | 'ready';
  note: string;
  made_by: string;
  at: number;
  changes: number;
  done: number;
  ready_at: number | null;
}

/** Copies are made of units that may be published, and of all who stand beside one of these. */
const copied = `t.unit = c.unit OR t.parent IN (SELECT s.parent FROM campaign_unit s
  WHERE s.campaign = ?1 AND s.kind IN (${kinds}))`;

/** Begins one, unless one is being made: in one batch. `entry`: goes on record where this one was begun. */
export const begin = (
  db: D1Database,
  row: Pick<PublicationRow, 'campaign' | 'note' | 'made_by' | 'at'>,
  entry?: Entry,
): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO publication (campaign, number, state, note, made_by, at, changes)
       SELECT id, 1 + coalesce((SELECT max(number) FROM publication WHERE campaign = ?1), 0), 'making', ?2, ?3, ?4, changes
       FROM campaign WHERE id = ?1
         AND NOT EXISTS (SELECT 1 FROM publication WHERE campaign = ?1 AND state = 'making')`,
    )
    .bind(row.campaign, row.note, row.made_by, row.at),
  ...(entry ? [recordWhere(db, entry, 'SELECT 1 WHERE changes() = 1', [])] : []),
  db
    .prepare(
      `INSERT INTO publication_unit (campaign, number, unit, tallies)
       SELECT ?1, p.number, t.unit, (SELECT json_group_array(json_object('grp', y.grp, 'n', y.n, 'counts', y.counts))
         FROM tally y WHERE y.campaign = ?1 AND y.unit = t.unit)
       FROM publication p JOIN campaign c ON c.id = p.campaign JOIN campaign_unit t ON t.campaign = ?1 AND (${copied})
       WHERE p.campaign = ?1 AND p.state = 'making'
       ON CONFLICT DO NOTHING`,
    )
    .bind(row.campaign),
];

export const making = (db: D1Database, campaign: string) =>
  db.prepare("SELECT * FROM publication WHERE campaign = ?1 AND state = 'making'").bind(campaign);

export const newest = (db: D1Database, campaign: string) =>
  db
    .prepare("SELECT * FROM publication WHERE campaign = ?1 AND state = 'ready' ORDER BY number DESC LIMIT 1")
    .bind(campaign);

export interface RunRow {
  /** of the unit that the run is of */
  path: string;
  changes: number;
}

export const runOf = (db: D1Database, campaign: string) =>
  db
    .prepare('SELECT c.changes, u.path FROM campaign c JOIN unit u ON u.id = c.unit WHERE c.id = ?1')
    .bind(campaign);

/** Units whose children are decided, one family after the other. */
export const families = (db: D1Database, campaign: string) =>
  db
    .prepare(
      `SELECT unit FROM campaign_unit p WHERE campaign = ?1 AND unit IN (SELECT s.parent FROM campaign_unit s
         WHERE s.campaign = ?1 AND s.kind IN (${kinds})) ORDER BY position`,
    )
    .bind(campaign);

export interface CopyRow {
  unit: string;
  seen: string | null;
  held: string | null;
  card: string | null;
  since: number | null;
}

/** The family of ?2 with the copies of publication ?3, as the cards read it from the tallies. */
export const copiedMembers = (db: D1Database, campaign: string, unit: string, number: number) =>
  db
    .prepare(
      membersWith(
        `y.value ->> '$.grp' AS grp, y.value ->> '$.n' AS n, y.value ->> '$.counts' AS counts`,
        `LEFT JOIN publication_unit k ON k.campaign = ?1 AND k.number = ?3 AND k.unit = m.unit
         LEFT JOIN json_each(k.tallies) y`,
      ),
    )
    .bind(campaign, unit, number);

export const copiesOf = (db: D1Database, campaign: string, number: number, units: readonly string[]) =>
  db
    .prepare(
      `SELECT unit, seen, held, card, since FROM publication_unit
       WHERE campaign = ?1 AND number = ?2 AND unit IN (SELECT value FROM json_each(?3))`,
    )
    .bind(campaign, number, JSON.stringify(units));

/** Only while step ?done is the next one: two who go on at once do the same once. */
export const decide = (db: D1Database, of: PublicationRow, row: CopyRow) =>
  db
    .prepare(
      `UPDATE publication_unit SET seen = ?4, held = ?5, card = ?6, since = ?7
       WHERE campaign = ?1 AND number = ?2 AND unit = ?3 AND EXISTS
         (SELECT 1 FROM publication WHERE campaign = ?1 AND number = ?2 AND state = 'making' AND done = ?8)`,
    )
    .bind(of.campaign, of.number, row.unit, row.seen, row.held, row.card, row.since, of.done);

export const stepDone = (db: D1Database, of: PublicationRow, last: boolean, now: number) =>
  db
    .prepare(
      `UPDATE publication SET done = done + 1, state = iif(?4, 'ready', state), ready_at = iif(?4, ?5, ready_at)
       WHERE campaign = ?1 AND number = ?2 AND done = ?3`,
    )
    .bind(of.campaign, of.number, of.done, last ? 1 : 0, now);

export type ShownRow = PublicationRow & CopyRow & { now: number };

/** What the newest publication has of a unit and of those above it, the nearest first. */
export const published = (db: D1Database, campaign: string, unit: string) =>
  db
    .prepare(
      `SELECT p.*, k.unit, k.card, k.since, k.held, r.changes AS now FROM campaign_unit t CROSS JOIN json_each(t.chain) c
       CROSS JOIN publication p ON p.campaign = ?1 AND p.number =
         (SELECT max(number) FROM publication WHERE campaign = ?1 AND state = 'ready')
       CROSS JOIN publication_unit k ON k.campaign = ?1 AND k.number = p.number AND k.unit = CAST(c.value AS TEXT)
       CROSS JOIN campaign r ON r.id = ?1
       WHERE t.campaign = ?1 AND t.unit = ?2 ORDER BY c.key DESC`,
    )
    .bind(campaign, unit);

/** What the newest publications of these runs have of these units. */
export const newestOf = (db: D1Database, campaigns: readonly string[], units: readonly string[]) =>
  db
    .prepare(
      `SELECT k.campaign, k.unit, k.card, k.held FROM json_each(?1) c CROSS JOIN json_each(?2) u
       CROSS JOIN publication_unit k ON k.campaign = CAST(c.value AS TEXT) AND k.number =
         (SELECT max(number) FROM publication WHERE campaign = c.value AND state = 'ready')
         AND k.unit = CAST(u.value AS TEXT)`,
    )
    .bind(JSON.stringify(campaigns), JSON.stringify(units));

export type ListedRow = PublicationRow & { name: string };

export const listed = (db: D1Database, campaign: string) =>
  db
    .prepare(
      `SELECT p.*, coalesce(s.name, '') AS name FROM publication p LEFT JOIN staff s ON s.id = p.made_by
       WHERE p.campaign = ?1 ORDER BY p.number DESC LIMIT 50`,
    )
    .bind(campaign);

/** Whether residents see the result while answers come in, or saw it once; and whether there is a publication. */
export const liveOf = (db: D1Database, campaign: string) =>
  db
    .prepare(
      `SELECT c.*, c.live_result = 1 OR EXISTS (SELECT 1 FROM shown_result s WHERE s.campaign = c.id) AS live,
         EXISTS (SELECT 1 FROM publication p WHERE p.campaign = c.id) AS published FROM campaign c WHERE c.id = ?1`,
    )
    .bind(campaign);

/** How many answers the result had that residents saw last while they came in. */
export const shownEarly = (db: D1Database, campaign: string, unit: string) =>
  db.prepare('SELECT n FROM shown_result WHERE campaign = ?1 AND unit = ?2').bind(campaign, unit);

/** Runs that are over and whose newest publication lacks some of their answers, or is being made. */
export const due = (db: D1Database, now: number) =>
  db
    .prepare(
      `SELECT c.id FROM campaign c WHERE (c.accepted > 0 AND (c.state = 'closed' OR c.closes_at <= ?1)
         AND c.changes > 0 AND NOT EXISTS
           (SELECT 1 FROM publication p WHERE p.campaign = c.id AND p.state = 'ready' AND p.changes = c.changes))
         OR EXISTS (SELECT 1 FROM publication p WHERE p.campaign = c.id AND p.state = 'making')
       LIMIT 5`,
    )
    .bind(now);
