// 自荐 or 推荐: a name, one line, how to be reached; consent to be posted is asked of the person alone.
import { useState } from 'preact/hooks';
import type { nominate, PublicContest } from '../../../schema/api/public-elections.ts';
import {
  isContact,
  isName,
  mobileDigits,
  personMost,
  tellsTooMuch,
  tidyName,
} from '../../../schema/elections/person.ts';
import { encodeId } from '../../../schema/ids.ts';
import { sentenceOf } from '../../ui/problem.ts';
import { ask } from '../ask.ts';
import { t } from '../words.ts';

const freshId = () => encodeId(crypto.getRandomValues(new Uint8Array(24)));

const empty = { name: '', line: '', saidBy: '', contact: '', consent: false };
type Typed = typeof empty;
type Source = 'self' | 'resident';

function contactWords(typed: string): string {
  const n = mobileDigits(typed);
  return n > 0 ? t('mobileWrong', { n }) : t('contactWrong');
}

/** What is wrong, by field, in the order of the page. */
function wrongIn(typed: Typed, source: Source): Partial<Record<keyof Typed, string>> {
  const self = source === 'self';
  return {
    ...(!isName(tidyName(typed.name)) && { name: t(typed.name.trim() === '' ? 'nameMissing' : 'nameWrong') }),
    ...(tellsTooMuch(typed.line) && { line: t('lineWrong') }),
    ...(!self && !isName(tidyName(typed.saidBy)) && { saidBy: t('saidByWrong') }),
    ...(!isContact(typed.contact.trim()) && { contact: contactWords(typed.contact) }),
    ...(self && !typed.consent && { consent: t('consentWrong') }),
  };
}

export function Nominate({ page }: { page: PublicContest }) {
  const [source, setSource] = useState<Source>();
  // Sent again after a lost answer, it is the same proposal.
  const [id] = useState(freshId);
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  if (done)
    return (
      <div class="notice" role="status">
        <p>{t('nominated', { name: done })}</p>
      </div>
    );
  if (!source)
    return (
      <div class="tools">
        {(['self', 'resident'] as const).map((one) => (
          <button key={one} type="button" onClick={() => setSource(one)}>
            {t(`nominate-${one}`)}
          </button>
        ))}
      </div>
    );
  const wrong = tried ? wrongIn(typed, source) : {};
  const send = async () => {
    setTried(true);
    const [first] = Object.keys(wrongIn(typed, source));
    if (first !== undefined) return document.getElementById(`n-${first}`)?.focus();
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      const { name } = await ask<typeof nominate>(
        `/api/e/${page.election.slug}/contests/${page.contest.id}/nominations/${id}`,
        {
          method: 'PUT',
          body: {
            source,
            name: tidyName(typed.name),
            line: typed.line.trim(),
            saidBy: source === 'self' ? '' : tidyName(typed.saidBy),
            contact: typed.contact.trim(),
            consent: source === 'self' && typed.consent,
          },
        },
      );
      setDone(name);
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const field = (name: Exclude<keyof Typed, 'consent'>, label: string, hint?: string) => (
    <div class={`question${wrong[name] ? ' invalid' : ''}`}>
      <label for={`n-${name}`}>{label}</label>
      {hint && (
        <p class="hint" id={`n-${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong[name] && (
        <p class="wrong" id={`n-${name}-wrong`}>
          ▲ {wrong[name]}
        </p>
      )}
      <input
        id={`n-${name}`}
        {...(name === 'contact' ? { type: 'tel' as const } : { type: 'text' as const })}
        value={typed[name]}
        maxLength={
          {
            name: personMost.name,
            line: personMost.line,
            saidBy: personMost.said,
            contact: personMost.contact,
          }[name]
        }
        aria-invalid={wrong[name] ? 'true' : undefined}
        aria-describedby={
          [hint && `n-${name}-hint`, wrong[name] && `n-${name}-wrong`].filter(Boolean).join(' ') || undefined
        }
        onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3>{t(`nominate-${source}`)}</h3>
      {field('name', t(source === 'self' ? 'ownName' : 'theirName'))}
      {field('line', t('oneLine'), t('oneLineHint'))}
      {source === 'resident' && field('saidBy', t('yourName'))}
      {field('contact', t('yourPhone'), t('yourPhoneHint'))}
      {source === 'self' ? (
        <>
          {wrong.consent && <p class="wrong">▲ {wrong.consent}</p>}
          <div class="choice">
            <input
              type="checkbox"
              id="n-consent"
              checked={typed.consent}
              onChange={(event) => setTyped({ ...typed, consent: event.currentTarget.checked })}
            />
            <label for="n-consent">{t('consent')}</label>
          </div>
        </>
      ) : (
        <p>{t('consentLater')}</p>
      )}
      {problem && (
        <p class="notice late" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="primary" aria-busy={busy}>
        {t('send')}
      </button>
      <button type="button" class="plain" onClick={() => setSource(undefined)}>
        {t('notNow')}
      </button>
    </form>
  );
}
