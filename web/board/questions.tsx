// Every question of the form: its figures, its spread, the table behind it.
import { withUnit } from '../../schema/measures/item.ts';
import { count, decimal } from '../ui/figures.ts';
import type { CardItem, Noting, Scorecard } from './card-types.ts';
import { TakeAlong, takenOf } from './charts/take-along.tsx';
import { Distribution } from './distribution.tsx';
import { aboutIn, aboutWords, idOf, points } from './figures.ts';
import { IntervalBar } from './interval-bar.tsx';
import { t } from './words.ts';

/** Long, so folded on a phone until it is asked for. */
const wide = matchMedia('(min-width: 700px)').matches;

export function Questions(props: { card: Scorecard; noting: Noting | undefined }) {
  return (
    <details class="fold" open={wide}>
      <summary>
        <h2>{t('questions')}</h2>
      </summary>
      <div class="questions">
        {props.card.items.map((item) => (
          <Question key={idOf(item)} item={item} card={props.card} noting={props.noting} />
        ))}
      </div>
      {props.card.items.some(({ score }) => score) && (
        <div class="line no-print">
          {t('itemScores')}
          <TakeAlong
            of={t('itemScores')}
            taken={takenOf([props.card], async ([out]) =>
              (await import('./charts/figures.ts')).itemsFigure(out),
            )}
          />
        </div>
      )}
    </details>
  );
}

function Question(props: { item: CardItem; card: Scorecard; noting: Noting | undefined }) {
  const { item } = props;
  const missing = item.bars.reduce((sum, bar) => sum + (bar.missing ? bar.n : 0), 0);
  return (
    <article class="card question">
      <h3>{item.title}</h3>
      {item.hidden && item.base > 0 ? (
        <>
          <p class="note">{t('baseOf', { n: count(item.base) })}</p>
          <p class="hidden-figure">
            <span class="hatch" aria-hidden="true" />
            {t('hiddenLine')}
          </p>
        </>
      ) : item.base === 0 && missing === 0 ? (
        <p class="dim">{t('nobody')}</p>
      ) : (
        <>
          <p class="note">
            {t(missing > 0 ? 'basePlus' : 'baseOf', { n: count(item.base), missing: count(missing) })}
          </p>
          <Figures item={item} />
          {(item.bars.length > 0 || item.others) && <Distribution item={item} card={props.card} />}
          {item.type === 'multi' && <p class="note">{t('several')}</p>}
          {item.scale && props.noting?.on(idOf(item))}
        </>
      )}
    </article>
  );
}

function Figures(props: { item: CardItem }) {
  const { score, satisfied, nps, mean, unit } = props.item;
  return (
    <>
      {score && (
        <div class="stack tight">
          <p>
            {t('score')} <b>{points(score.value)}</b>
            {aboutIn(score)}
          </p>
          <IntervalBar {...score} />
        </div>
      )}
      {(satisfied || mean !== null || nps) && (
        <ul class="bare line note">
          {satisfied && (
            <li>
              {t('satisfied')} {points(satisfied.value)}%{aboutIn(satisfied)}
            </li>
          )}
          {mean !== null && (
            <li>
              {t('mean')} {withUnit(decimal(mean), unit)}
            </li>
          )}
          {nps && (
            <li>
              {t('nps')} {points(nps.value)} {aboutWords(nps)}
            </li>
          )}
        </ul>
      )}
    </>
  );
}
