// Opening a box in public, in four taps: the box, the card, I am here, open. In between the device checks the box against the
// ledger and waits for the others; then the ballots are read out one by one. A box that is open is read out without a card: what
// opens it lies with every teller.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContestRecord } from '../../../schema/api/ballots.ts';
import { useAct } from '../../ui/load.ts';
import { ApiProblem } from '../../ui/problem.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import type { Home } from './acts.ts';
import { type Box, type BoxFault, checkedBox, type Found, openTogether } from './box.ts';
import type { Keys } from './card.ts';
import { arrive, goOn, recordOf, type State, show, stateOf, tell, unlessOpen } from './opening.ts';
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
  link: string;
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  back: () => void;
}) {
  const { home, contest, link, keys } = props;
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
  /** Says, with the keys, that the teller is here; of a box that is open nobody needs to be. */
  const come = (by: Keys | undefined) =>
    act(async () => {
      const checked = await check();
      if (!checked) return;
      if (checked.record.state === 'closed' && by) {
        const own = arrive(by, id, number, checked.box, (n) => setDone({ what: 'checking', n }));
        setShares(await unlessOpen(own.then((shares) => shares ?? Promise.reject(otherAct()))));
      }
      setState(await stateOf(link, id));
    });
  const open = (by: Keys, own: string[]) =>
    act(async () => {
      await unlessOpen(show(by, id, own));
      setShown(true);
      setState(await stateOf(link, id));
    });
  const isOpen = contest.state !== 'closed';
  useEffect(() => {
    if (isOpen) come(undefined);
  }, []);

  // The others come by themselves.
  const waiting = state !== undefined && found === undefined;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => stateOf(link, id).then(setState, () => {}), 2500);
    return () => clearInterval(timer);
  }, [waiting, link, id]);

  const present = state?.tellers.filter(({ shares: theirs }) => theirs !== null).length ?? 0;
  const ready =
    state !== undefined &&
    present >= state.quorum &&
    (shown || state.state !== 'closed') &&
    found === undefined;
  const openHere = ({ box }: Known, now: State, word?: string) =>
    act(async () => {
      const theirs = now.tellers.map((teller) => teller.shares);
      const all = await openTogether(box, theirs, (n) => setDone({ what: 'opening', n }));
      const left = now.state === 'closed' ? await unlessOpen(tell(link, id, all, word)) : 0;
      setHeld(left ?? 0);
      // Another device may have opened the box meanwhile, and with more keys: then once more with all of them.
      if (left !== 0) return setState(await stateOf(link, id));
      // Other acts may have come since the box was checked.
      setKnown({ box, record: await recordOf(id) });
      setFound(all);
    });
  // Again with every key that comes later, and when another device has opened the last ballot, even while this one was busy.
  const step = ready ? `${present} ${state.state}` : '';
  const tried = useRef('');
  useEffect(() => {
    if (step === '' || busy || tried.current === step || !known || !state) return;
    tried.current = step;
    openHere(known, state);
  }, [step, busy, known]);

  const body = () => {
    if (fault)
      return (
        <p class="notice late" role="alert">
          {t(`fault-${fault}`)}
        </p>
      );
    if (found && known)
      return (
        <ReadOut
          home={home}
          link={link}
          keys={keys}
          unlocked={props.unlocked}
          known={known}
          contest={contest}
          found={found}
        />
      );
    if (busy && done.what !== '')
      return (
        <WaitingLine
          what={t(done.what === 'checking' ? 'checking' : 'opening', { n: done.n, total })}
          done={done.n}
          total={total}
        />
      );
    if (!state && isOpen) return busy ? <WaitingLine /> : <Again again={() => come(undefined)} />;
    if (!state)
      return (
        <>
          <p>{t('openHelp')}</p>
          <p>{t('ballots', { n: total })}</p>
          {keys ? (
            <button type="button" class="primary" disabled={busy} onClick={() => come(keys)}>
              {t('here')}
            </button>
          ) : (
            <ReadCard
              of={{ teller: home.teller, name: home.name }}
              verb={t('here')}
              read={(read) => {
                const own = { ...read, link };
                props.unlocked(own);
                come(own);
              }}
            />
          )}
        </>
      );
    if (ready && known && problem) return <Again again={() => openHere(known, state)} />;
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
          {!keys || state.tellers[number]?.goesOn ? (
            <p role="status">{t('goesOn', { names: names(silent) })}</p>
          ) : (
            <button
              type="button"
              disabled={busy}
              onClick={async () => openHere(known, state, await goOn(keys, number, known.box))}
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
        {keys && came >= state.quorum && shares && !shown ? (
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

const otherAct = () => new ApiProblem('internal', 0, t('otherAct'), {});

const Again = ({ again }: { again: () => void }) => (
  <button type="button" onClick={again}>
    {ui('again')}
  </button>
);
