// Reading something for a page: waiting, there, or failed with a sentence; and acting on a press, one at a time.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from './problem.ts';

export type Loaded<T> =
  | { state: 'waiting'; value?: T }
  | { state: 'ready'; value: T }
  | { state: 'failed'; value?: T; sentence: string };

/** Reads again when `key` changes; an answer to an older question is thrown away. */
export function useLoad<T>(
  key: string,
  read: () => Promise<T>,
): Loaded<T> & { again: () => void; put: (value: T) => void } {
  const [loaded, setLoaded] = useState<Loaded<T> & { key: string }>({ state: 'waiting', key });
  const [tries, setTries] = useState(0);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    let wanted = true;
    // The same page read again keeps what it shows; another page does not show the old one.
    setLoaded((before) => {
      const value = before.key === key ? before.value : undefined;
      return value === undefined ? { state: 'waiting', key } : { state: 'waiting', key, value };
    });
    latest
      .current()
      .then((value) => wanted && setLoaded({ state: 'ready', key, value }))
      .catch((thrown: unknown) => {
        if (wanted) setLoaded({ state: 'failed', key, sentence: sentenceOf(thrown) });
      });
    return () => {
      wanted = false;
    };
  }, [key, tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  const put = useCallback((value: T) => setLoaded({ state: 'ready', key, value }), [key]);
  const current: Loaded<T> = loaded.key === key ? loaded : { state: 'waiting' };
  return { ...current, again, put };
}

/** For a press that calls the Worker: busy while it runs, the sentence when it failed. */
export function useAct(): {
  busy: boolean;
  problem: string;
  act: (work: () => Promise<void>) => Promise<void>;
  clear: () => void;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const running = useRef(false);
  const act = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(''), []);
  return { busy, problem, act, clear };
}
