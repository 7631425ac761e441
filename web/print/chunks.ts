// A long list drawn a few pieces at a time, so that the page answers to presses while it grows.
import { useEffect, useState } from 'preact/hooks';

/** How many of `total` may be drawn by now, `atOnce` more each time; starts again when `key` changes. */
export function useChunks(key: string, total: number, atOnce: number): number {
  const [drawn, setDrawn] = useState({ key, n: 0 });
  const n = drawn.key === key ? Math.min(drawn.n, total) : 0;
  useEffect(() => {
    if (n >= total) return;
    const timer = setTimeout(() => setDrawn({ key, n: n + atOnce }), 0);
    return () => clearTimeout(timer);
  }, [key, n, total, atOnce]);
  return n;
}
