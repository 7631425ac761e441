// Notes on the card of a run: read with the card, drawn beside the figures that they are on, and written there.
import type { Output } from '../../../schema/api/endpoint.ts';
import { listNotes } from '../../../schema/api/notes.ts';
import { call } from '../../ui/call.ts';
import type { Noting } from '../card-types.ts';
import { type NotedCard, NoteForm, TakeAway } from './note-form.tsx';
import { NoteList } from './note-list.tsx';
import { t } from './words.ts';

export type Notes = Output<typeof listNotes>;

/** Undefined where they are not told: the unit went to another branch since the run. */
export const readNotes = (campaign: string, unit: string): Promise<Notes | undefined> =>
  call(listNotes, { params: { unit }, query: { run: campaign } }).catch(() => undefined);

export async function readNoting(campaign: string, unit: string) {
  const read = await readNotes(campaign, unit);
  return (onChange: () => void): Noting | undefined =>
    read && {
      on: (...measures) => (
        <Noted
          key={`${campaign} ${unit} ${measures[0]}`}
          about={{ card: campaign, period: '', unit }}
          measure={measures[0]}
          notes={read.notes.filter(({ measure }) => measures.includes(measure))}
          onChange={onChange}
        />
      ),
      below: read.below.length > 0 && (
        <div class="stack tight">
          <h3>{t('notesBelow')}</h3>
          <NoteList notes={read.below} />
        </div>
      ),
    };
}

function Noted(props: { about: NotedCard; measure: string; notes: Notes['notes']; onChange: () => void }) {
  const { about, notes, onChange } = props;
  return (
    <div class="stack tight board-noted">
      <NoteList
        notes={notes}
        end={(note) =>
          note.mine && (
            <span class="no-print">
              <TakeAway about={about} note={note} onChange={onChange} />
            </span>
          )
        }
      />
      <details class="fold no-print">
        <summary>{t('noteFold')}</summary>
        <NoteForm about={about} measure={props.measure} onChange={onChange} />
      </details>
    </div>
  );
}
