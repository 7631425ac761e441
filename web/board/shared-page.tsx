// /s — a shared card. The secret stands after # in the address; it is sent in the body of one call and nowhere else.
import { useEffect } from 'preact/hooks';
import { getShared } from '../../schema/api/scorecards.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { CardView } from './card-view.tsx';
import { Frame } from './frame.tsx';
import { t } from './words.ts';

export function SharedPage() {
  const token = location.hash.slice(1);
  useEffect(() => {
    // A second link opened in the same tab changes only what stands after #.
    const reload = () => location.reload();
    addEventListener('hashchange', reload);
    return () => removeEventListener('hashchange', reload);
  }, []);
  return token ? (
    <Shared token={token} />
  ) : (
    <Frame demo={false} shared>
      <h1 class="away">{t('board')}</h1>
      <Banner kind="warn">{t('tokenMissing')}</Banner>
    </Frame>
  );
}

function Shared(props: { token: string }) {
  const card = useLoad('shared', () => call(getShared, { body: { token: props.token } }));
  useEffect(() => {
    if (card.value) document.title = `${card.value.unit.name} · ${card.value.campaign.title}`;
  }, [card.value]);
  return (
    <Frame demo={card.value?.demo ?? false} shared>
      <Loading from={card} what={t('reading', { what: t('board') })}>
        {(value) => (
          <CardView
            card={value}
            actions={
              <div class="line board-actions no-print">
                <Button kind="outlined" onClick={() => print()}>
                  {t('print')}
                </Button>
                <span class="note">{t('sharedMark')}</span>
              </div>
            }
          />
        )}
      </Loading>
    </Frame>
  );
}
