// From tallies to a card. Pure: the same tallies give the same card to every reader; what differs by reader (rights,
// where their branch begins) comes in as an argument.
import type { CardItem, ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { difference, isClear, type Measured } from '../../schema/measures/interval.ts';
import { type ItemMeasures, measure } from '../../schema/measures/item.ts';
import { averageOf } from '../../schema/measures/points.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import { phaseOf } from '../fill/facts.ts';
import { attention } from './attention.ts';
import type { Family, Member } from './family.ts';
import { type Line, type Lines, lines, scaleOf } from './lines.ts';
import { type Counted, standing } from './standing.ts';
import type { HeadRow } from './store.ts';
import { type Veil, veil } from './veil.ts';

/** Tiles of a card: the first scored lines of the form, in its order. */
const tilesMost = 4;

/** One campaign's side of a card: this one's, or that of the one beside it. */
export interface Side {
  head: HeadRow;
  family: Family;
  /** the campaign's version, then older ones whose ids are still counted, newest first */
  definitions: readonly Definition[];
}

export interface Reader {
  now: number;
  /** groups smaller than this are hidden */
  k: number;
  mayReadAnswers: boolean;
  /** whether a unit above may be opened by this reader */
  sees(path: string): boolean;
  /** lines that are left out */
  without?: ((line: Line) => boolean) | undefined;
}

export function compose(side: Side, beside: Side | undefined, reader: Reader): Scorecard {
  const { head, family } = side;
  const { unit } = family;
  const here = sight(side, reader.k, reader.without);
  const there = beside && sight(beside, reader.k);
  const tally = family.tally(unit.id);
  const hidden = here.veil.unit(unit.id);
  const n = toldCount(tally.n, hidden, reader.k);
  const countable = hidden ? [] : here.lines.countable;
  const rated = countable.flatMap((line) => {
    const { score, base } = here.measure(unit.id, line);
    return score ? [{ line, score, base, change: changeOf(line, score, here, there) }] : [];
  });
  const tiles = rated.slice(0, tilesMost);
  const children = hidden
    ? []
    : standing(
        family.childrenOf(unit.id).map((child) =>
          childLine(
            child,
            side,
            here,
            tiles.map(({ line }) => line),
            rated.map(({ line }) => line),
          ),
        ),
        here,
        there,
        reader.k,
      ).map((child) => withoutFew(child, reader.k));
  return {
    campaign: {
      id: head.id,
      kind: head.kind,
      title: head.title,
      phase: phaseOf(head, reader.now),
      opensAt: head.opens_at,
      closesAt: head.closes_at,
      access: head.access,
      organiser: head.organiser,
      version: head.version,
    },
    unit: ref(unit),
    above: family.chain
      .slice(0, -1)
      .filter(({ path }) => reader.sees(path))
      .map(ref),
    asOf: reader.now,
    n,
    places: unit.places,
    rate: n === null ? null : rateOf(head, unit, n),
    k: reader.k,
    hidden,
    headline: {
      score: averageOf(rated.map(({ score }) => score)),
      change: headlineChange(unit.id, here, there),
    },
    tiles: tiles.map(({ line, score, base, change }) => ({
      question: line.question,
      row: line.row,
      title: line.short,
      value: score,
      base,
      change,
    })),
    attention: hidden ? [] : attention(rated, children, family),
    items: countable.map((line) => cardItem(line, unit.id, here)),
    texts: hidden
      ? []
      : here.lines.texts.map((text) => ({ ...text, n: tally.counts[text.question]?._n ?? 0 })),
    children,
    merged: hidden
      ? null
      : mergedLine(
          side,
          here,
          tiles.map(({ line }) => line),
          rated.map(({ line }) => line),
        ),
    channels: hidden ? [] : Object.entries(tally.channels).map(([channel, n]) => ({ channel, n })),
    compared:
      there && beside
        ? {
            id: beside.head.id,
            title: beside.head.title,
            n: toldCount(beside.family.tally(unit.id).n, there.veil.unit(unit.id), reader.k),
            closesAt: beside.head.closes_at,
          }
        : null,
    mayReadAnswers: reader.mayReadAnswers,
    demo: head.demo === 1,
    published: null,
  };
}

/** What can be seen of one campaign: its lines, what is hidden, and the measures of a unit's line that is not. */
export interface Sight {
  lines: Lines;
  veil: Veil;
  unit: string;
  /** `z`: how sure the intervals are, 95 % for one figure unless said */
  measure(unit: string, line: Line, z?: number): ItemMeasures;
}

export function sight({ head, family, definitions }: Side, k: number, without?: Reader['without']): Sight {
  const top = family.chain[0] ?? family.unit;
  const all = lines(definitions, family.tally(top.id).counts);
  const shown = { ...all, countable: all.countable.filter((line) => !without?.(line)) };
  // What leaves the house can all be computed from what staff see there.
  const over = veil(family, k, k > boardThreshold ? veil(family, boardThreshold) : undefined);
  const mergedTallies = new Map(
    family.chain.flatMap(({ id }) => {
      const merged = over.merged(id);
      return merged ? [[merged.id, merged.tally] as const] : [];
    }),
  );
  const members = new Map(
    [top, ...family.chain.flatMap(({ id }) => family.childrenOf(id))].map((m) => [m.id, m]),
  );
  return {
    lines: shown,
    veil: over,
    unit: family.unit.id,
    measure(unit, line, z) {
      const { counts } = mergedTallies.get(unit) ?? family.tally(unit);
      const N = boundHouseholds(head, members.get(unit));
      const open = over.line(unit, line);
      return measure(line.item, counts[line.question] ?? {}, {
        type: line.type,
        mixed: line.mixed,
        N,
        z,
        open,
      });
    },
  };
}

/** Those who could have answered, known only where each household answers once. */
export const boundHouseholds = (head: HeadRow, unit: Member | undefined) =>
  head.access !== 'anyone' && unit && unit.households > 0 ? unit.households : undefined;

function rateOf(head: HeadRow, unit: Member, n: number): Scorecard['rate'] {
  if (unit.households <= 0) return null;
  const kind = head.access === 'anyone' ? 'perHundred' : 'response';
  return { kind, value: (n / unit.households) * 100, households: unit.households };
}

const ref = ({ id, kind, name }: Member) => ({ id, kind, name });

function cardItem(line: Line, unit: string, here: Sight): CardItem {
  const measures = here.measure(unit, line);
  const { others, mean, bars } = measures;
  return {
    question: line.question,
    row: line.row,
    title: line.title,
    short: line.short,
    type: line.type,
    scale: scaleOf(line),
    unit: line.item.unit ?? '',
    keys: line.item.keys.flatMap(({ key, missing, retired }) => (missing || retired ? [] : [key])),
    ...measures,
    hidden:
      mean === null && (others !== null || line.item.sum !== undefined) && !bars.some((bar) => !bar.missing),
  };
}

/** Small units together: no unit, so it leads nowhere and has no households of its own. */
function mergedLine(
  { family }: Side,
  here: Sight,
  tiles: readonly Line[],
  items: readonly Line[],
): Scorecard['merged'] {
  const merged = here.veil.merged(family.unit.id);
  // All of them together are the unit itself.
  if (!merged || merged.tally.n === family.tally(family.unit.id).n) return null;
  const names = new Map(family.childrenOf(family.unit.id).map(({ id, name }) => [id, name]));
  const score = (line: Line) => here.measure(merged.id, line).score;
  return {
    of: merged.of.map((id) => names.get(id) ?? ''),
    n: merged.tally.n,
    score: averageOf(here.lines.countable.flatMap((line) => score(line) ?? [])),
    tiles: tiles.map(score),
    items: items.map(score),
  };
}

function childLine(
  child: Member,
  { head, family }: Side,
  here: Sight,
  tiles: readonly Line[],
  items: readonly Line[],
): Counted {
  const { n } = family.tally(child.id);
  const hidden = here.veil.unit(child.id);
  const scores = here.lines.countable.flatMap((line) => here.measure(child.id, line).score ?? []);
  return {
    unit: ref(child),
    n,
    households: child.households,
    rate: rateOf(head, child, n),
    score: hidden ? null : averageOf(scores),
    tiles: tiles.map((line) => here.measure(child.id, line).score),
    items: items.map((line) => here.measure(child.id, line).score),
    change: null,
    place: null,
    hidden,
    drill: !hidden,
  };
}

/** What is hidden for being small has no number that tells how small. */
const toldCount = (n: number, hidden: boolean, k: number): number | null =>
  hidden && n > 0 && n < k ? null : n;
const withoutFew = (child: Counted, k: number): ChildLine =>
  toldCount(child.n, child.hidden, k) === null ? { ...child, n: null, rate: null } : child;

/** The same line of the other campaign; none when it asked something else there, or on another scale. */
function counterpart(line: Line, there: Sight | undefined): Line | undefined {
  const asked = ({ title, item }: Line) => JSON.stringify([title, item.points ?? []]);
  return there?.lines.countable.find(
    (other) => other.question === line.question && other.row === line.row && asked(other) === asked(line),
  );
}

const withClear = (change: Measured) => ({ ...change, clear: isClear(change) });

function changeOf(line: Line, score: Measured, here: Sight, there: Sight | undefined) {
  const other = counterpart(line, there);
  const before = other && there?.measure(here.unit, other).score;
  return before ? withClear(difference(score, before)) : null;
}

export interface Rated {
  line: Line;
  score: Measured;
  base: number;
  change: (Measured & { clear: boolean }) | null;
}

/** Over the lines that both campaigns score, so that a question added since then changes nothing. */
export function headlineChange(unit: string, here: Sight, there: Sight | undefined) {
  const pairs = here.lines.countable.flatMap((line) => {
    const other = counterpart(line, there);
    const before = other && there?.measure(unit, other).score;
    const score = before && here.measure(unit, line).score;
    return score ? [{ score, before }] : [];
  });
  const now = averageOf(pairs.map(({ score }) => score));
  const before = averageOf(pairs.map((pair) => pair.before));
  return now && before ? withClear(difference(now, before)) : null;
}
