// What is kept of a count (box.ts) as its readers take it.
import type { Result } from './box.ts';
import type { Count, PostResult, Standing } from './count.ts';

/** The post of a contest that elects one: its id in ballots and in the count. */
export const onlyPost = 'post';

/** Who checked in: by channel, and those whom staff helped. */
export interface Took {
  token: number;
  paper: number;
  assisted: number;
  /** taken by the holder of a written proxy */
  proxies: number;
}

export const readResult = (text: string): Result => JSON.parse(text);

/** Of the one post. @throws RangeError for a result without any */
export function postOf({ posts }: Count): PostResult {
  const [post] = posts;
  if (!post) throw new RangeError('a result of no post');
  return post;
}

export const standingsOf = ({ standings }: PostResult, persons: readonly string[]): Standing[] =>
  standings.filter(({ person }) => persons.includes(person));

/** The first 32 of the 64 digits of an entry's hash, in groups of four: enough to compare by eye. */
export const showLedger = (hash: string): string => hash.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ');

/** The first twelve digits of a check code, as people compare it: 3f2a 91c0 77de. */
export const showCheck = (sha256: string): string => sha256.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');
