// A long list drawn a few pieces at a time, so that the page answers to presses while it grows.
import { useEffect, useState } from 'preact/hooks';

const atOnce = 8;

/** How many of `total` may be drawn by now; starts again when `key` changes. */
export function useChunks(key: string, total: number): number {
  const [drawn, setDrawn] = useState({ key, n: 0 });
  const n = drawn.key === key ? Math.min(drawn.n, total) : 0;
  useEffect(() => {
    if (n >= total) return;
    const timer = setTimeout(() => setDrawn({ key, n: n + atOnce }), 0);
    return () => clearTimeout(timer);
  }, [key, n, total]);
  return n;
}
