// The languages in which a form's own texts may be written, by their own names. The interface around them is Chinese or
// English (language.ts).
import type { Language } from './language.ts';

export const tongues = {
  zh: '中文',
  'zh-Hant': '繁體中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  vi: 'Tiếng Việt',
  ru: 'Русский',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
} as const satisfies Record<string, string>;
export type Tongue = keyof typeof tongues;

export const isTongue = (value: string): value is Tongue => Object.hasOwn(tongues, value);
export const tongueNames = Object.keys(tongues).filter(isTongue);

/** The interface for readers of this language. */
export const interfaceOf = (tongue: Tongue): Language => (tongue.startsWith('zh') ? 'zh' : 'en');
