// /board/:campaign/:unit — the card of one unit, with the campaign beside it in ?compare=.

import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { comparable, getScorecard } from '../../schema/api/scorecards.ts';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import type { Scorecard } from './card-types.ts';
import { CardView } from './card-view.tsx';
import { ComparePicker, type Others } from './compare-picker.tsx';
import { Frame } from './frame.tsx';
import { SharePanel } from './share-panel.tsx';
import { t } from './words.ts';

export const cardAddress = (campaign: string, unit: string, compare = '') =>
  `/board/${campaign}/${unit}${compare ? `?compare=${compare}` : ''}`;

/** Kinds whose cards may be shared, as the Worker has it. */
const shareable = ['city', 'street', 'community'];

export function CardPage() {
  const { params, query } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const compare = query.compare ?? '';
  const loaded = useLoad(`${campaign} ${unit} ${compare}`, () =>
    Promise.all([
      call(getScorecard, { params: { campaign, unit }, query: compare ? { compare } : {} }),
      // What it may stand beside comes with it, so that nothing below the choice moves; without it the card goes too.
      call(comparable, { params: { campaign, unit } }).then(
        ({ campaigns }) => campaigns,
        (): Others => [],
      ),
    ]),
  );
  const card = loaded.value?.[0];
  useEffect(() => {
    if (card) document.title = `${card.unit.name} · ${card.campaign.title} · ${t('board')}`;
  }, [card]);
  return (
    <Frame demo={card?.demo ?? false}>
      <Loading from={loaded} what={t('reading', { what: t('board') })}>
        {([value, others]) => (
          <CardView
            card={value}
            href={(id) => cardAddress(campaign, id, compare)}
            actions={<Actions card={value} compare={compare} others={others} />}
          />
        )}
      </Loading>
    </Frame>
  );
}

function Actions(props: { card: Scorecard; compare: string; others: Others }) {
  const { card } = props;
  const { route } = useLocation();
  const [sharing, setSharing] = useState(false);
  const [campaign, unit] = [card.campaign.id, card.unit.id];
  return (
    <>
      <div class="line board-actions no-print">
        <ComparePicker
          others={props.others}
          chosen={props.compare}
          onChoose={(other) => route(cardAddress(campaign, unit, other), true)}
        />
        <Button kind="outlined" onClick={() => print()}>
          {t('print')}
        </Button>
        {shareable.includes(card.unit.kind) && !card.hidden && card.n > 0 && (
          <Button kind="outlined" expanded={sharing} onClick={() => setSharing(!sharing)}>
            {t('share')}
          </Button>
        )}
      </div>
      {sharing && <SharePanel key={unit} card={card} onClose={() => setSharing(false)} />}
    </>
  );
}
