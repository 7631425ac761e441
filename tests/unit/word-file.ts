// Word files as Word and WPS write them, from a few lines of WordprocessingML, for tests.
import { strToU8, zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...list: readonly [kind: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([kind, target], at) => `<Relationship Id="rId${at}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export interface WordParts {
  numbering?: string;
  styles?: string;
  /** contents of the parts outside the body */
  header?: string;
  footer?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
}

/** The elements of these parts. */
const asideRoots = {
  header: 'hdr',
  footer: 'ftr',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
} as const;
const asideNames = ['header', 'footer', 'footnotes', 'endnotes', 'comments'] as const;

/** A .docx with this body. */
export const wordFile = (
  body: string,
  { numbering = '', styles = '', ...asides }: WordParts = {},
): Uint8Array => {
  const others = asideNames.filter((name) => asides[name] !== undefined);
  return zipSync({
    '_rels/.rels': strToU8(relations(['officeDocument', 'word/document.xml'])),
    'word/_rels/document.xml.rels': strToU8(
      relations(
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
        ...others.map((name): [string, string] => [name, `${name}.xml`]),
      ),
    ),
    'word/document.xml': strToU8(
      `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/styles.xml': strToU8(`<w:styles ${namespaces}>${styles}</w:styles>`),
    'word/numbering.xml': strToU8(`<w:numbering ${namespaces}>${numbering}</w:numbering>`),
    ...Object.fromEntries(
      others.map((name) => [
        `word/${name}.xml`,
        strToU8(`<w:${asideRoots[name]} ${namespaces}>${asides[name]}</w:${asideRoots[name]}>`),
      ]),
    ),
  });
};

export const run = (text: string, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs, or of words. */
export const par = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
/** A paragraph of this list and level. */
export const item = (text: string, list: number, level = 0) =>
  par(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export interface LevelSettings {
  format?: string;
  start?: number;
  more?: string;
}
export const level = (
  at: number,
  text: string,
  { format = 'decimal', start = 1, more = '' }: LevelSettings = {},
) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstractList = (id: number, levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`;
export const list = (id: number, abstract: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;

/** A cell of words (one paragraph a line), or of ready paragraphs. */
export const cell = (content: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${
    content.startsWith('<w:')
      ? content
      : content
          .split('\n')
          .map((line) => par(line))
          .join('')
  }</w:tc>`;
export const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows
    .map(
      (cells) => `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
