// 走势: earlier runs of the same form at this unit.
import { useState } from 'preact/hooks';
import { getScorecard } from '../../../schema/api/scorecards.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import type { Scorecard } from '../card-types.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { takenOf } from '../charts/take-along.tsx';
import { idOf } from '../figures.ts';
import { scoreName } from '../headline.tsx';
import type { Beside } from '../read-card.ts';
import { runsMost, runsOf, trendFigure } from './trend.ts';
import { t } from './words.ts';

export function Trend(props: { card: Scorecard; others: Beside['campaigns'] }) {
  const { card, others } = props;
  const { campaign, unit } = card;
  const earlier = others
    .filter(({ opensAt }) => opensAt < campaign.opensAt)
    .slice(0, runsMost)
    .reverse();
  const read = useLoad(`trend ${campaign.id} ${unit.id}`, () =>
    Promise.all(
      earlier.map(({ id }) => call(getScorecard, { params: { campaign: id, unit: unit.id }, query: {} })),
    ),
  );
  const [item, setItem] = useState('');
  if (earlier.length === 0) return <p>{t('onlyOne')}</p>;
  const scored = card.items.filter(({ score }) => score);
  const name = scored.find((one) => idOf(one) === item)?.short ?? scoreName(card);
  const figureOf = (now: Scorecard, before: readonly Scorecard[]) =>
    trendFigure(unit.name, name, runsOf(now, before, item));
  return (
    <Loading from={read} what={t('reading')}>
      {(cards) => (
        <>
          {scored.length > 1 && (
            <div class="no-print line order">
              <Select
                label={t('which')}
                value={item}
                options={[
                  { value: '', label: scoreName(card) },
                  ...scored.map((one) => ({ value: idOf(one), label: one.short })),
                ]}
                onChange={setItem}
              />
            </div>
          )}
          <FigureBlock
            figure={figureOf(card, cards)}
            taken={takenOf([card, ...cards], ([now, ...before]) => figureOf(now, before))}
          />
          <p class="note">{t('trendNote')}</p>
        </>
      )}
    </Loading>
  );
}
