// One paragraph as text: runs, tabs and breaks, boxes whatever they are made of, blanks that are underlined spaces.
// Deleted text is gone and inserted text is there (tracked changes), as if all were accepted.
import { childOf, elementsOf, isOn, settingOf, type XmlElement } from '../xml.ts';
import { entriesOf, isBlankField, listItems, type OpenField, openField, wordsOf } from './fields.ts';
import type { LostKind } from './line.ts';
import { isSymbolFont, plainBoxes, symbolOf } from './symbols.ts';

interface Piece {
  text: string;
  underlined: boolean;
}

/** Read through and through: what only groups its contents. */
const containers = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:fldSimple',
  'w:bdo',
  'w:dir',
]);
const breaks: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Of the ways to write the same thing, the newest; the others are for older programs and would be read twice. */
export const alternative = (element: XmlElement): XmlElement[] => {
  const ways = elementsOf(element);
  return elementsOf(
    ways.find(({ name, children }) => name === 'mc:Choice' && children.length > 0) ?? ways.at(-1),
  );
};

export class Paragraph {
  lost: LostKind[] = [];
  /** contents of text boxes that hang on the paragraph */
  boxes: XmlElement[] = [];
  /** entries of a list to choose from */
  entries: string[] = [];
  #pieces: Piece[] = [];
  #leaders: boolean;
  /** fields that are open go on in the next paragraph */
  #fields: OpenField[];
  #results = new Map<OpenField, number>();

  constructor(paragraph: XmlElement, fields: OpenField[]) {
    this.#fields = fields;
    const tabs = childOf(childOf(paragraph, 'w:pPr'), 'w:tabs');
    this.#leaders = elementsOf(tabs).some(({ attributes }) =>
      ['underscore', 'heavy'].includes(attributes.leader ?? ''),
    );
    this.#walk(paragraph);
  }

  get text(): string {
    const joined: Piece[] = [];
    for (const piece of this.#pieces) {
      const last = joined.at(-1);
      if (last?.underlined === piece.underlined) last.text += piece.text;
      else joined.push({ ...piece });
    }
    const text = joined.map(({ text, underlined }) => (underlined ? blanks(text) : text)).join('');
    const led = this.#leaders ? text.replaceAll('\t', '____') : text;
    return plainBoxes(led.replace(/_{5,}/g, '____').replaceAll('\u00ad', ''));
  }

  #walk(element: XmlElement): void {
    for (const child of elementsOf(element)) {
      if (containers.has(child.name)) this.#walk(child);
      else if (child.name === 'w:r' || child.name === 'm:r') this.#run(child);
      else if (child.name === 'w:sdt') this.#control(child);
      else if (child.name === 'mc:AlternateContent') this.#walk({ ...child, children: alternative(child) });
      else if (child.name.startsWith('m:')) this.#walk(child);
    }
  }

  /** A content control. */
  #control(element: XmlElement): void {
    const settings = childOf(element, 'w:sdtPr');
    const items = listItems(settings);
    if (childOf(settings, 'w14:checkbox')) this.#put('□', false);
    else if (items.length > 1) this.entries.push(...items);
    else if (isOn(settings, 'w:showingPlcHdr')) this.#put('____', false);
    else this.#walk(childOf(element, 'w:sdtContent') ?? element);
  }

  #run(run: XmlElement): void {
    const look = childOf(run, 'w:rPr');
    if (isOn(look, 'w:vanish')) {
      if (elementsOf(run).some((one) => one.name === 'w:t' && textOf(one).trim() !== ''))
        this.lost.push('hidden');
      return;
    }
    const underlined = !['none', undefined].includes(settingOf(look, 'w:u'));
    const fonts = childOf(look, 'w:rFonts')?.attributes;
    const font = [fonts?.ascii, fonts?.hAnsi].find(isSymbolFont);
    for (const child of elementsOf(run)) this.#part(child, underlined, font);
  }

  #part(child: XmlElement, underlined: boolean, font: string | undefined): void {
    const { name, attributes } = child;
    if (name === 'w:t' || name === 'm:t') this.#put(this.#inFont(textOf(child), font), underlined);
    else if (Object.hasOwn(breaks, name)) this.#put(breaks[name] ?? '', underlined && name.endsWith('tab'));
    else if (name === 'w:sym')
      this.#symbol(Number.parseInt(attributes.char ?? '', 16), attributes.font, underlined);
    else if (name === 'w:fldChar') this.#field(child);
    else if (name === 'w:instrText') {
      const field = this.#fields.at(-1);
      if (field && !field.shown) field.code += textOf(child);
    } else if (name === 'w:ruby') this.#walk(childOf(child, 'w:rubyBase') ?? child);
    else if (name === 'mc:AlternateContent')
      for (const one of alternative(child)) this.#part(one, underlined, font);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#drawing(child);
  }

  #put(text: string, underlined: boolean): void {
    if (this.#fields.every(({ shown }) => shown)) this.#pieces.push({ text, underlined });
  }

  #symbol(code: number, font: string | undefined, underlined: boolean): void {
    const known = symbolOf(code, font);
    if (known === undefined) this.lost.push('symbol');
    else this.#put(known, underlined);
  }

  /** Letters of a symbol font are its symbols; in any font, so are the codes that are set aside for them. */
  #inFont(text: string, font: string | undefined): string {
    return Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      const aside = code >= 0xf000 && code <= 0xf0ff;
      if (!aside && (font === undefined || code > 0xff || letter === ' ')) return letter;
      const known = symbolOf(code, font);
      if (known === undefined && aside) this.lost.push('symbol');
      return known ?? (aside ? '' : letter);
    }).join('');
  }

  #field(mark: XmlElement): void {
    const kind = mark.attributes.fldCharType;
    const open = this.#fields.at(-1);
    if (kind === 'begin') this.#fields.push(openField(mark));
    else if (kind === 'separate' && open) {
      open.shown = true;
      this.#results.set(open, this.#pieces.length);
    } else if (kind === 'end' && open) {
      this.#fields.pop();
      this.entries.push(...entriesOf(open));
      if (!open.shown) this.#put(wordsOf(open), false);
      else if (isBlankField(open.code)) this.#blank(this.#results.get(open));
    }
  }

  /** A form control for text, with nothing in it yet. */
  #blank(from: number | undefined): void {
    if (from === undefined || this.#pieces.slice(from).some(({ text }) => text.trim() !== '')) return;
    this.#pieces.splice(from);
    this.#put('____', false);
  }

  /** What is drawn: text boxes are read, all else is named. */
  #drawing(element: XmlElement): void {
    const parts = partsOf(element);
    const boxes = parts.filter(({ name }) => name === 'w:txbxContent');
    this.boxes.push(...boxes);
    const has = (...names: string[]) =>
      parts.some(({ name }) => names.some((one) => name.endsWith(`:${one}`)));
    if (has('blip', 'imagedata') && !has('OLEObject')) this.lost.push('picture');
    else if (has('chart')) this.lost.push('chart');
    else if (has('OLEObject', 'relIds', 'control')) this.lost.push('object');
  }
}

const textOf = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

/** Everything inside a drawing, once; what stands in a text box is a text of its own. */
const partsOf = (element: XmlElement): XmlElement[] =>
  (element.name === 'mc:AlternateContent' ? alternative(element) : elementsOf(element)).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : [child, ...partsOf(child)],
  );

/** Underlined spaces are a blank to write on. */
const blanks = (text: string): string =>
  text.trim() === '' && text !== '' && !text.includes('\n')
    ? '____'
    : text.replace(/[^\S\n]{2,}|\t+/g, '____');
