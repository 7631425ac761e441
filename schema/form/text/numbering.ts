// Which numbered lines begin questions. One text may number its questions and its options alike (1. 性别 / 1. 男 2. 女), or
// have both 一、 and 1. in it; what is which shows in how the numbers go on.
import { isLabelled } from './head.ts';
import { isHeading } from './headings.ts';
import { type Line, part } from './lines.ts';
import { family, type Numbered, type NumberStyle, numberOf } from './numbers.ts';
import { asks, bearsList, headsList, isField } from './openings.ts';
import { isFirstAnswer, optionMarkOf } from './option-marks.ts';
import { isTickedRow } from './tabbed.ts';

interface Numbering {
  /** places (in the list of lines) at which a number begins a question */
  heads: ReadonlySet<number>;
  /** numbers that head parts of the form: 一、 and Ⅰ., where they are none of questions */
  parts: ReadonlySet<NumberStyle>;
}

interface Counted {
  at: number;
  line: Line;
  number: Numbered;
  labelled: boolean;
}

const order = ['lettered', 'word', 'chinese', 'dot', 'half', 'round', 'roman', 'circle'] as const;

export function numberingOf(lines: readonly Line[]): Numbering {
  const chineseAsk = chineseNumbersAsk(lines);
  const counted = lines.flatMap((line, at): Counted[] => {
    const number = line.blank || line.framed || isTickedRow(line) ? undefined : numberOf(line);
    return number ? [{ at, line, number, labelled: isLabelled(line) }] : [];
  });
  const written = (style: NumberStyle) => counted.filter(({ number }) => number.style === style).length;
  // One 第1题 among other numbers is a slip.
  const fits = (one: (typeof order)[number]) => {
    if (one === 'chinese') return chineseAsk;
    if (one === 'circle') return circlesAsk(counted, lines);
    // Behind other numbers they name things: B1、地下一层.
    if (one === 'lettered') return counted[0]?.number.style === one && written(one) > 1;
    return written(one) > (one === 'word' && written('dot') > 0 ? 1 : 0);
  };
  const style = order.find(fits);
  const own = counted.filter(({ number }) => family(number.style) === (style ?? 'dot'));
  const named = lines.filter((line) => !line.blank && isLabelled(line) && !numberOf(line));
  // Where labels without numbers begin the questions, numbers without labels are options.
  const first = named[0];
  const options =
    named.length > 1 && first && own.every(({ labelled, line }) => !labelled && line.at > first.at);
  const parts = (['chinese', 'roman'] as const).filter((one) => options || one !== style);
  return { heads: options ? new Set() : headsOf(own, lines), parts: new Set(parts) };
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
      !['chinese', 'circle'].includes(numberOf(line)?.style ?? 'chinese') ||
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

/**
 * ① ② ③ are marks of options, unless nothing else in the text can be a question: they count on from the first line that
 * has one, and most read like questions.
 */
function circlesAsk(counted: readonly Counted[], lines: readonly Line[]): boolean {
  const circled = counted.filter(({ number }) => number.style === 'circle');
  const [first, second] = circled;
  if (!first || !second || circled.some(({ number }, index) => number.n !== index + 1)) return false;
  const above = lines
    .slice(0, first.at)
    .filter(({ blank }) => !blank)
    .at(-1);
  if (above && (above.plain.endsWith('?') || isLabelled(above))) return false;
  const asking = circled.filter(({ at, line, number }) => {
    const [words, next] = [part(line, number.length), lines[at + 1]];
    const answered = next && isFirstAnswer(next) && optionMarkOf(next)?.style !== 'circle';
    return asks(words) || isField(words) || bearsList(words) || answered;
  });
  return asking.length * 2 >= circled.length;
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
