// The public ledger in the database: what stands last, and the statement that adds the next act. The number is the key, so
// that of two acts at one moment the later one fails as a whole and is tried again behind the other.
import { canonicalJson } from '../../../schema/elections/canonical.ts';
import {
  type Act,
  beforeTheFirst,
  type Entry,
  type Freeze,
  hashText,
  readAct,
} from '../../../schema/elections/ledger.ts';

type WithoutPlace<A> = A extends unknown ? Omit<A, 'number' | 'previous' | 'contest' | 'at'> : never;
/** An act before it has a place in the chain. */
type NewAct = WithoutPlace<Act>;

export interface Head {
  seq: number;
  hash: string;
  text: string;
}

export interface Placed {
  seq: number;
  text: string;
  hash: string;
}

/** The act as the entry after `head`; without one as the first. */
export async function place(
  contest: string,
  head: Head | undefined,
  now: number,
  act: NewAct,
): Promise<Placed> {
  const seq = head ? head.seq + 1 : 0;
  // Clocks of two machines may differ; the ledger never runs backwards.
  const at = Math.max(now, head ? (readAct(head.text)?.at ?? 0) : 0);
  const text = canonicalJson({ ...act, number: seq, previous: head?.hash ?? beforeTheFirst, contest, at });
  return { seq, text, hash: await hashText(text) };
}

/** Adds it where `guard` (its values from ?5 on) finds a row. */
export const addEntry = (
  db: D1Database,
  contest: string,
  { seq, text, hash }: Placed,
  guard: string,
  bound: readonly unknown[] = [],
) =>
  db
    .prepare(
      `INSERT INTO ledger_entry (contest, seq, body, hash) SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (${guard})`,
    )
    .bind(contest, seq, text, hash, ...bound);

/** The last entries of these contests. */
export async function headsOf(db: D1Database, contests: readonly string[]): Promise<Map<string, Head>> {
  const { results } = await db
    .prepare(
      `SELECT l.contest, l.seq, l.hash, l.body AS text FROM json_each(?1) j JOIN ledger_entry l ON l.contest = j.value
         AND l.seq = (SELECT max(seq) FROM ledger_entry WHERE contest = j.value)`,
    )
    .bind(JSON.stringify(contests))
    .all<Head & { contest: string }>();
  return new Map(results.map(({ contest, ...head }) => [contest, head]));
}

/** The statement that adds what happened to this contest, where `guard` finds a row; none before its ledger begins. */
export async function addToBegun(
  db: D1Database,
  contest: string,
  now: number,
  act: NewAct,
  guard: string,
): Promise<D1PreparedStatement[]> {
  const head = (await headsOf(db, [contest])).get(contest);
  return head ? [addEntry(db, contest, await place(contest, head, now, act), guard)] : [];
}

const taken = /UNIQUE constraint failed: ledger_entry/;

/** Tries again while another act took the place meanwhile. */
export async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await act();
    } catch (thrown) {
      if (tries >= 8 || !(thrown instanceof Error) || !taken.test(thrown.message)) throw thrown;
    }
  }
}

interface SignatureRow {
  seq: number;
  teller: string;
  signature: string;
}

interface Ledger {
  entries: Entry[];
  acts: Act[];
  freeze: Freeze;
  /** hash of each entry */
  hashes: string[];
}

/** Which of the frozen tellers has this signing key; −1 for none. */
export const numberOf = ({ tellers }: Freeze, signing: string | null): number =>
  tellers.findIndex((teller) => teller.signing === signing);

/** The whole ledger with its signatures; undefined before the freeze. */
export async function readLedger(db: D1Database, contest: string): Promise<Ledger | undefined> {
  const [lines, signed] = await db.batch<unknown>([
    db.prepare('SELECT body, hash FROM ledger_entry WHERE contest = ?1 ORDER BY seq').bind(contest),
    db
      .prepare(
        `SELECT s.seq, t.signing_key AS teller, s.signature FROM ledger_signature s JOIN teller t ON t.id = s.teller
         WHERE s.contest = ?1`,
      )
      .bind(contest),
  ]);
  const rows = (lines?.results ?? []) as { body: string; hash: string }[];
  const acts = rows.flatMap(({ body }) => readAct(body) ?? []);
  const [freeze] = acts;
  if (freeze?.act !== 'freeze' || acts.length < rows.length) return undefined;
  const signatures = (signed?.results ?? []) as SignatureRow[];
  const entries = rows.map(({ body }, seq) => ({
    text: body,
    signatures: signatures
      .filter((one) => one.seq === seq)
      .map(({ teller, signature }) => ({ teller: numberOf(freeze, teller), signature }))
      .sort((one, other) => one.teller - other.teller),
  }));
  return { entries, acts, freeze, hashes: rows.map(({ hash }) => hash) };
}
