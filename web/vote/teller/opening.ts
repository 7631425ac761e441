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
import { fromBase64url, fromHex, toHex } from '../../../schema/elections/bytes.ts';
import type { BallotGroup } from '../../../schema/elections/contest.ts';
import { sha256, utf8 } from '../../../schema/elections/crypto.ts';
import { readAct } from '../../../schema/elections/ledger.ts';
import type { OpenedBallot, VoidBallot } from '../../../schema/elections/open.ts';
import { commitMessage, goOnMessage, openedHash } from '../../../schema/elections/opening.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { isProblem } from '../../ui/problem.ts';
import { ask } from '../ask.ts';
import { signAll, signMessage, waitingActs } from './acts.ts';
import { areLinked, type Box, commitmentTo, type Found, ownShares } from './box.ts';
import type { Keys } from './card.ts';

export type State = Output<typeof openingState>;
type Done = (ballots: number) => void;

export const recordOf = (contest: string) => ask<typeof getRecord>(`/api/contests/${contest}/record`);
export const stateOf = (link: string, contest: string) =>
  ask<typeof openingState>('/api/teller/opening', { method: 'POST', body: { link, contest } });

/** A step of an opening that another teller's device has finished in the meantime has nothing left to do. */
export const unlessOpen = <T>(step: Promise<T>): Promise<T | undefined> =>
  step.catch((thrown: unknown) => {
    if (isProblem(thrown, 'box-not-closed')) return undefined;
    throw thrown;
  });

/**
 * The own shares, sealed in the ledger; the close is signed with them, since its box was just checked. Undefined, and nothing
 * signed, where the server asks for a signature under anything else.
 */
export async function arrive(keys: Keys, contest: string, number: number, box: Box, done: Done) {
  const { link } = keys;
  const shares = await ownShares(box, number, keys.opening, done);
  const sha256 = await commitmentTo(box, number, shares);
  const sealed = await ask<typeof commitShares>('/api/teller/commitments', {
    method: 'POST',
    body: {
      link,
      contest,
      sha256,
      signature: await signMessage(keys, commitMessage(fromHex(sha256) ?? new Uint8Array())),
    },
  });
  const own = readAct(sealed.text);
  const closing = (await waitingActs(link, contest)).filter(({ text }) => readAct(text)?.act === 'close');
  const right =
    own?.act === 'shares' &&
    own.contest === contest &&
    own.teller === number &&
    own.sha256 === sha256 &&
    closing.every(({ text }) => text === box.closeText);
  if (!right) return undefined;
  await signAll(keys, [{ contest, ...sealed }, ...closing]);
  return shares;
}

export const show = ({ link }: Keys, contest: string, shares: string[]) =>
  ask<typeof handShares>('/api/teller/shares', { method: 'POST', body: { link, contest, shares } });

const atOnce = 50;

/**
 * Tells the server what was found; it checks each ballot by itself.
 * @param goOn signed: what does not open is void, though not all have come
 * @returns ballots that it holds back until all have come or all who came would go on
 */
export async function tell(
  link: string,
  contest: string,
  found: readonly Found[],
  goOn?: string,
): Promise<number> {
  let left = 0;
  for (let at = 0; at === 0 || at < found.length; at += atOnce) {
    const ballots = found.slice(at, at + atOnce).map(({ leaf, seed }) => ({ leaf, seed }));
    const body = { link, contest, ballots, ...(goOn ? { goOn } : {}) };
    left = (await ask<typeof openBallots>('/api/teller/opened', { method: 'POST', body })).left;
  }
  return left;
}

/** The word to go on without those who have not come. */
export const goOn = (keys: Keys, number: number, { ledger }: Box): Promise<string> =>
  signMessage(keys, goOnMessage(ledger, number));

export const count = async (link: string, contest: string): Promise<string> =>
  (await ask<typeof countBox>('/api/teller/count', { method: 'POST', body: { link, contest } })).result;

export const resultIn = (text: string): Result => JSON.parse(text) as Result;

export const paperIn = (text: string): BallotGroup[] => JSON.parse(text);

/** Counts on this device what was found here by the rules of the freeze, with the paper ballots that staff entered. */
export async function countHere(
  pack: string,
  { freeze, close }: Box,
  found: readonly Found[],
  result: string,
  paper: readonly BallotGroup[],
): Promise<boolean> {
  if (toHex(await sha256(utf8(pack))) !== freeze.pack.sha256) return false;
  const groups = found.map(({ content }) => groupOf(content ?? undefined, 1));
  const read = resultIn(result);
  const contest = contestOf(freeze, { token: close.issued, paper: close.paper }, paper);
  return resultOf(JSON.parse(pack) as Pack, contest, groups, { ...read, paper }) === result;
}

const openingOf = ({ seed, content, why }: Found): OpenedBallot | VoidBallot =>
  content === null
    ? { outcome: 'void', why: voidReasons.find((one) => one === why) ?? 'no-quorum' }
    : { outcome: 'opened', content, seed: fromBase64url(seed ?? '') ?? new Uint8Array() };
const voidReasons = ['layout', 'no-quorum', 'content', 'sealing'] as const;

/**
 * Signs opening and result where they are what this device found and counted, and stand in the ledger behind the box that it
 * checked; false, and nothing signed, where they do not. A result that was taken back needs no signature.
 */
export async function signResult(
  keys: Keys,
  { contest, entries, pack }: ContestRecord,
  box: Box,
  found: readonly Found[],
  result: string,
): Promise<boolean> {
  const acts = entries.map(({ text }) => readAct(text));
  const follows = (await areLinked(entries)) && entries[box.close.number]?.text === box.closeText;
  if (!follows) return false;
  // Of small boxes the result does not tell paper apart: the tellers alone are given it.
  const { paper } = await stateOf(keys.link, contest);
  if (!(await countHere(pack, box, found, result, paperIn(paper)))) return false;
  const rows = found.map((one) => ({ leaf: fromHex(one.leaf) ?? new Uint8Array(), opening: openingOf(one) }));
  const opened = toHex(await openedHash(box.ledger, rows));
  const counted = toHex(await sha256(utf8(result)));
  const isTakenBack = (seq: number) => acts.some((act) => act?.act === 'correction' && act.corrects === seq);
  const waiting = (await waitingActs(keys.link, contest)).filter(
    ({ seq }) => acts[seq]?.act !== 'result' || !isTakenBack(seq),
  );
  const right = waiting.every(({ contest: of, seq, text }) => {
    const act = acts[seq];
    if (of !== contest || text !== entries[seq]?.text) return false;
    if (act?.act === 'opening') return act.sha256 === opened;
    return act?.act === 'result' ? act.sha256 === counted : text === box.closeText;
  });
  if (right) await signAll(keys, waiting);
  return right;
}
