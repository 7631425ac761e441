// 再办一期: the sheet of a new run, filled in from the one before and moved to the next period. Nothing starts until it
// is looked at and opened.
import { useRoute } from 'preact-iso/router';
import { getCampaign, getScope } from '../../../schema/api/campaigns.ts';
import { getForm, getVersion } from '../../../schema/api/forms.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { tickOf, toggle, treeOf } from '../../ui/tree.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { t as staff } from '../words.ts';
import { tickable } from './new-campaign.tsx';
import { OpenSheet } from './open-sheet.tsx';
import { planAfter } from './plan.ts';
import { t } from './words.ts';

export function RunAgain() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const loaded = useLoad(`again ${campaign}`, () => read(campaign));
  return (
    <Loading from={loaded}>
      {({ run, form, units, scope, versions }) => (
        <Page
          title={ui('about', { what: t('again'), of: run.title })}
          steps={[
            { title: staff('home'), href: '/staff/' },
            { title: run.title, href: `/staff/campaigns/${run.id}` },
            { title: t('again') },
          ]}
          facts={run.unit.name}
        >
          <p>{t('againIntro')}</p>
          <OpenSheet
            branch={run.unit.id}
            form={form}
            units={units}
            versions={versions}
            plan={(now, demands) => planAfter(run, scope, now, demands)}
            previous={run.id}
          />
        </Page>
      )}
    </Loading>
  );
}

async function read(campaign: string) {
  const run = await call(getCampaign, { params: { campaign } });
  const version = (number: number) => call(getVersion, { params: { form: run.form, number } });
  const [form, units, ticked, before] = await Promise.all([
    call(getForm, { params: { form: run.form } }),
    tickable(run.unit.id),
    call(getScope, { params: { campaign } }),
    version(run.version),
  ]);
  const newest = form.version > run.version ? await version(form.version) : undefined;
  const versions = newest ? ([newest, before] as const) : ([before] as const);
  return { run, form, units, versions, scope: asTicked(units, ticked.scope) };
}

/** Ticked as it was, in the tree of today: what is gone falls out, and children that are all ticked are their parent. */
function asTicked(units: Parameters<typeof treeOf>[0], scope: readonly string[]): ReadonlySet<string> {
  const tree = treeOf(units);
  return scope.reduce<ReadonlySet<string>>(
    (chosen, id) =>
      tree.byId.has(id) && tickOf(tree, chosen, id) !== 'on' ? toggle(tree, chosen, id) : chosen,
    new Set(),
  );
}
