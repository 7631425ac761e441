// Blanks inside a title: `家里常住____人`, `{_}`, `（  ）`, and what a blank says of itself: `{年龄，数字，选填}`.
import type { Gap } from '../../fields/gap-fill.ts';
import { gapId } from './ids.ts';
import { type Piece, part, splitBy } from './lines.ts';

/** A run of underscores, a name in braces, or empty brackets. */
const blank = /_{2,}|\{([^{}]{0,80})\}|\(\s{1,20}\)|\(\)|\[\s{2,20}\]/g;

/** What is counted, behind or before a blank. */
const countedAfter =
  /^\s?(?:人|口|位|名|户|岁|周岁|元|万元|次|天|年|个|平方米|平米|㎡|%|分钟|小时|公里|米|栋|层|辆)/;

interface Said {
  kind?: Gap['kind'];
  label?: Piece;
  optional?: true;
  /** words that a blank has no place for */
  rest: Piece[];
}

interface Blank extends Said {
  from: number;
  to: number;
  kind: Gap['kind'];
}

function saidIn(inside: Piece): Said {
  const said: Said = { rest: [] };
  for (const word of splitBy(inside, /[,:、]/g)) {
    if (word.plain === '数字') said.kind = 'number';
    else if (word.plain === '文字') said.kind = 'text';
    else if (word.plain === '选填') said.optional = true;
    else if (/^_+$/.test(word.plain)) continue;
    else if (said.label === undefined && word.raw.length <= 50) said.label = word;
    else said.rest.push(word);
  }
  return said;
}

export function blanksOf(title: Piece): Blank[] {
  return [...title.plain.matchAll(blank)].map((found) => {
    const [from, to] = [found.index, found.index + found[0].length];
    const inside = part(title, from + 1, from + 1 + (found[1] ?? '').length);
    const kind = countedAfter.test(title.plain.slice(to, to + 4)) ? 'number' : 'text';
    return { from, to, kind, ...saidIn(inside) };
  });
}

/** Most blanks in a sentence. */
export const mostGaps = 20;

/**
 * The sentence as it is kept, every blank four underscores, its gaps, and what these have no place for; blanks beyond the
 * most stay brackets.
 */
export function gapsOf(title: Piece, isTest = false): { title: string; gaps: Gap[]; rest: Piece[] } {
  let words = '';
  let at = 0;
  const gaps: Gap[] = [];
  const rest: Piece[] = [];
  for (const { from, to, kind, label, optional, rest: more } of blanksOf(title)) {
    const kept = gaps.length < mostGaps;
    // In a test what stands alone in a blank is its answer, and not for those who sit it.
    const named = kept && label && !(isTest && !/[,:、]/.test(title.plain.slice(from, to)));
    rest.push(...(label && !named ? [label] : []), ...more);
    const before = title.raw.slice(at, from);
    // Two blanks side by side are two.
    words += (before === '' && at > 0 ? ' ' : before) + (kept ? '____' : '（ ）');
    at = to;
    if (kept)
      gaps.push({
        id: gapId(gaps.length),
        kind,
        ...(named && { label: label.raw }),
        ...(optional && { optional }),
      });
  }
  return { title: words + title.raw.slice(at), gaps, rest };
}

/** A blank as it is written. */
export function blankFor({ kind, label, optional }: Gap, after: string): string {
  const usual = countedAfter.test(after) ? 'number' : 'text';
  if (label === undefined && !optional && kind === usual) return '____';
  const parts = [label, kind === 'number' ? '数字' : '文字', optional ? '选填' : undefined];
  return `{${parts.filter((one) => one !== undefined).join('，')}}`;
}
