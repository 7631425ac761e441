// A closed box on a teller's device: first it must be the one of the ledger, ballot for ballot; only then does any share leave,
// and all shares together open it.
import type { ContestRecord } from '../../../schema/api/ballots.ts';
import { equal, fromBase64url, fromHex, toBase64url, toHex } from '../../../schema/elections/bytes.ts';
import { ballotId, ballotLeaf, castFault, inBoxOrder } from '../../../schema/elections/cast.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import {
  type Act,
  type Entry,
  entryHash,
  type Freeze,
  hashText,
  readAct,
} from '../../../schema/elections/ledger.ts';
import { merkleRoot } from '../../../schema/elections/merkle.ts';
import { type Handed, openWith, unlock } from '../../../schema/elections/open.ts';
import { sharesHash } from '../../../schema/elections/opening.ts';
import type { RawKey } from '../../../schema/elections/p256.ts';
import type { Terms } from '../../../schema/elections/seal.ts';
import { importIssuer } from '../../../schema/elections/token.ts';

export interface Box {
  freeze: Freeze;
  ledger: Bytes;
  /** the act that says the root, and its text as it was checked */
  close: Extract<Act, { act: 'close' }>;
  closeText: string;
  ballots: readonly { leaf: Bytes; sealed: Bytes; terms: Terms }[];
}

/** chain: the acts do not follow each other; root: other ballots than were closed in; ballot: one is no elector's */
export type BoxFault = 'chain' | 'root' | 'ballot';

const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

/** Whether every entry carries the hash of the one before. */
export async function areLinked(entries: readonly Pick<Entry, 'text'>[]): Promise<boolean> {
  for (const [at, { text }] of entries.slice(0, -1).entries())
    if (readAct(entries[at + 1]?.text ?? '')?.previous !== (await hashText(text))) return false;
  return true;
}

/** The box, once every link, every ballot and the root are checked on this device. */
export async function checkedBox(
  record: Pick<ContestRecord, 'entries' | 'ballots'>,
): Promise<Box | BoxFault> {
  const acts = record.entries.map(({ text }) => readAct(text));
  const [freeze] = acts;
  const close = acts.find((act) => act?.act === 'close');
  if (freeze?.act !== 'freeze' || close?.act !== 'close' || !record.ballots) return 'chain';
  if (!(await areLinked(record.entries))) return 'chain';
  const ledger = await entryHash(record.entries[0]?.text ?? '');
  const issuer = await importIssuer(bytes(freeze.issuer));
  const tellers = freeze.tellers.map(({ opening }) => bytes(opening));
  const ballots = await Promise.all(
    record.ballots.map(async ({ key, token, sealed, counter, signature }) => {
      const given = {
        publicKey: bytes(key),
        token: bytes(token),
        sealed: bytes(sealed),
        counter,
        signature: bytes(signature),
      };
      const ballot = await ballotId(given.publicKey);
      return {
        right: issuer !== undefined && (await castFault(given, issuer, ledger)) === undefined,
        leaf: await ballotLeaf(ballot, counter, given.sealed),
        sealed: given.sealed,
        terms: { ledger, ballot, quorum: freeze.quorum, tellers },
      };
    }),
  );
  if (ballots.some(({ right }) => !right)) return 'ballot';
  const leaves = inBoxOrder(ballots.map(({ leaf }) => leaf));
  const root = fromHex(close.root);
  if (leaves.length !== close.ballots || !root || !equal(root, await merkleRoot(leaves))) return 'root';
  const inOrder = leaves.flatMap((leaf) => ballots.find((one) => equal(one.leaf, leaf)) ?? []);
  const closeText = record.entries[acts.indexOf(close)]?.text ?? '';
  return { freeze, ledger, close, closeText, ballots: inOrder };
}

/** This teller's shares of each ballot in the order of the box; empty where the key does not open it. */
export async function ownShares(
  { ballots }: Box,
  number: number,
  key: RawKey,
  done: (ballots: number) => void = () => {},
): Promise<string[]> {
  const shares: string[] = [];
  for (const { sealed, terms } of ballots) {
    const handed = await unlock(sealed, number, key, terms);
    shares.push(handed === 'unreadable' ? '' : toBase64url(handed));
    done(shares.length);
  }
  return shares;
}

const handedOf = (share: string): Handed => (share === '' ? 'unreadable' : bytes(share));

/** What the ledger says of these shares before anybody sees them. */
export async function commitmentTo({ ledger, ballots }: Box, number: number, shares: readonly string[]) {
  const rows = ballots.map(({ leaf }, at) => ({ leaf, handed: handedOf(shares[at] ?? '') }));
  return toHex(await sharesHash(ledger, number, rows));
}

export interface Found {
  leaf: string;
  seed: string | null;
  content: Bytes | null;
  why: string | null;
  /** numbers of tellers whose share is not what lies in their box */
  lying: readonly number[];
}

/** Every ballot, opened by what all present tellers showed (by number; null for who is not there). */
export async function openTogether(
  { ballots }: Box,
  shown: readonly (readonly string[] | null)[],
  done: (ballots: number) => void = () => {},
): Promise<Found[]> {
  const found: Found[] = [];
  for (const [at, { leaf, sealed, terms }] of ballots.entries()) {
    const handed = new Map<number, Handed>();
    for (const [number, shares] of shown.entries())
      if (shares) handed.set(number, handedOf(shares[at] ?? ''));
    const opening = await openWith(sealed, handed, terms);
    if (opening.outcome === 'locked') throw new RangeError(`${opening.missing} tellers are missing`);
    found.push({
      leaf: toHex(leaf),
      seed: opening.seed ? toBase64url(opening.seed) : null,
      content: opening.outcome === 'opened' ? opening.content : null,
      why: opening.outcome === 'void' ? opening.why : null,
      lying: opening.outcome === 'opened' ? opening.lying : [],
    });
    done(found.length);
  }
  return found;
}
