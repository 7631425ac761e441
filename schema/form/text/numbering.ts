// Which numbered lines begin questions. One text may number its questions and its options alike (1. 性别 / 1. 男 2. 女), or
// have both 一、 and 1. in it; what is which shows in how the numbers go on.
import { isLabelled } from './head.ts';
import { asks, isHeading } from './headings.ts';
import type { Line } from './lines.ts';
import { family, type Numbered, type NumberStyle, numberOf } from './numbers.ts';
import { headsList, isField } from './openings.ts';
import { isFirstAnswer } from './option-marks.ts';

export interface Numbering {
  /** places (in the list of lines) at which a number begins a question */
  heads: ReadonlySet<number>;
  /** 一、 and its like are headings */
  chineseHeads: boolean;
}

interface Counted {
  at: number;
  line: Line;
  number: Numbered;
  labelled: boolean;
}

const order = ['word', 'chinese', 'dot', 'half', 'round'] as const;

export function numberingOf(lines: readonly Line[]): Numbering {
  const chineseAsk = chineseNumbersAsk(lines);
  const counted = lines.flatMap((line, at): Counted[] => {
    const number = line.blank ? undefined : numberOf(line);
    return number ? [{ at, line, number, labelled: isLabelled(line) }] : [];
  });
  const written = (style: NumberStyle) => counted.filter(({ number }) => number.style === style).length;
  // One 第1题 among other numbers is a slip.
  const fits = (one: (typeof order)[number]) =>
    one === 'chinese' ? chineseAsk : written(one) > (one === 'word' && written('dot') > 0 ? 1 : 0);
  const style = order.find(fits);
  const own = counted.filter(({ number }) => family(number.style) === (style ?? 'dot'));
  const named = lines.filter((line) => !line.blank && isLabelled(line) && !numberOf(line));
  // Where labels without numbers begin the questions, numbers without labels are options.
  const first = named[0];
  const options =
    named.length > 1 && first && own.every(({ labelled, line }) => !labelled && line.at > first.at);
  return { heads: options ? new Set() : headsOf(own, lines), chineseHeads: !chineseAsk };
}

/**
 * 一、二、… are numbers of questions when there are more than five of them, or when they read like questions: where nothing
 * else in the text can be one, words that ask are enough.
 */
function chineseNumbersAsk(lines: readonly Line[]): boolean {
  const counted = lines.flatMap((line, at) =>
    numberOf(line)?.style === 'chinese' && !isHeading(line) ? [{ line, next: lines[at + 1] }] : [],
  );
  if (counted.length > 5) return true;
  const others = lines.some(
    (line, at) =>
      isField(line) ||
      isLabelled(line) ||
      (numberOf(line)?.style ?? 'chinese') !== 'chinese' ||
      (numberOf(line) === undefined && headsList(line, lines[at + 1])),
  );
  const asking = counted.filter(
    ({ line, next }) =>
      line.plain.endsWith('?') ||
      isLabelled(line) ||
      (next && isFirstAnswer(next)) ||
      (!others && asks(line)),
  );
  return counted.length > 0 && asking.length * 2 >= counted.length;
}

/** Most options that are looked at for a list within a list. */
const farthest = 60;

function headsOf(counted: readonly Counted[], lines: readonly Line[]): Set<number> {
  const heads = new Set<number>();
  let last = 0;
  for (let index = 0; index < counted.length; index += 1) {
    const one = counted[index];
    if (!one) break;
    const { n, style } = one.number;
    const run = n === 1 && last > 0 && !one.labelled ? runFrom(counted, index, last) : 0;
    const parted = run > 0 && lines.slice(counted[index - 1]?.at ?? 0, one.at).some(isHeading);
    if (run > 0 && !parted) {
      index += run - 1;
      continue;
    }
    if (style === 'bare' && n !== last + 1 && !one.labelled) continue;
    heads.add(one.at);
    last = n;
  }
  return heads;
}

/** How many lines from here are options that count 1, 2, 3 under the question `last`; 0 when they are questions. */
function runFrom(counted: readonly Counted[], start: number, last: number): number {
  let length = 0;
  while (length < farthest) {
    const one = counted[start + length];
    if (!one || one.labelled || one.number.n !== length + 1 || asks(one.line)) break;
    // The next question has the number that the next option would have, and options of its own.
    if (one.number.n === last + 1 && length > 0 && counted[start + length + 1]?.number.n === 1) break;
    length += 1;
  }
  const next = counted[start + length];
  return length > 1 && (next === undefined || next.number.n === last + 1) ? length : 0;
}
