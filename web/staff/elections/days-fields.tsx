// The days of an election drawn as steps; opened, each is a field, with what the rules forbid beside it.
import { useState } from 'preact/hooks';
import type { DayFault } from '../../../schema/elections/calendar.ts';
import type { Days } from '../../../schema/elections/days.ts';
import { Button } from '../../ui/button.tsx';
import { Stages } from '../../ui/stages.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { faultWords, stepsOf } from './said.ts';
import { t } from './words.ts';

const fields = [
  'roll',
  'objections',
  'nominate',
  'candidates',
  'checkIn',
  'vote',
  'voteEnd',
  'opens',
  'closes',
  'result',
] as const;
const clocks: ReadonlySet<string> = new Set(['opens', 'closes']);
const ofNominations: ReadonlySet<string> = new Set(['nominate', 'candidates', 'vote']);

interface Props {
  days: Days;
  preset: 'spot' | 'sealed' | 'nominations';
  faults: readonly DayFault[];
  onChange: (changed: Partial<Days>) => void;
}

export function DaysFields(props: Props & { onReset?: (() => void) | undefined; open?: boolean }) {
  const [open, setOpen] = useState(props.open ?? false);
  const { days, preset, faults } = props;
  const shown = open || faults.length > 0;
  return (
    <div class="stack tight" id="days" tabIndex={-1}>
      <Stages steps={stepsOf(days, preset)} now={t('isNow')} />
      {shown ? (
        <EachDay {...props} />
      ) : (
        <div>
          <Button small kind="outlined" expanded={false} onClick={() => setOpen(true)}>
            {t('changeDays')}
          </Button>
        </div>
      )}
      {shown && props.onReset && (
        <div>
          <Button small onClick={props.onReset}>
            {t('computedDays')}
          </Button>
        </div>
      )}
    </div>
  );
}

function EachDay({ days, preset, faults, onChange }: Props) {
  const wanted = fields.filter(
    (field) =>
      (preset !== 'nominations' || ofNominations.has(field)) &&
      (field !== 'checkIn' || days.checkIn !== null),
  );
  return (
    <div class="election-days">
      {wanted.map((field) => (
        <TextField
          key={field}
          type={clocks.has(field) ? 'time' : 'date'}
          label={preset === 'nominations' && field === 'vote' ? t('settleDay') : t(`field-${field}`)}
          value={days[field] ?? ''}
          error={
            faults
              .filter((fault) => fault.field === field)
              .map(faultWords)
              .join(' ') || undefined
          }
          onInput={(value) => {
            // Of nominations alone, and of one day of voting, the end goes with the beginning.
            const alone = field === 'vote' && days.voteEnd === days.vote;
            if (value !== '') onChange({ [field]: value, ...(alone && { voteEnd: value }) });
          }}
        />
      ))}
    </div>
  );
}
