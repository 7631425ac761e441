// A room's words in both languages. The type of the English half holds that every key has both.
import { fillIn } from '../../../schema/words/language.ts';
import { language } from './language.ts';

type Args = Readonly<Record<string, string | number>>;

/** Returns `t(key, args)`, which answers in the language of the moment: call it while rendering, never at load. */
export function dictionary<const Zh extends Record<string, string>>(
  zh: Zh,
  en: Readonly<Record<keyof Zh, string>>,
): (key: keyof Zh & string, args?: Args) => string {
  return (key, args) => {
    const sentence: string | undefined = language() === 'en' ? en[key] : zh[key];
    return fillIn(sentence ?? key, args ?? {});
  };
}
