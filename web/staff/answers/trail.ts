// Which answer stands before which, as far as this visit has seen them.
const previous = new Map<string, string>();

/** Ids in the order of a page. */
export function cameBy(ids: readonly string[]): void {
  ids.forEach((id, index) => {
    const one = ids[index - 1];
    if (one !== undefined) previous.set(id, one);
  });
}
export const before = (id: string): string | undefined => previous.get(id);
