// /board/:campaign/:unit — the card of one unit, with the campaign beside it in ?compare=.

import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { publicKinds } from '../../schema/measures/suppression.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { part } from '../ui/part.tsx';
import type { Scorecard } from './card-types.ts';
import { CardView } from './card-view.tsx';
import { ComparePicker } from './compare-picker.tsx';
import { signAddress } from './composed/addresses.ts';
import { LazyFold } from './folds/fold.tsx';
import { Frame } from './frame.tsx';
import { type Beside, cardAddress, readCard, reportAddress, wallAddress } from './read-card.ts';
import { boardAgain } from './wall/again.ts';
import { t } from './words.ts';

/** The card with what staff noted on it, which comes with the piece that draws it, so that nothing moves afterwards. */
async function readNoted(campaign: string, unit: string, compare: string) {
  const [read, noting] = await Promise.all([
    readCard(campaign, unit, compare),
    import('./notes/noting.tsx').then((room) => room.readNoting(campaign, unit)),
  ]);
  return { ...read, noting };
}

export function CardPage() {
  const { params, query } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const compare = query.compare ?? '';
  const loaded = useLoad(`${campaign} ${unit} ${compare}`, () => readNoted(campaign, unit, compare));
  const card = loaded.value?.card;
  useEffect(() => {
    if (card) document.title = `${card.unit.name} · ${card.campaign.title} · ${t('board')}`;
  }, [card]);
  if (query.wall !== undefined && loaded.value)
    return <Wall key={`${campaign} ${unit}`} first={loaded.value.card} again={boardAgain(loaded.value)} />;
  return (
    <Frame demo={card?.demo ?? false}>
      <Loading from={loaded} what={t('reading', { what: t('board') })}>
        {(value) => (
          <CardView
            card={value.card}
            href={(id) => cardAddress(campaign, id, compare)}
            folds={<Folds card={value.card} others={value.others} />}
            noting={value.noting(loaded.again)}
            actions={
              <Actions card={value.card} compare={value.chosen} asked={compare} others={value.others} />
            }
          />
        )}
      </Loading>
    </Frame>
  );
}

const Wall = part(
  () => import('./wall/wall.tsx'),
  (room) => room.Wall,
);
const PublishPanel = part(
  () => import('./publish-panel.tsx'),
  (room) => room.PublishPanel,
);
const SharePanel = part(
  () => import('./share-panel.tsx'),
  (room) => room.SharePanel,
);
const WallPanel = part(
  () => import('./wall/wall-panel.tsx'),
  (room) => room.WallPanel,
);
const FindUnit = part(
  () => import('./find-unit.tsx'),
  (room) => room.FindUnit,
);
const Trend = part(
  () => import('./folds/trend-fold.tsx'),
  (room) => room.Trend,
);
const Compare = part(
  () => import('./folds/compare-fold.tsx'),
  (room) => room.Compare,
);

/** Drawn anew with the card that they are of: what was read and chosen for another is gone. */
function Folds(props: { card: Scorecard; others: Beside['campaigns'] }) {
  const key = `${props.card.campaign.id} ${props.card.unit.id}`;
  return (
    <>
      <LazyFold key={`trend ${key}`} title={t('trend')}>
        {() => <Trend {...props} />}
      </LazyFold>
      <LazyFold key={`compare ${key}`} title={t('compare')}>
        {() => <Compare {...props} />}
      </LazyFold>
    </>
  );
}

/** What opens below the actions, one at a time. */
type Open = 'share' | 'publish' | 'find' | 'wall';

function Actions(props: {
  card: Scorecard;
  /** what stands beside it, and what the address asks for */
  compare: string;
  asked: string;
  others: Beside['campaigns'];
}) {
  const { card, compare } = props;
  const { route } = useLocation();
  const [open, setOpen] = useState<Open>();
  const [campaign, unit] = [card.campaign.id, card.unit.id];
  const mayLeave = publicKinds.has(card.unit.kind);
  const given = mayLeave && !card.hidden && card.n !== 0;
  const turn = (panel: Open) => () => setOpen(open === panel ? undefined : panel);
  return (
    <>
      <div class="line board-actions no-print">
        <ComparePicker
          others={props.others}
          chosen={compare}
          onChoose={(other) => route(cardAddress(campaign, unit, other), true)}
        />
        <LinkButton kind="outlined" href={reportAddress(campaign, unit, compare)}>
          {t('print')}
        </LinkButton>
        {mayLeave && card.campaign.phase === 'closed' && (
          <LinkButton kind="outlined" href={signAddress(unit, { campaign })}>
            {t('signOff')}
          </LinkButton>
        )}
        {given && (
          <Button kind="outlined" expanded={open === 'share'} onClick={turn('share')}>
            {t('share')}
          </Button>
        )}
        {mayLeave && card.n !== 0 && (
          <Button kind="outlined" expanded={open === 'publish'} onClick={turn('publish')}>
            {t('publish')}
          </Button>
        )}
        <Button expanded={open === 'find'} onClick={turn('find')}>
          {t('find')}
        </Button>
        <Button expanded={open === 'wall'} onClick={turn('wall')}>
          {t('wall')}
        </Button>
      </div>
      {open === 'share' && <SharePanel key={unit} card={card} onClose={() => setOpen(undefined)} />}
      {open === 'publish' && <PublishPanel key={unit} card={card} onClose={() => setOpen(undefined)} />}
      {open === 'wall' && (
        <WallPanel
          address={wallAddress(campaign, unit, compare)}
          onShare={given ? turn('share') : undefined}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'find' && (
        <FindUnit
          campaign={campaign}
          chosen={unit}
          onChoose={(found) => route(cardAddress(campaign, found, props.asked))}
        />
      )}
    </>
  );
}
