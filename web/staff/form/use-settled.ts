// A value once it has stayed the same for a moment: for what may come a little behind what is being typed.
import { useEffect, useState } from 'preact/hooks';

const pause = 300;

export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
