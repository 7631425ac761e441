// Where the reader is in the form, kept in the browser's history, so that its back button goes to the screen before.
import { useEffect, useState } from 'preact/hooks';

interface State {
  /** id of a screen, or `check` */
  linli?: string;
  /** screens behind this one in the history */
  depth?: number;
}

const stateOf = () => (history.state ?? {}) as State;

export function usePlace(first: string) {
  const [at, setAt] = useState(() => stateOf().linli ?? first);
  useEffect(() => {
    const moved = () => setAt(stateOf().linli ?? first);
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, [first]);
  return {
    at,
    go(to: string) {
      history.pushState({ linli: to, depth: (stateOf().depth ?? 0) + 1 }, '');
      setAt(to);
    },
    /** The screen that the reader came from; `to` when the history does not know it. */
    back(to: string) {
      if ((stateOf().depth ?? 0) > 0) return history.back();
      history.replaceState({ linli: to, depth: 0 }, '');
      setAt(to);
    },
    /** Another screen in the place of this one. */
    instead(to: string) {
      history.replaceState({ ...stateOf(), linli: to }, '');
      setAt(to);
    },
  };
}
