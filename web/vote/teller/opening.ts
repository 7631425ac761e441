// The opening on a teller's device, step by step: what each step sends, and what it checks before.
import type { ContestRecord, getRecord } from '../../../schema/api/ballots.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import type {
  commitShares,
  countBox,
  handShares,
  openBallots,
  openingState,
} from '../../../schema/api/tellers.ts';
import { contestOf, groupOf, type Result, resultOf } from '../../../schema/elections/box.ts';
import { fromHex, toHex } from '../../../schema/elections/bytes.ts';
import { sha256, utf8 } from '../../../schema/elections/crypto.ts';
import { readAct } from '../../../schema/elections/ledger.ts';
import type { OpenedBallot, VoidBallot } from '../../../schema/elections/open.ts';
import { openedHash } from '../../../schema/elections/opening.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { ask } from '../ask.ts';
import { signAll, waitingActs } from './acts.ts';
import { type Box, commitmentTo, type Found, ownShares } from './box.ts';
import type { Keys } from './card.ts';

export type State = Output<typeof openingState>;
type Done = (ballots: number) => void;

export const recordOf = (contest: string) => ask<typeof getRecord>(`/api/contests/${contest}/record`);
export const stateOf = ({ link }: Keys, contest: string) =>
  ask<typeof openingState>('/api/teller/opening', { method: 'POST', body: { link, contest } });

/** The own shares, sealed in the ledger; the close is signed with them, since its box was just checked. */
export async function arrive(keys: Keys, contest: string, number: number, box: Box, done: Done) {
  const { link } = keys;
  const shares = await ownShares(box, number, keys.opening, done);
  const sealed = await ask<typeof commitShares>('/api/teller/commitments', {
    method: 'POST',
    body: { link, contest, sha256: await commitmentTo(box, number, shares) },
  });
  const close = (await waitingActs(link, contest)).filter(({ text }) => readAct(text)?.act === 'close');
  await signAll(keys, [{ contest, ...sealed }, ...close]);
  return shares;
}

export const show = ({ link }: Keys, contest: string, shares: string[]) =>
  ask<typeof handShares>('/api/teller/shares', { method: 'POST', body: { link, contest, shares } });

const atOnce = 50;

/** Tells the server what was found; it checks each ballot by itself. */
export async function tell(
  { link }: Keys,
  contest: string,
  found: readonly Found[],
  done: Done,
): Promise<void> {
  for (let at = 0; at === 0 || at < found.length; at += atOnce) {
    const ballots = found.slice(at, at + atOnce).map(({ leaf, seed }) => ({ leaf, seed }));
    await ask<typeof openBallots>('/api/teller/opened', { method: 'POST', body: { link, contest, ballots } });
    done(Math.min(at + atOnce, found.length));
  }
}

export const count = async ({ link }: Keys, contest: string): Promise<string> =>
  (await ask<typeof countBox>('/api/teller/count', { method: 'POST', body: { link, contest } })).result;

export const resultIn = (text: string): Result => JSON.parse(text) as Result;

/** Counts on this device what was found here, with the paper ballots of the result. */
export function countHere(record: ContestRecord, found: readonly Found[], result: string): boolean {
  const acts = record.entries.map(({ text }) => readAct(text));
  const [freeze] = acts;
  const close = acts.find((act) => act?.act === 'close');
  if (freeze?.act !== 'freeze' || close?.act !== 'close') return false;
  const groups = found.map(({ content }) => groupOf(content ?? undefined, 1));
  const read = resultIn(result);
  const contest = contestOf(freeze, { token: close.issued, paper: close.paper }, read.paper);
  return resultOf(JSON.parse(record.pack) as Pack, contest, groups, read) === result;
}

const openingOf = ({ content, why }: Found): OpenedBallot | VoidBallot =>
  content === null
    ? { outcome: 'void', why: voidReasons.find((one) => one === why) ?? 'no-quorum' }
    : { outcome: 'opened', content, seed: new Uint8Array() };
const voidReasons = ['layout', 'no-quorum', 'content', 'sealing'] as const;

/** Signs opening and result where they are what this device found and counted; false where they are not. */
export async function signResult(
  keys: Keys,
  contest: string,
  box: Box,
  found: readonly Found[],
  result: string,
): Promise<boolean> {
  const rows = found.map((one) => ({ leaf: fromHex(one.leaf) ?? new Uint8Array(), opening: openingOf(one) }));
  const opened = toHex(await openedHash(box.ledger, rows));
  const counted = toHex(await sha256(utf8(result)));
  const acts = await waitingActs(keys.link, contest);
  const read = acts.map(({ text }) => readAct(text));
  // An earlier result may have been taken back after an objection: the last one is what was counted here.
  const last = read.filter((act) => act?.act === 'result').at(-1);
  const right = read.every((act) => {
    if (act?.act === 'opening') return act.sha256 === opened;
    if (act?.act === 'result') return act !== last || act.sha256 === counted;
    return act?.act === 'close';
  });
  if (right) await signAll(keys, acts);
  return right;
}
