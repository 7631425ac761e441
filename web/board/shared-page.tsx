// /s — a shared card. The secret stands after # in the address; it is sent in the body of one call and nowhere else.
import { useEffect } from 'preact/hooks';
import { getShared } from '../../schema/api/scorecards.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { part } from '../ui/part.tsx';
import { isProblem } from '../ui/problem.ts';
import { momentWords } from '../ui/time.ts';
import { CardView } from './card-view.tsx';
import { Frame } from './frame.tsx';
import { t } from './words.ts';

const Wall = part(
  () => import('./wall/wall.tsx'),
  (room) => room.Wall,
);

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
  const read = useLoad('shared', () =>
    call(getShared, { body: { token: props.token } }).catch((thrown: unknown) => {
      // An ended link stays ended: trying again is no help, asking for a new one is.
      if (isProblem(thrown, 'share-over')) return thrown.message;
      throw thrown;
    }),
  );
  const wall = new URLSearchParams(location.search).has('wall');
  const over = typeof read.value === 'string' ? read.value : undefined;
  const card = typeof read.value === 'string' ? undefined : read.value;
  useEffect(() => {
    if (card) document.title = `${card.unit.name} · ${card.campaign.title}`;
  }, [card]);
  if (wall && card)
    return <Wall first={card} again={() => call(getShared, { body: { token: props.token } })} />;
  if (over !== undefined)
    return (
      <Frame demo={false} shared>
        <h1 class="away">{t('board')}</h1>
        <Banner kind="warn">{over}</Banner>
      </Frame>
    );
  return (
    <Frame demo={card?.demo ?? false} shared>
      <Loading from={read} what={t('reading', { what: t('board') })}>
        {() =>
          card && (
            <>
              <CardView
                card={card}
                actions={
                  <div class="line board-actions no-print">
                    <Button kind="outlined" onClick={() => print()}>
                      {t('print')}
                    </Button>
                    <span class="note">{t('sharedMark')}</span>
                    {card.published && (
                      <span class="note">
                        {t('publicMark', {
                          number: card.published.number,
                          at: momentWords(card.published.at),
                        })}
                        {card.published.newest > card.published.number &&
                          t('publicOlder', { newest: card.published.newest })}
                        {card.published.held.length > 0 &&
                          t('publicHeld', { list: card.published.held.join(t('comma')) })}
                      </span>
                    )}
                  </div>
                }
              />
              <p class="note no-print wide-only">
                <a href={`/s?wall#${props.token}`} target="_blank" rel="noopener">
                  {t('wall')}
                </a>{' '}
                {t('wallFoot')}
              </p>
            </>
          )
        }
      </Loading>
    </Frame>
  );
}
