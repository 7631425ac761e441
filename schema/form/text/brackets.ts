// What stands in brackets in a line, of whatever kind they are.
import { type Piece, part } from './lines.ts';

export interface Bracket {
  from: number;
  to: number;
  round: boolean;
  inside: Piece;
}

/** More in one line, or longer ones, are no marks of an author's. */
const most = 100;
const longest = 60;

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** A line with a bracket at both ends: `（单选）`, `（请打√）`. */
export const isInBrackets = ({ plain }: Piece) => /^\(.*\)$/.test(plain);

/** Where the bracket opens that ends with the piece. */
export function lastOpening({ plain }: Piece): number | undefined {
  let depth = 0;
  for (let at = plain.length - 1; plain.endsWith(')') && at >= 0 && depth < most; at -= 1) {
    const sign = plain.charAt(at);
    if (sign === ')') depth += 1;
    if (sign === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** In the order in which they open; one that holds another comes before it. */
export function bracketsOf(piece: Piece): Bracket[] {
  const open: { sign: string; at: number }[] = [];
  const found: Bracket[] = [];
  for (let at = 0; at < piece.plain.length && found.length < most; at += 1) {
    const sign = piece.plain.charAt(at);
    if (sign === '(' || sign === '[') open.push({ sign, at });
    const opener = pairs[sign];
    if (!opener || open.at(-1)?.sign !== opener) continue;
    const from = open.pop()?.at ?? 0;
    if (at - from - 1 > longest) continue;
    found.push({ from, to: at + 1, round: sign === ')', inside: part(piece, from + 1, at) });
  }
  return found.sort((a, b) => a.from - b.from);
}
