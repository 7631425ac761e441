// The at most three things to watch, in this order: what became clearly worse, lines and then units below, the worst
// first; lines whose whole range is low; units below whose figures stand on few answers, or that are too small for any;
// units below with none.
import type { ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
import { lowScore } from '../../schema/measures/watch.ts';
import type { Rated } from './compose.ts';
import type { Family } from './family.ts';

const most = 3;
/** Fewer answers than this are shown with a word of caution. */
const fewAnswers = 10;

type Attention = Scorecard['attention'];

export function attention(
  rated: readonly Rated[],
  children: readonly ChildLine[],
  family: Family,
): Attention {
  const worse = clearlyWorse(rated);
  const named = new Set(worse.map(({ line }) => line));
  const low = rated
    .filter(({ line, score }) => !named.has(line) && score.high < lowScore)
    .sort((a, b) => a.score.value - b.score.value);
  // Few answers are a warning beside a figure: where none is shown there is nothing to take with care.
  const few = children
    .filter(({ n, hidden, score }) => (hidden ? n === null : score && (n ?? 0) < fewAnswers))
    .sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
  const silent = children.filter(({ n }) => n === 0);
  const places = new Map(family.childrenOf(family.unit.id).map((child) => [child.id, child.places]));
  const all: Attention = [
    ...[
      ...worse.map((one) => ({ ...one, title: one.line.short })),
      ...clearlyWorse(children).map((one) => ({ ...one, title: one.unit.name })),
    ].flatMap(({ title, score: value, change }) =>
      value ? [{ why: 'worse' as const, title, value, change }] : [],
    ),
    ...low.map(({ line, score }) => ({ why: 'low' as const, title: line.short, value: score })),
    ...few.map(({ unit, n }) => ({ why: 'few' as const, title: unit.name, n })),
    ...silent.slice(0, 1).map(({ unit }) => ({
      why: 'silent' as const,
      title: unit.name,
      places: silent.reduce((sum, child) => sum + (places.get(child.unit.id) ?? 0), 0),
    })),
  ];
  return all.slice(0, most);
}

/** Those whose whole range of the change lies below 0, the worst first. */
const clearlyWorse = <One extends { change: Rated['change'] }>(all: readonly One[]) =>
  all
    .flatMap((one) => (one.change && one.change.high < 0 ? [{ ...one, change: one.change }] : []))
    .sort((a, b) => a.change.value - b.change.value);
