// Fields of a document (ECMA-376 part 1, 17.16): of each only its result is text, and the old form controls (boxes, lists,
// blanks) and circled characters have no result at all.
import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import { circled } from './numerals.ts';

export interface OpenField {
  code: string;
  /** its result has begun */
  shown: boolean;
  /** the control that it stands for */
  control: XmlElement | undefined;
}

export const openField = (begin: XmlElement): OpenField => ({
  code: '',
  shown: false,
  control: childOf(begin, 'w:ffData'),
});

/** What a field without a result looks like on paper. */
export function wordsOf({ code, control }: OpenField): string {
  if (childOf(control, 'w:checkBox') || /^\s*FORMCHECKBOX/.test(code)) return '□';
  if (isBlankField(code)) return '____';
  // EQ \o\ac(○,1): a character with a shape around it.
  const overlaid = /^\s*EQ\s+\\o(?:\\a[clr])?\s*\(\s*([^,，]+)[,，]\s*([^)]+)\)/i.exec(code);
  if (!overlaid) return '';
  const [, around = '', inside = ''] = overlaid;
  if (/[○◯]/.test(around) && /^\d+$/.test(inside.trim())) return circled(Number(inside));
  return /[□◇△○◯]/.test(around) && !/\p{L}|\d/u.test(inside) ? '□' : inside.trim();
}

export const isBlankField = (code: string): boolean => /^\s*FORMTEXT/.test(code);

/** Entries of a list of the old form controls. */
export const entriesOf = ({ control }: OpenField): string[] =>
  childrenOf(childOf(control, 'w:ddList'), 'w:listEntry').flatMap(({ attributes }) => attributes.val ?? []);

/** Entries of a list control; the first is often an invitation to choose, with no value. */
export function listItems(control: XmlElement | undefined): string[] {
  const list = childOf(control, 'w:dropDownList') ?? childOf(control, 'w:comboBox');
  return childrenOf(list, 'w:listItem').flatMap(({ attributes: { displayText, value } }) =>
    value === undefined || value === '' ? [] : [displayText ?? value],
  );
}
