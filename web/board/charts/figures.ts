// The figures of a card: its scored items, the units below, both against each other, and the answers to one question.
import type { Measured } from '../../../schema/measures/interval.ts';
import { drawGrid } from '../../ui/drawing/grid.ts';
import { drawRanges } from '../../ui/drawing/ranges.ts';
import { drawRows, oneBar } from '../../ui/drawing/rows.ts';
import { count, percent, rateFigure } from '../../ui/figures.ts';
import type { CardItem, ChildLine, Scorecard } from '../card-types.ts';
import { barsOf, changeWords, isBlank, isPartly, partWords, points, whyNoScore } from '../figures.ts';
import { byScore, placeWords } from '../places.ts';
import { heat } from '../scale.ts';
import { t as board } from '../words.ts';
import { type Figure, rangeCells, rangeHeads, shown, spanWords } from './figure.ts';
import { t } from './words.ts';

const rangeFigure = (range: Measured) =>
  t('range', { value: points(range.value), low: points(range.low), high: points(range.high) });

const scoredOf = ({ items }: Scorecard) =>
  items.flatMap((item) => (item.score ? [{ ...item, score: item.score }] : []));

/** Every scored item with its range. */
export function itemsFigure(card: Scorecard): Figure {
  const scored = scoredOf(card);
  return {
    title: t('items'),
    says: spanWords(scored.map(({ short, score }) => ({ title: short, value: score.value }))),
    draw: (pen) =>
      drawRanges(
        pen,
        scored.map(({ short, score }) => ({ label: short, figure: rangeFigure(score), range: score })),
      ),
    head: [t('item'), ...rangeHeads(), t('satisfied'), t('answered')],
    rows: scored.map(({ title, score, satisfied, base }) => [
      title,
      ...rangeCells(score),
      satisfied ? shown(satisfied.value) : '',
      base,
    ]),
  };
}

/** Beside a figure that leaves items out. */
const partly = ({ items }: ChildLine) => {
  const n = items.filter(Boolean).length;
  return n < items.length ? t('partOf', { n, of: items.length }) : '';
};

/** What is more than nothing is never a 0, in a sheet either. */
const rateCell = (rate: number) => (rate > 0 && shown(rate) === 0 ? rateFigure(rate) : shown(rate));

/** The units below with their ranges, in their own order or by score. */
export function childrenFigure(card: Scorecard, scored: boolean): Figure {
  const rows = scored ? byScore(card.children) : card.children;
  const told = rows.flatMap(({ unit, score }) => (score ? [{ title: unit.name, value: score.value }] : []));
  const parts = rows.some((child) => partWords(child, card) !== '');
  const kind = rows.find(({ rate }) => rate)?.rate?.kind;
  const changed = rows.some(({ change }) => change);
  const bands = new Set(rows.flatMap(({ place }) => place?.band ?? []));
  return {
    title: t('below', { unit: card.unit.name }),
    says: [
      spanWords(told),
      bands.size > 1
        ? t('bands', { n: bands.size })
        : told.length > 1 && bands.size === 1
          ? t('oneBand')
          : '',
    ].join(''),
    draw: (pen) =>
      drawRanges(
        pen,
        rows.map((child) => ({
          label: child.unit.name,
          figure: child.score ? rangeFigure(child.score) + partly(child) : '',
          veiled: whyNoScore(child, card),
          range: child.score ?? undefined,
        })),
      ),
    head: [
      t('name'),
      ...rangeHeads(),
      ...(parts ? [t('of')] : []),
      ...(scored ? [t('place')] : []),
      t('answers'),
      t('households'),
      ...(kind
        ? [
            kind === 'response'
              ? t('headIn', { title: board('rateTitle'), unit: '%' })
              : t('headIn', { title: board('perTitle'), unit: t('answers') }),
          ]
        : []),
      ...(changed ? [board('sinceBefore')] : []),
    ],
    rows: rows.map((child) => [
      child.unit.name,
      ...(child.score ? rangeCells(child.score) : [whyNoScore(child, card) ?? '', '', '']),
      ...(parts ? [partWords(child, card)] : []),
      ...(scored ? [placeWords(child)] : []),
      child.n ?? '',
      child.households > 0 ? child.households : '',
      ...(kind ? [child.rate ? rateCell(child.rate.value) : ''] : []),
      ...(changed ? [child.change ? changeWords(child.change) : ''] : []),
    ]),
  };
}

/** Units by scored items, one hue from the lowest to the highest score shown. */
export function heatFigure(card: Scorecard): Figure {
  const scored = scoredOf(card);
  const cells = card.children.flatMap(({ unit, items }) =>
    items.flatMap((range, at) =>
      range
        ? [{ title: t('cell', { unit: unit.name, item: scored[at]?.short ?? '' }), value: range.value }]
        : [],
    ),
  );
  const values = cells.map(({ value }) => value);
  const span = { low: Math.min(...values), high: Math.max(...values) };
  return {
    title: t('byItem', { unit: card.unit.name }),
    says: [spanWords(cells), card.children.some(isPartly) ? board('byItemHidden') : ''].join(''),
    draw: (pen) =>
      drawGrid(pen, {
        columns: scored.map(({ short }) => short),
        rows: card.children.map((child) => ({
          title: child.unit.name,
          end: '',
          veiled: isBlank(child) ? whyNoScore(child, card) : undefined,
          cells: child.items.map((range) =>
            range ? { words: points(range.value), step: heat(range.value, span) } : null,
          ),
        })),
      }),
    head: [t('name'), ...scored.map(({ short }) => short)],
    rows: card.children.map((child) => [
      child.unit.name,
      ...child.items.map((range, at) => {
        if (range) return shown(range.value);
        if (isPartly(child)) return board('cellHidden');
        return at === 0 ? (whyNoScore(child, card) ?? '') : '';
      }),
    ]),
  };
}

/** The answers to one question, option by option. */
export function answersFigure(item: CardItem): Figure {
  const { base, title, score, others } = item;
  const bars = barsOf(item);
  const most = item.bars
    .filter(({ missing }) => !missing)
    .reduce((best, bar) => (bar.n > best.n ? bar : best), {
      label: '',
      n: 0,
    });
  // What is shown together only may have been chosen more often.
  const told = most.n > (others ? (others.n ?? base) : 0);
  return {
    title,
    says: [
      score ? t('scoreIs', { range: rangeFigure(score) }) : '',
      told ? t('mostChosen', { label: most.label, share: percent(most.n, base) }) : '',
      others && bars.length === item.bars.length
        ? board('othersApart', { list: others.labels.join(board('comma')) })
        : '',
      base === 0 ? board('nobody') : '',
      t('baseIs', { n: count(base) }),
    ].join(''),
    draw: (pen) =>
      drawRows(
        pen,
        bars.map(({ label, n, missing }) => ({
          label,
          figure: t(missing ? 'barCount' : 'barShare', { n: count(n), share: percent(n, base) }),
          bar: oneBar(base > 0 ? n / base : 0, missing ? 'hatch' : 'accent'),
        })),
        pen.em * 1.1,
      ),
    head: [t('option'), t('answers'), t('share')],
    rows: bars.map(({ label, n, missing }) => [label, n, missing ? '—' : percent(n, base)]),
  };
}
