// Looking for one's ballot in the closed box. The phone takes the whole box and computes its root by itself: that proves more
// than a path of hashes would, and the server does not learn whose ballot is looked for.
import type { ContestRecord } from '../../../schema/api/ballots.ts';
import { equal, fromBase64url, fromHex, toHex } from '../../../schema/elections/bytes.ts';
import { ballotId, ballotLeaf, inBoxOrder, phraseOf } from '../../../schema/elections/cast.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import { hashText, readAct } from '../../../schema/elections/ledger.ts';
import { merkleRoot } from '../../../schema/elections/merkle.ts';

type Given = Pick<ContestRecord, 'entries' | 'ballots' | 'superseded'>;
const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

/** Leaves of the box in its order, computed from the ballots; undefined where they are not those of the ledger. */
async function leavesIn({ entries, ballots }: Given): Promise<Bytes[] | undefined> {
  const close = entries.map(({ text }) => readAct(text)).find((act) => act?.act === 'close');
  const root = close?.act === 'close' ? fromHex(close.root) : undefined;
  if (!root || !ballots) return undefined;
  const leaves = await Promise.all(
    ballots.map(async ({ key, counter, sealed }) =>
      ballotLeaf(await ballotId(bytes(key)), counter, bytes(sealed)),
    ),
  );
  const ordered = inBoxOrder(leaves);
  return equal(await merkleRoot(ordered), root) ? ordered : undefined;
}

/** Where this ballot lies: `at` from 1. */
export async function placeIn(
  record: Given,
  leaf: string,
): Promise<{ at: number; total: number } | 'replaced' | 'missing'> {
  const leaves = await leavesIn(record);
  const at = leaves?.findIndex((one) => toHex(one) === leaf) ?? -1;
  if (leaves && at >= 0) return { at: at + 1, total: leaves.length };
  return record.superseded?.some((one) => one.leaf === leaf) ? 'replaced' : 'missing';
}

/** The check words of every ballot in the box, in their own order. */
export async function phrasesIn(record: Given): Promise<string[]> {
  const entry = record.entries[0]?.text;
  const leaves = await leavesIn(record);
  if (entry === undefined || !leaves) return [];
  const ledger = fromHex(await hashText(entry)) ?? new Uint8Array();
  const phrases = await Promise.all(leaves.map((leaf) => phraseOf(ledger, leaf)));
  return phrases.sort((one, other) => one.localeCompare(other, 'zh'));
}
