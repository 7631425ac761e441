// The at most three things to watch, in this order: what became clearly worse; what scores below 60, or else the one
// line that is clearly below all others; units below whose figures stand on few answers, or that are too small for any;
// units below with none.
import type { ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
import type { Rated } from './compose.ts';
import type { Family } from './family.ts';

const most = 3;
const lowScore = 60;
/** Fewer answers than this are shown with a word of caution. */
export const fewAnswers = 10;

type Attention = Scorecard['attention'];

export function attention(
  rated: readonly Rated[],
  children: readonly ChildLine[],
  family: Family,
): Attention {
  const worse = rated
    .flatMap((one) => (one.change && one.change.high < 0 ? [{ ...one, change: one.change }] : []))
    .sort((a, b) => a.change.value - b.change.value);
  const named = new Set(worse.map(({ line }) => line));
  const rest = rated.filter(({ line }) => !named.has(line)).sort((a, b) => a.score.value - b.score.value);
  const below = rest.filter(({ score }) => score.value < lowScore);
  const low = below.length > 0 ? below : clearlyLowest(rated).filter(({ line }) => !named.has(line));
  // Few answers are a warning beside a figure: where none is shown there is nothing to take with care.
  const few = children
    .filter(({ n, hidden, score }) => (hidden ? n === null : score && (n ?? 0) < fewAnswers))
    .sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
  const silent = children.filter(({ n }) => n === 0);
  const places = new Map(family.childrenOf(family.unit.id).map((child) => [child.id, child.places]));
  const all: Attention = [
    ...worse.map(({ line, score, change }) => ({
      why: 'worse' as const,
      title: line.short,
      value: score,
      change,
    })),
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

/** The lowest line, when its whole interval lies below every other's. */
function clearlyLowest(rated: readonly Rated[]): readonly Rated[] {
  const [lowest, ...others] = [...rated].sort((a, b) => a.score.value - b.score.value);
  if (!lowest || others.length === 0) return [];
  return others.every(({ score }) => lowest.score.high < score.low) ? [lowest] : [];
}
