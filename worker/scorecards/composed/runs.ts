// Which runs a card reads: of each form one that has opened in the period, or the one picked by hand; and what can be seen of
// each at a unit, through the same sight as its own board.
import { type Body, formOf } from '../../../schema/scorecards/body.ts';
import type { Period } from '../../../schema/scorecards/period.ts';
import { phaseOf } from '../../fill/facts.ts';
import { idsOf } from '../../units/store.ts';
import { sides } from '../card.ts';
import { type Side, type Sight, sight } from '../compose.ts';

export interface Seen {
  side: Side;
  sight: Sight;
  k: number;
  open: boolean;
  /** of what is public: units whose figures stayed as they were published before */
  older?: (unit: string) => boolean;
}
/** By form; a form without a run in the period is not in it. */
export type SeenRuns = ReadonlyMap<string, Seen>;

interface RunRow {
  id: string;
  form: string;
  opens_at: number;
}

const formsOf = ({ measures }: Pick<Body, 'measures'>): string[] => [
  ...new Set(measures.flatMap(({ source }) => formOf(source) || [])),
];

/**
 * For each period the ids of the runs that count in it, by form; what has not begun counts in none. One read.
 * `home`: the unit that the card is kept at. Of several runs of a form those count that cover the highest unit from there
 * down to the place, and of these the newest: so a row of a card and the card of that unit are of one run.
 */
export async function runsIn(
  db: D1Database,
  place: { id: string; path: string },
  body: Pick<Body, 'measures' | 'picks'>,
  periods: readonly Period[],
  { home, now }: { home: string; now: number },
): Promise<ReadonlyMap<string, string>[]> {
  const forms = formsOf(body);
  if (forms.length === 0) return periods.map(() => new Map());
  const chain = idsOf(place.path);
  const { results } = await db
    .prepare(
      `SELECT c.id, c.form, c.opens_at FROM json_each(?2) f CROSS JOIN campaign c INDEXED BY campaign_by_form
         ON c.form = f.value JOIN campaign_unit t ON t.campaign = c.id AND t.unit = ?1
       WHERE c.opens_at <= ?6 AND ((c.opens_at >= ?3 AND c.opens_at < ?4) OR c.id IN (SELECT value FROM json_each(?5)))
       ORDER BY (SELECT min(h.key) FROM json_each(?7) h JOIN campaign_unit a ON a.campaign = c.id AND a.unit = h.value),
         c.opens_at DESC, c.id`,
    )
    .bind(
      place.id,
      JSON.stringify(forms),
      Math.min(...periods.map(({ from }) => from)),
      Math.max(...periods.map(({ to }) => to)),
      JSON.stringify(body.picks.map(({ run }) => run)),
      now,
      JSON.stringify(chain.slice(Math.max(0, chain.indexOf(home)))),
    )
    .all<RunRow>();
  return periods.map((period) => {
    const chosen = new Map<string, string>();
    for (const form of forms) {
      const picked = body.picks.find((one) => one.form === form && one.period === period.key);
      const counts = (one: RunRow) =>
        picked ? one.id === picked.run : one.opens_at >= period.from && one.opens_at < period.to;
      const run = results.find((one) => one.form === form && counts(one));
      if (run) chosen.set(form, run.id);
    }
    return chosen;
  });
}

/** What can be seen of several sets of runs at a unit, each run read once. */
export async function seeRuns(
  db: D1Database,
  unit: string,
  sets: readonly ReadonlyMap<string, string>[],
  reader: { k: number; now: number },
): Promise<SeenRuns[]> {
  const ids = [...new Set(sets.flatMap((set) => [...set.values()]))];
  const read = ids.length > 0 ? await sides(db, unit, ids) : [];
  const seen = new Map<string, Seen>();
  for (const side of read)
    if (side)
      seen.set(side.head.id, {
        side,
        sight: sight(side, reader.k),
        k: reader.k,
        open: phaseOf(side.head, reader.now) !== 'closed',
      });
  return sets.map((set) => {
    const found = new Map<string, Seen>();
    for (const [form, id] of set) {
      const run = seen.get(id);
      if (run) found.set(form, run);
    }
    return found;
  });
}
