// A page's content once it is read: the waiting sentence before, the reason and another try when it failed.
import type { ComponentChildren } from 'preact';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import type { Loaded } from './load.ts';
import { WaitingLine } from './waiting-line.tsx';
import { t } from './words/ui.ts';

export function Loading<T>(props: {
  from: Loaded<T> & { again: () => void };
  what?: string;
  children: (value: T) => ComponentChildren;
}) {
  const { from } = props;
  if (from.state === 'failed')
    return (
      <div class="stack">
        <Banner kind="warn">{from.sentence}</Banner>
        <div>
          <Button kind="outlined" onClick={from.again}>
            {t('again')}
          </Button>
        </div>
      </div>
    );
  if (from.value === undefined) return <WaitingLine {...(props.what ? { what: props.what } : {})} />;
  return <>{props.children(from.value)}</>;
}
