// Progress of one area of a run, one step down or up at a time.
import { useRoute } from 'preact-iso/router';
import { getCampaign } from '../../../schema/api/campaigns.ts';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../page.tsx';
import { t as staff } from '../words.ts';
import { ProgressTable, useProgress } from './progress-table.tsx';
import { t } from './words.ts';

export function ProgressPage() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const loaded = useLoad(`campaign ${campaign}`, () => call(getCampaign, { params: { campaign } }));
  const progress = useProgress(campaign, unit);
  return (
    <Loading from={loaded}>
      {(run) => (
        <Page
          title={t('progress')}
          steps={[
            { title: staff('home'), href: '/staff/' },
            { title: run.title, href: `/staff/campaigns/${run.id}` },
            { title: t('progress') },
          ]}
          action={
            run.mayEdit && (
              <LinkButton kind="outlined" href={`/staff/campaigns/${run.id}/answers/${unit}`}>
                {t('seeAnswers')}
              </LinkButton>
            )
          }
        >
          <ProgressTable run={run} progress={progress} />
        </Page>
      )}
    </Loading>
  );
}
