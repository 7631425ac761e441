// Characters of symbol fonts, which have no meaning outside their font: boxes, circles and circled figures that forms are
// made of. Word writes them as w:sym with a code, or as letters in the font.
const box = '□';
const circle = '○';

/** Codes of Wingdings and Wingdings 2; both are placed at U+F000 in files. */
const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  109: circle,
  110: '■',
  111: box,
  112: box,
  113: box,
  114: box,
  161: circle,
  162: circle,
  163: circle,
  166: circle,
  167: '▪',
  168: box,
  216: '➢',
  224: '→',
  232: '→',
  240: '→',
  251: '×',
  252: '√',
  253: box,
  254: box,
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [0x81 + at, String.fromCodePoint(0x2460 + at)]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [0x8c + at, String.fromCodePoint(0x2460 + at)]),
  ),
};
const wingdings2: Readonly<Record<number, string>> = {
  42: box,
  48: box,
  53: box,
  80: '√',
  81: box,
  82: box,
  83: box,
  84: box,
  129: circle,
  153: circle,
  163: box,
  174: box,
};
const symbol: Readonly<Record<number, string>> = { 183: '·', 215: '×' };

const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
  webdings: { 99: box, 103: '■', 97: '√', 114: '×' },
};

export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && Object.hasOwn(fonts, font.toLowerCase());

/** The character that a code of this font looks like; undefined when it is none of those known. */
export const symbolOf = (code: number, font: string | undefined): string | undefined =>
  (fonts[font?.toLowerCase() ?? ''] ?? wingdings)[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code];

/** Boxes and circles in their many shapes, ticked or not, as the one box and the one circle that mark an option. */
export const plainBoxes = (text: string): string =>
  text.replace(/[☐☑☒▢◻◽⬜❏❐❑❒🔲⬚🗆🗹🗷]/gu, box).replace(/[◯⚪⭕⚬]/gu, circle);
