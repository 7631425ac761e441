// Reading a key card: from its file, from pasted text, or from the address that its QR code led to; then the passphrase.
import { useState } from 'preact/hooks';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { cardIn, type Keys, readCard, tellerOfCard } from './card.ts';
import { t } from './words.ts';

export function ReadCard(props: {
  card?: string;
  /** only the card of this teller will do */
  of?: { teller: string; name: string };
  /** what the passphrase is given for; to open the card alone unless said */
  verb?: string;
  read: (keys: Keys) => void;
}) {
  const [card, setCard] = useState(props.card);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const take = (text: string) => {
    const found = cardIn(text);
    setCard(found);
    if (!found) setProblem(t('noCard'));
    else if (props.of && tellerOfCard(found) !== props.of.teller) {
      setCard(undefined);
      setProblem(t('otherCard', { name: props.of.name }));
    } else setProblem('');
  };
  const open = async () => {
    if (!card || busy) return;
    setBusy(true);
    setProblem('');
    const keys = await readCard(card, passphrase);
    setBusy(false);
    if (keys) props.read(keys);
    else setProblem(t('wrongPassphrase'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      {problem && (
        <p class="notice late" role="alert">
          {problem}
        </p>
      )}
      {card ? (
        <>
          <p class="done">✓ {t('isRead')}</p>
          <label for="passphrase">{t('yourPassphrase')}</label>
          <input
            id="passphrase"
            type="password"
            autocomplete="off"
            value={passphrase}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
          {busy && <WaitingLine what={t('unlocking')} />}
          <button type="submit" class="primary" disabled={busy}>
            {props.verb ?? t('unlock')}
          </button>
        </>
      ) : (
        <>
          <label for="card-file">{t('readFile')}</label>
          <input
            id="card-file"
            type="file"
            accept=".txt,text/plain"
            onChange={async (event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) take(await file.text());
            }}
          />
          <p class="hint">{t('scanHelp')}</p>
          <label for="card-text">{t('orPaste')}</label>
          <textarea id="card-text" rows={3} onChange={(event) => take(event.currentTarget.value)} />
        </>
      )}
    </form>
  );
}
