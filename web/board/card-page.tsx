// /board/:campaign/:unit — the card of one unit, with the campaign beside it in ?compare=.

import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { getScorecard } from '../../schema/api/scorecards.ts';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import type { Scorecard } from './card-types.ts';
import { CardView } from './card-view.tsx';
import { ComparePicker } from './compare-picker.tsx';
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
  const card = useLoad(`${campaign} ${unit} ${compare}`, () =>
    call(getScorecard, { params: { campaign, unit }, query: compare ? { compare } : {} }),
  );
  useEffect(() => {
    if (card.value) document.title = `${card.value.unit.name} · ${card.value.campaign.title} · ${t('board')}`;
  }, [card.value]);
  return (
    <Frame demo={card.value?.demo ?? false}>
      <Loading from={card} what={t('reading', { what: t('board') })}>
        {(value) => (
          <CardView
            card={value}
            href={(id) => cardAddress(campaign, id, compare)}
            actions={<Actions card={value} compare={compare} />}
          />
        )}
      </Loading>
    </Frame>
  );
}

function Actions(props: { card: Scorecard; compare: string }) {
  const { card } = props;
  const { route } = useLocation();
  const [sharing, setSharing] = useState(false);
  const [campaign, unit] = [card.campaign.id, card.unit.id];
  return (
    <>
      <div class="line board-actions no-print">
        <ComparePicker
          campaign={campaign}
          unit={unit}
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
