// The words that many answers share, with the number of answers in which each stands: never fewer than three, and none
// that looks like the number of a telephone, an identity card or a car.
import { beside, stopWords } from './stop-words.ts';

export interface CommonWord {
  word: string;
  /** answers that hold it */
  n: number;
}

/** A word of fewer people is theirs, and no common one. */
const peopleLeast = 3;
const wordsMost = 40;

const cutter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words in their order; what stands between two of them is '' and parts them: no phrase goes over a comma. */
function pieces(text: string): string[] {
  return [...cutter.segment(text)].map(({ segment, isWordLike }) =>
    isWordLike ? segment.toLowerCase() : '',
  );
}

const numberLike = (word: string) => (word.match(/\d/g)?.length ?? 0) >= 4;
const isHan = (word: string) => /^\p{Script=Han}+$/u.test(word);
const says = (word: string) =>
  !stopWords.has(word) && !numberLike(word) && !/^\d+$|了$/.test(word) && [...word].length >= 2;

/** A word and what is said of it, or what it is part of: 停车 难, 物业 费. */
const begins = (word: string) => isHan(word) && says(word) && [...word].length <= 3;
const goesOn = (word: string) =>
  isHan(word) && !stopWords.has(word) && !beside.has(word) && [...word].length <= 3;

/** Words of one answer and pairs of neighbours, each once, with what it is made of. */
function wordsOf(text: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const cut = pieces(text);
  cut.forEach((word, at) => {
    if (says(word)) found.set(word, []);
    const next = cut[at + 1] ?? '';
    if (begins(word) && goesOn(next)) found.set(word + next, [word, next]);
  });
  return found;
}

interface WordCount {
  /** Counts some more answers: a few thousand at a time, so that no page stands still. */
  add: (texts: readonly string[]) => void;
  /** The most common first, as many as can be read; words that stand nearly always in a longer one are in that one. */
  common: () => CommonWord[];
}

export function wordCount(): WordCount {
  const sums = new Map<string, number>();
  const made = new Map<string, readonly string[]>();
  // Two words that only happen to meet now and then are no phrase.
  const belongs = (word: string, n: number) => {
    const parts = made.get(word) ?? [];
    return parts.length === 0 || parts.some((part) => n * 3 >= (sums.get(part) ?? Number.POSITIVE_INFINITY));
  };
  return {
    add(texts) {
      for (const text of texts)
        for (const [word, of] of wordsOf(text)) {
          sums.set(word, (sums.get(word) ?? 0) + 1);
          made.set(word, of);
        }
    },
    common() {
      const ordered = [...sums]
        .flatMap(([word, n]) => (n >= peopleLeast && belongs(word, n) ? [{ word, n }] : []))
        .sort(
          (one, other) =>
            other.n - one.n ||
            [...other.word].length - [...one.word].length ||
            one.word.localeCompare(other.word, 'zh-CN'),
        );
      const found: CommonWord[] = [];
      for (const one of ordered) {
        if (found.length === wordsMost) break;
        if (!ordered.some((other) => holds(other, one))) found.push(one);
      }
      return found;
    },
  };
}

const holds = (long: CommonWord, { word, n }: CommonWord) =>
  long.n * 10 >= n * 9 && long.word !== word && long.word.includes(word);
