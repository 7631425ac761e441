// A text to take along: shown whole, selected on focus, copied by a button that says whether it worked.
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/words/ui.ts';

export function CopyText(props: { text: string; label?: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    // Absent on plain-http addresses inside an office network; then the text is there to be selected.
    const written = navigator.clipboard?.writeText(props.text) ?? Promise.reject();
    written.then(() => setSaid(t('copied'))).catch(() => setSaid(t('copyFailed')));
  };
  return (
    <div class="line">
      <input
        class="input copy-text"
        readOnly
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
