// Opening a box in public, in four taps: the card, I am here, open, sign. In between the device checks the box against the
// ledger, waits for the others, and the ballots are read out one by one.
import { useEffect, useState } from 'preact/hooks';
import type { ContestRecord } from '../../../schema/api/ballots.ts';
import { useAct } from '../../ui/load.ts';
import { ApiProblem } from '../../ui/problem.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import type { Home } from './acts.ts';
import { type Box, type BoxFault, checkedBox, type Found, openTogether } from './box.ts';
import type { Keys } from './card.ts';
import { arrive, goOn, recordOf, type State, show, stateOf, tell } from './opening.ts';
import { ReadCard } from './read-card.tsx';
import { ReadOut } from './read-out.tsx';
import { t } from './words.ts';

interface Known {
  record: ContestRecord;
  box: Box;
}

export function OpenBox(props: {
  home: Home;
  contest: Home['contests'][number];
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  back: () => void;
}) {
  const { home, contest, keys } = props;
  const [known, setKnown] = useState<Known>();
  const [fault, setFault] = useState<BoxFault>();
  const [shares, setShares] = useState<string[]>();
  const [state, setState] = useState<State>();
  const [found, setFound] = useState<Found[]>();
  const [shown, setShown] = useState(false);
  const [held, setHeld] = useState(0);
  const [done, setDone] = useState({ what: '', n: 0 });
  const { busy, problem, act } = useAct();
  const { contest: id, number } = contest;
  const total = contest.ballots ?? 0;

  /** Reads the box and checks it; undefined where it must not be opened. */
  const check = async (): Promise<Known | undefined> => {
    const record = await recordOf(id);
    const box = await checkedBox(record);
    if (typeof box === 'string') {
      setFault(box);
      return undefined;
    }
    const next = { record, box };
    setKnown(next);
    return next;
  };
  const come = (by: Keys) =>
    act(async () => {
      const checked = await check();
      if (!checked) return;
      if (checked.record.state === 'closed') {
        const own = await arrive(by, id, number, checked.box, (n) => setDone({ what: 'checking', n }));
        if (!own) throw new ApiProblem('internal', 0, t('otherAct'), {});
        setShares(own);
      }
      setState(await stateOf(by, id));
    });
  const open = (by: Keys, own: string[]) =>
    act(async () => {
      await show(by, id, own);
      setShown(true);
      setState(await stateOf(by, id));
    });

  // The others come by themselves.
  const waiting = keys !== undefined && state !== undefined && found === undefined;
  useEffect(() => {
    if (!waiting || !keys) return;
    const timer = setInterval(() => stateOf(keys, id).then(setState, () => {}), 2500);
    return () => clearInterval(timer);
  }, [waiting, keys, id]);

  const present = state?.tellers.filter(({ shares: theirs }) => theirs !== null).length ?? 0;
  const ready =
    state !== undefined &&
    present >= state.quorum &&
    (shown || state.state !== 'closed') &&
    found === undefined;
  const openHere = (by: Keys, { box }: Known, now: State, word?: string) =>
    act(async () => {
      const theirs = now.tellers.map((teller) => teller.shares);
      const all = await openTogether(box, theirs, (n) => setDone({ what: 'opening', n }));
      const left = now.state === 'closed' ? await tell(by, id, all, word) : 0;
      setHeld(left);
      if (left > 0) return setState(await stateOf(by, id));
      // Other acts may have come since the box was checked.
      setKnown({ box, record: await recordOf(id) });
      setFound(all);
    });
  // Again with every key that comes later, and when another device has opened the last ballot.
  useEffect(() => {
    if (ready && keys && known && state) openHere(keys, known, state);
  }, [ready, present, state?.state]);

  const body = () => {
    if (fault)
      return (
        <p class="notice late" role="alert">
          {t(`fault-${fault}`)}
        </p>
      );
    if (!keys)
      return (
        <>
          <p>{t('openHelp')}</p>
          <ReadCard of={{ teller: home.teller, name: home.name }} read={props.unlocked} />
        </>
      );
    if (found && known)
      return <ReadOut home={home} keys={keys} known={known} contest={contest.contest} found={found} />;
    if (busy && done.what !== '')
      return (
        <WaitingLine
          what={t(done.what === 'checking' ? 'checking' : 'opening', { n: done.n, total })}
          done={done.n}
          total={total}
        />
      );
    if (!state)
      return (
        <>
          <p>{t('ballots', { n: total })}</p>
          <button type="button" class="primary" disabled={busy} onClick={() => come(keys)}>
            {t('here')}
          </button>
        </>
      );
    if (held > 0 && known) {
      const absent = state.tellers.filter(({ shares: theirs }) => theirs === null);
      const silent = state.tellers.filter(({ shares: theirs, goesOn }) => theirs !== null && !goesOn);
      const names = (of: typeof absent) => of.map(({ name }) => name).join(t('and'));
      return (
        <>
          <p class="notice late" role="status">
            {t('held', { n: held, names: names(absent) })}
          </p>
          <p>{t('goOnHelp')}</p>
          {state.tellers[number]?.goesOn ? (
            <p role="status">{t('goesOn', { names: names(silent) })}</p>
          ) : (
            <button
              type="button"
              disabled={busy}
              onClick={async () => openHere(keys, known, state, await goOn(keys, number, known.box))}
            >
              {t('goOn', { names: names(absent) })}
            </button>
          )}
        </>
      );
    }
    const came = state.tellers.filter(({ committed }) => committed !== null).length;
    return (
      <>
        <p class="big" role="status">
          {t('cardsHere', { n: came, k: state.quorum })}
        </p>
        <ul class="came">
          {state.tellers.map(({ name, committed }) => (
            <li key={name}>{t(committed === null ? 'absent' : 'came', { name })}</li>
          ))}
        </ul>
        {came >= state.quorum && shares && !shown ? (
          <button type="button" class="primary" disabled={busy} onClick={() => open(keys, shares)}>
            {t('openNow')}
          </button>
        ) : (
          <p>{t('waiting')}</p>
        )}
      </>
    );
  };
  return (
    <>
      <h1>
        {t('openTitle')} · {contest.name}
      </h1>
      {home.rehearsal && <p class="notice late">{t('rehearsal')}</p>}
      {problem && (
        <p class="notice late" role="alert">
          {problem}
        </p>
      )}
      {body()}
      {!busy && (
        <button type="button" class="plain clear" onClick={props.back}>
          ‹ {t('back')}
        </button>
      )}
    </>
  );
}
