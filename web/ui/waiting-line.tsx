// Says that something is under way: nothing for 300 ms, then a sentence, after a second a bar.
import { useEffect, useState } from 'preact/hooks';
import { t } from './words/ui.ts';

export function WaitingLine(props: { what?: string; done?: number; total?: number }) {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const timers = [300, 1000, 5000].map((after, index) => setTimeout(() => setShown(index + 1), after));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  const known = props.total !== undefined;
  return (
    <div class="waiting" role="status">
      {(shown > 0 || known) && (
        <span>{shown > 2 && !known ? t('waitingLong') : (props.what ?? t('waiting'))}</span>
      )}
      {(shown > 1 || known) && (
        <progress
          aria-label={props.what ?? t('waiting')}
          {...(known ? { value: props.done ?? 0, max: props.total } : {})}
        />
      )}
    </div>
  );
}
