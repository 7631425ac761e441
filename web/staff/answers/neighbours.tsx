// The answer before and the one after, within the list that the reader came from: by button, and by the arrow keys.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { AnswerFilter, ResponseRow } from '../../../schema/api/responses.ts';
import { Button } from '../../ui/button.tsx';
import type { Place } from './filter.ts';
import { type Branch, nearest } from './use-answers.ts';
import { t } from './words.ts';

/** Where the arrows mean something of their own. */
const ownArrows = 'input, textarea, select, audio, video, dialog, [contenteditable]';

interface Beside {
  previous?: string | undefined;
  next?: string | undefined;
}

export function Neighbours(props: {
  at: Branch;
  filter: AnswerFilter;
  order: Place;
  row: ResponseRow;
  /** address of an answer in the same list */
  address: (id: string) => string;
}) {
  const { at, filter, order, row, address } = props;
  const { route } = useLocation();
  const [beside, setBeside] = useState<Beside>({});
  useEffect(() => {
    let wanted = true;
    const find = async (side: keyof Beside, from: Place) => {
      // Whoever finds none, for whatever reason, leaves the button off: the list itself is one press away.
      const id = await nearest(at, filter, { ...order, ...from }, () => wanted).catch(() => undefined);
      if (wanted) setBeside((found) => ({ ...found, [side]: id }));
    };
    find('previous', { before: row.seq });
    find('next', { after: row.seq });
    return () => {
      wanted = false;
    };
  }, [row.id]);
  // At once: the key of a button that can be pressed is heard.
  useLayoutEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
      if (target instanceof Element && target.closest(ownArrows)) return;
      const id = key === 'ArrowLeft' ? beside.previous : key === 'ArrowRight' ? beside.next : undefined;
      if (id) route(address(id));
    };
    addEventListener('keydown', turn);
    return () => removeEventListener('keydown', turn);
  }, [beside, address]);
  const button = (side: keyof Beside, words: string) => {
    const id = beside[side];
    return (
      <Button small kind="outlined" disabled={!id} onClick={() => id && route(address(id))}>
        {words}
      </Button>
    );
  };
  return (
    <>
      {button('previous', `‹ ${t('previous')}`)}
      {button('next', `${t('next')} ›`)}
      <span class="note arrow-hint">{t('arrows')}</span>
    </>
  );
}
