// Points of a scale as they are written: `1~5`, `非常不满意~非常满意`, a word for each point, `1=很差，2=一般，3=很好`, and all
// on one line (strips.ts).
import { type Piece, part } from './lines.ts';
import { cutByMarks } from './option-marks.ts';
import { stripOf } from './strips.ts';
import { cellsOf, unmarked } from './tables.ts';

export interface Points {
  from?: number | undefined;
  to?: number | undefined;
  /** words for the lowest and the highest point */
  low?: Piece | undefined;
  high?: Piece | undefined;
  /** a word for each point, as they are written */
  labels: Piece[];
  /** figures that stand before the words, when all have one */
  order?: number[] | undefined;
  /** 不了解 is among the words */
  unsure: boolean;
  /** the line that said the figures */
  range?: Piece | undefined;
}

const range = /^\(?(-?\d{1,7})\s?分?\s?(?:[~至到→]|-{1,2})\s?(-?\d{1,7})\s?(?:分|星)?\)?$/;

/** `1~5`, `0-100分` */
export function rangeOf({ plain }: Piece): { from: number; to: number } | undefined {
  const found = plain.length < 32 ? range.exec(plain) : null;
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  return found && from < to ? { from, to } : undefined;
}

/** `很差~很好`; with a dash only where nothing else is meant by it. */
export function endsOf(line: Piece, dash = false): { low?: Piece; high?: Piece } | undefined {
  const keyed = /^(低|高)分(?:端)?\s*:\s*/.exec(line.plain.slice(0, 12));
  if (keyed) {
    const words = part(line, keyed[0].length);
    return words.raw === '' ? undefined : keyed[1] === '低' ? { low: words } : { high: words };
  }
  const at = line.plain.indexOf('~');
  const place = at < 0 && dash ? line.plain.indexOf('-') : at;
  if (place < 0) return undefined;
  const end = place + (/^[-~]+/.exec(line.plain.slice(place))?.[0].length ?? 1);
  const [low, high] = [part(line, 0, place), part(line, end)];
  if (/[~]/.test(high.plain) || /^\d*$/.test(low.plain + high.plain)) return undefined;
  return { ...(low.raw !== '' && { low }), ...(high.raw !== '' && { high }) };
}

/** `1=很差，5=很好`, `5分 非常满意` */
const figured = /^\(?(\d{1,2})\s?分?\s?(?:[=:、.)]|代表|表示|为|\s)+\s?/;

function withFigure(word: Piece): { n: number; word: Piece } | undefined {
  const found = figured.exec(word.plain.slice(0, 16));
  if (!found) return undefined;
  const words = part(word, found[0].length, word.plain.endsWith(')') ? word.raw.length - 1 : word.raw.length);
  return words.raw === '' ? undefined : { n: Number(found[1]), word: words };
}

export const unsure = /^(?:不了解|不清楚|说不清|不知道|不适用|不好说)$/;

/** What the lines under a scale say of its points. */
export function pointsOf(lines: readonly Piece[]): Points {
  const points: Points = { labels: [], unsure: false };
  const worded: Piece[] = [];
  for (const line of lines) {
    const range = rangeOf(line);
    const whole = stripOf(line);
    const ends = worded.length === 0 ? endsOf(line) : undefined;
    // Ends that were said already keep their words: what says them again is a line of its own.
    const again = (one: { low?: Piece | undefined; high?: Piece | undefined } | undefined) =>
      (one?.low && points.low) || (one?.high && points.high);
    const same = (one: { from: number; to: number }) =>
      !points.range || (one.from === points.from && one.to === points.to);
    if (range && same(range)) Object.assign(points, { ...range, range: line });
    else if (whole && same(whole) && !again(whole)) {
      const { from, to, low = points.low, high = points.high } = whole;
      Object.assign(points, { from, to, low, high, range: line });
    } else if (ends && !again(ends)) Object.assign(points, ends);
    else worded.push(line);
  }
  const [only] = worded;
  const words =
    worded.length === 1 && only ? cellsOf(only) : worded.flatMap((line) => cutByMarks(line) ?? [line]);
  for (const word of words) {
    const label = unmarked(word);
    if (unsure.test(label.plain)) points.unsure = true;
    else if (label.raw !== '') points.labels.push(word);
  }
  const numbered = points.labels.map(withFigure);
  if (numbered.length > 1 && numbered.every((one) => one !== undefined)) {
    points.labels = numbered.map(({ word }) => word);
    points.order = numbered.map(({ n }) => n);
  } else points.labels = points.labels.map(unmarked);
  return points;
}

/** Words that say the worse end of a scale. */
const worse = /不|差|低|没|未|从不|反对|难|少|坏|慢|远/;

/** Whether the best comes first (非常满意 … 非常不满意): points count from the worst. */
export const bestFirst = (first: string, last: string) => worse.test(last) && !worse.test(first);
