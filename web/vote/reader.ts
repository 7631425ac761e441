// Who reads: size and language as chosen here or on the pages where residents fill in, remembered in the same cookies.
import { remember } from '../fill/live/switches.ts';
import { language, speak } from '../ui/words/language.ts';

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Before anything is drawn. Languages without pages of their own here are read in English. */
export function readerBegins(): void {
  document.documentElement.classList.toggle('care', cookie('linli_care') === '1');
  const chosen = cookie('linli_lang');
  speak(chosen === undefined ? language() : chosen.startsWith('zh') ? 'zh' : 'en');
}

export const isLarge = (): boolean => document.documentElement.classList.contains('care');

export function readLarge(large: boolean): void {
  document.documentElement.classList.toggle('care', large);
  remember('linli_care', large ? '1' : '0');
}

export function readInOther(): void {
  const next = language() === 'zh' ? 'en' : 'zh';
  remember('linli_lang', next);
  speak(next);
}
