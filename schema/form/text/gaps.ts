// Blanks inside a title: `家里常住____人`, `{_}`, `（  ）`, and what a blank says of itself: `{年龄，数字，选填}`.
import type { Gap } from '../../fields/gap-fill.ts';
import { gapId } from './ids.ts';
import { type Piece, splitBy } from './lines.ts';

/** A run of underscores, a name in braces, or empty brackets. */
const blank = /_{2,}|\{([^{}]{0,80})\}|\(\s{1,20}\)|\(\)|\[\s{2,20}\]/g;

/** What is counted, behind or before a blank. */
const countedAfter =
  /^\s?(?:人|口|位|名|户|岁|周岁|元|万元|次|天|年|个|平方米|平米|㎡|%|分钟|小时|公里|米|栋|层|辆)/;

interface Blank {
  from: number;
  to: number;
  gap: Omit<Gap, 'id'>;
}

function saidIn(inside: Piece): Omit<Gap, 'id' | 'kind'> & { kind?: Gap['kind'] } {
  const words = splitBy(inside, /[,:、]/g);
  const said: { kind?: Gap['kind']; label?: string; optional?: boolean } = {};
  for (const { plain, raw } of words) {
    if (plain === '数字') said.kind = 'number';
    else if (plain === '文字') said.kind = 'text';
    else if (plain === '选填') said.optional = true;
    else if (!/^_+$/.test(plain) && said.label === undefined && raw.length <= 50) said.label = raw;
  }
  return said;
}

export function blanksOf(title: Piece): Blank[] {
  return [...title.plain.matchAll(blank)].map((found) => {
    const [from, to] = [found.index, found.index + found[0].length];
    const inside = found[1] ?? '';
    const at = from + 1;
    const said = saidIn({ at: title.at, raw: title.raw.slice(at, at + inside.length), plain: inside });
    const kind = countedAfter.test(title.plain.slice(to, to + 4)) ? 'number' : 'text';
    return { from, to, gap: { kind, ...said } };
  });
}

/** Most blanks in a sentence. */
export const mostGaps = 20;

/** The sentence as it is kept, every blank four underscores, and its gaps; blanks beyond the most stay brackets. */
export function gapsOf(title: Piece, isTest = false): { title: string; gaps: Gap[]; answers: string[] } {
  let words = '';
  let at = 0;
  const gaps: Gap[] = [];
  const answers: string[] = [];
  for (const { from, to, gap: said } of blanksOf(title)) {
    // In a test what stands alone in a blank is its answer, and not for those who sit it.
    const { label, ...rest } = said;
    const answer = isTest && label !== undefined && !/[,:、]/.test(title.plain.slice(from, to));
    if (answer) answers.push(label);
    const gap = answer ? rest : said;
    const kept = gaps.length < mostGaps;
    const before = title.raw.slice(at, from);
    // Two blanks side by side are two.
    words += (before === '' && at > 0 ? ' ' : before) + (kept ? '____' : '（ ）');
    at = to;
    if (kept) gaps.push({ id: gapId(gaps.length), ...gap });
  }
  return { title: words + title.raw.slice(at), gaps, answers };
}

/** A blank as it is written. */
export function blankFor({ kind, label, optional }: Gap, after: string): string {
  const usual = countedAfter.test(after) ? 'number' : 'text';
  if (label === undefined && !optional && kind === usual) return '____';
  const parts = [label, kind === 'number' ? '数字' : '文字', optional ? '选填' : undefined];
  return `{${parts.filter((one) => one !== undefined).join('，')}}`;
}
