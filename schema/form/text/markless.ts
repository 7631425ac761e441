// A line without a mark among options that have one (A. B. 其他____). It goes on with the option above it where it is plain
// that this was cut: it stands alone before the next letter; the option breaks off (a bracket is open, or it ends in 、);
// it is set further in, or stands under a line as long as others that were cut, and is no longer than that. It is an option
// where one letter is left out just there, and where people write one without a mark: 其他____, 以上都不是, 不清楚. Any other
// has no place: a sentence to residents would be an answer for them to choose.
import type { Piece } from './lines.ts';
import type { OptionMark } from './option-marks.ts';
import { unsure } from './points.ts';

export interface Item extends Piece {
  mark?: OptionMark | undefined;
}

/** None of the above, in the words that residents meet. */
export const alone =
  /^(?:无|没有|暂无|都没有|均无|以上(?:都|均|皆|全)?(?:没有|无|不是|不符合|不需要)|(?:以上)?(?:都|均|皆)(?:没有|不是|不需要|不选|不参加|无))(?:.{0,4}以上.{0,6})?$/;
const customary = ({ plain }: Piece) =>
  /^其[他它]|^(?:都可以|无所谓|弃权)$/.test(plain) || alone.test(plain) || unsure.test(plain);

/** More than a bracket that was left open by mistake would hold. */
const longestOpen = 40;
/** Shorter lines are cut by nobody. */
const shortestCut = 12;

const breaksOff = ({ plain }: Piece) =>
  plain.endsWith('、') || /[([“《][^)\]”》]*$/.test(plain.slice(-longestOpen));

/** Whether the second mark is so many behind the first; boxes count nothing. */
const isAhead = (above: OptionMark, below: OptionMark | undefined, by: number) =>
  above.n > 0 && below?.style === above.style && below.n === above.n + by;

/** Of each item without a mark: whether it goes on, is an option, or has no place; undefined where that is not known. */
export function marklessOf(items: readonly Item[]): ('on' | 'option' | 'stray' | undefined)[] {
  const marked = items.flatMap(({ mark }, at) => (mark ? [at] : []));
  if (marked.length < 2) return [];
  const fates: ReturnType<typeof marklessOf> = items.map(() => undefined);
  const [first = 0] = marked;
  // Above boxes nothing is known to be left out; above B it is the A.
  if (items[first]?.mark?.n === 0) fates.fill('stray', 0, first);
  /** how long the options are that were cut before the next letter */
  let cut = Infinity;
  marked.forEach((from, index) => {
    const above = items[from];
    const to = marked[index + 1] ?? items.length;
    const next = items[to]?.mark;
    if (!above?.mark) return;
    const isNext = isAhead(above.mark, next, 1);
    if (isNext && to - from > 1) cut = Math.min(cut, Math.max(above.raw.length, shortestCut));
    const isMissing = to - from === 2 && isAhead(above.mark, next, 2);
    for (let at = from + 1; at < to; at += 1) {
      const item = items[at];
      const before = items[at - 1];
      if (!item || !before) continue;
      const isIn = (item.indent ?? 0) > (above.indent ?? 0);
      const isFull = before.raw.length >= (isIn ? shortestCut : cut) || (isIn && at === from + 1);
      const isRest = isFull && item.raw.length <= before.raw.length && fates[at - 1] !== 'stray';
      const isCut = (isNext && to - from === 2) || (at === from + 1 && breaksOff(before));
      if (isCut) fates[at] = 'on';
      else if (isMissing || customary(item)) fates[at] = 'option';
      else fates[at] = isRest ? 'on' : 'stray';
    }
  });
  return fates;
}
