// The table out to a spreadsheet and back: copied as tab separated rows, and pasted the same way.
import { useState } from 'preact/hooks';
import type { Definition } from '../../../../schema/form/definition.ts';
import type { Tongue } from '../../../../schema/words/tongues.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { sheetOf, takenIn } from './table.ts';
import { t } from './words.ts';

export function SheetExchange(props: {
  definition: Definition;
  tongue: Tongue;
  change: (definition: Definition) => void;
}) {
  const { definition, tongue, change } = props;
  const [pasted, setPasted] = useState('');
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState('');
  const copyOut = () => {
    const { text, rows } = sheetOf(definition, tongue);
    // Absent on plain-http addresses inside an office network; then the text is there to be selected.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    written
      .then(() => setSaid(t('copied', { n: rows })))
      .catch(() => {
        setSaid(t('copyFailed'));
        setByHand(text);
      });
  };
  const takeIn = () => {
    const { definition: made, taken, lost } = takenIn(definition, tongue, pasted);
    if (taken > 0) {
      change(made);
      setPasted('');
    }
    setSaid(t(taken === 0 ? 'takenNone' : lost > 0 ? 'takenSome' : 'takenIn', { n: taken, lost }));
  };
  return (
    <details class="fold">
      <summary>{t('sheet')}</summary>
      <div class="stack tight">
        <p class="note">{t('sheetHint')}</p>
        <div>
          <Button small kind="outlined" onClick={copyOut}>
            {t('copyOut')}
          </Button>
        </div>
        {byHand !== '' && (
          <textarea class="input" readOnly rows={4} aria-label={t('copyOut')} value={byHand} />
        )}
        <TextField label={t('pasteIn')} lines={4} value={pasted} onInput={setPasted} />
        <div>
          <Button small kind="outlined" disabled={pasted.trim() === ''} onClick={takeIn}>
            {t('takeIn')}
          </Button>
        </div>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}
