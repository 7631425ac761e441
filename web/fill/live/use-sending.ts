// Sending until it is answered: at once, when the wait is over, when the network or the reader comes back.
// The parcel is kept on the phone before the first try, so that closing the page loses nothing.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Receipt } from '../../../schema/api/fill.ts';
import type { Problem } from '../../../schema/api/problem.ts';
import { forgetDrafts, forgetParcel, keepParcel, type Parcel } from './draft.ts';
import { send } from './send.ts';

export type Progress =
  | { is: 'sending' }
  | { is: 'offline'; kept: boolean; tried: boolean }
  | { is: 'silent' }
  | { is: 'waiting'; seconds: number };

interface Ends {
  received(receipt: Receipt): void;
  refused(problem: Problem, parcel: Parcel): void;
}

/** Without an answer it is tried again after so long. */
const pause = 15_000;

export function useSending(slug: string, ends: Ends) {
  const [progress, setProgress] = useState<Progress>();
  const parcel = useRef<Parcel | undefined>(undefined);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const kept = useRef(true);

  async function attempt() {
    const sent = parcel.current;
    if (!sent || busy.current) return;
    clearTimeout(timer.current);
    if (!navigator.onLine) {
      setProgress({ is: 'offline', kept: kept.current, tried: sent.tried });
      return;
    }
    busy.current = true;
    sent.tried = true;
    keepParcel(slug, sent);
    setProgress({ is: 'sending' });
    const came = await send(slug, sent);
    busy.current = false;
    if (came.is === 'received' || came.is === 'refused') {
      parcel.current = undefined;
      forgetParcel(slug);
      setProgress(undefined);
      if (came.is === 'refused') return ends.refused(came.problem, sent);
      forgetDrafts(slug);
      return ends.received({ ...came.receipt, dropped: sent.dropped as string[] });
    }
    const seconds = came.is === 'later' ? came.seconds : pause / 1000;
    timer.current = setTimeout(attempt, seconds * 1000);
    if (came.is === 'later') setProgress({ is: 'waiting', seconds });
    else
      setProgress(navigator.onLine ? { is: 'silent' } : { is: 'offline', kept: kept.current, tried: true });
  }

  // The listeners live as long as the page and must call what this rendering knows.
  const latest = useRef(attempt);
  latest.current = attempt;
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, []);

  return {
    progress,
    start(sent: Parcel) {
      parcel.current = sent;
      kept.current = keepParcel(slug, sent);
      latest.current();
    },
    again: () => latest.current(),
    /** only while it was never tried: then it surely did not arrive */
    takeBack() {
      parcel.current = undefined;
      forgetParcel(slug);
      setProgress(undefined);
    },
  };
}
