// The cryptography of a voter's phone, loaded when a ballot is taken: keys, blinding, sealing, and what came back.
import type { checkIn as checkInContract } from '../../../schema/api/ballots.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { fromBase64url, fromHex, toBase64url, toHex } from '../../../schema/elections/bytes.ts';
import {
  ballotId,
  ballotLeaf,
  cast,
  electorKey,
  phraseOf,
  verifyReceipt,
} from '../../../schema/elections/cast.ts';
import { type Choices, encodeChoices } from '../../../schema/elections/choices.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import { type Freeze, hashText, readAct } from '../../../schema/elections/ledger.ts';
import { seal } from '../../../schema/elections/seal.ts';
import { importIssuer } from '../../../schema/elections/token.ts';
import { blind, unblind } from '../blind.ts';
import type { Kept, Pending, Receipt } from './kept.ts';

const random = (): Bytes => crypto.getRandomValues(new Uint8Array(32));
const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

export interface Fixed {
  freeze: Freeze;
  /** hash of ledger entry 0: its text and 32 bytes */
  hash: string;
  ledger: Bytes;
}

/** What was fixed before the first vote; undefined where the text is no such act, or another than the letter names. */
export async function fixedBy(entry: string, wanted?: string): Promise<Fixed | undefined> {
  const freeze = readAct(entry);
  const hash = await hashText(entry);
  const ledger = fromHex(hash);
  if (freeze?.act !== 'freeze' || !ledger || (wanted !== undefined && wanted !== hash)) return undefined;
  return { freeze, hash, ledger };
}

async function issuerOf({ freeze }: Fixed) {
  const issuer = await importIssuer(bytes(freeze.issuer));
  if (!issuer) throw new RangeError('no issuer');
  return issuer;
}

/** A fresh key and its blinded public half, to be kept before anything is sent. */
export async function beginBallot(fixed: Fixed, contest: string): Promise<Kept & { blinded: string }> {
  const secret = random();
  const { point } = await electorKey(secret);
  const { blinded, inverse } = await blind(await issuerOf(fixed), point);
  return {
    contest,
    terms: fixed.hash,
    secret: toBase64url(secret),
    blinded: toBase64url(blinded),
    inverse: toBase64url(inverse),
    receipts: [],
  };
}

type Reply = Body<typeof checkInContract>['blinded'];

/** The token from the server's reply; undefined where it did not sign what it was given. */
export async function tokenFrom(fixed: Fixed, kept: Kept, reply: Reply): Promise<string | undefined> {
  const { point } = await electorKey(bytes(kept.secret));
  const token = await unblind(await issuerOf(fixed), point, bytes(reply), bytes(kept.inverse ?? ''));
  return token && toBase64url(token);
}

type Why = Exclude<ReturnType<typeof encodeChoices>, { ok: true }>['why'];

/** The ballot, sealed under a new seed and signed; or why the choices do not fit on one. */
export async function sealBallot(
  { freeze, ledger }: Fixed,
  kept: Kept,
  choices: Choices,
  counter: number,
): Promise<Pending | Why> {
  const content = encodeChoices(choices);
  if (!content.ok) return content.why;
  const key = await electorKey(bytes(kept.secret));
  const ballot = await ballotId(key.point);
  const terms = {
    ledger,
    ballot,
    quorum: freeze.quorum,
    tellers: freeze.tellers.map(({ opening }) => bytes(opening)),
  };
  const sealed = await seal(content.bytes, random(), terms);
  const sent = await cast(key, bytes(kept.token ?? ''), sealed, counter, ledger);
  return {
    leaf: toHex(await ballotLeaf(ballot, counter, sealed)),
    body: {
      contest: kept.contest,
      key: toBase64url(sent.publicKey),
      token: toBase64url(sent.token),
      sealed: toBase64url(sent.sealed),
      counter,
      signature: toBase64url(sent.signature),
    },
  };
}

/** The receipt with its phrase; undefined where it is not signed for this very ballot. */
export async function receiptFrom(
  { freeze, ledger }: Fixed,
  leaf: string,
  counter: number,
  receipt: string,
): Promise<Receipt | undefined> {
  const hash = fromHex(leaf) ?? new Uint8Array();
  if (!(await verifyReceipt(bytes(freeze.receipts), bytes(receipt), ledger, hash))) return undefined;
  return { leaf, counter, receipt, phrase: await phraseOf(ledger, hash) };
}
