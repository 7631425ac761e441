// A figure that staff report themselves.
import { useState } from 'preact/hooks';
import { type ComposedCard, type MeasureLine, reportFigure } from '../../../schema/api/composed.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

export function ReportForm(props: {
  scorecard: string;
  card: ComposedCard;
  line: MeasureLine;
  onChange: () => void;
}) {
  const { card, line } = props;
  const { reported } = line.how;
  const [value, setValue] = useState(line.figure.value === null ? '' : String(line.figure.value));
  const [source, setSource] = useState(reported?.source ?? '');
  const [day, setDay] = useState(reported?.day ?? dateInput(Date.now()));
  const { busy, problem, act } = useAct();
  const save = () =>
    act(async () => {
      await call(reportFigure, {
        params: { unit: card.unit.id, scorecard: props.scorecard },
        body: {
          measure: line.id,
          period: card.period?.key ?? '',
          value: value.trim() === '' ? null : Number(value),
          source,
          day,
        },
      });
      toast(t('reported'));
      props.onChange();
    });
  return (
    <form
      class="stack tight no-print"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="composed-fields">
        <TextField
          type="number"
          label={t('reportValue')}
          value={value}
          onInput={setValue}
          min={0}
          step={0.01}
          error={problem || undefined}
        />
        <TextField label={t('reportSource')} value={source} onInput={setSource} maxLength={100} />
        <TextField
          type="date"
          label={t('reportDay')}
          value={day}
          onInput={setDay}
          max={dateInput(Date.now())}
        />
      </div>
      <div>
        <Button type="submit" small kind="outlined" busy={busy}>
          {t('reportSave')}
        </Button>
      </div>
    </form>
  );
}
