// /board/ — the campaigns that touch the own branches, newest first; each leads to the own branch's card in it.
import { useEffect, useState } from 'preact/hooks';
import { type Campaign, listCampaigns } from '../../schema/api/campaigns.ts';
import { whoAmI } from '../../schema/api/session.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { Empty } from '../ui/empty.tsx';
import { count } from '../ui/figures.ts';
import { useAct, useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { dayWords } from '../ui/time.ts';
import { phaseMark, phaseWord } from '../ui/words/kinds.ts';
import { t as ui } from '../ui/words/ui.ts';
import { Frame } from './frame.tsx';
import { cardAddress } from './read-card.ts';
import { t } from './words.ts';

export function CampaignsPage() {
  const first = useLoad('campaigns', async () => {
    const [me, page] = await Promise.all([call(whoAmI, {}), call(listCampaigns, {})]);
    return { me, ...page };
  });
  useEffect(() => {
    document.title = t('boards');
  });
  return (
    <Frame demo={first.value?.me.demo ?? false}>
      <div class="stack">
        <h1>{t('boards')}</h1>
        <Loading from={first}>
          {({ campaigns, next }) =>
            campaigns.length === 0 ? (
              <Empty action={<LinkButton href="/staff">{t('toCampaigns')}</LinkButton>}>
                {t('noCampaigns')}
              </Empty>
            ) : (
              <List campaigns={campaigns} next={next} />
            )
          }
        </Loading>
      </div>
    </Frame>
  );
}

/** All that a run has, with the name of where: its own board may be of a part. */
export const answersWords = ({ unit, board, accepted }: Pick<Campaign, 'unit' | 'board' | 'accepted'>) =>
  unit.id === board.id
    ? t('answers', { n: count(accepted) })
    : t('answersAt', { unit: unit.name, n: count(accepted) });

function List(props: { campaigns: readonly Campaign[]; next: string | null }) {
  const [more, setMore] = useState<{ campaigns: readonly Campaign[]; next: string | null }>({
    campaigns: [],
    next: props.next,
  });
  const { busy, problem, act } = useAct();
  const readMore = (before: string) =>
    act(async () => {
      const page = await call(listCampaigns, { query: { before } });
      setMore({ campaigns: [...more.campaigns, ...page.campaigns], next: page.next });
    });
  const { next } = more;
  return (
    <>
      <ul class="bare stack tight">
        {[...props.campaigns, ...more.campaigns].map((one) => (
          <li key={one.id} class="card stack tight">
            <h2>
              <a href={cardAddress(one.id, one.board.id)}>{one.title}</a>
            </h2>
            <p class="note">
              {phaseMark[one.phase]} {phaseWord(one.phase)} · {one.board.name} ·{' '}
              {t('until', { from: dayWords(one.opensAt), to: dayWords(one.closesAt) })} · {answersWords(one)}
            </p>
          </li>
        ))}
      </ul>
      {problem && <Banner kind="warn">{problem}</Banner>}
      {next !== null && (
        <div>
          <Button kind="outlined" busy={busy} onClick={() => readMore(next)}>
            {ui('more')}
          </Button>
        </div>
      )}
    </>
  );
}
