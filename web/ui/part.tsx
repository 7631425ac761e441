// A piece of a page that comes when it is looked at, or once the page has nothing else to do: what is needed first is
// there first, and without a network there is still everything.
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { WaitingLine } from './waiting-line.tsx';
import { t } from './words/ui.ts';

type Loading<T> = () => Promise<T>;

/** Loads once; after a failure the next one who asks tries again. */
function once<T>(load: Loading<T>) {
  const kept: { now?: { value: T }; coming?: Promise<T> | undefined } = {};
  return {
    kept,
    load: () => {
      kept.coming ??= load().then(
        (value) => {
          kept.now = { value };
          return value;
        },
        (thrown: unknown) => {
          kept.coming = undefined;
          throw thrown;
        },
      );
      return kept.coming;
    },
  };
}

const idle = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 3000 }) : setTimeout(work, 1500);

interface Part<P> {
  (props: P): ComponentChild;
  /** once the page has nothing else to do */
  ahead: () => void;
}

/** `pick` names the piece in what is loaded. */
export function part<M, P extends object>(
  load: Loading<M>,
  pick: (loaded: M) => (props: P) => ComponentChild,
): Part<P> {
  const piece = once(async () => pick(await load()));
  function Piece(props: P) {
    const [failed, setFailed] = useState(false);
    const [, drawn] = useState(0);
    const get = () => {
      setFailed(false);
      piece.load().then(
        () => drawn((n) => n + 1),
        () => setFailed(true),
      );
    };
    const Loaded = piece.kept.now?.value;
    // As it was drawn: what came in since has drawn nothing.
    useEffect(() => {
      if (!Loaded) get();
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return failed ? (
      <p class="line">
        {t('partMissing')}
        <Button small kind="outlined" onClick={get}>
          {t('again')}
        </Button>
      </p>
    ) : (
      <WaitingLine />
    );
  }
  return Object.assign(Piece, { ahead: () => void idle(() => piece.load().catch(() => {})) });
}

/** The same for what is not looked at yet: undefined until it is there, which is once the page has nothing else to do. */
export function later<T>(load: Loading<T>): () => T | undefined {
  const piece = once(load);
  return function useLater() {
    const [, drawn] = useState(0);
    const { now } = piece.kept;
    useEffect(() => {
      if (!now)
        idle(() =>
          piece.load().then(
            () => drawn((n) => n + 1),
            () => {},
          ),
        );
    }, []);
    return now?.value;
  };
}
