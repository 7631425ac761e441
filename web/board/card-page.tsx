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
import { type Beside, ComparePicker, noCompare } from './compare-picker.tsx';
import { Frame } from './frame.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { SharePanel } from './share-panel.tsx';
import { t } from './words.ts';

/** `compare`: the campaign beside it; '' for the one before, where there is one. */
export const cardAddress = (campaign: string, unit: string, compare = '') =>
  `/board/${campaign}/${unit}${compare ? `?compare=${compare}` : ''}`;

/** Kinds whose cards may be shared, as the Worker has it. */
const shareable = ['city', 'street', 'community'];

/** The card beside the campaign that was asked for, or the one before; and what else it may stand beside. */
async function read(campaign: string, unit: string, compare: string) {
  const params = { campaign, unit };
  // Without it the card goes too.
  const beside = await call(comparable, { params }).catch((): Beside => ({ campaigns: [], previous: null }));
  const chosen = compare || beside.previous || noCompare;
  const query = chosen === noCompare ? {} : { compare: chosen };
  return { card: await call(getScorecard, { params, query }), others: beside.campaigns, chosen };
}

export function CardPage() {
  const { params, query } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const compare = query.compare ?? '';
  const loaded = useLoad(`${campaign} ${unit} ${compare}`, () => read(campaign, unit, compare));
  const card = loaded.value?.card;
  useEffect(() => {
    if (card) document.title = `${card.unit.name} · ${card.campaign.title} · ${t('board')}`;
  }, [card]);
  return (
    <Frame demo={card?.demo ?? false}>
      <Loading from={loaded} what={t('reading', { what: t('board') })}>
        {(value) => (
          <CardView
            card={value.card}
            href={(id) => cardAddress(campaign, id, compare)}
            actions={<Actions card={value.card} compare={value.chosen} others={value.others} />}
          />
        )}
      </Loading>
    </Frame>
  );
}

function Actions(props: { card: Scorecard; compare: string; others: Beside['campaigns'] }) {
  const { card } = props;
  const { route } = useLocation();
  const [sharing, setSharing] = useState(false);
  const [publishing, setPublishing] = useState(false);
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
        {shareable.includes(card.unit.kind) && card.n > 0 && (
          <Button kind="outlined" expanded={publishing} onClick={() => setPublishing(!publishing)}>
            {t('publish')}
          </Button>
        )}
      </div>
      {publishing && <PublishPanel key={unit} card={card} onClose={() => setPublishing(false)} />}
      {sharing && <SharePanel key={unit} card={card} onClose={() => setSharing(false)} />}
    </>
  );
}
