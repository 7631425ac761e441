// The sheet on which a run is opened: its fields, what it asks of people, one button.
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { askedAlready, createCampaign } from '../../../schema/api/campaigns.ts';
import type { FormWithDraft } from '../../../schema/api/forms.ts';
import type { Unit } from '../../../schema/api/units.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { minutesOf } from '../../../schema/form/minutes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { monthWords } from '../../ui/time.ts';
import { asked, treeOf } from '../../ui/tree.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { ChangesSince } from '../form/changes.tsx';
import { bodyOf, type Demands, demandsOf, type Plan, problemsOf, startOf } from './plan.ts';
import { PlanFields } from './plan-fields.tsx';
import { t } from './words.ts';

interface Version {
  number: number;
  definition: Definition;
}

export function OpenSheet(props: {
  branch: string;
  form: FormWithDraft;
  units: readonly Unit[];
  /** those that it may ask, newest first */
  versions: readonly [Version, ...Version[]];
  /** what stands on the sheet at first */
  plan: (now: number, demands: Demands) => Plan;
  /** the run that this one follows */
  previous?: string;
}) {
  const { branch, form, units, versions, previous } = props;
  const { route } = useLocation();
  const [now] = useState(() => Date.now());
  const [version, setVersion] = useState(versions[0]);
  const demands = useMemo(() => demandsOf(form, version.definition), [form, version]);
  const [plan, setPlan] = useState(() => props.plan(now, demands));
  const tree = useMemo(() => treeOf(units), [units]);
  const asks = useMemo(() => asked(tree, plan.scope), [tree, plan.scope]);
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const problems = tried ? problemsOf(plan, Date.now(), demands, asks.places) : [];
  const later = (startOf(plan, now) ?? 0) > now + 60_000;
  const open = () =>
    act(async () => {
      setTried(true);
      if (problemsOf(plan, Date.now(), demands, asks.places).length > 0) return;
      const body = bodyOf(
        plan,
        { form: form.id, version: version.number, ...(previous && { previous }) },
        Date.now(),
        demands,
      );
      const run = await call(createCampaign, { params: { unit: branch }, body });
      route(`/staff/campaigns/${run.id}`);
    });
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <ErrorSummary problems={problems} />
      {form.changed && (
        <Banner>
          {t('draftNewer', { n: version.number })} <a href={`/staff/forms/${form.id}`}>{t('toForm')}</a>
        </Banner>
      )}
      {versions.length > 1 && (
        <Versions form={form.id} versions={versions} chosen={version} onChoose={setVersion} />
      )}
      <PlanFields
        plan={plan}
        set={setPlan}
        units={units}
        problems={problems}
        demands={demands}
        title={version.definition.title}
        nameFirst={previous !== undefined}
      />
      <AsksOf branch={branch} asks={asks} plan={plan} minutes={minutesOf(version.definition)} />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Button kind="primary" type="submit" busy={busy}>
        {t(later ? 'openLater' : plan.listed ? 'openNow' : 'openUnlisted')}
      </Button>
    </form>
  );
}

/** The newest version of the form, or that of the run before. */
function Versions(props: {
  form: string;
  versions: readonly Version[];
  chosen: Version;
  onChoose: (version: Version) => void;
}) {
  const { versions, chosen } = props;
  const [newest, before] = versions;
  return (
    <>
      <ChoiceGroup legend={t('whichVersion')} across>
        {versions.map((one) => (
          <Choice
            key={one.number}
            kind="radio"
            name="version"
            checked={one === chosen}
            onChange={() => props.onChoose(one)}
            label={t('version', { n: one.number })}
            note={t(one === newest ? 'newest' : 'asBefore')}
          />
        ))}
      </ChoiceGroup>
      {newest && before && (
        <details>
          <summary>{t('changedSince', { n: before.number })}</summary>
          <ChangesSince form={props.form} version={before.number} after={newest.number} />
        </details>
      )}
    </>
  );
}

/** Minutes × households, and what the ticked areas are asked already in the month of its beginning. */
function AsksOf(props: { branch: string; asks: ReturnType<typeof asked>; plan: Plan; minutes: number }) {
  const { branch, asks, plan, minutes } = props;
  const scope = [...plan.scope].sort();
  const at = startOf(plan, Date.now()) ?? Date.now();
  const month = monthWords(at);
  const already = useLoad(`asked ${branch} ${month} ${scope.join()}`, () =>
    call(askedAlready, { params: { unit: branch }, body: { scope, at } }),
  );
  const titles = already.value?.titles ?? [];
  const figures = { places: count(asks.places), households: count(asks.households), minutes };
  if (asks.places === 0 && scope.length > 0)
    return (
      <div class="banner warn" role="status">
        <p>{t('needPlaces')}</p>
      </div>
    );
  return (
    <div class="banner" role="status">
      <p>
        {t(
          plan.access !== 'anyone' ? 'askByLetter' : asks.households > 0 ? 'askFull' : 'askNoHouseholds',
          figures,
        )}
      </p>{' '}
      {already.value && scope.length > 0 && (
        <p>
          {titles.length === 0
            ? t('askNone', { month })
            : t('askMonth', { month, n: titles.length, titles: titles.slice(0, 3).join(ui('listed')) })}
          {titles.length > 3 && t('askMore')}
        </p>
      )}
    </div>
  );
}
