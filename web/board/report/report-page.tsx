// /board/:campaign/:unit/report — the card on sheets of A4 that can go into a meeting as they are.
import { useEffect, useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { language } from '../../ui/words/language.ts';
import type { Scorecard } from '../card-types.ts';
import { Frame } from '../frame.tsx';
import { type Notes, readNotes } from '../notes/noting.tsx';
import { cardAddress, readCard } from '../read-card.ts';
import { t as board } from '../words.ts';
import { reportBlocks } from './blocks.tsx';
import { Sheets } from './sheets.tsx';
import { t } from './words.ts';

export function ReportPage() {
  const { params, query } = useRoute();
  const [campaign, unit, compare] = [params.campaign ?? '', params.unit ?? '', query.compare ?? ''];
  const loaded = useLoad(`${campaign} ${unit} ${compare}`, async () => {
    const [{ card }, notes] = await Promise.all([
      readCard(campaign, unit, compare, { outward: true }),
      readNotes(campaign, unit),
    ]);
    return { card, notes };
  });
  const back = cardAddress(campaign, unit, compare);
  return (
    // That the figures are made up stands on the paper itself.
    <Frame demo={false}>
      <Loading from={loaded} what={board('reading', { what: board('board') })}>
        {({ card, notes }) => <Report card={card} notes={notes} back={back} />}
      </Loading>
    </Frame>
  );
}

function Report({ card, notes, back }: { card: Scorecard; notes: Notes | undefined; back: string }) {
  const title = t('title', { unit: card.unit.name, campaign: card.campaign.title });
  const spoken = language();
  const blocks = useMemo(() => reportBlocks(card, notes), [card, notes, spoken]);
  useEffect(() => {
    document.title = `${title} · ${t('report')}`;
  }, [title]);
  const empty = card.hidden || card.n === 0;
  return (
    <div class="stack wide">
      <div class="stack no-print">
        <h1>{title}</h1>
        {!empty && <p class="note">{t('note', { k: card.k })}</p>}
        <div class="line">
          {!empty && (
            <Button kind="primary" onClick={() => print()}>
              {t('print')}
            </Button>
          )}
          <a href={back}>{t('back')}</a>
        </div>
      </div>
      {empty ? <Empty>{t('empty', { k: card.k })}</Empty> : <Sheets blocks={blocks} of={title} />}
    </div>
  );
}
