// Opening a run: one sheet, filled in with what is usual, so that most press one button.

import { useMemo, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { createCampaign, listCampaigns } from '../../../schema/api/campaigns.ts';
import { type FormWithDraft, getForm, getVersion } from '../../../schema/api/forms.ts';
import { getSettings } from '../../../schema/api/settings.ts';
import { listSubtree, type Unit } from '../../../schema/api/units.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { minutesOf } from '../../../schema/form/minutes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { dayLength } from '../../ui/time.ts';
import { summary, treeOf } from '../../ui/tree.ts';
import { Page } from '../page.tsx';
import { type Branch, editorBranches, useSession } from '../session.ts';
import { bodyOf, demandsOf, type Plan, problemsOf, startOf, usualPlan } from './plan.ts';
import { PlanFields } from './plan-fields.tsx';
import { t } from './words.ts';

export function NewCampaign() {
  const { params } = useRoute();
  const { me } = useSession();
  const branches = editorBranches(me);
  return branches.length > 0 ? (
    <Opening form={params.form ?? ''} branches={branches} />
  ) : (
    <Banner>{t('cannot')}</Banner>
  );
}

function Opening(props: { form: string; branches: readonly Branch[] }) {
  const { form, branches } = props;
  const [branch, setBranch] = useState(branches[0]?.id ?? '');
  const name = branches.find((one) => one.id === branch)?.name ?? '';
  const loaded = useLoad(`${form} ${branch}`, async () => {
    const [draft, subtree, settings, runs] = await Promise.all([
      call(getForm, { params: { form } }),
      call(listSubtree, { params: { unit: branch } }),
      call(getSettings, { params: { unit: branch } }),
      call(listCampaigns, {}),
    ]);
    const since = Date.now() - 30 * dayLength;
    return {
      form: draft,
      // A building counts for its stairwells, so they are never ticked.
      units: subtree.units.filter(({ kind }) => kind !== 'stairwell'),
      usual: settings.settings,
      recent: runs.campaigns.filter((run) => run.opensAt > since).length,
      definition: await definitionOf(form, draft.version),
    };
  });
  return (
    <Loading from={loaded} what={t('reading', { name })}>
      {(ready) => (
        <Page
          title={t('openTitle', { form: ready.form.title })}
          steps={[
            { title: t('home'), href: '/staff/' },
            { title: ready.form.title, href: `/staff/forms/${form}` },
            { title: t('openTitle', { form: '' }).replace(/[：:]\s*$/, '') },
          ]}
          facts={ready.form.version > 0 && t('version', { n: ready.form.version })}
        >
          {ready.definition === undefined ? (
            <Empty
              action={
                <LinkButton kind="primary" href={`/staff/forms/${form}`}>
                  {t('toForm')}
                </LinkButton>
              }
            >
              {t('notPublished')}
            </Empty>
          ) : (
            <>
              {branches.length > 1 && (
                <Select
                  label={t('branch')}
                  value={branch}
                  onChange={setBranch}
                  options={branches.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
              <Sheet key={branch} branch={branch} {...ready} definition={ready.definition} />
            </>
          )}
        </Page>
      )}
    </Loading>
  );
}

async function definitionOf(form: string, number: number): Promise<Definition | undefined> {
  return number > 0 ? (await call(getVersion, { params: { form, number } })).definition : undefined;
}

interface SheetProps {
  branch: string;
  form: FormWithDraft;
  units: readonly Unit[];
  usual: { organiser: string; phone: string };
  recent: number;
  definition: Definition;
}

function Sheet(props: SheetProps) {
  const { branch, form, units, usual, definition } = props;
  const { route } = useLocation();
  const [now] = useState(() => Date.now());
  const demands = useMemo(() => demandsOf(form, definition), [form, definition]);
  const [plan, setPlan] = useState<Plan>(() => ({
    ...usualPlan(now, branch, demands),
    organiser: usual.organiser,
    phone: usual.phone,
  }));
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const tree = useMemo(() => treeOf(units), [units]);
  const asked = summary(tree, plan.scope);
  const problems = tried ? problemsOf(plan, Date.now(), demands) : [];
  const later = (startOf(plan) ?? 0) > now + 60_000;
  const open = () =>
    act(async () => {
      setTried(true);
      if (problemsOf(plan, Date.now(), demands).length > 0) return;
      const run = await call(createCampaign, { params: { unit: branch }, body: bodyOf(plan, form.id) });
      route(`/staff/campaigns/${run.id}`);
    });
  const figures = {
    places: count(asked.places),
    households: count(asked.households),
    minutes: minutesOf(definition),
  };
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <ErrorSummary problems={problems} />
      <PlanFields
        plan={plan}
        set={setPlan}
        units={units}
        problems={problems}
        demands={demands}
        title={form.title}
      />
      <div class="banner">
        <p>{t(asked.households > 0 ? 'askFull' : 'askNoHouseholds', figures)}</p>{' '}
        {props.recent > 0 && <p>{t('askRecent', { n: props.recent })}</p>}
      </div>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Button kind="primary" type="submit" busy={busy}>
        {t(later ? 'openLater' : plan.listed ? 'openNow' : 'openUnlisted')}
      </Button>
    </form>
  );
}
