// How a campaign goes: answers here and below, today and in seven days. In administrative order, never ranked.
import type { getProgress } from '../../schema/api/campaigns.ts';
import type { Output } from '../../schema/api/endpoint.ts';
import { placeDay } from '../../schema/day.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';

interface Line {
  unit: string;
  kind: string;
  name: string;
  path: string;
  parent: string | null;
  households: number;
  places: number;
  n: number;
  today: number;
  week: number;
  answered: number;
  children: number;
}

/** Days shown as a row of bars. */
const shown = 14;
const day = 86_400_000;

export async function progress(
  { db, now }: Call,
  asked: { campaign: string; unit: string },
): Promise<Output<typeof getProgress>> {
  const today = placeDay(now);
  const [lines, above, days] = await db.batch<unknown>([
    db
      .prepare(
        // One pass over the day rows of the branch; each belongs to the child whose path it starts with.
        `WITH line AS (
           SELECT t.* FROM campaign_unit t WHERE t.campaign = ?1 AND (t.unit = ?2 OR t.parent = ?2)),
         counted AS (
           SELECT p.path, d.n, d.day FROM campaign_unit h
           JOIN campaign_unit p ON p.campaign = ?1 AND p.answers = 1 AND p.path >= h.path AND p.path < h.path || '~'
           JOIN day_count d ON d.campaign = ?1 AND d.unit = p.unit
           WHERE h.campaign = ?1 AND h.unit = ?2)
         SELECT l.unit, l.kind, l.name, l.path, l.parent, l.households, l.places,
           coalesce(sum(c.n), 0) AS n,
           coalesce(sum(c.n) FILTER (WHERE c.day = ?3), 0) AS today,
           coalesce(sum(c.n) FILTER (WHERE c.day > ?4), 0) AS week,
           count(DISTINCT c.path) FILTER (WHERE c.n > 0) AS answered,
           (SELECT count(*) FROM campaign_unit b WHERE b.campaign = ?1 AND b.parent = l.unit) AS children
         FROM line l LEFT JOIN counted c ON c.path >= l.path AND c.path < l.path || '~'
         GROUP BY l.unit ORDER BY l.unit <> ?2, l.position`,
      )
      .bind(asked.campaign, asked.unit, today, placeDay(now - 7 * day)),
    db
      .prepare(
        `SELECT a.unit AS id, a.kind, a.name FROM campaign_unit t, json_each(t.chain) k
         JOIN campaign_unit a ON a.campaign = t.campaign AND a.unit = k.value
         WHERE t.campaign = ?1 AND t.unit = ?2 AND a.unit <> ?2 ORDER BY length(a.path)`,
      )
      .bind(asked.campaign, asked.unit),
    db
      .prepare(
        `SELECT d.day, sum(d.n) AS n FROM campaign_unit h
         JOIN campaign_unit p ON p.campaign = ?1 AND p.answers = 1 AND p.path >= h.path AND p.path < h.path || '~'
         JOIN day_count d ON d.campaign = ?1 AND d.unit = p.unit AND d.day > ?3
         WHERE h.campaign = ?1 AND h.unit = ?2 GROUP BY d.day ORDER BY d.day`,
      )
      .bind(asked.campaign, asked.unit, placeDay(now - shown * day)),
  ]);
  const all = ((lines?.results ?? []) as Line[]).map((line) => ({
    unit: { id: line.unit, kind: line.kind, name: line.name },
    n: line.n,
    today: line.today,
    week: line.week,
    households: line.households,
    places: line.places,
    silent: line.places - line.answered,
    drill: line.children > 0,
  }));
  const [here, ...children] = all;
  if (!here) throw new Refusal('not-found');
  return {
    here,
    above: (above?.results ?? []) as { id: string; kind: string; name: string }[],
    children,
    days: (days?.results ?? []) as { day: string; n: number }[],
  };
}
