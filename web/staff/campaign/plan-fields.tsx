// The fields of the sheet: what everybody decides first, the rest one press away.
import type { Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TreePicker } from '../../ui/tree-picker.tsx';
import { accessWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { MoreFields, NameField } from './more-fields.tsx';
import type { Demands, Plan } from './plan.ts';
import { RollChoice } from './roll-choice.tsx';
import { t } from './words.ts';

export interface PlanFieldsProps {
  plan: Plan;
  set: (plan: Plan) => void;
  units: readonly Unit[];
  problems: readonly { field: string; sentence: string }[];
  demands: Demands;
  /** of the version that is asked, used when the run has none of its own */
  title: string;
  /** a run after another one is told apart by its name, which then stands above everything */
  nameFirst?: boolean;
}

export function PlanFields(props: PlanFieldsProps) {
  const { plan, set } = props;
  const wrong = (field: string) => props.problems.find((problem) => problem.field === field)?.sentence;
  return (
    <>
      {props.nameFirst && <NameField {...props} />}
      <div id="scope" tabIndex={-1} class="stack tight">
        {wrong('scope') && <span class="field-error">{wrong('scope')}</span>}
        <TreePicker
          label={t('where')}
          units={props.units}
          chosen={plan.scope}
          onChoose={(scope) => set({ ...plan, scope })}
        />
      </div>
      <Dates plan={plan} set={set} wrong={wrong('endDay')} />
      <ChoiceGroup legend={t('who')}>
        <Choice
          kind="radio"
          name="who"
          checked={plan.access === 'anyone'}
          onChange={() => set({ ...plan, access: 'anyone' })}
          label={plan.perDevice ? t('anyone') : accessWord('anyone')}
          note={t('anyoneNote')}
        />
        {(['household', 'roll'] as const).map((access) => (
          <Choice
            key={access}
            kind="radio"
            name="who"
            checked={plan.access === access}
            onChange={() => set({ ...plan, access, roll: '' })}
            label={ui('aside', { what: t(access), more: t('byLetter') })}
            note={t(`${access}Note`)}
          />
        ))}
      </ChoiceGroup>
      {plan.access !== 'anyone' && (
        <RollChoice
          access={plan.access}
          roll={plan.roll}
          wrong={wrong('roll')}
          onChoose={(roll) => set({ ...plan, roll })}
        />
      )}
      {props.demands.ballot && (
        <div class="stack tight">
          <Banner kind="warn">{t(`opinion-${props.demands.ballot}`)}</Banner>
          <Tick
            id="opinionOnly"
            wrong={wrong('opinionOnly')}
            checked={plan.opinionOnly}
            onChange={(opinionOnly) => set({ ...plan, opinionOnly })}
            label={t(`opinionOnly-${props.demands.ballot}`)}
          />
        </div>
      )}
      <Names {...props} wrong={wrong('unnamedAnyway')} />
      <Choice
        kind="box"
        checked={plan.listed}
        onChange={(listed) => set({ ...plan, listed })}
        label={t('listed')}
        note={t('listedNote')}
      />
      <TextField
        id="organiser"
        label={t('organiser')}
        hint={t('organiserHint')}
        maxLength={50}
        value={plan.organiser}
        error={wrong('organiser')}
        onInput={(organiser) => set({ ...plan, organiser })}
      />
      <TextField
        id="phone"
        type="tel"
        label={t('phone')}
        maxLength={30}
        value={plan.phone}
        error={wrong('phone')}
        onInput={(phone) => set({ ...plan, phone })}
      />
      <details open={wrong('cap') !== undefined}>
        <summary>{t('more')}</summary>
        <MoreFields {...props} wrongCap={wrong('cap')} />
      </details>
    </>
  );
}

function Dates(props: { plan: Plan; set: (plan: Plan) => void; wrong: string | undefined }) {
  const { plan, set } = props;
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('dates')}</legend>
      {props.wrong && <span class="field-error">{props.wrong}</span>}
      <Choice
        kind="box"
        checked={plan.startsNow}
        onChange={(startsNow) => set({ ...plan, startsNow })}
        label={t('startsNow')}
      />
      <div class="two-fields">
        {!plan.startsNow && (
          <>
            <TextField
              type="date"
              label={t('startDay')}
              value={plan.startDay}
              onInput={(startDay) => set({ ...plan, startDay })}
            />
            <TextField
              type="time"
              label={t('startTime')}
              value={plan.startTime}
              onInput={(startTime) => set({ ...plan, startTime })}
            />
          </>
        )}
        <TextField
          id="endDay"
          type="date"
          label={t('endDay')}
          value={plan.endDay}
          onInput={(endDay) => set({ ...plan, endDay })}
        />
        <TextField
          type="time"
          label={t('endTime')}
          value={plan.endTime}
          onInput={(endTime) => set({ ...plan, endTime })}
        />
      </div>
    </fieldset>
  );
}

function Names(props: PlanFieldsProps & { wrong: string | undefined }) {
  const { plan, set, demands } = props;
  const { telling, needed } = demands;
  return (
    <div class="stack tight">
      <ChoiceGroup legend={t('names')} hint={t('frozen')} across>
        {(['unnamed', 'named'] as const).map((one) => (
          <Choice
            key={one}
            kind="radio"
            name="named"
            checked={plan.named === (one === 'named')}
            disabled={one === 'unnamed' && needed !== ''}
            onChange={() => set({ ...plan, named: one === 'named' })}
            label={t(one)}
            note={one === 'unnamed' && needed ? t('unnamedRefused', { titles: needed }) : t(`${one}Note`)}
          />
        ))}
      </ChoiceGroup>
      {!plan.named && telling && (
        <>
          <Banner kind="warn">{t('tellsWho', { titles: telling })}</Banner>
          <Tick
            id="unnamedAnyway"
            wrong={props.wrong}
            checked={plan.unnamedAnyway}
            onChange={(unnamedAnyway) => set({ ...plan, unnamedAnyway })}
            label={t('unnamedAnyway')}
          />
        </>
      )}
    </div>
  );
}

/** What has to be ticked before the run can be opened. */
function Tick(props: {
  id: string;
  wrong: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
}) {
  return (
    <div id={props.id} tabIndex={-1} class="stack tight">
      {props.wrong && <span class="field-error">{props.wrong}</span>}
      <Choice kind="box" checked={props.checked} onChange={props.onChange} label={props.label} />
    </div>
  );
}
