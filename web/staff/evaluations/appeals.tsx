// The right of reply: what the area of a nominee says to its provisional result, and what another organiser decides.
import { useState } from 'preact/hooks';
import { addAppeal } from '../../../schema/api/evaluation-subjects.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { Judge } from './judge.tsx';
import type { SubjectProps } from './subject-page.tsx';
import { t } from './words.ts';

export function Appeals({ view, onChanged }: SubjectProps) {
  const { evaluation, appeals, speaks } = view;
  if (appeals.length === 0 && !speaks) return null;
  return (
    <section class="stack tight" aria-labelledby="appeals">
      <h2 id="appeals">{t('appeals')}</h2>
      <ul class="bare stack tight">
        {appeals.map((one) => (
          <li key={one.id} class="card stack tight">
            <p>
              <b>{t(`appeal-${one.state}`)}</b> {one.words}
            </p>
            <p class="note">{t('appealBy', { name: one.saidBy, time: momentWords(one.at) })}</p>
            {one.answer !== '' && <p>{t('verdict', { words: one.answer })}</p>}
            {one.state === 'upheld' && (
              <p class="note">
                {one.changed > 0 && t('changed', { n: one.changed })}
                {(one.changed === 0 || one.effect === 'none') && t('changedNothing')}
                {one.effect === 'unscored' && t('unscoredFor')}
              </p>
            )}
            {one.state === 'open' &&
              evaluation.keeps &&
              (one.own ? (
                <p class="note">{t('ownAppeal')}</p>
              ) : (
                <Judge view={view} appeal={one} onChanged={onChanged} />
              ))}
          </li>
        ))}
      </ul>
      {speaks && <Say view={view} onChanged={onChanged} />}
    </section>
  );
}

const kinds = ['object', 'answer'] as const;

function Say({ view, onChanged }: SubjectProps) {
  const { evaluation, subject } = view;
  const [kind, setKind] = useState<(typeof kinds)[number]>('object');
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTried(true);
      if (words.trim() === '' || by.trim() === '') return;
      await call(addAppeal, {
        params: { evaluation: evaluation.id, subject: subject.id },
        body: { kind, words: words.trim(), saidBy: by.trim() },
      });
      toast(t('sent'));
      setWords('');
      setTried(false);
      onChanged();
    });
  return (
    <details>
      <summary>{t('reply')}</summary>
      <form
        class="sheet card"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p class="note">{t('replyNote', { day: momentWords(evaluation.appealsUntil ?? 0) })}</p>
        {kinds.map((one) => (
          <Choice
            key={one}
            kind="radio"
            name="say"
            checked={kind === one}
            onChange={() => setKind(one)}
            label={t(`say-${one}`)}
          />
        ))}
        <TextField
          label={t('sayWords')}
          lines={3}
          maxLength={1000}
          value={words}
          onInput={setWords}
          error={tried && words.trim() === '' ? t('needWords') : undefined}
        />
        <TextField
          label={t('sayBy')}
          maxLength={20}
          value={by}
          onInput={setBy}
          error={tried && by.trim() === '' ? t('needBy') : undefined}
        />
        {problem && <Banner kind="warn">{problem}</Banner>}
        <div>
          <Button type="submit" kind="primary" busy={busy}>
            {t('send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
