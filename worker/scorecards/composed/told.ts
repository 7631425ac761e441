// What may be signed of a run is what is public of it: its newest publication, made first where answers are missing from
// it. So a signed card, an older one and the public pages never tell apart what a few people answered.
import type { Reason } from '../../../schema/api/composed.ts';
import type { ItemMeasures } from '../../../schema/measures/item.ts';
import { type Measure, weighedItems } from '../../../schema/scorecards/body.ts';
import { Refusal } from '../../http/refusal.ts';
import { idOf } from '../lines.ts';
import { publishEnded, type Told, toldOf } from '../publication/read.ts';
import type { Seen, SeenRuns } from './runs.ts';

type Units = ReadonlyMap<string, Told>;

const untold: ItemMeasures = {
  base: 0,
  bars: [],
  others: null,
  score: null,
  satisfied: null,
  nps: null,
  mean: null,
};

/** The run as the public sees it, read in the same way as its board. */
function asPublic(seen: Seen, units: Units): Seen {
  const { family } = seen.side;
  const cardOf = (unit: string) => units.get(unit)?.card;
  return {
    ...seen,
    older: (unit) => !!cardOf(unit) && !!units.get(unit)?.held.includes(''),
    side: {
      ...seen.side,
      family: {
        ...family,
        tally: (unit) => {
          const card = cardOf(unit);
          return card ? { n: card.n, counts: {}, channels: {} } : family.tally(unit);
        },
      },
    },
    sight: {
      ...seen.sight,
      veil: { ...seen.sight.veil, unit: (unit) => !cardOf(unit) },
      measure: (unit, { question, row }) =>
        cardOf(unit)?.items.find((item) => item.question === question && item.row === row) ?? untold,
    },
  };
}

const linesIn = ({ source }: Measure) =>
  source.kind === 'question' ? [source] : source.kind === 'index' ? weighedItems(source.items) : [];

function heldBack(told: Told | undefined, { sight }: Seen, measure: Measure): boolean {
  if (!told?.card) return told?.held.includes('') ?? false;
  const { items, headline, published } = told.card;
  // The card is the older one where the whole is held, so it says itself what it leaves out.
  if (!published || published.held.length === 0) return false;
  if (measure.source.kind === 'overall') return headline.score === null;
  const isIn = (lines: readonly { question: string; row: string }[], id: string) =>
    lines.some((line) => idOf(line) === id);
  return linesIn(measure)
    .map(idOf)
    .some((id) => isIn(sight.lines.countable, id) && !isIn(items, id));
}

export interface Public {
  sets: SeenRuns[];
  /** why there is no figure of a run at a unit, beside what is hidden there */
  holds(unit: string, run: Seen, measure: Measure): Reason | undefined;
}

/** @throws Refusal publication-making while the last publication of a run is not whole */
export async function asTold(
  db: D1Database,
  sets: readonly SeenRuns[],
  units: readonly string[],
  now: number,
): Promise<Public> {
  const runs = new Map(sets.flatMap((set) => [...set.values()].map((seen) => [seen.side.head.id, seen])));
  const over = [...runs.values()].filter(({ open }) => !open);
  for (const { side } of over)
    if (!(await publishEnded(db, side.head, now))) throw new Refusal('publication-making');
  const told = await toldOf(
    db,
    over.map(({ side }) => side.head.id),
    units,
  );
  const of = ({ side }: Seen): Units => told.get(side.head.id) ?? new Map();
  return {
    sets: sets.map((set) => new Map([...set].map(([form, seen]) => [form, asPublic(seen, of(seen))]))),
    holds: (unit, run, measure) =>
      run.open ? 'open' : heldBack(of(run).get(unit), run, measure) ? 'held' : undefined,
  };
}
