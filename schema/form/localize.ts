// A form's texts in one of its languages. Whatever is not translated stays as its author wrote it; ids, answers and counts
// know no language.
import type { Language } from '../words/language.ts';
import { isTongue, type Tongue } from '../words/tongues.ts';
import type { Definition } from './definition.ts';
import { mapTexts, type PlacedText, textsOf } from './texts.ts';

/** The language of the form's own texts. */
export const ownTongue = ({ language = 'zh' }: Definition): Tongue => language;

/** The form's own language first, then those that it is translated into. */
export const tonguesOf = (definition: Definition): Tongue[] => [
  ownTongue(definition),
  ...Object.keys(definition.translations ?? {}).filter(isTongue),
];

/** The form with only these of its translations; null: with all. */
export const offering = (definition: Definition, tongues: readonly Tongue[] | null): Definition =>
  tongues === null || !definition.translations
    ? definition
    : {
        ...definition,
        translations: Object.fromEntries(
          Object.entries(definition.translations).filter(([tongue]) => tongues.some((one) => one === tongue)),
        ),
      };

/** The form in this language, without its translations, and with the words that its types bring along in `spoken`. */
export function localize(
  { translations, ...definition }: Definition,
  tongue: Tongue,
  spoken: Language,
): Definition {
  const known = translations?.[tongue];
  const told = known
    ? mapTexts(definition, (text, address) => (Object.hasOwn(known, address) ? known[address] || text : text))
    : definition;
  return spoken === 'zh'
    ? told
    : { ...told, questions: told.questions.map((question) => ({ ...question, spoken })) };
}

/** Texts that a reader of this language finds in another one. */
export function untranslated(definition: Definition, tongue: Tongue): PlacedText[] {
  if (tongue === ownTongue(definition)) return [];
  const known = definition.translations?.[tongue] ?? {};
  return textsOf(definition).filter(
    ({ address }) => !Object.hasOwn(known, address) || !known[address]?.trim(),
  );
}
