// 唱票: every ballot in large type, one by one, in the order of the box; then the count, which is asked for as what it is; then
// the result, counted here too, and the signature.
import { useEffect, useState } from 'preact/hooks';
import type { ContestRecord } from '../../../schema/api/ballots.ts';
import { decodeChoices } from '../../../schema/elections/choices.ts';
import { useAct } from '../../ui/load.ts';
import { ApiProblem } from '../../ui/problem.ts';
import type { Home } from './acts.ts';
import type { Box, Found } from './box.ts';
import type { Keys } from './card.ts';
import { count, recordOf, resultIn, signResult, stateOf } from './opening.ts';
import { ReadCard } from './read-card.tsx';
import { t } from './words.ts';

const voids = {
  layout: 'void-layout',
  'no-quorum': 'void-no-quorum',
  content: 'void-content',
  sealing: 'void-sealing',
  choices: 'void-choices',
} as const;

/** What a ballot says, line by line. */
function linesOf({ content, why }: Found, nameOf: (id: string) => string): string[] {
  const choices = content === null ? undefined : decodeChoices(content);
  if (!choices) {
    const reason = Object.entries(voids).find(([code]) => code === (why ?? 'choices'))?.[1];
    return [t('isVoid', { why: t(reason ?? 'void-choices') })];
  }
  const lines = Object.values(choices).flatMap((marks) => [
    ...marks.for.map((id) => t('for', { name: nameOf(id) })),
    ...marks.against.map((id) => t('against', { name: nameOf(id) })),
    ...marks.written.map((name) => t('written', { name })),
  ]);
  return lines.length > 0 ? lines : [t('isBlank')];
}

export function ReadOut(props: {
  home: Home;
  link: string;
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  contest: Home['contests'][number];
  known: { record: ContestRecord; box: Box };
  found: readonly Found[];
}) {
  const { found, known, link } = props;
  const { contest, state: was, unsigned } = props.contest;
  const [at, setAt] = useState(0);
  const [auto, setAuto] = useState(false);
  const [result, setResult] = useState(known.record.result ?? undefined);
  const [waits, setWaits] = useState<'paper' | 'names' | null>(null);
  const [over, setOver] = useState(result !== undefined);
  const [asking, setAsking] = useState(false);
  const [signed, setSigned] = useState(unsigned === 0 && (was === 'counted' || was === 'announced'));
  const { busy, problem, act } = useAct();
  const [post] = known.box.freeze.posts;
  const nameOf = (id: string) => post?.candidates.find((one) => one.id === id)?.name ?? id;
  const last = at >= found.length - 1;
  useEffect(() => {
    if (!auto || last) return;
    const timer = setTimeout(() => setAt(at + 1), 1800);
    return () => clearTimeout(timer);
  }, [auto, at, last]);

  const finish = () =>
    act(async () => {
      const state = await stateOf(link, contest);
      setWaits(state.waits);
      if (state.result !== null) setResult(state.result);
      if (state.result === null && state.waits === null) setAsking(true);
      else setOver(true);
    });
  const countIt = () =>
    act(async () => {
      setResult(await count(link, contest));
      setAsking(false);
      setOver(true);
    });
  const sign = (keys: Keys, text: string) =>
    act(async () => {
      const record = await recordOf(contest);
      if (!(await signResult(keys, record, known.box, found, text)))
        throw new ApiProblem('internal', 0, t('otherCount'), {});
      setSigned(true);
    });

  const liars = [...new Set(found.flatMap(({ lying }) => lying))];
  const names = liars.map((number) => known.box.freeze.tellers[number]?.name ?? '');
  const ballot = found[at];
  return (
    <>
      <p class="done">✓ {t('boxOpen', { n: found.length })}</p>
      {names.map((name) => (
        <p key={name} class="notice late">
          {t('lying', { name })}
        </p>
      ))}
      {problem && (
        <p class="notice late" role="alert">
          {problem}
        </p>
      )}
      {asking ? (
        <>
          <h2>{t('countTitle')}</h2>
          <p>{t('countHelp', { n: found.length, paper: known.box.close.paper })}</p>
          <button type="button" class="primary" disabled={busy} onClick={countIt}>
            {t('count')}
          </button>
          <button type="button" class="plain" disabled={busy} onClick={() => setAsking(false)}>
            ‹ {t('readAgain')}
          </button>
        </>
      ) : over ? (
        <>
          <Outcome
            {...props}
            result={result}
            waits={waits}
            signed={signed}
            busy={busy}
            sign={sign}
            again={finish}
          />
          <button
            type="button"
            class="plain clear"
            onClick={() => {
              setAt(0);
              setOver(false);
            }}
          >
            {t('readAgain')}
          </button>
        </>
      ) : (
        <>
          <h2>{t('readOut')}</h2>
          {ballot && (
            <div class="read-out" aria-live="polite">
              <p>{t('nth', { n: at + 1, total: found.length })}</p>
              {linesOf(ballot, nameOf).map((line) => (
                <p key={line} class="big">
                  {line}
                </p>
              ))}
            </div>
          )}
          {!last && (
            <div class="tools">
              <button type="button" onClick={() => setAt(at + 1)}>
                {t('next')}
              </button>
              <button type="button" onClick={() => setAuto(!auto)}>
                {t(auto ? 'pause' : 'auto')}
              </button>
            </div>
          )}
          <button type="button" class={last ? 'primary' : 'plain'} disabled={busy} onClick={finish}>
            {t(result === undefined ? 'allRead' : 'allReadSee')}
          </button>
        </>
      )}
    </>
  );
}

function Outcome(props: {
  home: Home;
  link: string;
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  result: string | undefined;
  waits: 'paper' | 'names' | null;
  signed: boolean;
  busy: boolean;
  sign: (keys: Keys, result: string) => void;
  again: () => void;
}) {
  const { home, link, keys, result } = props;
  if (result === undefined)
    return (
      <>
        <p class="notice">{t(props.waits === 'names' ? 'waitsNames' : 'waitsPaper')}</p>
        <button type="button" disabled={props.busy} onClick={props.again}>
          {t('seeAgain')}
        </button>
      </>
    );
  const { posts, void: spoilt } = resultIn(result);
  const lost = Object.values(spoilt).reduce((sum, n) => sum + (n ?? 0), 0);
  return (
    <>
      <h2>{t('resultTitle')}</h2>
      {posts.map((post) => (
        <ul key={post.post} class="came">
          {post.standings.map(({ person, name, votes, against }) => (
            <li key={person}>
              {t(against > 0 ? 'tallyEach' : 'tally', { name, votes, against })}
              {post.elected.includes(person) && t('electedMark')}
            </li>
          ))}
        </ul>
      ))}
      <p>{t('voids', { n: lost })}</p>
      {props.signed ? (
        <p class="notice" role="status">
          {t('allSigned', { organiser: home.organiser })}
        </p>
      ) : keys ? (
        <button type="button" class="primary" disabled={props.busy} onClick={() => props.sign(keys, result)}>
          {t('signResultNow')}
        </button>
      ) : (
        <ReadCard
          of={{ teller: home.teller, name: home.name }}
          verb={t('signResultNow')}
          read={(read) => {
            const own = { ...read, link };
            props.unlocked(own);
            props.sign(own, result);
          }}
        />
      )}
    </>
  );
}
