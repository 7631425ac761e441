// What is under way, so that a page can say so after 300 ms and never leaves the reader guessing.
import { useEffect, useState } from 'preact/hooks';

let underWay = 0;
const listeners = new Set<(count: number) => void>();
const tell = () => {
  for (const listener of listeners) listener(underWay);
};

/** Call the returned function when it is over. */
export function beginWaiting(): () => void {
  underWay += 1;
  tell();
  let over = false;
  return () => {
    if (over) return;
    over = true;
    underWay -= 1;
    tell();
  };
}

/** Whether anything has been under way for `after` milliseconds. */
export function useBusy(after = 300): boolean {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listener = (count: number) => {
      if (count > 0) timer ??= setTimeout(() => setBusy(true), after);
      else {
        clearTimeout(timer);
        timer = undefined;
        setBusy(false);
      }
    };
    listeners.add(listener);
    listener(underWay);
    return () => {
      clearTimeout(timer);
      listeners.delete(listener);
    };
  }, [after]);
  return busy;
}
