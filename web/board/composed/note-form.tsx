// Notes of the reader on a figure, and a figure that staff report themselves.
import { useState } from 'preact/hooks';
import {
  type ComposedCard,
  type MeasureLine,
  type Note,
  putNote,
  reportFigure,
} from '../../../schema/api/composed.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { freshId } from '../../ui/fresh-id.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

interface NotedCard {
  /** a scorecard with its period, or a run with '' */
  card: string;
  period: string;
  unit: string;
}

export function NoteForm(props: {
  about: NotedCard;
  line: MeasureLine;
  notes: readonly Note[];
  onChange: () => void;
}) {
  const { about, line } = props;
  const [words, setWords] = useState('');
  const { busy, problem, act } = useAct();
  const put = (note: { id: string; words: string }, removed: boolean) =>
    call(putNote, {
      params: { unit: about.unit, note: note.id },
      body: { card: about.card, period: about.period, measure: line.id, words: note.words, removed },
    });
  const save = () =>
    act(async () => {
      if (words.trim() === '') return;
      await put({ id: freshId(), words: words.trim() }, false);
      setWords('');
      props.onChange();
    });
  const takeAway = (note: Note) =>
    act(async () => {
      await put(note, true);
      props.onChange();
      toast(t('noteRemoved'), () => put(note, false).then(props.onChange));
    });
  return (
    <form
      class="stack tight no-print"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {props.notes
        .filter(({ mine, measure }) => mine && measure === line.id)
        .map((note) => (
          <div key={note.id} class="line">
            <span>{note.words}</span>
            <Button small busy={busy} onClick={() => takeAway(note)}>
              {t('noteRemove')}
            </Button>
          </div>
        ))}
      <TextField
        label={t('noteAdd')}
        value={words}
        onInput={setWords}
        maxLength={300}
        error={problem || undefined}
      />
      <div>
        <Button type="submit" small kind="outlined" busy={busy}>
          {t('noteSave')}
        </Button>
      </div>
    </form>
  );
}

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
          error={problem || undefined}
        />
        <TextField label={t('reportSource')} value={source} onInput={setSource} maxLength={100} />
        <TextField type="date" label={t('reportDay')} value={day} onInput={setDay} />
      </div>
      <div>
        <Button type="submit" small kind="outlined" busy={busy}>
          {t('reportSave')}
        </Button>
      </div>
    </form>
  );
}
