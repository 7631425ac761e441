// Casting 投票: a sealed ballot goes into the box by the signature of a key that nobody knows. Nothing is kept or logged of
// time, address, browser or order; there is no audit entry and no outbox. Whether the box is open stands in the statement
// itself. Of one key the last ballot counts, and each goes one beyond the last: nobody with a copy of a slip can jump to the
// highest counter there is, and so keep its owner from voting again.
import type { cast as contract } from '../../../schema/api/ballots.ts';
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import { toBase64url, toHex } from '../../../schema/elections/bytes.ts';
import { ballotId, ballotLeaf, castFault } from '../../../schema/elections/cast.ts';
import { sealedSize } from '../../../schema/elections/layout.ts';
import { importIssuer } from '../../../schema/elections/token.ts';
import { Refusal } from '../../http/refusal.ts';
import { receiptsOf } from '../receipt-key.ts';
import { bytesOf, readFrozen } from './frozen.ts';

const takes =
  "SELECT 1 FROM contest WHERE id = ?2 AND state = 'open' AND voting_from <= ?3 AND voting_to > ?3";

/**
 * @param now never stored: it says whether the box is open
 * @throws Refusal not-found, not-frozen, not-voting, ballot-wrong, ballot-older (with the counter of the one that is in the box, 0 for none)
 */
export async function castBallot(
  { db, now }: { db: D1Database; now: number },
  secret: string,
  sent: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const { row, freeze, ledger } = await readFrozen(db, sent.contest);
  const publicKey = bytesOf(sent.key, 'key');
  const sealed = bytesOf(sent.sealed, 'sealed');
  const given = {
    publicKey,
    sealed,
    token: bytesOf(sent.token, 'token'),
    counter: sent.counter,
    signature: bytesOf(sent.signature, 'signature'),
  };
  const issuer = await importIssuer(bytesOf(freeze.issuer, 'issuer'));
  const fits = sealed.length === sealedSize(freeze.tellers.length, freeze.quorum);
  if (!issuer || !fits || (await castFault(given, issuer, ledger))) throw new Refusal('ballot-wrong');
  const ballot = await ballotId(publicKey);
  const leafBytes = await ballotLeaf(ballot, sent.counter, sealed);
  const [id, leaf] = [toHex(ballot), toHex(leafBytes)];
  const [, , stored] = await db.batch<{ counter: number; leaf: string }>([
    db
      .prepare(
        `INSERT INTO superseded (contest, id, counter, leaf) SELECT contest, id, counter, leaf FROM ballot
         WHERE id = ?1 AND contest = ?2 AND counter = ?4 - 1 AND EXISTS (${takes}) ON CONFLICT DO NOTHING`,
      )
      .bind(id, sent.contest, now, sent.counter),
    db
      .prepare(
        `INSERT INTO ballot (id, contest, key, token, sealed, counter, signature, leaf)
         SELECT ?1, ?2, ?5, ?6, ?7, ?4, ?8, ?9 WHERE EXISTS (${takes})
           AND (?4 = 1 OR EXISTS (SELECT 1 FROM ballot WHERE id = ?1))
         ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, counter = excluded.counter, token = excluded.token,
           signature = excluded.signature, leaf = excluded.leaf
           WHERE excluded.counter = ballot.counter + 1 AND excluded.contest = ballot.contest`,
      )
      .bind(id, sent.contest, now, sent.counter, sent.key, sent.token, sent.sealed, sent.signature, leaf),
    db.prepare('SELECT counter, leaf FROM ballot WHERE id = ?1 AND contest = ?2').bind(id, sent.contest),
  ]);
  const standing = stored?.results[0];
  if (standing?.leaf !== leaf) {
    const last = standing?.counter ?? 0;
    // Whoever holds the key is told how far it has come: another phone with the slip may have cast in between.
    if (last !== sent.counter - 1) throw new Refusal('ballot-older', {}, { counter: last });
    throw new Refusal('not-voting');
  }
  const kept = { kept: bytesOf(row.receipts_secret ?? '', 'receipts') };
  const sign = await receiptsOf(kept, secret, row.id, ledger);
  return { leaf, receipt: toBase64url(await sign(leafBytes)) };
}
