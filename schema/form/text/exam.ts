// What the text of a test says of its answers: 答案：B, 正确答案：对, 解析：…, 分值：5, and the answer in the title's bracket.
import type { Unplaced } from '../reading.ts';
import { type Piece, part } from './lines.ts';

export interface Exam {
  /** the whole is a test: what stands in a blank is the answer */
  isTest?: boolean;
  answer?: Piece | undefined;
  explain: Piece[];
  points?: Piece | undefined;
  /** what each question of the part is worth: 每题2分 */
  each?: number | undefined;
}

const kinds = {
  answer: /^\[?(?:正确答案|参考答案|标准答案|答案)(?:\]\s*:?|\s*:)\s*/,
  explain: /^\[?(?:答案解析|试题解析|题目解析|解析|答案说明)(?:\]\s*:?|\s*:)\s*/,
  points: /^\[?(?:分值|分数|本题分值)(?:\]\s*:?|\s*:)\s*/,
} as const;

interface ExamLine {
  kind: keyof typeof kinds;
  words: Piece;
}

export function examLineOf(line: Piece): ExamLine | undefined {
  if (!/^\[?[正参标答试题解分本]/.test(line.plain)) return undefined;
  const start = line.plain.slice(0, 16);
  for (const kind of ['answer', 'explain', 'points'] as const) {
    const found = kinds[kind].exec(start);
    if (found) return { kind, words: part(line, found[0].length) };
  }
  return undefined;
}

/** Takes the answer in a title's bracket; one that was said otherwise below is told. */
export function answerBeside(exam: Exam, answer: Piece, lose: (lost: Unplaced) => void): void {
  exam.answer ??= answer;
  if (exam.answer.plain !== answer.plain) lose({ line: answer.at, text: answer.raw });
}

const verdicts = '对|错|正确|错误|√|×|✓|✗|T|F';
/** A verdict in the bracket of a title: （对）. */
export const verdictInTitle = new RegExp(`^(?:${verdicts})$`);
/** The same, or letters of the right options: （ B ） （ABC）. */
export const answerInTitle = new RegExp(`^(?:[A-Ha-h](?:[\\s,、]*[A-Ha-h]){0,7}|${verdicts})$`);

/** Whether an answer says yes; undefined when it says neither. */
export function verdict(word: string): boolean | undefined {
  if (/^(?:对|正确|√|✓|是|T|TRUE|Y|YES|A)$/i.test(word)) return true;
  return /^(?:错|错误|不对|不正确|×|✗|X|否|F|FALSE|N|NO|B)$/i.test(word) ? false : undefined;
}

/** The options that an answer names, by their letters or by their words; undefined when one is not there. */
export function chosenBy(answer: string, labels: readonly string[]): number[] | undefined {
  const whole = labels.indexOf(answer);
  if (whole >= 0) return [whole];
  const places = /^[A-Za-z](?:[\s,，、;；]*[A-Za-z])*$/.test(answer)
    ? (answer.toUpperCase().match(/[A-Z]/g) ?? []).map((sign) => sign.charCodeAt(0) - 65)
    : answer.split(/[,，、;；|]/).map((word) => labels.indexOf(word.trim()));
  return places.every((place) => place >= 0 && place < labels.length)
    ? [...new Set(places)].sort((a, b) => a - b)
    : undefined;
}
