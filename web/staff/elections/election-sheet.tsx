// The sheet of a new election, filled in with what is usual: the days are worked back from the voting day by the rules that
// are chosen.
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createElection } from '../../../schema/api/elections.ts';
import { placeDay } from '../../../schema/day.ts';
import { firstVotingDay } from '../../../schema/elections/calendar.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { count } from '../../ui/figures.ts';
import { freshId } from '../../ui/fresh-id.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { meant, treeOf } from '../../ui/tree.ts';
import { TreePicker } from '../../ui/tree-picker.tsx';
import type { Around } from '../new-in-branch.tsx';
import type { Branch } from '../session.ts';
import { DaysFields } from './days-fields.tsx';
import { bodyOf, daysOf, faultsOf, type Plan, problemsOf, seatsOf, titleOf, usualPack } from './plan.ts';
import { QuorumSelect } from './quorum-select.tsx';
import { RollField } from './roll-field.tsx';
import { RuleField } from './rule-field.tsx';
import { t } from './words.ts';

const presets = ['sealed', 'spot', 'nominations'] as const;

function usualPlan(branch: Branch, around: Around, preset: Plan['preset']): Plan {
  const vote = firstVotingDay(usualPack, placeDay(Date.now()), { preset, phases: false });
  return {
    preset,
    phases: false,
    post: t('usualPost'),
    title: '',
    scope: new Set([branch.id]),
    roll: around.rolls[0]?.id ?? null,
    pack: usualPack,
    vote,
    own: {},
    seats: '1',
    quorum: '2',
    ...around.contact,
    words: '',
    listed: true,
  };
}

/** The preset that the way here has chosen. */
const askedPreset = (query: Readonly<Record<string, string>>) =>
  presets.find((preset) => preset === query.preset) ?? 'sealed';

export function ElectionSheet({ branch, around }: { branch: Branch; around: Around }) {
  const { route, query } = useLocation();
  const today = placeDay(Date.now());
  // Sent again after a lost answer, it is the same election.
  const [election] = useState(freshId);
  const [plan, setPlan] = useState(() => usualPlan(branch, around, askedPreset(query)));
  const [rolls, setRolls] = useState(around.rolls);
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const tree = useMemo(() => treeOf(around.units), [around]);
  const buildings = useMemo(() => meant(tree, plan.scope).map(({ id }) => id), [tree, plan.scope]);
  const problems = tried ? problemsOf(plan, buildings.length, today) : [];
  const wrong = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const set = (some: Partial<Plan>) => setPlan({ ...plan, ...some });
  /** Other rules, or another way, have other days. */
  const settle = (some: Partial<Pick<Plan, 'preset' | 'pack' | 'phases'>>) => {
    const next = { ...plan, ...some };
    const first = firstVotingDay(next.pack, today, next);
    setPlan({ ...next, own: {}, vote: [plan.vote, first].sort()[1] ?? first });
  };
  const send = () =>
    act(async () => {
      setTried(true);
      if (problemsOf(plan, buildings.length, today).length > 0) return;
      await call(createElection, { params: { unit: branch.id, election }, body: bodyOf(plan, branch.name) });
      route(`/staff/elections/${election}`);
    });
  const votes = plan.preset !== 'nominations';
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary problems={problems} />
      <ChoiceGroup legend={t('how')}>
        {presets.map((preset) => (
          <Choice
            key={preset}
            kind="radio"
            name="preset"
            checked={plan.preset === preset}
            onChange={() => settle(preset === 'nominations' ? { preset, pack: usualPack } : { preset })}
            label={t(`preset-${preset}`)}
            note={t(`presetNote-${preset}`)}
          />
        ))}
      </ChoiceGroup>
      <TextField
        id="post"
        label={t('post')}
        maxLength={20}
        value={plan.post}
        error={wrong('post')}
        onInput={(post) => set({ post })}
      />
      <div id="scope" tabIndex={-1} class="stack tight">
        {wrong('scope') && <span class="field-error">{wrong('scope')}</span>}
        <TreePicker
          label={t('where')}
          units={around.units}
          chosen={plan.scope}
          onChoose={(scope) => set({ scope })}
        />
      </div>
      {votes && (
        <RollField
          branch={branch}
          rolls={rolls}
          roll={plan.roll}
          buildings={buildings}
          onChoose={(roll) => set({ roll })}
          onMade={(roll) => {
            setRolls([roll, ...rolls]);
            set({ roll: roll.id });
          }}
        />
      )}
      {votes && <RuleField pack={plan.pack} onChoose={(pack) => settle({ pack })} />}
      <TextField
        type="date"
        label={t(votes ? 'votingDay' : 'settleDay')}
        hint={t('votingDayHint')}
        value={plan.vote}
        onInput={(vote) => vote !== '' && set({ vote, own: {} })}
      />
      <DaysFields
        days={daysOf(plan)}
        preset={plan.preset}
        faults={faultsOf(plan, today)}
        onChange={(own) => set({ own: { ...plan.own, ...own } })}
        onReset={Object.keys(plan.own).length > 0 ? () => set({ own: {} }) : undefined}
      />
      <TextField
        id="seats"
        label={t('seats')}
        short
        value={plan.seats}
        error={wrong('seats')}
        onInput={(seats) => set({ seats })}
      />
      <TextField
        id="organiser"
        label={t('organiser')}
        maxLength={50}
        value={plan.organiser}
        error={wrong('organiser')}
        onInput={(organiser) => set({ organiser })}
      />
      <TextField
        id="phone"
        type="tel"
        label={t('phone')}
        maxLength={30}
        value={plan.phone}
        error={wrong('phone')}
        onInput={(phone) => set({ phone })}
      />
      <TextField
        label={t('intro')}
        hint={t('introHint')}
        optional
        lines={3}
        maxLength={1000}
        value={plan.words}
        onInput={(words) => set({ words })}
      />
      <details>
        <summary>{t('more')}</summary>
        <More plan={plan} set={set} settle={settle} branch={branch.name} />
      </details>
      <p class="banner" role="status">
        {t('asks', {
          n: count(buildings.length),
          seats: seatsOf(plan),
          all: count(buildings.length * seatsOf(plan)),
        })}
      </p>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Button kind="primary" type="submit" busy={busy}>
        {t('create')}
      </Button>
    </form>
  );
}

function More(props: {
  plan: Plan;
  set: (some: Partial<Plan>) => void;
  settle: (some: Pick<Plan, 'phases'>) => void;
  branch: string;
}) {
  const { plan, set } = props;
  return (
    <div class="stack">
      <TextField
        label={t('electionTitle')}
        maxLength={60}
        value={plan.title}
        placeholder={titleOf(plan, props.branch)}
        onInput={(title) => set({ title })}
      />
      <Choice
        kind="box"
        checked={plan.listed}
        onChange={(listed) => set({ listed })}
        label={t('listed')}
        note={t('listedNote')}
      />
      {plan.preset === 'sealed' && (
        <>
          <Choice
            kind="box"
            checked={plan.phases}
            onChange={(phases) => props.settle({ phases })}
            label={t('phases')}
            note={t('phasesNote')}
          />
          <QuorumSelect quorum={plan.quorum} onChoose={(quorum) => set({ quorum })} />
        </>
      )}
    </div>
  );
}
