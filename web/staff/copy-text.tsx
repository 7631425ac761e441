// A text to take along: shown whole, selected on focus, copied by a button that says whether it worked.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/words/ui.ts';

/** `said`: whether it worked, in words; `failed`: the text has to be selected by hand. */
export function useCopy(text: string): { copy: () => void; said: string; failed: boolean } {
  const [worked, setWorked] = useState<boolean>();
  const copy = () => {
    // Absent on plain-http addresses inside an office network; then the text is there to be selected.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    written.then(() => setWorked(true)).catch(() => setWorked(false));
  };
  const said = worked === undefined ? '' : t(worked ? 'copied' : 'copyFailed');
  return { copy, said, failed: worked === false };
}

export function CopyText(props: { text: string; label?: string }) {
  const { copy, said } = useCopy(props.text);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    // As many lines as it takes at this width.
    const fit = () => {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(area);
    return () => observer.disconnect();
  }, [props.text]);
  return (
    <div class="line">
      <textarea
        class="input copy-text"
        readOnly
        rows={1}
        ref={box}
        aria-label={props.label ?? props.text}
        value={props.text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button small kind="outlined" onClick={copy}>
        {t('copy')}
      </Button>
      <span class="note" role="status">
        {said}
      </span>
    </div>
  );
}
