// What an elector chose, as the bytes that are sealed. There is one way to write it down: two ballots with the same choices
// have the same content, and nothing can be hidden in an order or a spelling.
import * as z from 'zod/mini';
import { canonicalJson } from './canonical.ts';
import { type Bytes, fromUtf8, utf8 } from './crypto.ts';
import { contentLimit } from './layout.ts';
import { readCanonical } from './read-canonical.ts';

/**
 * Marks for one post of the contest. Where electors choose up to so many seats, `for` holds who was chosen; where they
 * approve, oppose or abstain, a candidate in neither list got an abstention: an untouched line is one (全国人民代表大会和地方
 * 各级人民代表大会选举法 第四十一条: for, against, another elector, abstain).
 */
export interface Marks {
  /** candidates' ids */
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** names of others (另选他人), as they were written */
  readonly written: readonly string[];
}

/** Marks by the id of the post. A post without marks is left out: the ballot is blank there. */
export type Choices = Readonly<Record<string, Marks>>;

export type Encoded =
  | { readonly ok: true; readonly bytes: Bytes }
  /**
   * `too-long`: more than 510 bytes; `both`: a candidate for and against at once; `name`: a written name of more than 60
   * characters or with one that cannot be read. In words: schema/words/ballot.ts.
   */
  | { readonly ok: false; readonly why: 'too-long' | 'both' | 'name' };

const idForm = /^[a-z0-9][a-z0-9_]{0,31}$/;
/** No controls, no invisible signs, no half characters; signs for rare names (private use) may stand. */
const nameForm = /^[^\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,60}$/u;
const id = () => z.string().check(z.regex(idForm));
const ids = () => z.optional(z.array(id()).check(z.minLength(1)));
const shape = z.record(
  id(),
  z.strictObject({
    for: ids(),
    against: ids(),
    written: z.optional(z.array(z.string().check(z.regex(nameForm))).check(z.minLength(1))),
  }),
);

const distinct = (words: readonly string[]) => [...new Set(words)].sort();

/** A written name without what the eye does not see: composed (NFC), no outer spaces, inner ones single. */
const tidy = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim();

function canonical(choices: Choices) {
  const posts = Object.entries(choices).map(([post, marks]) => {
    const lists = {
      for: distinct(marks.for),
      against: distinct(marks.against),
      written: distinct(marks.written.map(tidy).filter((name) => name !== '')),
    };
    return [post, Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))] as const;
  });
  return Object.fromEntries(posts.filter(([, marks]) => Object.keys(marks).length > 0));
}

/**
 * The content to seal, at most 510 bytes: enough for 40 marks and a few names.
 *
 * @throws RangeError for an id that is not of letters, digits and `_`
 */
export function encodeChoices(choices: Choices): Encoded {
  for (const [post, marks] of Object.entries(choices)) {
    const wrong = [post, ...marks.for, ...marks.against].find((one) => !idForm.test(one));
    if (wrong !== undefined) throw new RangeError(`not an id: ${wrong}`);
    if (marks.for.some((one) => marks.against.includes(one))) return { ok: false, why: 'both' };
    if (marks.written.map(tidy).some((name) => name !== '' && !nameForm.test(name)))
      return { ok: false, why: 'name' };
  }
  const bytes = utf8(canonicalJson(canonical(choices)));
  return bytes.length > contentLimit ? { ok: false, why: 'too-long' } : { ok: true, bytes };
}

/** The choices in an opened ballot; undefined for any bytes that {@link encodeChoices} would not write. Such a ballot is void. */
export function decodeChoices(bytes: Bytes): Choices | undefined {
  const text = fromUtf8(bytes);
  const read = z.safeParse(shape, text === undefined ? undefined : readCanonical(text));
  if (!read.success) return undefined;
  const choices = Object.fromEntries(
    Object.entries(read.data).map(([post, marks]) => [
      post,
      { for: marks.for ?? [], against: marks.against ?? [], written: marks.written ?? [] },
    ]),
  );
  const again = encodeChoices(choices);
  return again.ok && fromUtf8(again.bytes) === text ? choices : undefined;
}
