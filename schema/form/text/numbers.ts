// Numbers that a question may begin with: `1.` `1、` `（1）` `1)` `Q1` `A1.` `第1题` `一、` `Ⅰ.` `①` `❶`. What only looks like
// one begins none: 20岁以下, 3-5年, 1.5小时, 8:00, 2024年.
import type { Piece } from './lines.ts';
import { amountOf } from './numerals.ts';

/** How it is written; the same style goes on through a list. */
export type NumberStyle =
  | 'lettered'
  | 'word'
  | 'dot'
  | 'bare'
  | 'half'
  | 'round'
  | 'chinese'
  | 'roman'
  | 'circle';

export interface Numbered {
  style: NumberStyle;
  n: number;
  /** characters to leave out */
  length: number;
}

const word =
  /^(?:Q\s?(\d{1,3})(?:\s?[.、:)]+|(?=\s|[^\w\s]))|第\s?(\d{1,3}|[一二三四五六七八九十]{1,3})\s?[题问](?:\s?[.、:)])*|(?:题目|问题)\s?(\d{1,3})(?:\s?[.、:)])+)\s*/i;
// A figure after the sign makes it a number with decimals, a time, a range; a year or a second number does not.
const dot = /^(\d{1,3})(?:\s?[、。]|\s?[.:](?!\d)|\s?\.(?=\d{4}年|\d{1,3}[.、]\D)|\s?,(?!\d))\s*\.?\s*/;
const half = /^(\d{1,3})\s?\)\s*[.、]?\s*/;
const round = /^\((\d{1,3})\)\s*[.、]?\s*/;
const bare = /^(\d{1,3})(?:\s+(?=[\p{L}"“《(*])|(?=[您你请贵]))/u;
const chinese =
  /^(?:([一二三四五六七八九十]{1,3})(?:\s?[.、:,)]\s*|\s+)|\(([一二三四五六七八九十]{1,3})\)\s*[.、]?\s*)/;
const roman = /^([Ⅰ-Ⅻⅰ-ⅻ])(?:\s?[.、:,)]\s*|\s+)/;
const circle = /^([①-⑳❶-❿])\s*[.、]?\s*/;

const styles: readonly (readonly [NumberStyle, RegExp])[] = [
  ['word', word],
  ['dot', dot],
  ['half', half],
  ['round', round],
  ['chinese', chinese],
  ['roman', roman],
  ['circle', circle],
  ['bare', bare],
];

/** The parts have letters, and their questions count anew: A1. A2. B1. */
const lettered = /^([A-PR-Z])(\d{1,2})\s?[.、:)]+\s*/;

/** The number that a line begins with, after the star of a required question. */
export function numberOf({ plain }: Piece): Numbered | undefined {
  if (!/^[\dA-Z(*q第题问一二三四五六七八九十Ⅰ-Ⅻⅰ-ⅻ①-⑳❶-❿]/.test(plain)) return undefined;
  const star = /^\*\s*/.exec(plain)?.[0].length ?? 0;
  const start = plain.slice(star, star + 24);
  const [all = '', letter = '', figures] = lettered.exec(start) ?? [];
  if (all !== '')
    return {
      style: 'lettered',
      n: 100 * (letter.charCodeAt(0) - 64) + Number(figures),
      length: star + all.length,
    };
  for (const [style, pattern] of styles) {
    const found = pattern.exec(start);
    const written = found?.slice(1).find((group) => group !== undefined);
    const n = written === undefined ? undefined : amountOf(written);
    if (found && n !== undefined) return { style, n, length: star + found[0].length };
  }
  return undefined;
}

/** Which styles are one list: authors mix `1.` and `1、` and `1 `. */
export const family = (style: NumberStyle) => (style === 'bare' ? 'dot' : style);
