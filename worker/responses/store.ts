// All SQL of responses as staff read them. A branch is one range of the index (campaign, path, seq); the newest of a run
// stand at the end of the index (campaign, seq).
import { lookedMost, type Order, type ResponseRow } from '../../schema/api/responses.ts';
import type { Definition } from '../../schema/form/definition.ts';

export interface StoredResponse {
  seq: number;
  id: string;
  campaign: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  /** names of the areas above it, from the top of the run, which is left out, down */
  unit_above: string;
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

/** What is the same for all responses of campaign ?1 is read once and not joined to each. */
const ofRun = (column: string) => `(SELECT ${column} FROM campaign WHERE id = ?1)`;
const fields = `r.seq, r.id, r.campaign, r.unit, t.kind AS unit_kind, t.name AS unit_name, t.above AS unit_above, r.path, r.version, r.grp,
    r.state, r.at, r.changed_at, r.erased_at, r.rev, r.answers,
    ${ofRun('form')} AS form, ${ofRun('opens_at')} AS opens_at, ${ofRun('version')} AS asks`;
const place = 'JOIN campaign_unit t ON t.campaign = r.campaign AND t.unit = r.unit';

export const readResponse = (db: D1Database, campaign: string, id: string) =>
  db
    .prepare(`SELECT ${fields} FROM response r ${place} WHERE r.campaign = ?1 AND r.id = ?2`)
    .bind(campaign, id)
    .first<StoredResponse>();

const start = '(SELECT path FROM campaign_unit WHERE campaign = ?1 AND unit = ?2)';
const end = "(SELECT path || '~' FROM campaign_unit WHERE campaign = ?1 AND unit = ?2)";
/** Building of the response next to the page; none where it is no response of the branch. */
const beside = `(SELECT path FROM response WHERE seq = ?3 AND campaign = ?1 AND path >= ${start} AND path < ${end})`;
const stretch = (range: string, order: string) =>
  `SELECT * FROM (SELECT * FROM response WHERE campaign = ?1 AND ${range} AND seq <= ?4 ORDER BY ${order} LIMIT ${lookedMost})`;
/**
 * Responses of a branch. ?1: campaign, ?2: unit, ?3: number of the one next to the page, ?4: the newest that counts. Each a
 * stretch of the index (campaign, path, seq), or two: what is left of a building, and then the others. (path, seq) compared
 * as a pair would be read from the beginning of the building, as SQLite does not know seq in an index again.
 */
export const byBuilding = {
  first: stretch(`path >= ${start} AND path < ${end}`, 'path, seq'),
  after: `${stretch(`path = ${beside} AND seq > ?3`, 'seq')}
    UNION ALL ${stretch(`path > ${beside} AND path < ${end}`, 'path, seq')}`,
  before: `${stretch(`path = ${beside} AND seq < ?3`, 'seq DESC')}
    UNION ALL ${stretch(`path < ${beside} AND path >= ${start}`, 'path DESC, seq DESC')}`,
};

/** Of the whole run: what is of another branch is looked at and left out. */
const newestStretch = (range: string, order: string) =>
  `SELECT * FROM response INDEXED BY response_by_campaign WHERE campaign = ?1 AND ${range} ORDER BY seq ${order}`;
const stretches: Record<Order, Record<'first' | 'after' | 'before', string>> = {
  building: byBuilding,
  newest: {
    first: newestStretch('seq <= ?4', 'DESC'),
    after: newestStretch('seq < ?3', 'DESC'),
    before: newestStretch('seq > ?3', 'ASC'),
  },
};
const inBranch = `r.path >= ${start} AND r.path < ${end}`;

/** Conditions on r; their values stand from {@link sieveFrom} on. */
export interface Sieve {
  sql: string;
  values: readonly unknown[];
}
export const sieveFrom = 6;

export interface Found {
  rows: StoredResponse[];
  /** where to go on; null at the end */
  next: number | null;
  /** how many were looked at on the way there */
  looked: number;
}

/**
 * Responses of a branch, in one order whichever way they are asked for; `bound` keeps later arrivals out. At most
 * {@link lookedMost} are looked at: the one at which it stopped is told, found or not.
 */
export async function pageOfBranch(
  db: D1Database,
  asked: {
    campaign: string;
    unit: string;
    after?: number | undefined;
    before?: number | undefined;
    limit: number;
    order?: Order | undefined;
    /** the branch is the whole run: none of it has to be looked for */
    whole?: boolean;
    bound?: number;
    sieve?: Sieve | undefined;
  },
): Promise<Found> {
  const { after, before, limit, order = 'building', sieve } = asked;
  const answers = stretches[order][before ? 'before' : after ? 'after' : 'first'];
  const wanted = [sieve?.sql, order === 'newest' && !asked.whole && inBranch].filter(Boolean).join(' AND ');
  // Looked at from the inside out, without a join before the limit, so that reading stops when the page is full.
  const page = wanted
    ? `SELECT * FROM (SELECT r.*, ${wanted} AS hit, row_number() OVER () AS nth FROM (${answers} LIMIT ${lookedMost}) r)
       WHERE hit OR nth = ${lookedMost} LIMIT ?5`
    : `SELECT *, 1 AS hit, 0 AS nth FROM (${answers} LIMIT ?5)`;
  const { results } = await db
    .prepare(`SELECT ${fields}, r.hit, r.nth FROM (${page}) r CROSS ${place}`)
    .bind(
      asked.campaign,
      asked.unit,
      before || after || 0,
      asked.bound ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
      ...(sieve?.values ?? []),
    )
    .all<StoredResponse & { nth: number; hit: number }>();
  // They come as they were read; SQL alone does not promise it, and sorting there would be one more row for each.
  results.sort((a, b) =>
    order === 'newest' ? b.seq - a.seq : a.path === b.path ? a.seq - b.seq : a.path < b.path ? -1 : 1,
  );
  const hits = results.filter(({ hit }) => hit);
  const rows = before ? hits.slice(-limit) : hits.slice(0, limit);
  const full = hits.length > limit;
  const last = (full ? rows : results).at(before ? 0 : -1);
  return {
    rows,
    next: last && (full || last.nth === lookedMost) ? last.seq : null,
    looked: wanted ? (last?.nth ?? 0) : rows.length,
  };
}

/** What a list says of its branch: its name, whether it is the whole run, the version that the run asks now, and how many answers count. */
export const readBranch = (db: D1Database, campaign: string, unit: string) =>
  db
    .prepare(
      `SELECT t.kind, t.name, c.unit = ?2 AS whole, c.form, c.version,
         (SELECT coalesce(sum(y.n), 0) FROM tally y WHERE y.campaign = ?1 AND y.unit = ?2) AS n
       FROM campaign c JOIN campaign_unit t ON t.campaign = c.id AND t.unit = ?2 WHERE c.id = ?1`,
    )
    .bind(campaign, unit)
    .first<{ kind: string; name: string; whole: number; form: string; version: number; n: number }>();

export interface Act {
  act: string;
  by: string;
  at: number;
  detail: string;
}

/** What staff did with a response, oldest first: entries of its building by the index, and of these its own. */
export async function actsOn(db: D1Database, row: StoredResponse): Promise<Act[]> {
  const { results } = await db
    .prepare(
      `SELECT a.act, coalesce(s.name, a.actor) AS by, a.at, a.detail FROM audit a LEFT JOIN staff s ON s.id = a.actor
       WHERE a.path = ?1 AND a.target = ?2 ORDER BY a.seq`,
    )
    .bind(row.path, `${row.campaign}/${row.id}`)
    .all<Act>();
  return results;
}

/** Every published version of the form that a campaign runs, oldest first. */
export async function versionsOf(
  db: D1Database,
  campaign: string,
): Promise<{ number: number; definition: Definition }[]> {
  const { results } = await db
    .prepare(
      `SELECT v.number, v.definition FROM campaign c JOIN form_version v ON v.form = c.form
       WHERE c.id = ?1 ORDER BY v.number`,
    )
    .bind(campaign)
    .all<{ number: number; definition: string }>();
  return results.map(({ number, definition }) => ({
    number,
    definition: JSON.parse(definition) as Definition,
  }));
}
