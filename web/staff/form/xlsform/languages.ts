// Languages of an XLSForm, which names them as it likes (`English (en)`, `中文`), and of a form, which knows a few.
import { isTongue, type Tongue, tongues } from '../../../../schema/words/tongues.ts';

const others: Readonly<Record<string, Tongue>> = {
  chinese: 'zh',
  汉语: 'zh',
  简体中文: 'zh',
  'simplified chinese': 'zh',
  'zh-cn': 'zh',
  'zh-hans': 'zh',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  繁体中文: 'zh-Hant',
  'traditional chinese': 'zh-Hant',
  japanese: 'ja',
  korean: 'ko',
  vietnamese: 'vi',
  russian: 'ru',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  英语: 'en',
  英文: 'en',
};
const byName = new Map(
  Object.entries(tongues).flatMap(([tongue, name]) =>
    [tongue, name].map((one) => [one.toLowerCase(), tongue]),
  ),
);

const known = (name: string): Tongue | undefined => {
  const found = byName.get(name) ?? others[name] ?? byName.get(name.split('-')[0] ?? '');
  return found !== undefined && isTongue(found) ? found : undefined;
};

/** By the code in brackets, or by the name. */
export function tongueOf(language: string): Tongue | undefined {
  const [, name = '', code] = /^\s*(.*?)\s*(?:\(([\w-]+)\))?\s*$/.exec(language.toLowerCase()) ?? [];
  return (code === undefined ? undefined : known(code)) ?? known(name);
}

/** `中文 (zh)` */
export const languageName = (tongue: Tongue): string => `${tongues[tongue]} (${tongue})`;
