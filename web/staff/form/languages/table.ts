// Translations as a table: taken out to be worked on in a spreadsheet, taken in again row by row, by the address of each
// text or, where that is gone, by the text itself.
import { csvCell, parseCsv } from '../../../../schema/csv.ts';
import type { Definition } from '../../../../schema/form/definition.ts';
import { textsOf } from '../../../../schema/form/texts.ts';
import type { Tongue } from '../../../../schema/words/tongues.ts';
import { tokensOf } from '../pipes/tokens.ts';
import { placedTexts } from './places.ts';
import { t } from './words.ts';

/** Longest text that a translation may be. */
export const longest = 2000;

export const translationOf = (definition: Definition, tongue: Tongue, address: string): string => {
  const known = definition.translations?.[tongue] ?? {};
  return Object.hasOwn(known, address) ? (known[address] ?? '') : '';
};

/** One text translated; a blank translation is none. */
export function translated(
  definition: Definition,
  tongue: Tongue,
  address: string,
  text: string,
): Definition {
  const { [address]: _, ...others } = definition.translations?.[tongue] ?? {};
  const known = text.trim() === '' ? others : { ...others, [address]: text };
  return { ...definition, translations: { ...definition.translations, [tongue]: known } };
}

/** The translation of one text also for every text that reads the same and has none yet. */
export function sharedOut(definition: Definition, tongue: Tongue, address: string): Definition {
  const texts = placedTexts(definition);
  const own = texts.find((one) => one.address === address)?.text;
  const known = translationOf(definition, tongue, address);
  if (known.trim() === '') return definition;
  return texts
    .filter(({ text }) => text === own)
    .filter((one) => translationOf(definition, tongue, one.address).trim() === '')
    .reduce((made, one) => translated(made, tongue, one.address, known), definition);
}

export const withTongue = (definition: Definition, tongue: Tongue): Definition => ({
  ...definition,
  translations: { ...definition.translations, [tongue]: {} },
});

export function withoutTongue(definition: Definition, tongue: Tongue): Definition {
  const { [tongue]: _, ...translations } = definition.translations ?? {};
  return { ...definition, translations: Object.keys(translations).length > 0 ? translations : undefined };
}

/** Without translations of texts that are gone: what is stored has none of them. */
export function pruned(definition: Definition): Definition {
  const { translations } = definition;
  if (!translations) return definition;
  const there = new Set(textsOf(definition).map(({ address }) => address));
  const kept = Object.entries(translations).map(([tongue, texts]) => [
    tongue,
    Object.fromEntries(
      Object.entries(texts ?? {}).filter(([address, text]) => there.has(address) && text.trim() !== ''),
    ),
  ]);
  return { ...definition, translations: Object.fromEntries(kept) };
}

/** Number, place, own text and translation of every text, tab separated, as spreadsheets take a pasted table. */
export function sheetOf(definition: Definition, tongue: Tongue): { text: string; rows: number } {
  const tokens = tokensOf(definition);
  const rows = placedTexts(definition).map(({ address, text, where }) => [
    address,
    where,
    tokens.show(text),
    tokens.show(translationOf(definition, tongue, address)),
  ]);
  const head = [t('number'), t('where'), t('own'), t('translation')];
  return {
    text: [head, ...rows].map((row) => row.map((cell) => csvCell(cell)).join('\t')).join('\n'),
    rows: rows.length,
  };
}

/** csvCell puts an apostrophe before what a spreadsheet would run; some spreadsheets keep it. */
const plain = (cell: string) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '').trim();

interface Taken {
  definition: Definition;
  taken: number;
  /** rows with a translation for which no text was found */
  lost: number;
}

export function takenIn(definition: Definition, tongue: Tongue, sheet: string): Taken {
  const tokens = tokensOf(definition);
  const texts = placedTexts(definition);
  const byAddress = new Map(texts.map((one) => [one.address, one]));
  let made = definition;
  let taken = 0;
  let lost = 0;
  const put = (one: { address: string; text: string }, typed: string) => {
    made = translated(made, tongue, one.address, tokens.keep(typed, one.text));
    taken += 1;
  };
  for (const record of parseCsv(sheet.trim(), '\t')) {
    const cells = record.map(plain);
    if (cells.includes(t('number')) || cells.every((cell) => cell === '')) continue;
    const at = cells.findIndex((cell) => byAddress.has(cell));
    const placed = byAddress.get(cells[at] ?? '');
    // The number is followed by place, own text and translation.
    const known = placed ? [placed] : texts.filter(({ text }) => tokens.show(text).trim() === cells.at(-2));
    const typed = (placed ? cells[at + 3] : cells.at(-1)) ?? '';
    if (typed === '') continue;
    if (known.length === 0 || typed.length > longest) lost += 1;
    for (const one of typed.length > longest ? [] : known) put(one, typed);
  }
  return { definition: made, taken, lost };
}
