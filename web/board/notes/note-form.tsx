// A note of the reader on one figure: written, and the own ones taken away and brought back.
import { useState } from 'preact/hooks';
import { type Note, putNote } from '../../../schema/api/notes.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { freshId } from '../../ui/fresh-id.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

export interface NotedCard {
  /** a scorecard with its period, or a run with '' */
  card: string;
  period: string;
  unit: string;
}

interface Noting {
  about: NotedCard;
  onChange: () => void;
}

const put = (
  about: NotedCard,
  { id, measure, words }: Pick<Note, 'id' | 'measure' | 'words'>,
  removed: boolean,
) =>
  call(putNote, {
    params: { unit: about.unit, note: id },
    body: { card: about.card, period: about.period, measure, words, removed },
  });

/** Beside an own note: it goes, and comes back when that is undone. */
export function TakeAway({ about, note, onChange }: Noting & { note: Note }) {
  const { busy, problem, act } = useAct();
  const takeAway = () =>
    act(async () => {
      await put(about, note, true);
      onChange();
      toast(t('noteRemoved'), () => put(about, note, false).then(onChange));
    });
  return (
    <>
      <Button small busy={busy} onClick={takeAway}>
        {t('noteRemove')}
      </Button>
      {problem && <span class="field-error">{problem}</span>}
    </>
  );
}

/** `notes`: those that are not listed beside it with what takes them away. */
export function NoteForm(props: Noting & { measure: string; notes?: readonly Note[] }) {
  const { about, measure, notes = [], onChange } = props;
  const [words, setWords] = useState('');
  const { busy, problem, act } = useAct();
  const save = () =>
    act(async () => {
      if (words.trim() === '') return;
      await put(about, { id: freshId(), measure, words: words.trim() }, false);
      setWords('');
      onChange();
    });
  return (
    <form
      class="stack tight no-print"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {notes.map(
        (note) =>
          note.mine && (
            <div key={note.id} class="line">
              <span>{note.words}</span>
              <TakeAway about={about} note={note} onChange={onChange} />
            </div>
          ),
      )}
      <TextField
        label={t('noteAdd')}
        hint={t('noteGoesAlong')}
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
