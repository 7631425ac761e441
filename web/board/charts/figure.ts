// A figure of the board: one sentence, its drawing and its table, all made from the same counts, so that they cannot
// differ on the page, in a picture or in a sheet.
import type { Measured } from '../../../schema/measures/interval.ts';
import type { Draw } from '../../ui/drawing/picture.ts';
import { t } from './words.ts';

export interface Figure {
  title: string;
  says: string;
  draw: Draw;
  head: readonly string[];
  /** figures as numbers, with one decimal as they are shown */
  rows: readonly (readonly (string | number)[])[];
}

/** As it is shown: more of a mean would tell the answers that it was made of. */
export const shown = (value: number): number => Math.round(value * 10) / 10;

export const rangeCells = (range: Measured | null): (string | number)[] =>
  range ? [shown(range.value), shown(range.low), shown(range.high)] : ['', '', ''];
export const rangeHeads = (): string[] => [t('score'), t('low'), t('high')];

/** `得分从 61.0（停车）到 82.4（环境）。` */
export function spanWords(all: readonly { title: string; value: number }[]): string {
  const order = [...all].sort((a, b) => a.value - b.value);
  const [least, most] = [order[0], order.at(-1)];
  if (!least || !most) return t('nothing');
  const figures = { least: least.value.toFixed(1), most: most.value.toFixed(1) };
  return least === most
    ? t('single', { title: least.title, least: figures.least })
    : t('span', { ...figures, low: least.title, high: most.title });
}
