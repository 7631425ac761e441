// The box and its opening: every ballot by its token, its seal and its place, then all of them by the hashes in the ledger.
import type { ContestRecord } from '../../schema/api/ballots.ts';
import { equal, fromBase64url, fromHex, toHex } from '../../schema/elections/bytes.ts';
import {
  ballotId,
  ballotLeaf,
  castFault,
  inBoxOrder,
  type Superseded,
  supersededHash,
} from '../../schema/elections/cast.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import type { Act, Freeze } from '../../schema/elections/ledger.ts';
import { merkleRoot } from '../../schema/elections/merkle.ts';
import { type OpenedBallot, openBySeed, type VoidBallot } from '../../schema/elections/open.ts';
import { openedHash } from '../../schema/elections/opening.ts';
import type { Terms } from '../../schema/elections/seal.ts';
import { importIssuer } from '../../schema/elections/token.ts';
import type { Fault } from './fault.ts';

const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();
const hex = (text: string): Bytes => fromHex(text) ?? new Uint8Array();

export interface Checking {
  record: ContestRecord;
  freeze: Freeze;
  /** hash of entry 0 */
  ledger: Bytes;
  faults: Fault[];
  /** ballots done, of how many */
  progress: (done: number, total: number) => void;
}

export type Close = Extract<Act, { act: 'close' }>;

interface Ballot {
  leaf: Bytes;
  id: Bytes;
  sealed: Bytes;
  counter: number;
}

/** Every ballot by its token and signature, then the whole box by the root of the ledger. */
export async function checkBox(checking: Checking, close: Close): Promise<Ballot[]> {
  const { freeze, ledger, faults, progress } = checking;
  const { ballots, superseded } = checking.record;
  const issuer = await importIssuer(bytes(freeze.issuer));
  if (!issuer) faults.push({ code: 'issuer' });
  const box: Ballot[] = [];
  const seen = new Set<string>();
  for (const [at, given] of (ballots ?? []).entries()) {
    const sealed = bytes(given.sealed);
    const cast = {
      publicKey: bytes(given.key),
      token: bytes(given.token),
      sealed,
      counter: given.counter,
      signature: bytes(given.signature),
    };
    const id = await ballotId(cast.publicKey);
    const leaf = await ballotLeaf(id, given.counter, sealed);
    const right =
      issuer && (await castFault(cast, issuer, ledger)) === undefined && toHex(leaf) === given.leaf;
    if (!right) faults.push({ code: 'ballot', n: at + 1 });
    if (seen.has(toHex(id))) faults.push({ code: 'twice', n: at + 1 });
    seen.add(toHex(id));
    const before = ballots?.[at - 1];
    if (before && !(before.leaf < given.leaf)) faults.push({ code: 'order', n: at + 1 });
    box.push({ leaf, id, sealed, counter: given.counter });
    progress(at + 1, (ballots ?? []).length * 2);
  }
  if (box.length !== close.ballots) faults.push({ code: 'ballots', has: box.length, ledger: close.ballots });
  const root = await merkleRoot(inBoxOrder(box.map(({ leaf }) => leaf)));
  if (toHex(root) !== close.root) faults.push({ code: 'root' });
  const list = (superseded ?? []).map(
    (one): Superseded => ({ ballot: hex(one.ballot), counter: one.counter, leaf: hex(one.leaf) }),
  );
  const hash = toHex(await supersededHash(list));
  if (list.length !== close.superseded.ballots || hash !== close.superseded.sha256)
    faults.push({ code: 'superseded' });
  for (const [at, old] of list.entries()) {
    const later = box.find(({ id }) => equal(id, old.ballot));
    if (!later || later.counter <= old.counter) faults.push({ code: 'later', n: at + 1 });
  }
  return box;
}

/** Every ballot sealed again from its seed; then the whole opened set by the hash that the tellers signed. */
export async function checkOpening(
  { record: { seeds }, freeze, ledger, faults, progress }: Checking,
  opening: Extract<Act, { act: 'opening' }>,
  box: readonly Ballot[],
): Promise<(OpenedBallot | VoidBallot | undefined)[]> {
  if (!seeds) return [];
  if (seeds.length !== box.length) faults.push({ code: 'seeds', has: seeds.length, ballots: box.length });
  const tellers = freeze.tellers.map(({ opening: key }) => bytes(key));
  const openings: (OpenedBallot | VoidBallot | undefined)[] = [];
  for (const [at, { id, sealed }] of box.entries()) {
    const seed = seeds[at] ?? null;
    const terms: Terms = { ledger, ballot: id, quorum: freeze.quorum, tellers };
    const opened: OpenedBallot | VoidBallot =
      seed === null ? { outcome: 'void', why: 'no-quorum' } : await openBySeed(sealed, bytes(seed), terms);
    const wrong = seed !== null && opened.outcome === 'void' && opened.why === 'no-quorum';
    if (wrong) faults.push({ code: 'seed', n: at + 1 });
    openings.push(wrong ? undefined : opened);
    progress(box.length + at + 1, box.length * 2);
  }
  const rows = box.flatMap(({ leaf }, at) => {
    const one = openings[at];
    return one ? [{ leaf, opening: one }] : [];
  });
  const opened = rows.filter((row) => row.opening.outcome === 'opened').length;
  const hash = toHex(await openedHash(ledger, rows));
  if (hash !== opening.sha256 || opened !== opening.opened || rows.length - opened !== opening.void)
    faults.push({ code: 'opening' });
  return openings;
}
