// Two cards beside each other: of two periods, or of two units of one campaign. Only what both were asked alike is
// compared, and a difference is told only where it is clear.
import { type Change, changeSince, type Dated } from '../../../schema/measures/change.ts';
import type { Measured } from '../../../schema/measures/interval.ts';
import { linear } from '../../../schema/measures/mapping.ts';
import { averageOf } from '../../../schema/measures/points.ts';
import type { CardItem, Scorecard } from '../card-types.ts';
import { idOf } from '../figures.ts';

export interface Pair {
  /** question and row; '' for the overall score */
  key: string;
  title: string;
  now: Measured;
  before: Measured;
  change: Change;
}

/** A question asked in other words, or on another scale, is another version of itself. */
const asked = ({ title, keys }: CardItem) => JSON.stringify([title, keys]);

const dated = (score: Measured, id: string, version: number): Dated => ({
  ...score,
  question: { id, version },
  mapping: linear,
});

export interface Between {
  /** the mean of what both score alike; null where that is nothing */
  headline: Pair | null;
  items: Pair[];
  /** scored here, and not there or asked there in another way */
  apart: string[];
}

/** From `before` to `now`. */
export function between(now: Scorecard, before: Scorecard): Between {
  const others = new Map(before.items.map((item) => [idOf(item), item]));
  const items: Pair[] = [];
  const apart: string[] = [];
  for (const item of now.items) {
    if (!item.score) continue;
    const other = others.get(idOf(item));
    const version = other && asked(other) === asked(item) ? 1 : 2;
    const change =
      other?.score && changeSince(dated(other.score, idOf(item), version), dated(item.score, idOf(item), 1));
    if (other?.score && change && change.state !== 'incomparable')
      items.push({ key: idOf(item), title: item.short, now: item.score, before: other.score, change });
    else apart.push(item.short);
  }
  const mean = (pick: (pair: Pair) => Measured) => averageOf(items.map(pick));
  const [here, there] = [mean((pair) => pair.now), mean((pair) => pair.before)];
  return {
    headline: here &&
      there && {
        key: '',
        title: '',
        now: here,
        before: there,
        change: changeSince(dated(there, '', 1), dated(here, '', 1)),
      },
    items,
    apart,
  };
}
