// On paper nothing can be opened: every fold is open while the page is printed, and as it was afterwards.
import { useEffect } from 'preact/hooks';

export function usePrintUnfolded(): void {
  useEffect(() => {
    let folded: HTMLDetailsElement[] = [];
    const open = () => {
      folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const one of folded) one.open = true;
    };
    const close = () => {
      for (const one of folded) one.open = false;
      folded = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}
