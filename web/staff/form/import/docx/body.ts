// The body of a document as lines: paragraphs with their automatic numbers, text boxes after the paragraph that they hang
// on, tables as what they are in a questionnaire. Headers, footers, notes and comments are no part of it: asides.ts.
import { childOf, childrenOf, elementsOf, isOn, settingOf, type XmlElement } from '../xml.ts';
import type { OpenField } from './fields.ts';
import { type Line, plainLine } from './line.ts';
import { markText, type Numbering } from './numbering.ts';
import { alternative, Paragraph } from './paragraph.ts';
import type { Styles } from './styles.ts';
import type { Cell } from './table.ts';
import { tableLines } from './table-lines.ts';

/** What only groups blocks, rows or cells. */
const containers = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:sdtContent']);

export class Body {
  #numbering: Numbering;
  #styles: Styles;
  #fields: OpenField[] = [];
  /** of a paragraph whose end was deleted: it goes on in the next one */
  #carried = '';

  constructor(numbering: Numbering, styles: Styles) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  /** `before`: the lines that a table may find its title in. */
  lines(parent: XmlElement | undefined, before: Line[] = []): Line[] {
    const found = before;
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:p') found.push(...this.#paragraph(child));
      else if (child.name === 'w:tbl') tableLines(this.#grid(child), found);
      else if (containers.has(child.name)) this.lines(child, found);
      else if (child.name === 'w:sdt') this.lines(childOf(child, 'w:sdtContent'), found);
      else if (child.name === 'mc:AlternateContent')
        this.lines({ ...child, children: alternative(child) }, found);
      else if (child.name === 'w:altChunk' || child.name === 'w:subDoc')
        found.push({ text: '', lost: ['object'] });
    }
    return found;
  }

  #paragraph(element: XmlElement): Line[] {
    const properties = childOf(element, 'w:pPr');
    const paragraph = new Paragraph(element, this.#fields);
    const text = this.#carried + paragraph.text;
    this.#carried = '';
    if (isOn(childOf(properties, 'w:rPr'), 'w:del')) {
      this.#carried = text;
      return paragraph.lost.length > 0 ? [{ text: '', lost: paragraph.lost }] : [];
    }
    const mark = this.#mark(properties);
    const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
    const asks = paragraph.entries.length > 0 && !/[[【]/.test(text);
    return [
      {
        text: `${first === '' ? '' : markText(mark)}${first}${asks ? '[下拉题]' : ''}`,
        lost: paragraph.lost,
      },
      ...rest.map(plainLine),
      ...paragraph.entries.map((entry) => plainLine(`□ ${entry}`)),
      ...paragraph.boxes.flatMap((box) => this.lines(box)),
    ];
  }

  #mark(properties: XmlElement | undefined) {
    const found = this.#styles.listOf(properties);
    if (!found) return undefined;
    const { list, level, style } = found;
    const ofStyle = style === undefined ? undefined : this.#numbering.levelOfStyle(list, style);
    return this.#numbering.next(list, level ?? ofStyle ?? 0);
  }

  #grid(table: XmlElement): Cell[][] {
    return rowsOf(table).flatMap((row) => {
      const settings = childOf(row, 'w:trPr');
      if (isOn(settings, 'w:del')) return [];
      let column = columns(settingOf(settings, 'w:gridBefore'), 0);
      return [
        cellsOf(row).map((cell) => {
          const own = childOf(cell, 'w:tcPr');
          const span = columns(settingOf(own, 'w:gridSpan'), 1);
          const merge = childOf(own, 'w:vMerge');
          const at = column;
          column += span;
          const continued = merge !== undefined && merge.attributes.val !== 'restart';
          return { lines: this.lines(cell), column: at, span, continued };
        }),
      ];
    });
  }
}

/** Word's tables have 63 columns at most. */
const columns = (text: string | undefined, least: number) =>
  Math.min(63, Math.max(least, Math.floor(Number(text)) || least));

const unwrapped = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (containers.has(child.name)) return unwrapped(child, name);
    return child.name === 'w:sdt'
      ? childrenOf(child, 'w:sdtContent').flatMap((one) => unwrapped(one, name))
      : [];
  });
const rowsOf = (table: XmlElement) => unwrapped(table, 'w:tr');
const cellsOf = (row: XmlElement) => unwrapped(row, 'w:tc');
