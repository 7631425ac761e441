// What was just done, with 撤销 where it can be undone. It stays ten seconds, and while it has focus or pointer.
import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { sentenceOf } from './problem.ts';
import { t } from './words/ui.ts';

interface Told {
  sentence: string;
  undo?: (() => unknown) | undefined;
}
let show: ((told: Told | undefined) => void) | undefined;

/** Says it at the foot of the page; a later one takes its place, and so does why it could not be undone. */
export function toast(sentence: string, undo?: () => unknown): void {
  show?.({ sentence, undo });
}

/** Stands once in the page's frame. */
export function Toasts() {
  const [told, setTold] = useState<Told>();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    show = setTold;
    return () => {
      show = undefined;
    };
  }, []);
  useEffect(() => {
    if (!told || held) return;
    const timer = setTimeout(() => setTold(undefined), 10_000);
    return () => clearTimeout(timer);
  }, [told, held]);
  const undo = told?.undo;
  const takeBack = async () => {
    setTold(undefined);
    try {
      await undo?.();
    } catch (thrown) {
      toast(sentenceOf(thrown));
    }
  };
  return (
    <div role="status">
      {told && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only holds the timer while someone reads
        <div
          class="toast no-print"
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <span>{told.sentence}</span>
          {undo && (
            <Button small onClick={takeBack}>
              {t('undo')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
