// A score over the runs of one form: the point of each run that asked the same, with its range; what was asked in another
// way or may not be shown says so instead.
import type { Measured } from '../../../schema/measures/interval.ts';
import { drawTrend } from '../../ui/drawing/trend.ts';
import { dayWords } from '../../ui/time.ts';
import type { Scorecard } from '../card-types.ts';
import { type Figure, rangeCells, rangeHeads } from '../charts/figure.ts';
import { distance, points } from '../figures.ts';
import { between, type Pair } from './between.ts';
import { t } from './words.ts';

/** Runs looked back through. */
export const runsMost = 8;

export interface Run {
  title: string;
  /** it closed then; one that is open stands at the moment it was read */
  at: number;
  open: boolean;
  n: number;
  score: Measured | null;
  /** why there is no point */
  why?: 'hidden' | 'none' | 'asked';
  /** to the latest run */
  since: Pair | null;
}

/** `earlier` cards of the same unit, oldest first. `item`: which question's score; '' for the overall one. */
export function runsOf(now: Scorecard, earlier: readonly Scorecard[], item = ''): Run[] {
  return [...earlier, now].map((card) => {
    const both = between(now, card);
    const { title, phase, closesAt } = card.campaign;
    const open = phase !== 'closed';
    const about = { title, at: open ? card.asOf : closesAt, open, n: card.n ?? 0 };
    const pair = item ? both.items.find(({ key }) => key === item) : both.headline;
    // The overall score of other questions is another score.
    const same = pair !== undefined && pair !== null && (item !== '' || both.apart.length === 0);
    if (card.n === 0) return { ...about, score: null, why: 'none', since: null };
    if (card.hidden) return { ...about, n: 0, score: null, why: 'hidden', since: null };
    if (!same) return { ...about, score: null, why: 'asked', since: null };
    return { ...about, score: pair.before, since: card === now ? null : pair };
  });
}

export function trendFigure(unit: string, title: string, runs: readonly Run[]): Figure {
  return {
    title: t('trendOf', { unit, title }),
    says: trendWords(runs),
    draw: (pen) =>
      drawTrend(
        pen,
        runs.map(({ at, score }) => ({ label: dayWords(at), range: score ?? undefined })),
      ),
    head: [t('run'), t('closed'), ...rangeHeads(), t('n'), t('sinceThen')],
    rows: runs.map(({ title: run, at, open, score, why, n, since }) => [
      run,
      open ? t('stillOpen', { day: dayWords(at) }) : dayWords(at),
      ...(why ? [t(why), '', ''] : rangeCells(score)),
      why === 'hidden' ? '' : n,
      since ? changeOf(since) : '',
    ]),
  };
}

/** Against the run before, and against the first. */
function trendWords(runs: readonly Run[]): string {
  const now = runs.at(-1);
  const told = runs.slice(0, -1).filter(({ since }) => since);
  const [first, last] = [told[0], told.at(-1)];
  if (!now?.score || !first?.since || !last?.since) return t('noTrend');
  return [
    t('trendNow', {
      value: points(now.score.value),
      low: points(now.score.low),
      high: points(now.score.high),
    }),
    t('trendSince', { title: last.title, change: changeOf(last.since) }),
    first === last ? '' : t('trendSince', { title: first.title, change: changeOf(first.since) }),
    t('stop'),
  ].join('');
}

/** `高 3.2 分（1.0–5.4）`, or that nothing can be told: of two periods, or of two units. */
export function changeOf({ change }: Pair, unclear: 'unclear' | 'noDifference' = 'unclear'): string {
  if (change.state === 'incomparable') return t('asked');
  if (change.state === 'unclear') return t(unclear);
  return t(change.state, distance(change));
}
