// The first step: both keys are made here, and the card is kept twice before its keys are registered.
import { useState } from 'preact/hooks';
import { useAct } from '../../ui/load.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { type Home, newKeys, register } from './acts.ts';
import { type Keys, passphraseFault, writeCard } from './card.ts';
import { t } from './words.ts';

export function MakeCard(props: { home: Home; link: string; made: () => void }) {
  const { home, link } = props;
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState('');
  const [card, setCard] = useState<{ keys: Keys; text: string }>();
  const { busy, problem, act } = useAct();
  const make = () => {
    const wrong = passphraseFault(passphrase);
    setFault(wrong ? t(`fault-${wrong}`) : passphrase === again ? '' : t('different'));
    if (wrong || passphrase !== again) return;
    act(async () => {
      const keys = await newKeys(home.teller, link);
      setCard({ keys, text: await writeCard(keys, passphrase) });
    });
  };
  const n = Math.max(home.tellers, home.quorum);
  if (card)
    return (
      <KeepCard
        home={home}
        text={card.text}
        busy={busy}
        problem={problem}
        kept={() =>
          act(async () => {
            await register(card.keys);
            props.made();
          })
        }
      />
    );
  return (
    <>
      <p>{t('duty', { n, k: home.quorum })}</p>
      <p class="notice">{t('deny', { m: n - home.quorum + 1 })}</p>
      <h2>{t('makeTitle')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <label for="new-passphrase">{t('passphrase')}</label>
        <p class="hint">{t('passphraseHelp')}</p>
        {(fault || problem) && (
          <p class="notice late" role="alert">
            {fault || problem}
          </p>
        )}
        <input
          id="new-passphrase"
          type="password"
          autocomplete="new-password"
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
        <p />
        <label for="again">{t('passphraseAgain')}</label>
        <input
          id="again"
          type="password"
          autocomplete="new-password"
          value={again}
          onInput={(event) => setAgain(event.currentTarget.value)}
        />
        {busy && <WaitingLine what={t('making')} />}
        <button type="submit" class="primary" disabled={busy}>
          {t('make')}
        </button>
      </form>
    </>
  );
}

function KeepCard(props: { home: Home; text: string; busy: boolean; problem: string; kept: () => void }) {
  const { text } = props;
  const [copied, setCopied] = useState(false);
  const name = t('cardOf', { name: props.home.name });
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${name}\n${text}\n`)}`;
  return (
    <>
      <h2>{t('made')}</h2>
      <figure class="slip printed">
        <figcaption>
          <h2>{name}</h2>
          <p>
            {props.home.title} · {props.home.place}
          </p>
          <p>{t('cardHelp')}</p>
          <p>{t('cardSpare')}</p>
        </figcaption>
        <QrCode text={`${location.origin}/t#${text}`} of={name} />
      </figure>
      <div class="tools">
        <a class="row" href={file} download={`${name}.txt`}>
          {t('save')}
        </a>
        <button type="button" onClick={() => print()}>
          {t('printIt')}
        </button>
        <button type="button" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? t('copied') : t('copyCard')}
        </button>
      </div>
      {props.problem && (
        <p class="notice late" role="alert">
          {props.problem}
        </p>
      )}
      <button type="button" class="primary" disabled={props.busy} onClick={props.kept}>
        {t('saved')}
      </button>
    </>
  );
}
