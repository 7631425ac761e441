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

/** The same condition or figure with another question read in the place of one. */
export function redirected<T>(node: T, from: string, to: string): T {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((inner) => redirected(inner, from, to)) as T;
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => {
      const read = names.includes(key) || (key === 'value' && !('op' in node));
      return [key, read && inner === from ? to : redirected(inner, from, to)];
    }),
  ) as T;
}
