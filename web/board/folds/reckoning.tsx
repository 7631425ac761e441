// Under 这些数怎么算的: what adds most to the overall score, weights by households, and the bounds that suppose nothing.
import { drawRanges } from '../../ui/drawing/ranges.ts';
import { drawRows, oneBar } from '../../ui/drawing/rows.ts';
import { count } from '../../ui/figures.ts';
import { t as ui } from '../../ui/words/ui.ts';
import type { Scorecard } from '../card-types.ts';
import { type Figure, rangeCells, shown } from '../charts/figure.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { takenOf } from '../charts/take-along.tsx';
import { points } from '../figures.ts';
import { scoreName } from '../headline.tsx';
import { type Driver, driversOf } from './drivers.ts';
import { LazyFold } from './fold.tsx';
import { coveredLeast, type Weighted, weightedOf } from './weighted.ts';
import { t } from './words.ts';
import { type Bounds, boundsOf } from './worst.ts';

export function Reckoning(props: { card: Scorecard }) {
  const { card } = props;
  const name = scoreName(card);
  const drivers = driversOf(card);
  const bounds = boundsOf(card);
  return (
    <>
      {drivers.length > 0 && (
        <LazyFold small title={t('drivers', { name })}>
          {() => <Drivers card={card} />}
        </LazyFold>
      )}
      {card.children.some(({ households }) => households > 0) && card.headline.score && (
        <LazyFold small title={t('weights')}>
          {() => <Weights card={card} />}
        </LazyFold>
      )}
      {bounds.length > 0 && (
        <LazyFold small title={t('bounds')}>
          {() => (
            <>
              <p class="note">{t('boundsNote', { households: count(card.rate?.households ?? 0) })}</p>
              <FigureBlock
                figure={boundsFigure(bounds)}
                taken={takenOf([card], ([of]) => boundsFigure(boundsOf(of)))}
              />
            </>
          )}
        </LazyFold>
      )}
    </>
  );
}

function Drivers({ card }: { card: Scorecard }) {
  return (
    <>
      <p class="note">{t('driversNote', { name: scoreName(card) })}</p>
      <FigureBlock
        figure={driversFigure(driversOf(card), scoreName(card))}
        taken={takenOf([card], ([of]) => driversFigure(driversOf(of), scoreName(of)))}
      />
    </>
  );
}

function driversFigure(drivers: readonly Driver[], name: string): Figure {
  const [first] = drivers;
  const best = first?.best;
  return {
    title: t('drivers', { name }),
    says: first
      ? [
          t('driversSays', { name, title: first.title, adds: points(first.toFull) }),
          best ? t('driverBest', { unit: best.unit, value: points(best.value) }) : '',
        ].join('')
      : '',
    draw: (pen) =>
      drawRows(
        pen,
        drivers.map(({ title, toFull }) => ({
          label: title,
          figure: `+${points(toFull)}`,
          bar: oneBar(first && first.toFull > 0 ? toFull / first.toFull : 0),
        })),
        pen.em * 1.1,
      ),
    head: ['', t('now'), t('toFull', { name }), t('bestHead'), t('toBest', { name })],
    rows: drivers.map(({ title, value, toFull, best: higher }) => [
      title,
      shown(value),
      shown(toFull),
      higher ? t('bestWords', { unit: higher.unit, value: points(higher.value) }) : '',
      higher ? shown(higher.adds) : '',
    ]),
  };
}

const percent = (share: number) => Math.floor(share * 100);
const least = percent(coveredLeast);

function Weights({ card }: { card: Scorecard }) {
  const weighted = weightedOf(card);
  return (
    <>
      <p class="note">{t('weightsNote', { least })}</p>
      {weighted ? (
        <>
          <FigureBlock
            figure={weightsFigure(weighted, card)}
            taken={takenOf([card], ([of]) => {
              const out = weightedOf(of);
              return out ? weightsFigure(out, of) : null;
            })}
          />
          {weighted.left.length > 0 && (
            <p class="note">
              {t('weightsLeft', {
                least,
                list: weighted.left
                  .map(({ title, covered }) => ui('aside', { what: title, more: `${percent(covered)}%` }))
                  .join(ui('listed')),
              })}
            </p>
          )}
        </>
      ) : (
        <p>{t(noWeights(card), { least })}</p>
      )}
    </>
  );
}

/** Why nothing could be weighted. */
export const noWeights = ({ children }: Pick<Scorecard, 'children'>) =>
  children.filter(({ n, households }) => n !== 0 && households > 0).length > 1
    ? 'weightsHidden'
    : 'weightsNone';

export function weightsFigure({ plain, weighted, covered, lines, left }: Weighted, card: Scorecard): Figure {
  return {
    title: t('weights'),
    says: t('weightsSays', {
      // The plain mean of some items is not the score that the board shows.
      name:
        left.length > 0
          ? t('weightsPart', { name: scoreName(card), n: lines.length, of: lines.length + left.length })
          : scoreName(card),
      plain: points(plain.value),
      pl: points(plain.low),
      ph: points(plain.high),
      weighted: points(weighted.value),
      wl: points(weighted.low),
      wh: points(weighted.high),
      covered: percent(covered),
    }),
    draw: (pen) =>
      drawRanges(
        pen,
        lines.map((line) => ({
          label: line.title,
          figure: points(line.weighted.value),
          range: line.weighted,
          before: line.plain.value,
        })),
      ),
    head: [
      '',
      t('plain'),
      t('low'),
      t('high'),
      t('weighted'),
      t('low'),
      t('high'),
      t('n'),
      t('deff'),
      t('effective'),
      t('covered'),
    ],
    rows: lines.map((line) => [
      line.title,
      ...rangeCells(line.plain),
      ...rangeCells(line.weighted),
      line.n,
      line.deff.toFixed(2),
      Math.round(line.effective),
      percent(line.covered),
    ]),
  };
}

function boundsFigure(bounds: readonly Bounds[]): Figure {
  return {
    title: t('bounds'),
    says: bounds
      .slice(0, 1)
      .map(({ title, score }) => t('boundsSays', { title, low: points(score.low), high: points(score.high) }))
      .join(''),
    draw: (pen) =>
      drawRanges(
        pen,
        bounds.map(({ title, score }) => ({
          label: title,
          figure: `${points(score.low)}–${points(score.high)}`,
          range: score,
        })),
      ),
    head: ['', t('n'), t('scoreFrom'), t('scoreTo'), t('shareFrom'), t('shareTo')],
    rows: bounds.map(({ title, n, score, satisfied }) => [
      title,
      n,
      shown(score.low),
      shown(score.high),
      satisfied ? shown(satisfied.low) : '',
      satisfied ? shown(satisfied.high) : '',
    ]),
  };
}
