// What was noted on a figure, with who wrote it and when.
import type { ComponentChildren } from 'preact';
import type { Note } from '../../../schema/api/notes.ts';
import { momentWords } from '../../ui/time.ts';
import { t } from './words.ts';

/** `year`: papers are kept, so their dates have one. */
export const byWords = ({ by, at }: Pick<Note, 'by' | 'at'>, year?: number): string =>
  t('noteBy', { by, at: momentWords(at, year) });

/** Of a unit below with its name. */
export const noteWords = ({ words, unit }: { words: string; unit?: string }): string =>
  unit === undefined ? words : t('noteOf', { unit, words });

export function NoteList(props: {
  notes: readonly (Note & { unit?: string })[];
  /** beside each */
  end?: (note: Note) => ComponentChildren;
}) {
  const { notes, end } = props;
  if (notes.length === 0) return null;
  return (
    <ul class="bare stack tight comments" aria-label={t('notes')}>
      {notes.map((note) => (
        <li key={note.id}>
          {noteWords(note)} <span class="note">{byWords(note)}</span> {end?.(note)}
        </li>
      ))}
    </ul>
  );
}
