// Two units or two periods, figure by figure, with what can be told of the difference.
import { drawRanges } from '../../ui/drawing/ranges.ts';
import { type Figure, rangeCells } from '../charts/figure.ts';
import { points } from '../figures.ts';
import type { Between, Pair } from './between.ts';
import { changeOf } from './trend.ts';
import { t } from './words.ts';

export interface Compared {
  /** of the overall score */
  name: string;
  here: string;
  there: string;
  /** two units of one campaign; else two periods */
  units: boolean;
}

export function compareFigure(both: Between, { name, here, there, units }: Compared): Figure {
  const differ = (pair: Pair) => changeOf(pair, units ? 'noDifference' : 'unclear');
  const pairs = [...(both.headline ? [{ ...both.headline, title: name }] : []), ...both.items];
  return {
    title: t('compareOf', { here, there }),
    says: both.headline
      ? t('compareSays', {
          here,
          there,
          now: points(both.headline.now.value),
          before: points(both.headline.before.value),
          change: differ(both.headline),
        })
      : t('nothingAlike'),
    draw: (pen) =>
      drawRanges(
        pen,
        pairs.map((pair) => ({
          label: pair.title,
          figure: differ(pair),
          range: pair.now,
          before: pair.before.value,
        })),
      ),
    head: [t('what'), here, t('low'), t('high'), there, t('low'), t('high'), t('difference')],
    rows: pairs.map((pair) => [
      pair.title,
      ...rangeCells(pair.now),
      ...rangeCells(pair.before),
      differ(pair),
    ]),
  };
}
