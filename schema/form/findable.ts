// What answers can be found by: the keys that a question is counted under, the figure that it asks for, or words that
// residents wrote. Never by what is sensitive: an answer that is masked would be told by whether it is found.
import { fieldOf } from '../fields/registry.ts';
import type { Definition, Question } from './definition.ts';

const itemsOf = (question: Question) => fieldOf(question).items(question);

/** `key`: one of {@link keysOf}. `figure`: between two ends. `answered`: whether it was. undefined: by nothing. */
export function foundBy(question: Question): 'key' | 'figure' | 'answered' | undefined {
  const field = fieldOf(question);
  if (field.sensitive || field.columns(question).length === 0) return undefined;
  const [first, ...others] = itemsOf(question);
  if (first && others.length === 0 && (first.values || first.sum)) return 'figure';
  return keysOf(question).length > 0 ? 'key' : 'answered';
}

/** Keys of the tally with their words; where there are several lines, with the words of the line. */
export const keysOf = (question: Question): { key: string; label: string }[] =>
  itemsOf(question).flatMap(({ title, keys }, _, all) =>
    keys.map(({ key, label }) => ({ key, label: all.length > 1 ? `${title} · ${label}` : label })),
  );

const asksForWords = (question: Question): boolean =>
  'options' in question && question.options.some((option) => 'text' in option && option.text);

/**
 * Questions in whose answers words are looked for: in all that was written there, or (`other`) only in what an option
 * asked for. None that is sensitive in any version, and none that names units or files.
 */
export function writtenIn(versions: readonly Definition[]): { id: string; other: boolean }[] {
  const written = new Map<string, boolean>();
  const left = new Set<string>();
  for (const question of versions.flatMap((version) => version.questions)) {
    const { personal, sensitive, files, units } = fieldOf(question);
    if (sensitive || files || units) left.add(question.id);
    else if (personal || asksForWords(question)) written.set(question.id, !personal);
  }
  return [...written].filter(([id]) => !left.has(id)).map(([id, other]) => ({ id, other }));
}

/** What a response adds to the tally of its question when it is one of those that are looked for. */
export interface Wanted {
  /** one of these keys; absent: any answer */
  keys?: readonly string[];
  /** or a sum between these, in its own unit */
  sum?: { key: string; from: number; to: number };
}

/** Decimals of an end that is typed fall between two units at times: 0.29 × 100 is a little less than 29. */
const close = 1e-6;

/** undefined when no version asks the question, or one of them asks something sensitive by this id. */
export function wantedOf(
  versions: readonly Definition[],
  asked: { question: string; is?: string | undefined; min?: number | undefined; max?: number | undefined },
): Wanted | undefined {
  const { is, min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = asked;
  const questions = versions
    .flatMap((version) => version.questions)
    .filter(({ id }) => id === asked.question);
  if (questions.length === 0 || questions.some((question) => !foundBy(question))) return undefined;
  if (is !== undefined)
    return { keys: questions.some((one) => keysOf(one).some(({ key }) => key === is)) ? [is] : [] };
  if (asked.min === undefined && asked.max === undefined) return {};
  const items = questions.flatMap(itemsOf);
  const sum = items.find((item) => item.sum)?.sum;
  return {
    keys: items
      .flatMap(({ values = [] }) => values)
      .filter(({ value }) => value >= min && value <= max)
      .map(({ key }) => key),
    ...(sum && {
      sum: {
        key: sum.key,
        from: Math.ceil(min * sum.scale - close),
        to: Math.floor(max * sum.scale + close),
      },
    }),
  };
}
