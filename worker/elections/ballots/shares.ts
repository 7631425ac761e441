// Opening a box, the tellers' part: each commits to the own shares, and only when enough have does anybody show them.
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import type {
  commitShares as commitContract,
  handShares as handContract,
  openingState as stateContract,
} from '../../../schema/api/tellers.ts';
import { toHex } from '../../../schema/elections/bytes.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import type { Handed, VoidBallot } from '../../../schema/elections/open.ts';
import { commitMessage, sharesHash } from '../../../schema/elections/opening.ts';
import { verify } from '../../../schema/elections/signature.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { boxWaits } from '../counting/count-contest.ts';
import { paperOf, readCounted } from '../counting/counted.ts';
import { bytesOf, keptBytes, readFrozen } from './frozen.ts';
import { addEntry, headsOf, inTurn, numberOf, place } from './ledger-store.ts';
import { type TellerRow, tellerOf } from './teller-link.ts';

/** The contest, and this teller's number in it. @throws Refusal teller-link, not-found, not-frozen */
export async function watched(db: D1Database, link: string, contest: string) {
  const teller = await tellerOf(db, link);
  const frozen = await readFrozen(db, contest);
  const number = numberOf(frozen.freeze, teller.signing_key);
  if (number < 0 || frozen.row.election !== teller.election) throw new Refusal('not-found');
  return { teller, frozen, number };
}

/** @throws Refusal teller-link, not-found, not-frozen, box-not-closed: not sealed yet, or open already */
export async function closedBox(db: D1Database, link: string, contest: string) {
  const found = await watched(db, link, contest);
  if (found.frozen.row.state !== 'closed' || found.frozen.row.closed_at === null)
    throw new Refusal('box-not-closed');
  return found;
}

/** A link alone says nothing for a teller: staff can renew it. @throws Refusal teller-keys */
export async function signedBy({ signing_key }: TellerRow, signature: string, message: Bytes): Promise<void> {
  const key = bytesOf(signing_key ?? '', 'signing');
  if (!(await verify(key, bytesOf(signature, 'signature'), message))) throw new Refusal('teller-keys');
}

/** @throws Refusal as closedBox; teller-keys for a signature that is not by the frozen key */
export const commitShares = (
  { db, now }: Call,
  { link, contest, sha256, signature }: Body<typeof commitContract>,
): Promise<Output<typeof commitContract>> =>
  inTurn(async () => {
    const { teller, number } = await closedBox(db, link, contest);
    await signedBy(teller, signature, commitMessage(keptBytes(sha256)));
    const known = await db
      .prepare(
        `SELECT seq, body AS text FROM ledger_entry
         WHERE contest = ?1 AND body ->> '$.act' = 'shares' AND body ->> '$.teller' = ?2`,
      )
      .bind(contest, number)
      .first<{ seq: number; text: string }>();
    if (known) return known;
    const head = (await headsOf(db, [contest])).get(contest);
    const entry = await place(contest, head, now, { act: 'shares', teller: number, sha256 });
    await db.batch([
      addEntry(db, contest, entry, "SELECT 1 FROM contest WHERE id = ?1 AND state = 'closed'"),
      db
        .prepare(
          'INSERT INTO opening (contest, teller, commitment) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
        )
        .bind(contest, teller.id, sha256),
    ]);
    return { seq: entry.seq, text: entry.text };
  });

export interface Shown {
  teller: string;
  signing_key: string;
  commitment: string;
  shares: string | null;
  goes_on: string | null;
  signed: number;
}

/** Who has committed to shares of this contest, whether they signed for it, and what they have shown. */
export const shownIn = (db: D1Database, contest: string) =>
  db
    .prepare(
      `SELECT o.teller, t.signing_key, o.commitment, o.shares, o.goes_on, EXISTS (SELECT 1 FROM ledger_signature s
         JOIN ledger_entry l ON l.contest = s.contest AND l.seq = s.seq WHERE s.contest = o.contest
         AND s.teller = o.teller AND l.body ->> '$.act' = 'shares') AS signed
       FROM opening o JOIN teller t ON t.id = o.teller WHERE o.contest = ?1`,
    )
    .bind(contest);

/** @throws Refusal as closedBox; shares-early before a quorum has committed and signed; shares-other for others than committed to */
export async function handShares(
  { db }: Call,
  { link, contest, shares }: Body<typeof handContract>,
): Promise<void> {
  const { teller, frozen, number } = await closedBox(db, link, contest);
  const { results } = await shownIn(db, contest).all<Shown>();
  const signed = results.filter((one) => one.signed === 1);
  const own = signed.find((one) => one.teller === teller.id);
  if (!own || signed.length < frozen.freeze.quorum) throw new Refusal('shares-early');
  const leaves = await leavesOf(db, contest);
  if (leaves.length !== shares.length) throw new Refusal('shares-other');
  const handed = leaves.map((leaf, at) => ({
    leaf: keptBytes(leaf),
    handed: handedOf(shares[at]),
  }));
  if (toHex(await sharesHash(frozen.ledger, number, handed)) !== own.commitment)
    throw new Refusal('shares-other');
  await db
    .prepare('UPDATE opening SET shares = ?3 WHERE contest = ?1 AND teller = ?2 AND shares IS NULL')
    .bind(contest, teller.id, JSON.stringify(shares))
    .run();
}

/** Of one ballot; empty where the teller's key did not open the box. */
export const handedOf = (share = ''): Handed => (share === '' ? 'unreadable' : bytesOf(share, 'shares'));

export interface OpenedRow {
  leaf: string;
  seed: string | null;
  content: string | null;
  why: VoidBallot['why'] | null;
}

/** What the server has found in the ballots so far, in the order of the box. */
export const openedIn = (db: D1Database, contest: string) =>
  db
    .prepare('SELECT leaf, seed, content, why FROM opened_ballot WHERE contest = ?1 ORDER BY leaf')
    .bind(contest);

export async function leavesOf(db: D1Database, contest: string): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT leaf FROM ballot WHERE contest = ?1 ORDER BY leaf')
    .bind(contest)
    .all<{ leaf: string }>();
  return results.map(({ leaf }) => leaf);
}

/** @throws Refusal teller-link, not-found, not-frozen */
export async function openingState(
  { db }: Call,
  { link, contest }: Body<typeof stateContract>,
): Promise<Output<typeof stateContract>> {
  const { frozen } = await watched(db, link, contest);
  const [shown, found, box] = await db.batch<unknown>([
    shownIn(db, contest),
    openedIn(db, contest),
    db.prepare('SELECT count(*) AS n FROM ballot WHERE contest = ?1').bind(contest),
  ]);
  const rows = (shown?.results ?? []) as Shown[];
  const opened = (found?.results ?? []) as OpenedRow[];
  return {
    state: frozen.row.state,
    quorum: frozen.freeze.quorum,
    tellers: frozen.freeze.tellers.map(({ name, signing }) => {
      const own = rows.find((one) => one.signing_key === signing && one.signed === 1);
      return {
        name,
        committed: own?.commitment ?? null,
        shares: own?.shares == null ? null : (JSON.parse(own.shares) as string[]),
        goesOn: own?.goes_on != null,
      };
    }),
    opened: opened.length,
    ballots: (box?.results[0] as { n: number } | undefined)?.n ?? 0,
    found: opened,
    result: frozen.row.result,
    paper: JSON.stringify(frozen.row.result === null ? [] : paperOf(await readCounted(db, contest))),
    waits: frozen.row.state === 'opened' ? await boxWaits(db, contest) : null,
  };
}
