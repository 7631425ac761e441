// Opening a box, the server's part: it seals every opened ballot again and takes only what agrees. With the last one the
// ledger says what the ballots held, and the box is open.
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import type { openBallots as contract } from '../../../schema/api/tellers.ts';
import { toBase64url, toHex } from '../../../schema/elections/bytes.ts';
import { ballotId } from '../../../schema/elections/cast.ts';
import {
  type Handed,
  type OpenedBallot,
  openBySeed,
  openWith,
  type VoidBallot,
} from '../../../schema/elections/open.ts';
import { goOnMessage, openedHash } from '../../../schema/elections/opening.ts';
import { recordWhere } from '../../audit/record.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { bytesOf, type Frozen, keptBytes } from './frozen.ts';
import { addEntry, headsOf, inTurn, numberOf, place } from './ledger-store.ts';
import {
  closedBox,
  handedOf,
  leavesOf,
  type OpenedRow,
  openedIn,
  type Shown,
  shownIn,
  signedBy,
} from './shares.ts';

interface BallotRow {
  leaf: string;
  key: string;
  sealed: string;
}

/** @throws Refusal as closedBox; teller-keys, shares-early, opening-other naming the ballot */
export async function openBallots(
  call: Call,
  { link, contest, ballots, goOn }: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const { db } = call;
  const { frozen, teller, number } = await closedBox(db, link, contest);
  if (goOn !== undefined) {
    await signedBy(teller, goOn, goOnMessage(frozen.ledger, number));
    await db
      .prepare('UPDATE opening SET goes_on = ?3 WHERE contest = ?1 AND teller = ?2 AND shares IS NOT NULL')
      .bind(contest, teller.id, goOn)
      .run();
  }
  const leaves = await leavesOf(db, contest);
  const [shown, rows] = await db.batch<unknown>([
    shownIn(db, contest),
    db
      .prepare(
        `SELECT b.leaf, b.key, b.sealed FROM json_each(?2) j JOIN ballot b ON b.contest = ?1 AND b.leaf = j.value`,
      )
      .bind(contest, JSON.stringify(ballots.map(({ leaf }) => leaf))),
  ]);
  const came = ((shown?.results ?? []) as Shown[]).filter(({ shares }) => shares !== null);
  const handed = handedBy(frozen, leaves, came);
  if (handed.length < frozen.freeze.quorum) throw new Refusal('shares-early');
  // One teller who lies must not void what the key of an absent one would open.
  const isLast = handed.length === frozen.freeze.tellers.length || came.every((one) => one.goes_on !== null);
  const found = await Promise.all(
    ballots.map(async ({ leaf, seed }) => {
      const at = leaves.indexOf(leaf);
      const row = ((rows?.results ?? []) as BallotRow[]).find((one) => one.leaf === leaf);
      const shares = new Map(handed.map(({ number, of }) => [number, of[at] ?? 'unreadable']));
      const opening = row && (await openingOf(frozen, row, seed, shares));
      if (!opening) throw new Refusal('opening-other', { n: at + 1 });
      return rowOf(leaf, opening);
    }),
  );
  const settled = found.filter(({ why }) => isLast || why !== 'no-quorum');
  await db
    .prepare(
      `INSERT INTO opened_ballot (contest, leaf, seed, content, why)
       SELECT ?1, j.value ->> 'leaf', j.value ->> 'seed', j.value ->> 'content', j.value ->> 'why' FROM json_each(?2) j
       WHERE EXISTS (SELECT 1 FROM contest WHERE id = ?1 AND state = 'closed') ON CONFLICT DO NOTHING`,
    )
    .bind(contest, JSON.stringify(settled))
    .run();
  return { left: await finish(call, frozen, leaves) };
}

/** What the present tellers showed, by their numbers. */
const handedBy = ({ freeze }: Frozen, leaves: readonly string[], shown: readonly Shown[]) =>
  shown.flatMap(({ signing_key, shares }) => {
    const of = shares === null ? undefined : (JSON.parse(shares) as string[]).map(handedOf);
    return of?.length === leaves.length ? [{ number: numberOf(freeze, signing_key), of }] : [];
  });

/** The server's own finding; undefined where the tellers' differs. */
async function openingOf(
  frozen: Frozen,
  { key, sealed }: BallotRow,
  seed: string | null,
  shares: ReadonlyMap<number, Handed>,
): Promise<OpenedBallot | VoidBallot | undefined> {
  const terms = frozen.terms(await ballotId(bytesOf(key, 'key')));
  const bytes = bytesOf(sealed, 'sealed');
  if (seed !== null) {
    const opening = await openBySeed(bytes, bytesOf(seed, 'seed'), terms);
    // A wrong seed makes no ballot void: whoever says one must say the right one.
    return opening.outcome === 'void' && opening.why === 'no-quorum' ? undefined : opening;
  }
  const opening = await openWith(bytes, shares, terms);
  return opening.outcome === 'void' && opening.seed === undefined ? opening : undefined;
}

const rowOf = (leaf: string, opening: OpenedBallot | VoidBallot) => ({
  leaf,
  seed: opening.seed ? toBase64url(opening.seed) : null,
  content: opening.outcome === 'opened' ? toBase64url(opening.content) : null,
  why: opening.outcome === 'void' ? opening.why : null,
});

const openingFrom = ({ seed, content, why }: OpenedRow): OpenedBallot | VoidBallot =>
  content === null
    ? { outcome: 'void', why: why ?? 'no-quorum' }
    : { outcome: 'opened', content: bytesOf(content, 'content'), seed: bytesOf(seed ?? '', 'seed') };

/** How many ballots are left; with none, the act is written and the box open. */
const finish = ({ db, now }: Call, { row, ledger }: Frozen, leaves: readonly string[]): Promise<number> =>
  inTurn(async () => {
    const checked = await db
      .prepare('SELECT count(*) AS n FROM opened_ballot WHERE contest = ?1')
      .bind(row.id)
      .first<{ n: number }>();
    const left = leaves.length - (checked?.n ?? 0);
    if (left > 0) return left;
    const { results } = await openedIn(db, row.id).all<OpenedRow>();
    const set = results.map((one) => ({ leaf: keptBytes(one.leaf), opening: openingFrom(one) }));
    const head = (await headsOf(db, [row.id])).get(row.id);
    const entry = await place(row.id, head, now, {
      act: 'opening',
      opened: results.filter(({ content }) => content !== null).length,
      void: results.filter(({ content }) => content === null).length,
      sha256: toHex(await openedHash(ledger, set)),
    });
    const closed = (id: string) => `SELECT 1 FROM contest WHERE id = ${id} AND state = 'closed'`;
    const audited = {
      at: now,
      actor: 'system',
      act: 'contest.unseal',
      target: row.id,
      path: row.path,
      detail: { n: results.length },
    };
    await db.batch([
      addEntry(db, row.id, entry, closed('?1')),
      recordWhere(db, audited, closed('?7'), [row.id]),
      db
        .prepare("UPDATE contest SET state = 'opened', rev = rev + 1 WHERE id = ?1 AND state = 'closed'")
        .bind(row.id),
    ]);
    return 0;
  });
