// The languages of the interface. Chinese is the first; a page or an answer is in one of them.
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** From an Accept-Language header or a query value; Chinese unless English is asked for first. */
export function languageOf(asked: string | undefined | null): Language {
  return /^\s*en\b/i.test(asked ?? '') ? 'en' : 'zh';
}

/** Puts figures into a sentence: `最多选 {max} 项`. */
export function fillIn(sentence: string, args: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}
