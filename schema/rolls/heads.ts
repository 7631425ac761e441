// Who counts as one head among owners (最高人民法院 建筑物区分所有权司法解释, 2020, article 9): one unit is one head, several
// units of one owner are one, co-owners are one, and all that the developer has not sold or not handed over is one.
// The areas are those of article 8.

export const holdings = ['sold', 'unsold', 'undelivered'] as const;
export type Holding = (typeof holdings)[number];

/** A name as a roll keeps it: 张 三 is 张三, written wide for the looks of a column; Smith J keeps its blank. */
export const tidyName = (words: string): string =>
  words
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\0-\x7f]) | (?=[^\0-\x7f])/g, '');

/** Ends the name of a company or an office, which is nobody's personal information. */
const body = /(公司|集团|银行|学校|医院|中心|委员会|居委会|社区|合作社|厂|局|院)$/;
/**
 * A name as a list on a wall shows it: enough for its bearer to know it beside the door, no more than the purpose needs
 * (个人信息保护法 articles 6 and 25). 王秀英 is 王**, Smith J is S***.
 */
export const postedName = (words: string): string =>
  tidyName(words)
    .split(/[、,;/]+/)
    .map((part) => {
      const name = tidyName(part);
      if (body.test(name)) return name;
      const [first = '', ...rest] = name;
      return first + '*'.repeat(Math.min(rest.length, 3));
    })
    .filter(Boolean)
    .join('、');

/** The names in a cell: `李四、张三` are two people, in an order of their own. */
export const namesIn = (words: string): string[] =>
  [
    ...new Set(
      tidyName(words)
        .split(/[、,;/]+/)
        .map(tidyName),
    ),
  ]
    .filter(Boolean)
    .sort();

export const sameNames = (one: string, other: string): boolean =>
  namesIn(one).join('、') === namesIn(other).join('、');

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
