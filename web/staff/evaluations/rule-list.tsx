// What every list of the rules is changed by: an entry changed at its place, a new one with an id of its own, one deleted with
// the way back.
import type { Rules } from '../../../schema/evaluations/scheme.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

export interface RulesProps {
  rules: Rules;
  set: (change: Partial<Rules>) => void;
}

/** An id that nothing in the list has. */
export function freeId(list: readonly { id: string }[], start: string): string {
  for (let n = list.length + 1; ; n++)
    if (!list.some(({ id }) => id === `${start}${n}`)) return `${start}${n}`;
}

export const without = <T,>(list: readonly T[], place: number): T[] => list.filter((_, at) => at !== place);
export const changed = <T,>(list: readonly T[], place: number, change: Partial<T>): T[] =>
  list.map((one, at) => (at === place ? { ...one, ...change } : one));

export function Drop(props: { title: string; disabled?: boolean; onDrop: () => void; onUndo: () => void }) {
  return (
    <Button
      small
      disabled={props.disabled ?? false}
      label={`${t('drop')} ${props.title}`}
      onClick={() => {
        props.onDrop();
        toast(t('dropped', { title: props.title }), props.onUndo);
      }}
    >
      {t('drop')}
    </Button>
  );
}
