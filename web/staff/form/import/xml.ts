// XML of office files as a small tree: names with the usual prefixes whatever a file's own are, attributes by their local
// names. Entities of a file's own are not expanded, so a document cannot blow itself up.
import { Parser } from 'saxen';
import { Unreadable } from './unreadable.ts';

export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Both editions of the standard: transitional (ECMA-376) and strict (ISO 29500). */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:schemas-microsoft-com:vml': 'v',
};
/** No document of people is nested deeper; the walks over the tree call themselves. */
const deepest = 250;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, dec?: string, name = '') => {
      if (name) return named[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** @throws Unreadable when it is no XML */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const path = [root];
  const parser = new Parser();
  parser.ns(prefixes);
  parser.on('openTag', (name, attributes) => {
    if (path.length > deepest) throw new Unreadable('damaged');
    const own = Object.entries(attributes()).map(([key, value]) => [
      key.slice(key.indexOf(':') + 1),
      decoded(value),
    ]);
    const element: XmlElement = { name, attributes: Object.fromEntries(own), children: [] };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on('closeTag', () => {
    path.pop();
  });
  parser.on('text', (text) => path.at(-1)?.children.push(decoded(text)));
  parser.on('cdata', (text) => path.at(-1)?.children.push(text));
  parser.on('error', (problem) => {
    throw new Unreadable('damaged', problem);
  });
  parser.on('warn', () => {});
  parser.parse(xml);
  return root;
}

export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  element ? element.children.filter((child) => typeof child !== 'string') : [];
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name);
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);
/** `w:val` of a child, where most settings of WordprocessingML stand. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.val;
/** A switch is on when it is there, unless it says that it is off. */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const child = childOf(element, name);
  return child !== undefined && !['0', 'false', 'off'].includes(child.attributes.val ?? '');
};
