// Figures of a card in words: one decimal for scores, so that 82.0 and 82.4 stand in line.
import { count, rateFigure } from '../ui/figures.ts';
import { t as ui } from '../ui/words/ui.ts';
import type { CardItem, ChildLine, Scorecard, Tile } from './card-types.ts';
import { t } from './words.ts';

/** A line of a card among the others, and where notes name it. */
export const idOf = ({ question, row }: Pick<CardItem, 'question' | 'row'>): string => `${question}:${row}`;
export const points = (value: number): string => value.toFixed(1).replace('-', '−');
export const aboutWords = (range: { low: number; high: number }): string =>
  t('about', { low: points(range.low), high: points(range.high) });
export const aboutIn = (range: { low: number; high: number }): string =>
  t('aboutIn', { low: points(range.low), high: points(range.high) });

type Change = Tile['change'] | Scorecard['headline']['change'];

/** How far it went, always as positive figures, smaller first: `低 3.2（1.0–5.4）`. */
export function distance(change: { value: number; low: number; high: number }) {
  const [near, far] = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b);
  return { by: points(Math.abs(change.value)), low: points(near ?? 0), high: points(far ?? 0) };
}

/** What became of a figure, in words: up, down, or nothing that can be told. */
export function changeWords(change: NonNullable<Change>): string {
  if (!change.clear) return t('tileSame');
  return t(change.value > 0 ? 'tileUp' : 'tileDown', distance(change));
}

/** The bars of a question, with those that are shown together only as the last one; alone that would say nothing. */
export const barsOf = ({ bars, others }: CardItem): CardItem['bars'] =>
  others?.n && bars.some(({ missing }) => !missing)
    ? [...bars, { key: '', label: t('others'), n: others.n, missing: false, retired: false }]
    : bars;

/** Why a unit has no score of its own; undefined where it has one. */
export function whyNoScore(
  { n, hidden, score, items }: ChildLine,
  { k }: Pick<Scorecard, 'k'>,
): string | undefined {
  if (n === 0) return t('silentUnit');
  if (hidden) return n === null ? ui('hiddenUnit', { k }) : ui('hiddenBeside');
  if (score) return undefined;
  return t(items.length > 0 ? 'scoreBeside' : 'notScored');
}

/** How many answered, and of how many households. The exact number of a small group stays on the progress page. */
export function countWords({ n, households }: ChildLine, { k }: Pick<Scorecard, 'k'>): string {
  if (n === null) return t('under', { k });
  return households > 0
    ? t('countOf', { n: count(n), households: count(households) })
    : t('countOnly', { n: count(n) });
}
export const rateWords = ({ rate }: ChildLine): string =>
  rate ? t(rate.kind === 'response' ? 'rateValue' : 'perValue', { value: rateFigure(rate.value) }) : '';

/** More of a score's items are not named, but counted. */
const namedMost = 2;
/** That the score of a unit below leaves items out, and which ones it is of; '' where it has all of them. */
export function partWords({ score, items }: ChildLine, card: Pick<Scorecard, 'items'>): string {
  const scored = card.items.filter((item) => item.score);
  const told = scored.filter((_, at) => items[at]);
  if (!score || told.length === items.length) return '';
  const of = items.length;
  return told.length > namedMost
    ? t('scorePart', { n: told.length, of })
    : t('scoreOnly', { list: told.map(({ short }) => short).join(t('comma')), of });
}
/** Nothing of a unit can be set against the others. */
export const isBlank = ({ items }: ChildLine): boolean => items.every((one) => one === null);
/** Some items of a unit are shown and others are not. */
export const isPartly = (child: ChildLine): boolean => !isBlank(child) && child.items.includes(null);

/** Fewer answers than this come with a word of caution. */
export const few = 10;
