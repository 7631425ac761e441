// Runs that still ask an older version: publishing moves none of them, so it is said where each is moved.
import { listCampaigns } from '../../../schema/api/campaigns.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { t } from './words.ts';

export function OlderRuns({ form, newest }: { form: string; newest: number }) {
  const runs = useLoad(`runs ${form} ${newest}`, async () => {
    const { campaigns } = await call(listCampaigns, { query: { form } });
    return campaigns.filter((run) => run.phase !== 'closed' && run.version < newest);
  });
  if (!runs.value?.length) return null;
  return (
    <section class="banner stack tight">
      <p>{t('olderRuns', { n: newest })}</p>
      <ul class="bare stack tight">
        {runs.value.map((run) => (
          <li key={run.id}>
            {t('olderRun', { title: run.title, unit: run.unit.name, old: run.version })}{' '}
            <a href={`/staff/campaigns/${run.id}`}>{t(run.mayEdit ? 'olderRunMove' : 'olderRunSee')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
