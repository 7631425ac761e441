// An evaluation before marking begins: its rules, and the few things beside them; kept by one button that is there only while
// something changed.
import { useEffect, useState } from 'preact/hooks';
import { type Campaign, listCampaigns } from '../../../schema/api/campaigns.ts';
import type { Evaluation } from '../../../schema/api/evaluation-shapes.ts';
import { updateEvaluation } from '../../../schema/api/evaluations.ts';
import type { Roll } from '../../../schema/api/rolls.ts';
import { drawsUnstated, type Rules, ruleFaults } from '../../../schema/evaluations/scheme.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, fromInputs, timeInput } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { householdRolls } from './new-evaluation.tsx';
import { NumberField } from './number-field.tsx';
import { RulesEditor } from './rules-editor.tsx';
import { t } from './words.ts';

/** What may be chosen: rolls whose letters open the marking, and runs that are listed beside. */
export interface Beside {
  rolls: Roll[];
  runs: Campaign[];
}
export async function readAround(): Promise<Beside> {
  const [rolls, { campaigns }] = await Promise.all([householdRolls(), call(listCampaigns, {})]);
  return { rolls, runs: campaigns };
}

const draftOf = ({
  rules,
  roll,
  campaign,
  appealDays,
  each,
  seed,
  words,
  closesAt,
  title,
  period,
}: Evaluation) => ({
  rules,
  roll,
  campaign,
  appealDays,
  each,
  seed,
  words,
  title,
  period,
  closesDay: dateInput(closesAt),
  closesTime: timeInput(closesAt),
});

export function Prepare(props: {
  evaluation: Evaluation;
  around: Beside;
  onChanged: () => void;
  onDirty: (dirty: boolean) => void;
}) {
  const { evaluation } = props;
  const [draft, setDraft] = useState(() => draftOf(evaluation));
  const set = (change: Partial<ReturnType<typeof draftOf>>) => setDraft((now) => ({ ...now, ...change }));
  const { rolls, runs } = props.around;
  const { busy, problem, act } = useAct();
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(evaluation));
  useEffect(() => props.onDirty(dirty), [dirty]);
  const faults = [
    ...ruleFaults(draft.rules),
    ...(drawsUnstated(draft.rules, draft) ? (['no-seed'] as const) : []),
  ];
  const closesAt = fromInputs(draft.closesDay, draft.closesTime);
  const save = () =>
    act(async () => {
      if (closesAt === undefined) return;
      const { closesDay: _, closesTime: __, ...fields } = draft;
      const body = {
        rev: evaluation.rev,
        ...fields,
        title: draft.title.trim() || evaluation.title,
        closesAt,
      };
      await call(updateEvaluation, { params: { evaluation: evaluation.id }, body });
      toast(t('saved'));
      props.onChanged();
    });
  const setRules = (change: Partial<Rules>) =>
    setDraft((now) => ({ ...now, rules: { ...now.rules, ...change } }));
  const experts = draft.rules.groups.some(({ id }) => id === 'experts');
  const others = rolls.filter(({ id }) => id !== draft.roll);
  const own = rolls.find(({ id }) => id === draft.roll);
  return (
    // What a figure may be is said by its own field, which keeps what does not fit to itself.
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <RulesEditor rules={draft.rules} set={setRules} />
      <div class="card stack tight">
        <TextField label={t('name')} maxLength={60} value={draft.title} onInput={(title) => set({ title })} />
        <div class="evaluation-row">
          <TextField
            label={t('period')}
            optional
            maxLength={20}
            value={draft.period}
            onInput={(period) => set({ period })}
          />
          <TextField
            type="date"
            label={t('closesDay')}
            value={draft.closesDay}
            onInput={(closesDay) => set({ closesDay })}
          />
          <TextField
            type="time"
            label={t('closesTime')}
            value={draft.closesTime}
            onInput={(closesTime) => set({ closesTime })}
          />
          <NumberField
            label={t('appealDays')}
            least={1}
            most={30}
            value={draft.appealDays}
            onChange={(appealDays) => set({ appealDays })}
          />
        </div>
        {draft.rules.groups.some(({ id }) => id === 'residents') && (
          <Select
            label={t('roll')}
            hint={t('rollHint')}
            value={draft.roll ?? ''}
            onChange={(roll) => set({ roll: roll === '' ? null : roll })}
            options={[
              ...(draft.roll === null ? [] : [{ value: draft.roll, label: own?.title ?? '…' }]),
              ...others.map((one) => ({ value: one.id, label: one.title })),
              { value: '', label: t('noRoll') },
            ]}
          />
        )}
        {runs.length > 0 && (
          <Select
            label={t('popularRun')}
            hint={t('popularHint')}
            value={draft.campaign ?? ''}
            onChange={(campaign) => set({ campaign: campaign === '' ? null : campaign })}
            options={[
              ...runs.map(({ id, title }) => ({ value: id, label: title })),
              { value: '', label: t('noRun') },
            ]}
          />
        )}
        {experts && (
          <div class="evaluation-row">
            <NumberField
              label={t('each')}
              least={1}
              most={20}
              value={draft.each}
              onChange={(each) => set({ each })}
            />
            <TextField
              label={t('seed')}
              hint={t('seedHint')}
              maxLength={60}
              value={draft.seed}
              onInput={(seed) => set({ seed })}
            />
          </div>
        )}
        <TextField
          label={t('words')}
          optional
          lines={2}
          maxLength={1000}
          value={draft.words}
          onInput={(words) => set({ words })}
        />
      </div>
      {faults.length > 0 && (
        <ul class="evaluation-faults">
          {faults.map((fault) => (
            <li key={fault}>▲ {t(`fault-${fault}`)}</li>
          ))}
        </ul>
      )}
      {draft.rules.awards
        .filter(({ places }) => evaluation.subjects > 0 && places >= evaluation.subjects)
        .map(({ id, title, places }) => (
          <p key={id} class="note">
            {t('placesMany', { award: title, places, n: evaluation.subjects })}
          </p>
        ))}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {dirty && (
        <div class="evaluation-save">
          <Button type="submit" kind="primary" busy={busy}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
