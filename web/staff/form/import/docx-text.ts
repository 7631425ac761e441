// A Word document (.docx, also as WPS writes it) as the plain text of a questionnaire, in the dialect that readText reads:
// automatic numbers written out, boxes as □, blanks as ____, tables as matrices or lines. What cannot be text (pictures,
// embedded files) is named with its place.
import { type Aside, asideParts, asidesOf } from './docx/asides.ts';
import { Body } from './docx/body.ts';
import type { Line, LostKind } from './docx/line.ts';
import { Numbering } from './docx/numbering.ts';
import { stylesOf } from './docx/styles.ts';
import { unpack } from './office-file.ts';
import { Unreadable } from './unreadable.ts';
import { childOf, elementsOf, parseXml, type XmlElement } from './xml.ts';

interface Lost {
  kind: LostKind;
  /** line of the text, counted from 1 */
  line: number;
  /** the words beside which it stood; of the line itself, or of the last one before it that has any */
  beside: string;
}
interface DocxText {
  text: string;
  lost: Lost[];
  /** what stands outside the text: headers, footers, notes, comments; the same words once */
  asides: Aside[];
}

/** @throws Unreadable */
export function docxText(bytes: Uint8Array): DocxText {
  const parts = unpack(bytes);
  const main = related(parts, '', 'officeDocument')[0];
  if (main === undefined) throw new Unreadable('damaged');
  const root = elementsOf(partOf(parts, main))[0];
  if (root?.name !== 'w:document') throw new Unreadable('not-word');
  const beside = (kind: string) => {
    const name = related(parts, main, kind)[0];
    return name === undefined ? undefined : elementsOf(partOf(parts, name))[0];
  };
  const body = new Body(new Numbering(beside('numbering')), stylesOf(beside('styles')));
  const text = written(body.lines(childOf(root, 'w:body')));
  const asides = asideParts.flatMap(([name, kind]) =>
    related(parts, main, name).flatMap((part) => {
      // Programs name parts that they never wrote.
      const found = parts.has(part) ? elementsOf(partOf(parts, part))[0] : undefined;
      return found ? asidesOf(kind, found, body) : [];
    }),
  );
  return { ...text, asides: [...new Map(asides.map((one) => [JSON.stringify(one), one])).values()] };
}

function partOf(parts: ReadonlyMap<string, string>, name: string): XmlElement {
  const xml = parts.get(name);
  if (xml === undefined) throw new Unreadable('damaged');
  return parseXml(xml);
}

/** Parts that this part names by kind (ECMA-376 part 2, relationships); '' is the file itself. */
function related(parts: ReadonlyMap<string, string>, name: string, kind: string): string[] {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const list = parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`);
  if (list === undefined) return [];
  return elementsOf(elementsOf(parseXml(list))[0]).flatMap(({ attributes: { Type = '', Target = '' } }) =>
    Type.endsWith(`/${kind}`) ? [Target.startsWith('/') ? Target.slice(1) : folder + Target] : [],
  );
}

/** Lines without the blank ones at both ends and beside each other. */
function written(lines: readonly Line[]): Pick<DocxText, 'text' | 'lost'> {
  const texts: string[] = [];
  const lost: Lost[] = [];
  let last = '';
  for (const { text, lost: kinds } of lines) {
    if (text !== '') last = text;
    if (text !== '' || (texts.length > 0 && texts.at(-1) !== '')) texts.push(text);
    lost.push(...kinds.map((kind) => ({ kind, line: Math.max(1, texts.length), beside: last })));
  }
  if (texts.at(-1) === '') texts.pop();
  return { text: texts.join('\n'), lost };
}
