// A drawn order of options and questions: the same for one response whenever and wherever it is drawn, because it is
// drawn from the response's id and nothing else.
import type { Question } from '../fields/shapes.ts';

/** FNV-1a, 32 bits: a seed from a text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** mulberry32: numbers in [0, 1) from a seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The list in a drawn order (Fisher–Yates); what is pinned keeps its place. */
export function drawn<T>(list: readonly T[], seed: string, pinned: (one: T) => boolean = () => false): T[] {
  const next = numbers(hash(seed));
  const loose = list.filter((one) => !pinned(one));
  for (let at = loose.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [loose[at], loose[other]] = [loose[other] as T, loose[at] as T];
  }
  return list.map((one) => (pinned(one) ? one : (loose.shift() as T)));
}

/** Options in a drawn order; 其他, 以上都没有 and what the author pinned stay where they are. */
export function drawOptions(question: Question, seed: string): Question {
  if (!('options' in question) || !('shuffle' in question) || !question.shuffle) return question;
  const options = drawn(
    question.options,
    `${seed}:${question.id}`,
    (one) => one.pinned === true || one.text === true || one.exclusive === true,
  );
  return { ...question, options };
}

/** Questions of each group change places among themselves. */
export function drawQuestions(
  questions: readonly Question[],
  groups: readonly (readonly string[])[],
  seed: string,
): Question[] {
  let order = [...questions];
  groups.forEach((group, index) => {
    order = drawn(order, `${seed}:${index}`, ({ id }) => !group.includes(id));
  });
  return order;
}
