// What a score and a satisfied share could be at worst and at best, if those who did not answer had answered: bounds that
// need no assumption. Known only where each household answers once.
import { type Interval, type Measured, worstCase } from '../../../schema/measures/interval.ts';
import type { Scorecard } from '../card-types.ts';

export interface Bounds {
  title: string;
  n: number;
  /** as it was answered, and as far as it could go */
  score: Measured;
  satisfied: Interval | null;
}

const hundred = ({ low, high }: Interval): Interval => ({ low: low * 100, high: high * 100 });

export function boundsOf({ items, rate }: Pick<Scorecard, 'items' | 'rate'>): Bounds[] {
  if (rate?.kind !== 'response') return [];
  const N = rate.households;
  return items.flatMap(({ short, base, score, satisfied }) => {
    // More answers than households: the roll is out of date, and the bounds would say nothing.
    if (!score || base > N) return [];
    const bounds = (value: number) => hundred(worstCase((value / 100) * base, base, N));
    return [
      {
        title: short,
        n: base,
        score: { value: score.value, ...bounds(score.value) },
        satisfied: satisfied && bounds(satisfied.value),
      },
    ];
  });
}
