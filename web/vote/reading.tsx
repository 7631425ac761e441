// What a page shows once it is read: the waiting line before, the reason and another try when it failed.
import type { ComponentChildren } from 'preact';
import type { Loaded } from '../ui/load.ts';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { t } from '../ui/words/ui.ts';

export function Reading<T>(props: {
  from: Loaded<T> & { again: () => void };
  children: (value: T) => ComponentChildren;
}) {
  const { from } = props;
  if (from.state === 'failed')
    return (
      <>
        <p class="notice late" role="alert">
          {from.sentence}
        </p>
        <button type="button" onClick={from.again}>
          {t('again')}
        </button>
      </>
    );
  if (from.value === undefined) return <WaitingLine />;
  return <>{props.children(from.value)}</>;
}
