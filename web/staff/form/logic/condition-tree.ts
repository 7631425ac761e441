// A condition as its editor shows it: a list of sentences under one of four heads, in which a sentence may be a list of
// its own. Whatever is nested deeper (by an import) is read, not edited.
import type { Comparison, Condition, Leaf } from '../../../../schema/logic/shapes.ts';

export const joins = ['all', 'any', 'none', 'notAll'] as const;
type Join = (typeof joins)[number];
export interface Group {
  join: Join;
  parts: readonly Condition[];
}

/** One sentence: about an answer, about its opposite, or about two figures. */
export type Sentence = Leaf | Comparison | { not: Leaf };
export const isSentence = (condition: Condition): condition is Sentence =>
  'op' in condition || 'is' in condition || ('not' in condition && 'op' in condition.not);

export function groupOf(condition: Condition): Group {
  if (isSentence(condition)) return { join: 'all', parts: [condition] };
  if ('all' in condition) return { join: 'all', parts: condition.all };
  if ('any' in condition) return { join: 'any', parts: condition.any };
  const { not } = condition;
  if ('any' in not) return { join: 'none', parts: not.any };
  return 'all' in not ? { join: 'notAll', parts: not.all } : { join: 'none', parts: [not] };
}

/** undefined when no sentence is left. A list inside a list stays one, even with a single sentence in it. */
export function conditionOf({ join, parts }: Group, inside = false): Condition | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const list = [...parts];
  if (join === 'none') return { not: { any: list } };
  if (join === 'notAll') return { not: { all: list } };
  if (list.length === 1 && isSentence(first) && !inside) return first;
  return join === 'all' ? { all: list } : { any: list };
}

/** Whether the editor can show all of it: sentences, and lists of sentences among them. */
export const isEditable = (condition: Condition): boolean =>
  groupOf(condition).parts.every((part) => isSentence(part) || groupOf(part).parts.every(isSentence));
