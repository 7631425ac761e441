// 公布: what the public sees of the run, version by version: who made it and when, and what of this unit is held back.
import { listPublications, type Publication, publishCampaign } from '../../schema/api/publications.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { count } from '../ui/figures.ts';
import { useAct, useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { momentWords } from '../ui/time.ts';
import { toast } from '../ui/toast.tsx';
import type { Scorecard } from './card-types.ts';
import { t } from './words.ts';

export function PublishPanel(props: { card: Scorecard; onClose: () => void }) {
  const { card } = props;
  const params = { campaign: card.campaign.id, unit: card.unit.id };
  const list = useLoad(`publications ${params.campaign} ${params.unit}`, () =>
    call(listPublications, { params }),
  );
  const { busy, problem, act } = useAct();
  const publish = () =>
    act(async () => {
      // Of a large run a call makes a part; it goes on until the whole is there.
      for (let made: Publication | undefined; made?.state !== 'ready'; )
        made = await call(publishCampaign, { params: { campaign: params.campaign }, body: { note: '' } });
      toast(t('published'));
      list.again();
    });
  return (
    <section class="card stack no-print" aria-labelledby="publish">
      <h2 id="publish">{t('publishTitle')}</h2>
      <p>{t('publishNote')}</p>
      <Loading from={list}>
        {({ publications, behind, here, mayMake }) => (
          <>
            <p>
              {here
                ? t('publicHere', {
                    unit: card.unit.name,
                    number: here.since,
                    at: momentWords(here.at),
                    n: count(here.n),
                  })
                : t(publications.length > 0 ? 'publicNothing' : 'publicNone', { unit: card.unit.name })}
              {here && here.since < (publications[0]?.number ?? 0) && t('publicKept')}
              {here && here.held.length > 0 && t('publicHeld', { list: here.held.join(t('comma')) })}
              {behind && t('publicBehind')}
            </p>
            {mayMake && (
              <div class="line">
                <Button kind="primary" busy={busy} onClick={publish}>
                  {t('publishMake')}
                </Button>
                <Button onClick={props.onClose}>{t('shareClose')}</Button>
              </div>
            )}
            {problem && <Banner kind="warn">{problem}</Banner>}
            <ol class="bare stack tight">
              {publications.map((one) => (
                <li key={one.number}>
                  {t('publicationLine', {
                    number: one.number,
                    at: momentWords(one.at),
                    by: one.by || t('byHouse'),
                  })}
                  {one.state === 'making' && t('publicationMaking', { done: one.done, of: one.of })}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loading>
    </section>
  );
}
