// Which language the pages speak: Chinese until the reader switches, and the choice is remembered on this device.
import { useEffect, useState } from 'preact/hooks';
import { type Language, languages } from '../../../schema/words/language.ts';

const key = 'linli-language';

const stored = (): Language => {
  try {
    const found = localStorage.getItem(key);
    return languages.find((one) => one === found) ?? 'zh';
  } catch {
    // Storage may be forbidden by the office's policy; the page still speaks.
    return 'zh';
  }
};

let now: Language = stored();
const listeners = new Set<() => void>();

export const language = (): Language => now;

export function speak(next: Language): void {
  now = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(key, next);
  } catch {
    // Remembered until the page closes.
  }
  for (const listener of listeners) listener();
}

/** Re-renders the calling component, and with it the page below, when the language is switched. */
export function useLanguage(): Language {
  const [, again] = useState(0);
  useEffect(() => {
    const listener = () => again((count) => count + 1);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return now;
}
