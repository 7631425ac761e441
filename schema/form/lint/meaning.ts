// Whether a text under an id still says what it said when residents read it. A longer wording and a slip of the pen do; the
// opposite and something wholly other do not; in between only a person can tell.

const han = /\p{Script=Han}/u;
/** Letters of Chinese, whole words of other scripts, figures. */
const pieces = /\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})\p{L})+/gu;
/** What most questions have in common, whatever they ask. */
const common = new Set('您你我的了吗呢吧是否有请'.split(''));
const negation = /[不没未非无]|\b(?:do |does |did )?(?:not|no|never)\b ?/g;

function piecesOf(text: string): string[] {
  const all = text.normalize('NFKC').toLowerCase().match(pieces) ?? [];
  const own = all.filter((piece) => !common.has(piece));
  return own.length > 0 ? own : all;
}

/** Pieces that both have, in the same order. */
function shared(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0);
  for (const piece of one) {
    const before = row;
    row = [];
    other.forEach((letter, at) => {
      const [left = 0, above = 0, corner = 0] = [row[at - 1], before[at], before[at - 1]];
      row.push(letter === piece ? corner + 1 : Math.max(left, above));
    });
  }
  return row[row.length - 1] ?? 0;
}

export type Meaning = 'same' | 'unsure' | 'other';

export function meaningOf(was: string, is: string): Meaning {
  const [mine, theirs] = [piecesOf(was), piecesOf(is)];
  if (mine.length === 0 || theirs.length === 0) return 'same';
  if (isOpposite(was, is)) return 'other';
  // In another language, or another script.
  if (han.test(was) !== han.test(is)) return 'unsure';
  const part = shared(mine, theirs) / Math.min(mine.length, theirs.length);
  const [figures, others] = [mine, theirs].map((all) => all.filter((piece) => /\p{N}/u.test(piece)).join());
  if (part < 0.25) return 'other';
  return part < 0.6 || (figures && others && figures !== others) ? 'unsure' : 'same';
}

/** The same, but for a 不 that came or went before it: 同意, 不太同意. */
function isOpposite(was: string, is: string): boolean {
  const [one, other] = [was, is].map(negated);
  if (!one || !other || one.times % 2 === other.times % 2) return false;
  const [short, long] = one.rest.length < other.rest.length ? [one.rest, other.rest] : [other.rest, one.rest];
  if (short === long) return true;
  if (short === '') return long === '有';
  const denied = one.times % 2 === 1 ? one : other;
  const place = denied.text.indexOf(short);
  return (long.startsWith(short) || long.endsWith(short)) && denied.first < place;
}

/** A text with how often it is denied. 有没有 and 是不是 deny nothing, nor does 非常. */
function negated(whole: string) {
  const text = whole
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/非常/g, '很')
    .replace(/(.{1,2})[不没]\1/g, '$1')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
  return {
    text,
    rest: text.replace(negation, ''),
    times: text.match(negation)?.length ?? 0,
    first: text.search(negation),
  };
}
