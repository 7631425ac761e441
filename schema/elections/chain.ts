// Whether a ledger is whole: every link, every signature, and the acts in an order that a lawful election can have.
import { fromBase64url } from './bytes.ts';
import {
  type Act,
  beforeTheFirst,
  type Entry,
  type Freeze,
  hashText,
  isSignedBy,
  readAct,
} from './ledger.ts';
import { importPoint } from './p256.ts';

export type ChainFault =
  /** there is no entry at all */
  | 'empty'
  /** not the canonical text of an act */
  | 'text'
  /** not the number of its place: something was left out, put in or moved */
  | 'number'
  /** does not carry the hash of the entry before */
  | 'previous'
  /** speaks of another contest than entry 0 */
  | 'contest'
  /** earlier than the entry before */
  | 'time'
  /** cannot follow what came before: opened before it was closed, frozen twice … */
  | 'order'
  /** a teller's opening key is no point of P-256, so nothing could be sealed to it */
  | 'key'
  /** a signature that its teller did not make, or made twice */
  | 'signature'
  /** fewer tellers signed than must */
  | 'unsigned';

export type Chain =
  | {
      readonly ok: true;
      readonly freeze: Freeze;
      readonly acts: readonly Act[];
      /** hash of each entry in hexadecimal: the first is in the letters, the last stands for the whole ledger */
      readonly hashes: readonly string[];
    }
  /** the first thing that is wrong, and in which entry */
  | { readonly ok: false; readonly entry: number; readonly fault: ChainFault };

/** Which acts move the election on, and from where; objections and corrections may come at any time after the freeze. */
const follows: Readonly<Record<Act['act'], readonly (Act['act'] | undefined)[]>> = {
  freeze: [undefined],
  open: ['freeze'],
  close: ['open'],
  shares: ['close', 'shares'],
  opening: ['shares'],
  /** again once a correction has taken the last one back */
  result: ['opening', 'result'],
  objection: ['freeze', 'open', 'close', 'shares', 'opening', 'result'],
  correction: ['freeze', 'open', 'close', 'shares', 'opening', 'result'],
};

/** Whether `next` may follow the acts so far. */
function mayFollow(next: Act, before: readonly Act[], { quorum, tellers }: Freeze): boolean {
  const stages = before.filter(({ act }) => act !== 'objection' && act !== 'correction');
  if (!follows[next.act].includes(stages[stages.length - 1]?.act)) return false;
  const committed = before.flatMap((act) => (act.act === 'shares' ? [act.teller] : []));
  const closed = before.find((act) => act.act === 'close');
  switch (next.act) {
    case 'close':
      return next.ballots <= next.issued;
    case 'shares':
      return next.teller < tellers.length && !committed.includes(next.teller);
    case 'opening':
      return committed.length >= quorum && next.opened + next.void === closed?.ballots;
    case 'correction':
      return next.corrects < next.number;
    case 'result':
      return isTakenBack(before);
    default:
      return true;
  }
}

/** Whether no result stands: none was found, or the last one was corrected. */
function isTakenBack(acts: readonly Act[]): boolean {
  const last = acts.filter(({ act }) => act === 'result').at(-1);
  return !last || acts.some((act) => act.act === 'correction' && act.corrects === last.number);
}

/** How many tellers must have signed; of `shares`, the one whose they are. A result that was taken back is nobody's. */
function isSignedEnough(
  act: Act,
  signers: readonly number[],
  { quorum, tellers }: Freeze,
  corrected: ReadonlySet<number>,
): boolean {
  switch (act.act) {
    case 'freeze':
      return signers.length === tellers.length;
    case 'shares':
      return signers.includes(act.teller);
    case 'close':
    case 'opening':
      return signers.length >= quorum;
    case 'result':
      return signers.length >= quorum || corrected.has(act.number);
    default:
      return true;
  }
}

async function canBeSealedTo({ tellers }: Freeze): Promise<boolean> {
  const points = tellers.map(({ opening }) => fromBase64url(opening));
  const keys = await Promise.all(points.map((point) => point && importPoint('ECDH', point)));
  return keys.every((key) => key !== undefined);
}

async function entryFault(
  { text, signatures }: Entry,
  act: Act,
  before: readonly Act[],
  previous: string,
  freeze: Freeze,
  corrected: ReadonlySet<number>,
): Promise<ChainFault | undefined> {
  if (act.number !== before.length) return 'number';
  if (act.previous !== previous) return 'previous';
  if (act.contest !== freeze.contest) return 'contest';
  if (act.at < (before[before.length - 1]?.at ?? 0)) return 'time';
  if (!mayFollow(act, before, freeze)) return 'order';
  if (act.act === 'freeze' && !(await canBeSealedTo(act))) return 'key';
  const signers = signatures.map(({ teller }) => teller);
  if (new Set(signers).size < signers.length) return 'signature';
  for (const { teller, signature } of signatures) {
    const signing = freeze.tellers[teller]?.signing;
    if (!signing || !(await isSignedBy(signing, signature, text))) return 'signature';
  }
  return isSignedEnough(act, signers, freeze, corrected) ? undefined : 'unsigned';
}

/**
 * Walks a ledger from its first entry. It says whether the ledger agrees with itself; compare `hashes[0]` with the letter to
 * know that it is the ledger of this contest, and root and sets with the ballots (merkle.ts, opening.ts).
 */
export async function verifyChain(entries: readonly Entry[]): Promise<Chain> {
  const acts: Act[] = [];
  const hashes: string[] = [];
  const corrected = new Set(
    entries.flatMap(({ text }) => {
      const act = readAct(text);
      return act?.act === 'correction' ? [act.corrects] : [];
    }),
  );
  let freeze: Freeze | undefined;
  for (const [at, entry] of entries.entries()) {
    const act = readAct(entry.text);
    if (!act) return { ok: false, entry: at, fault: 'text' };
    if (!freeze && act.act === 'freeze') freeze = act;
    const fault = freeze
      ? await entryFault(entry, act, acts, hashes[hashes.length - 1] ?? beforeTheFirst, freeze, corrected)
      : 'order';
    if (fault) return { ok: false, entry: at, fault };
    acts.push(act);
    hashes.push(await hashText(entry.text));
  }
  return freeze ? { ok: true, freeze, acts, hashes } : { ok: false, entry: 0, fault: 'empty' };
}
