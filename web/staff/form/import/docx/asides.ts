// What Word keeps outside the body of a document: headers and footers of pages, notes, comments; each as its words.
import { elementsOf, type XmlElement } from '../xml.ts';
import type { Body } from './body.ts';
import type { LostKind } from './line.ts';

export type AsideKind = 'header' | 'footer' | 'footnote' | 'endnote' | 'comment';

/** What a document calls its parts (ECMA-376 part 1, 11.3), and what stands in them. */
export const asideParts: readonly (readonly [part: string, kind: AsideKind])[] = [
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
  ['comments', 'comment'],
];

export interface Aside {
  kind: AsideKind;
  words: string;
  lost: LostKind[];
}

/** Of pages that are only counted nothing is lost: 第 1 页 共 3 页, - 1 -. */
const isPageNumber = (words: string) =>
  words.replace(/page|of|[第页共\s\-–—~·•|/，,]|(?<!\d)\d{1,3}(?!\d)/gi, '') === '';

/** A header or footer is one text, and so is each of the notes and comments in their part. */
export function asidesOf(kind: AsideKind, root: XmlElement, body: Body): Aside[] {
  const texts = kind === 'header' || kind === 'footer' ? [root] : elementsOf(root);
  return texts.flatMap((text): Aside[] => {
    const lines = body.lines(text);
    const said = lines.map((line) => line.text.trim()).filter((line) => line !== '');
    const words = said.join('\n');
    const lost = lines.flatMap((line) => line.lost);
    return isPageNumber(words) && lost.length === 0 ? [] : [{ kind, words, lost }];
  });
}
