// Every text for people in a definition, with an address that survives renaming and moving: `q.lift.title`,
// `q.lift.options.yes.label`. Translations are kept by it, blanks and marks are found by it.

import { isRecord } from '../fields/field.ts';

/** Keys that hold one text. */
const single = new Set([
  'title',
  'intro',
  'thanks',
  'hint',
  'label',
  'text',
  'message',
  'low',
  'high',
  'unit',
  'yes',
  'no',
  'addWord',
  'roomHint',
  'alt',
  'agree',
  'note',
  'explain',
]);
/** Keys that hold a list of texts. */
const several = new Set(['labels', 'levels']);
/** Keys under which stands logic: what looks like a text there is data. */
const logic = new Set([
  'showIf',
  'requiredIf',
  'when',
  'condition',
  'formula',
  'jumps',
  'carry',
  'translations',
]);

type Change = (text: string, address: string, key: string) => string;

const addressOf = (item: unknown, index: number) =>
  isRecord(item) && typeof item.id === 'string' ? item.id : String(index);

function mapped(value: unknown, address: string, change: Change): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => mapped(item, `${address}.${addressOf(item, index)}`, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const here = address === '' ? key : `${address}.${key}`;
      if (logic.has(key)) return [key, inner];
      if (single.has(key) && typeof inner === 'string') return [key, change(inner, here, key)];
      if (several.has(key) && Array.isArray(inner))
        return [
          key,
          inner.map((text, index) =>
            typeof text === 'string' ? change(text, `${here}.${index}`, key) : text,
          ),
        ];
      return [key, mapped(inner, key === 'questions' && address === '' ? 'q' : here, change)];
    }),
  );
}

/** The same piece of a definition with each text put through `change`. */
export const mapTexts = <T>(piece: T, change: Change): T => mapped(piece, '', change) as T;

export interface PlacedText {
  address: string;
  text: string;
  /** what kind of text it is: title, label, hint … */
  key: string;
}

/** All texts in the order in which they stand. */
export function textsOf(piece: object): PlacedText[] {
  const found: PlacedText[] = [];
  mapTexts(piece, (text, address, key) => {
    found.push({ address, text, key });
    return text;
  });
  return found;
}
