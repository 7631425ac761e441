// A room's words in both languages. The type of the English half holds that every key has both.
import { fillIn } from '../../../schema/words/language.ts';
import { language } from './language.ts';

/** `{n} {n|answer|answers}`: the word that fits the figure. */
const byNumber = /\{(\w+)\|([^|}]*)\|([^|}]*)\}/g;

type Args = Readonly<Record<string, string | number>>;

/** Returns `t(key, args)`, which answers in the language of the moment: call it while rendering, never at load. */
export function dictionary<const Zh extends Record<string, string>>(
  zh: Zh,
  en: Readonly<Record<keyof Zh, string>>,
): (key: keyof Zh & string, args?: Args) => string {
  return (key, args) => {
    const sentence: string | undefined = language() === 'en' ? en[key] : zh[key];
    const fitted = (sentence ?? key).replace(byNumber, (_, name: string, one: string, many: string) =>
      String(args?.[name]) === '1' ? one : many,
    );
    return fillIn(fitted, args ?? {});
  };
}
