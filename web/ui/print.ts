// On paper nothing can be opened: every fold that is printed is open while the page is, and as it was afterwards. And every
// sheet says at its head what it is of, because reports come apart.
import { useEffect } from 'preact/hooks';

export function usePrintUnfolded(): void {
  useEffect(() => {
    let folded: HTMLDetailsElement[] = [];
    const open = () => {
      folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open], .no-print)')];
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

/** Sets `words` at the head of every printed page, where the browser knows margin boxes (Chromium 131 on). */
export function usePrintHead(words: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const text = words.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ');
    sheet.replaceSync(`@page { @top-left { content: "${text}"; font-size: 9pt; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [words]);
}
