// A teller's keys: made on the own device, registered by their public halves, and proved by a test ballot that the saved card
// opens. Nothing is frozen before, since a card that cannot be read again would deny the opening.
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import type {
  registerKeys as keysContract,
  proveCard as proveContract,
  testBallot as testContract,
} from '../../../schema/api/tellers.ts';
import { equal, frame, toBase64url } from '../../../schema/elections/bytes.ts';
import { type Bytes, hkdf, sha256, utf8 } from '../../../schema/elections/crypto.ts';
import { importPoint } from '../../../schema/elections/p256.ts';
import { seal, type Terms } from '../../../schema/elections/seal.ts';
import { verify } from '../../../schema/elections/signature.ts';
import { keysMessage, testMessage } from '../../../schema/elections/teller.ts';
import { recordWhere } from '../../audit/record.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { bytesOf } from './frozen.ts';
import { fixedBy, type TellerRow, tellerOf } from './teller-link.ts';

/** @throws Refusal teller-link, teller-keys, teller-fixed */
export async function registerKeys(
  { db, now }: Call,
  { link, opening, signing, signature }: Body<typeof keysContract>,
): Promise<void> {
  const teller = await tellerOf(db, link);
  const [openingKey, signingKey] = [bytesOf(opening, 'opening'), bytesOf(signing, 'signing')];
  const signed = await verify(
    signingKey,
    bytesOf(signature, 'signature'),
    keysMessage(teller.id, openingKey, signingKey),
  );
  if (!signed || opening === signing || !(await importPoint('ECDH', openingKey)))
    throw new Refusal('teller-keys');
  // A key that another teller registered stands for two people who are one.
  const [stored] = await db.batch([
    db
      .prepare(
        `UPDATE teller AS t SET opening_key = ?2, signing_key = ?3, proved_at = NULL, rev = rev + 1
       WHERE id = ?1 AND NOT ${fixedBy('t')} AND NOT EXISTS (SELECT 1 FROM teller o WHERE o.election = t.election
         AND o.id <> t.id AND o.removed_at IS NULL
         AND (o.opening_key IN (?2, ?3) OR o.signing_key IN (?2, ?3)))`,
      )
      .bind(teller.id, opening, signing),
    acted(db, teller, now, 'teller.keys'),
  ]);
  if (stored?.meta.changes !== 1) throw new Refusal('teller-fixed');
}

/** Whoever had a link made for them and came with keys under a teller's name stands in the history right behind it. */
const acted = (db: D1Database, { id, name, path }: TellerRow, at: number, act: string) =>
  recordWhere(
    db,
    { at, actor: 'system', act, target: id, path, detail: { name } },
    'SELECT 1 WHERE changes() = 1',
    [],
  );

/** Content and terms of a teller's test ballot, the same each time: nothing of it needs to be kept. */
async function testOf({ id, opening_key }: TellerRow, secret: string) {
  if (opening_key === null) throw new Refusal('card-wrong');
  const about = frame('linli test ballot 1', utf8(id), utf8(opening_key));
  const content = await hkdf(utf8(secret), new Uint8Array(), about, 32);
  const [ledger, ballot] = [await sha256(about), await sha256(content)];
  const terms: Terms = { ledger, ballot, quorum: 1, tellers: [bytesOf(opening_key, 'opening')] };
  return { content, terms };
}

/** @throws Refusal teller-link, card-wrong before keys are registered */
export async function testBallot(
  { db }: Call,
  secret: string,
  link: string,
): Promise<Output<typeof testContract>> {
  const { content, terms } = await testOf(await tellerOf(db, link), secret);
  const seed: Bytes = crypto.getRandomValues(new Uint8Array(32));
  return {
    sealed: toBase64url(await seal(content, seed, terms)),
    ledger: toBase64url(terms.ledger),
    ballot: toBase64url(terms.ballot),
  };
}

/** @throws Refusal teller-link, card-wrong */
export async function proveCard(
  { db, now }: Call,
  secret: string,
  { link, content, signature }: Body<typeof proveContract>,
): Promise<Output<typeof proveContract>> {
  const teller = await tellerOf(db, link);
  const test = await testOf(teller, secret);
  const found = bytesOf(content, 'content');
  const signed = await verify(
    bytesOf(teller.signing_key ?? '', 'signing'),
    bytesOf(signature, 'signature'),
    testMessage(teller.id, found),
  );
  if (!signed || !equal(found, test.content)) throw new Refusal('card-wrong');
  await db.batch([
    db
      .prepare('UPDATE teller SET proved_at = ?3, rev = rev + 1 WHERE id = ?1 AND opening_key = ?2')
      .bind(teller.id, teller.opening_key, now),
    acted(db, teller, now, 'teller.proof'),
  ]);
  return { provedAt: now };
}
