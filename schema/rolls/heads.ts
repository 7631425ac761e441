// Who counts as one head among owners (最高人民法院 建筑物区分所有权司法解释, 2020, article 9): one unit is one head, several
// units of one owner are one, co-owners are one, and all that the developer has not sold or not handed over is one.
// The areas are those of article 8.

export const holdings = ['sold', 'unsold', 'undelivered'] as const;
export type Holding = (typeof holdings)[number];

/** The names in a cell: `李四、张三` are two people, in an order of their own. */
export const namesIn = (words: string): string[] =>
  [
    ...new Set(
      words
        .normalize('NFKC')
        .split(/[、,;/]+/)
        .map((name) => name.trim()),
    ),
  ]
    .filter(Boolean)
    .sort();

/**
 * What units of the same owner share: the number that the office gave them, else the names with the beginning of the
 * contact's hash, so that two people of one name stay two.
 */
export const ownerKey = (name: string, number: string, contact: string | null): string =>
  number || [namesIn(name).join('、'), contact?.slice(0, 6)].filter(Boolean).join(' ');

/** The developer's head, which no owner's key can be: those are never blank. */
export const developerHead = '';

export const headOf = (entry: { owner: string; holding: Holding; developer: boolean }): string =>
  entry.developer || entry.holding !== 'sold' ? developerHead : entry.owner;
