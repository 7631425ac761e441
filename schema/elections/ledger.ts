// The public ledger of a contest: its acts in order, each with the hash of the one before, signed by the tellers where they
// act. Whoever knows the hash of entry 0 (the letter carries it) knows what was fixed before the first vote. Single ballots
// never stand here: their order would tell who came when.
import * as z from 'zod/mini';
import { frame, fromBase64url, toBase64url, toHex } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import { type Bytes, type Key, sha256, utf8 } from './crypto.ts';
import { readCanonical } from './read-canonical.ts';
import { sign, verify } from './signature.ts';

/** SHA-256 in 64 hexadecimal digits, as people compare it. */
const hash = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));
const base64url = (length: number) =>
  z.string().check(
    z.minLength(1),
    z.refine((text) => {
      const bytes = fromBase64url(text);
      return bytes !== undefined && (length === 0 || bytes.length === length);
    }),
  );
/** A public key of P-256: the uncompressed point in base64url. */
const point = () => base64url(65);
const id = () => z.string().check(z.regex(/^[a-z0-9_-]{1,64}$/));
const words = () => z.string().check(z.minLength(1), z.maxLength(200));
const count = () => z.int().check(z.nonnegative());

/** What every entry says: its place in the chain, its contest, and when (milliseconds since 1970, by the server's clock). */
const place = { number: count(), previous: hash(), contest: id(), at: count() };

/** From when and until when, milliseconds since 1970. */
const hours = () => z.strictObject({ from: count(), to: count() });

const freeze = z
  .strictObject({
    ...place,
    act: z.literal('freeze'),
    /** of the whole election */
    election: words(),
    /** of this contest: {@link titleOf} */
    title: words(),
    /** when ballots are handed out, and when they are cast: whoever prolongs the vote leaves a trace */
    checkIn: hours(),
    voting: hours(),
    round: z.enum(['first', 'second', 'runOff']),
    /** two-phase: everybody checks in before the day of voting begins */
    mode: z.enum(['one-sitting', 'two-phase']),
    /** a rehearsal with test ballots: nothing that it finds is a result */
    rehearsal: z.boolean(),
    /** hash of the pack's canonical JSON */
    pack: z.strictObject({ id: id(), version: count(), sha256: hash() }),
    roll: z.strictObject({ entries: count(), sha256: hash() }),
    /** seats that earlier rounds filled: whether those left over may stay vacant hangs on them */
    filled: count(),
    posts: z
      .array(
        z.strictObject({
          id: id(),
          name: words(),
          seats: count().check(z.positive()),
          candidates: z.array(z.strictObject({ id: id(), name: words() })),
        }),
      )
      .check(z.minLength(1)),
    /** so many of the tellers open together */
    quorum: count().check(z.positive()),
    tellers: z
      .array(z.strictObject({ name: words(), opening: point(), signing: point() }))
      .check(z.minLength(1), z.maxLength(5)),
    /** the key that signs tokens: SubjectPublicKeyInfo in base64url */
    issuer: base64url(0),
    /** the key that signs receipts */
    receipts: point(),
    /** of the voting page, byte for byte */
    page: hash(),
  })
  .check(
    z.refine(({ quorum, tellers }) => quorum <= tellers.length),
    z.refine(({ tellers, receipts }) => {
      const keys = [receipts, ...tellers.flatMap(({ opening, signing }) => [opening, signing])];
      return new Set(keys).size === keys.length;
    }),
    z.refine(({ posts }) =>
      [posts, ...posts.map(({ candidates }) => candidates)].every(
        (list) => new Set(list.map((one) => one.id)).size === list.length,
      ),
    ),
  );

const acts = z.union([
  freeze,
  z.strictObject({ ...place, act: z.literal('open') }),
  z.strictObject({
    ...place,
    act: z.literal('close'),
    /** tokens given out at check-in; those that were never cast are the difference to `ballots` */
    issued: count(),
    /** those who took a paper ballot instead */
    paper: count(),
    ballots: count(),
    /** merkle.ts, over the leaves in the order of the box */
    root: hash(),
    /** hash of the list of ballots that later ones replaced (cast.ts) */
    superseded: z.strictObject({ ballots: count(), sha256: hash() }),
  }),
  /** a teller commits to all shares before anybody combines them (opening.ts) */
  z.strictObject({ ...place, act: z.literal('shares'), teller: count(), sha256: hash() }),
  /** what the ballots held (opening.ts) */
  z.strictObject({ ...place, act: z.literal('opening'), opened: count(), void: count(), sha256: hash() }),
  /** hash of the published count's canonical JSON */
  z.strictObject({ ...place, act: z.literal('result'), sha256: hash() }),
  /** hash of the written objection, which itself may name people */
  z.strictObject({ ...place, act: z.literal('objection'), sha256: hash() }),
  /** sets right, or answers, an earlier entry; hash of the published text */
  z.strictObject({ ...place, act: z.literal('correction'), corrects: count(), sha256: hash() }),
]);

export type Act = z.infer<typeof acts>;
export type Freeze = z.infer<typeof freeze>;

/** A contest by its place and post. */
export const titleOf = ({ above, name, post }: Record<'above' | 'name' | 'post', string>): string =>
  `${above} ${name} ${post}`.trim().slice(0, 200);

/** An entry as it is published and hashed: the canonical JSON of an act, and who signed its hash. */
export interface Entry {
  readonly text: string;
  /** teller by number, signature (64 bytes) in base64url */
  readonly signatures: readonly { readonly teller: number; readonly signature: string }[];
}

/** `previous` of entry 0. */
export const beforeTheFirst = '0'.repeat(64);

/** @throws RangeError for a number that is not whole (canonical.ts) */
export const writeAct = (act: Act): string => canonicalJson(act);

/** The act of an entry; undefined unless the text is exactly what {@link writeAct} writes. */
export function readAct(text: string): Act | undefined {
  const read = z.safeParse(acts, readCanonical(text));
  return read.success ? read.data : undefined;
}

/** 32 bytes: what the next entry carries in hexadecimal, what tellers sign, and of entry 0 what everything is bound to. */
export const entryHash = (text: string): Promise<Bytes> => sha256(frame('linli ledger entry 1', utf8(text)));
export const hashText = async (text: string): Promise<string> => toHex(await entryHash(text));

const signed = (hashed: Bytes) => frame('linli ledger signature 1', hashed);

/** A teller's signature under an entry, in base64url; with the signing key, never the opening key. */
export const signEntry = async (text: string, signingKey: Key): Promise<string> =>
  toBase64url(await sign(signingKey, signed(await entryHash(text))));

export async function isSignedBy(signing: string, signature: string, text: string): Promise<boolean> {
  const [key, bytes] = [fromBase64url(signing), fromBase64url(signature)];
  return key !== undefined && bytes !== undefined && verify(key, bytes, signed(await entryHash(text)));
}
