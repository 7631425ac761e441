// Heads of the columns of an XLSForm: those that are read, with the language that a text is in.
import type { Tongue } from '../../../../../schema/words/tongues.ts';
import { tongueOf } from '../../xlsform/languages.ts';

const texts = ['label', 'hint', 'constraint_message'] as const;
export type TextHead = (typeof texts)[number];
const plain = [
  'type',
  'name',
  'list_name',
  'required',
  'relevant',
  'constraint',
  'appearance',
  'calculation',
  'parameters',
] as const;
type PlainHead = (typeof plain)[number];
export type SurveyHead = PlainHead | TextHead | `${TextHead}@${Tongue}`;

const aliases: Readonly<Record<string, string>> = {
  caption: 'label',
  relevance: 'relevant',
  'list name': 'list_name',
  value: 'name',
};
const textHead = (name: string): TextHead | undefined => texts.find((one) => one === name);
const plainHead = (name: string): PlainHead | undefined => plain.find((one) => one === name);

/** `label::English (en)` in parts; the language is undefined when none is said. */
function parts(column: string): { name: string; language: string | undefined } {
  const [, name = '', language] =
    /^([^:]*?)\s*(?:::?\s*(.+))?$/s.exec(column.trim().replace(/^(?:bind|body)::?/i, '')) ?? [];
  const low = name.toLowerCase();
  return { name: aliases[low] ?? low, language };
}

/** Languages of the texts, in the order of their first column; undefined for one that forms do not know. */
export const languagesIn = (columns: readonly string[]): (Tongue | undefined)[] =>
  columns.flatMap((column) => {
    const { name, language } = parts(column);
    return textHead(name) && language !== undefined ? [tongueOf(language)] : [];
  });

/** `own`: the language of the form's own texts, and of those of which no language is said. */
export const headIn =
  (own: Tongue) =>
  (column: string): SurveyHead | undefined => {
    const { name, language } = parts(column);
    const text = textHead(name);
    if (text === undefined) return language === undefined ? plainHead(name) : undefined;
    const tongue = language === undefined ? own : tongueOf(language);
    if (tongue === undefined) return undefined;
    return tongue === own ? text : `${text}@${tongue}`;
  };
