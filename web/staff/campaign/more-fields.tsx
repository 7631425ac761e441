// What most leave as it is: a name and thanks of the run's own, where it stops, how long answers are kept, languages,
// large type, and whether the result can be seen while it is open.
import { formTextMax } from '../../../schema/form/definition.ts';
import { tongues as tongueWords } from '../../../schema/words/tongues.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { keepChoices } from './plan.ts';
import type { PlanFieldsProps } from './plan-fields.tsx';
import { t } from './words.ts';

export const NameField = ({ plan, set, title: usual }: PlanFieldsProps) => (
  <TextField
    label={t('titleField')}
    optional
    maxLength={100}
    placeholder={usual}
    value={plan.title}
    onInput={(title) => set({ ...plan, title })}
  />
);

export function MoreFields(props: PlanFieldsProps & { wrongCap: string | undefined }) {
  const { plan, set, demands } = props;
  const days = keepChoices.includes(plan.keepDays) ? keepChoices : [plan.keepDays, ...keepChoices];
  return (
    <div class="stack">
      {!props.nameFirst && <NameField {...props} />}
      <TextField
        label={t('thanks')}
        hint={t('thanksHint')}
        optional
        lines={3}
        maxLength={formTextMax.thanks}
        value={plan.thanks}
        onInput={(thanks) => set({ ...plan, thanks })}
      />
      <TextField
        id="cap"
        label={t('cap')}
        hint={t('capHint')}
        optional
        short
        value={plan.cap}
        error={props.wrongCap}
        onInput={(cap) => set({ ...plan, cap })}
      />
      <Select
        label={t('keep')}
        hint={t('keepHint')}
        value={plan.keepDays}
        options={days.map((n) => ({ value: n, label: t('keepDays', { n }) }))}
        onChange={(keepDays) => set({ ...plan, keepDays })}
      />
      {demands.tongues.length > 0 && (
        <ChoiceGroup legend={t('tongues')} hint={t('tonguesHint')} across>
          {demands.tongues.map((tongue) => (
            <Choice
              key={tongue}
              kind="box"
              checked={plan.tongues.has(tongue)}
              onChange={(on) => {
                const tongues = new Set(plan.tongues);
                if (on) tongues.add(tongue);
                else tongues.delete(tongue);
                set({ ...plan, tongues });
              }}
              label={tongueWords[tongue]}
            />
          ))}
        </ChoiceGroup>
      )}
      {demands.ballot ? (
        <p class="note">{t('liveBallot')}</p>
      ) : (
        <Choice
          kind="box"
          checked={plan.liveResult}
          onChange={(liveResult) => set({ ...plan, liveResult })}
          label={t('live')}
          note={t('liveNote')}
        />
      )}
      <Choice
        kind="box"
        checked={plan.care}
        onChange={(care) => set({ ...plan, care })}
        label={t('care')}
        note={t('careNote')}
      />
      <Choice
        kind="box"
        checked={plan.perDevice}
        onChange={(perDevice) => set({ ...plan, perDevice })}
        label={t('perDevice')}
        note={t('perDeviceNote')}
      />
    </div>
  );
}
