// Which answers a condition or a figure reads, by the ids of their questions.
const names = ['q', 'as', 'score', 'chosen', 'total'];

/** Each id once for each place that reads it. */
export function sourcesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) =>
    // `value` names a question in a figure, and in a condition the answer that it is held against.
    typeof inner !== 'string'
      ? sourcesOf(inner)
      : names.includes(key) || (key === 'value' && !('op' in node))
        ? [inner]
        : [],
  );
}
