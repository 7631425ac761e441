// About how long a form takes: said to residents before they begin and to staff before they ask.
import { fieldOf } from '../fields/registry.ts';
import type { Definition } from './definition.ts';

/** Of a tap: what a type takes that says nothing else. */
const usual = 7;

/** Whole minutes, at least one: the sum of what each type says of itself, and a quarter of a minute to begin. */
export function minutesOf(definition: Definition): number {
  const total = definition.questions.reduce(
    (sum, question) => sum + (fieldOf(question).seconds?.(question) ?? usual),
    15,
  );
  return Math.max(1, Math.round(total / 60));
}
