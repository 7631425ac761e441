// How much room the form page has: LOOK's three widths.
import { useEffect, useState } from 'preact/hooks';

type Width = 'narrow' | 'middle' | 'wide';
const middle = '(min-width: 900px)';
const wide = '(min-width: 1100px)';

const now = (): Width => {
  if (matchMedia(wide).matches) return 'wide';
  return matchMedia(middle).matches ? 'middle' : 'narrow';
};

export function useWidth(): Width {
  const [width, setWidth] = useState(now);
  useEffect(() => {
    const lists = [matchMedia(middle), matchMedia(wide)];
    const look = () => setWidth(now());
    for (const list of lists) list.addEventListener('change', look);
    return () => {
      for (const list of lists) list.removeEventListener('change', look);
    };
  }, []);
  return width;
}
