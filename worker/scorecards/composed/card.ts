// A composed card at a unit: every measure here and at the units below, what became of it since the period before, and the
// weighed total. The same for the board, for the preview and for what is signed off.
import type { ComposedCard, Figure, MeasureLine, Reason } from '../../../schema/api/composed.ts';
import { difference, isClear, type Measured } from '../../../schema/measures/interval.ts';
import { averageOf } from '../../../schema/measures/points.ts';
import { type Body, inHundred, type Measure } from '../../../schema/scorecards/body.ts';
import { decimalsOf, rounded } from '../../../schema/scorecards/frozen.ts';
import { type Period, periodBefore } from '../../../schema/scorecards/period.ts';
import { type Found, figureOf, type Got, isFound, isPartial, measuredOf, missing } from './got.ts';
import { runsIn, type Seen, type SeenRuns, seeRuns } from './runs.ts';
import { type Place, type Reading, readMeasure, type Span } from './sources.ts';

export interface Wanted {
  title: string;
  body: Body;
  place: Place;
  above: ComposedCard['above'];
  demo: boolean;
  /** '' while it is composed, or for the card of one run */
  scorecard: string;
  /** null: the card of one run */
  period: Period | null;
  span: Span;
  runs: SeenRuns;
  /** groups of fewer are hidden */
  k: number;
  /** of the period before; undefined where nothing is compared */
  before: { span: Span; period: string; runs: SeenRuns } | undefined;
  now: number;
  /** a reason to hold back a figure of a run at a unit, beside what its board hides */
  holds?: (unit: string, run: Seen, measure: Measure) => Reason | undefined;
}

/** What a period's card and the one before it are read from. */
export async function inPeriods(
  db: D1Database,
  place: Place,
  body: Body,
  period: Period,
  reader: { k: number; now: number; home: string },
): Promise<Pick<Wanted, 'period' | 'span' | 'runs' | 'before' | 'k'>> {
  const earlier = periodBefore(period);
  const [now, then] = await seeRuns(
    db,
    place.id,
    await runsIn(db, place, body, [period, earlier], reader),
    reader,
  );
  return {
    period,
    span: period,
    runs: now ?? new Map(),
    k: reader.k,
    before: { span: earlier, period: earlier.key, runs: then ?? new Map() },
  };
}

export async function composed(db: D1Database, wanted: Wanted): Promise<ComposedCard> {
  const { body, place, span, scorecard, before, k } = wanted;
  const asked = { db, place, scorecard, k, now: wanted.now };
  const period = wanted.period?.key ?? '';
  const read = await Promise.all(
    body.measures.map(async (measure) => ({
      measure,
      now: await readMeasure(measure, { ...asked, span, period, runs: wanted.runs }),
      past: before && (await readMeasure(measure, { ...asked, ...before })),
    })),
  );
  const at = (reading: Reading, unit: string, measure: Measure): Got => {
    const why = reading.run && wanted.holds?.(unit, reading.run, measure);
    return why ? missing(why) : reading.at(unit);
  };
  const measures = read.map(({ measure, now, past }) => {
    const earlier = past ? at(past, place.id, measure) : undefined;
    const here = at(now, place.id, measure);
    const isOne = earlier && isFound(earlier) && !isPartial(earlier) && !isPartial(here);
    return lineOf(place, measure, now, here, past && isOne ? { past, earlier } : undefined);
  });
  return {
    title: wanted.title,
    unit: { id: place.id, kind: place.kind, name: place.name },
    above: wanted.above,
    period: wanted.period,
    asOf: wanted.now,
    measures,
    total: totalOf(
      read.flatMap(({ measure, now }) => {
        const got = at(now, place.id, measure);
        return isWeighed(measure, now, got) ? [{ measure, got }] : [];
      }),
    ),
    rows: reached(place, read).map((unit) => ({
      unit: { id: unit.id, kind: unit.kind, name: unit.name },
      figures: read.map(({ measure, now }) => figureOf(measure, at(now, unit.id, measure))),
    })),
    notes: [],
    demo: wanted.demo,
  };
}

/** Why a unit has nothing of a measure in a period: it did not reach there. */
const absent: ReadonlySet<Reason> = new Set<Reason>([
  'no-form',
  'no-run',
  'no-contest',
  'no-vote',
  'no-evaluation',
  'not-reported',
]);
const isThere = (got: Got): boolean => (isFound(got) ? got.n !== 0 || got.of !== null : !absent.has(got.why));
const isMoved = (got: Got): boolean => !isFound(got) && got.why === 'elsewhere';

/**
 * Units below that anything on the card reached; all of them where nothing did. What staff report reaches where it was
 * reported, and does not tell where it still will be; nor does a unit that moved tell of those that it came to.
 */
function reached(
  { children }: Place,
  read: readonly { measure: Measure; now: Reading }[],
): Place['children'] {
  const counted = read.filter(({ measure }) => measure.source.kind !== 'reported').map(({ now }) => now);
  const tells = children.some(({ id }) => counted.some((now) => isThere(now.at(id)) && !isMoved(now.at(id))));
  return tells ? children.filter(({ id }) => read.some(({ now }) => isThere(now.at(id)))) : children;
}

function lineOf(
  place: Place,
  measure: Measure,
  now: Reading,
  here: Got,
  before: { past: Reading; earlier: Found } | undefined,
): MeasureLine {
  const { source } = measure;
  const line: MeasureLine = {
    id: measure.id,
    title: measure.title,
    kind: source.kind,
    what: now.what,
    suffix: now.suffix,
    better: measure.better,
    target: measure.target,
    fair: measure.fair,
    weight: isWeighed(measure, now, here) ? measure.weight : 0,
    ...(measure.weight > 0 && !isWeighed(measure, now, here) && { unweighed: true as const }),
    figure: figureOf(measure, here),
    before: before?.earlier.value ?? null,
    change:
      before && isFound(here)
        ? changeOf(decimalsOf(source.kind), now, here, before.past, before.earlier)
        : null,
    how: {
      run: now.run ? runOf(now.run, place) : null,
      mapping: 'mapping' in source ? source.mapping : 'linear',
      // What is held back here is not told by its parts.
      parts: isFound(here) ? now.parts : [],
      // How many said 不了解 tells nothing of what anybody thinks, so it may stand beside what is closed.
      missing: isFound(here) || (here.why !== 'held' && here.why !== 'open') ? now.missing : null,
      reported: now.reported,
      ...(now.evaluation && { evaluation: now.evaluation }),
    },
  };
  return rounded(line, decimalsOf(source.kind));
}

function changeOf(
  decimals: number,
  now: Reading,
  here: Found,
  past: Reading,
  earlier: Found,
): MeasureLine['change'] {
  // Two scales are two questions, whatever they are called.
  if (now.basis !== past.basis) return null;
  const ranged = (found: Found) => {
    const told = rounded(found, decimals);
    return measuredOf(told) ?? { ...told, low: told.value, high: told.value };
  };
  const { value, low, high } = difference(ranged(here), ranged(earlier));
  // Without an interval nothing says how sure a figure is, and so nothing of its change.
  return { value, low, high, clear: low < high && isClear({ low, high }) };
}

function runOf({ side: { head }, open, older }: Seen, place: Place): NonNullable<MeasureLine['how']['run']> {
  const below = () => place.children.some(({ id }) => older?.(id));
  const kept = older?.(place.id) ? 'here' : below() ? 'below' : undefined;
  return {
    id: head.id,
    title: head.title,
    opensAt: head.opens_at,
    closesAt: head.closes_at,
    open,
    version: head.version,
    access: head.access,
    ...(kept && { older: kept }),
  };
}

const isWeighed = ({ weight, source }: Measure, { run }: Reading, got: Got): boolean =>
  weight > 0 && inHundred(source, run?.side.head.access) && !isPartial(got);

/** Only where all that is weighed has a figure: a total without one of its parts is another total. */
function totalOf(weighed: readonly { measure: Measure; got: Got }[]): Figure | null {
  if (weighed.length === 0) return null;
  const aim = { better: 'higher', target: null, fair: null } as const;
  const figures = weighed.flatMap(({ measure: { better }, got }) => {
    const measured = isFound(got) ? measuredOf(got) : undefined;
    return measured ? [towardsBetter(measured, better)] : [];
  });
  const average =
    figures.length === weighed.length
      ? averageOf(
          figures,
          weighed.map(({ measure }) => measure.weight),
        )
      : null;
  return figureOf(aim, average ? { ...average, n: null, of: null } : missing('incomplete'));
}

/** On 0–100 with the better end at 100; a rate where households moved in since, or a score with its bonus, may be more and counts as that. */
export function towardsBetter({ value, low, high }: Measured, better: Measure['better']): Measured {
  const within = (figure: number) => Math.max(0, Math.min(100, figure));
  if (better === 'higher') return { value: within(value), low: within(low), high: within(high) };
  return { value: 100 - within(value), low: 100 - within(high), high: 100 - within(low) };
}
