// Everything that can be checked from a published record alone, each fault by a code and where it is. Nothing here trusts the
// server, the order in which things stand, or what the record says of itself.
import { type ContestRecord, getRecord } from '../../schema/api/ballots.ts';
import { equal, fromBase64url, fromHex, toHex } from '../../schema/elections/bytes.ts';
import {
  ballotId,
  ballotLeaf,
  castFault,
  inBoxOrder,
  type Superseded,
  supersededHash,
} from '../../schema/elections/cast.ts';
import { type ChainFault, verifyChain } from '../../schema/elections/chain.ts';
import { decodeChoices } from '../../schema/elections/choices.ts';
import { type Bytes, sha256, utf8 } from '../../schema/elections/crypto.ts';
import { type Act, type Freeze, titleOf } from '../../schema/elections/ledger.ts';
import { merkleRoot } from '../../schema/elections/merkle.ts';
import { type OpenedBallot, openBySeed, type VoidBallot } from '../../schema/elections/open.ts';
import { openedHash } from '../../schema/elections/opening.ts';
import { type Pack, packShape, packText } from '../../schema/elections/pack.ts';
import { seedsArePublic, togetherOnly } from '../../schema/elections/publication.ts';
import type { Terms } from '../../schema/elections/seal.ts';
import { importIssuer } from '../../schema/elections/token.ts';
import { recount, type Sheet } from './recount.ts';

export type Fault =
  /** no record of a contest */
  | { code: 'shape' }
  /** the ledger, at this entry */
  | { code: 'chain'; at: number; fault: ChainFault }
  /** the record says another contest, state or kind of ballot than the ledger */
  | { code: 'facts' }
  /** opened or sealed before its hour */
  | { code: 'hours' }
  | { code: 'pack' }
  | { code: 'issuer' }
  /** ballot n of the record: not signed for, altered, or listed under another check code */
  | { code: 'ballot'; n: number }
  | { code: 'twice'; n: number }
  | { code: 'order'; n: number }
  | { code: 'ballots'; has: number; ledger: number }
  | { code: 'root' }
  | { code: 'superseded' }
  /** a replaced ballot whose later one is not in the box */
  | { code: 'later'; n: number }
  | { code: 'checked-in'; has: number; ledger: number }
  | { code: 'roll'; issued: number; entries: number }
  /** more ballots were counted on paper than were handed out on paper, and the vote was not found invalid */
  | { code: 'paper'; has: number; ledger: number }
  | { code: 'seeds'; has: number; ballots: number }
  /** seeds missing though they must be public, or there though they must not */
  | { code: 'published' }
  /** ballot n: its seed does not open it as it was sealed */
  | { code: 'seed'; n: number }
  | { code: 'opening' }
  /** ballots stayed shut while a teller was away, and not all who came signed for it */
  | { code: 'unopened'; n: number }
  | { code: 'result' }
  /** what the own count finds otherwise, in words for people who look closer */
  | { code: 'count'; what: string; mine: string; theirs: string };

export interface Report {
  faults: Fault[];
  record?: ContestRecord;
  freeze?: Freeze;
  acts: readonly Act[];
  /** check code of each act */
  hashes: readonly string[];
  /** ballots whose content was opened and counted here */
  opened: number;
  /** ballots that nobody could open: the tellers' signatures alone stand for that */
  unopened: number;
  /** what else was checked, so that nothing is claimed that was not */
  counted: boolean;
  /** phone and paper ballots are told together, since one of them is few; null: they are not */
  together: { phone: number; paper: number } | null;
}

type Close = Extract<Act, { act: 'close' }>;
const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();
const hex = (text: string): Bytes => fromHex(text) ?? new Uint8Array();

interface Ballot {
  leaf: Bytes;
  id: Bytes;
  sealed: Bytes;
  counter: number;
}

/** @param progress ballots done, of how many */
export async function verifyRecord(
  given: unknown,
  progress: (done: number, total: number) => void = () => {},
): Promise<Report> {
  const read = getRecord.io().output.safeParse(given);
  const nothing = { acts: [], hashes: [], opened: 0, unopened: 0, counted: false, together: null };
  if (!read.success) return { ...nothing, faults: [{ code: 'shape' }] };
  const record = read.data;
  const chain = await verifyChain(record.entries);
  if (!chain.ok)
    return { ...nothing, record, faults: [{ code: 'chain', at: chain.entry, fault: chain.fault }] };
  const { freeze, acts, hashes } = chain;
  const faults: Fault[] = [];
  const ledger = hex(hashes[0] ?? '');
  const pack = packOf(record, freeze, faults);
  if (pack && toHex(await sha256(utf8(record.pack))) !== freeze.pack.sha256) faults.push({ code: 'pack' });
  const report: Report = { ...nothing, faults, record, freeze, acts, hashes };
  const close = acts.find((act) => act.act === 'close');
  const opening = acts.find((act) => act.act === 'opening');
  const last = acts.filter((act) => act.act === 'result').at(-1);
  const result = acts.some((act) => act.act === 'correction' && act.corrects === last?.number)
    ? undefined
    : last;
  if (!statesOf({ close, opening, result }).includes(record.state)) faults.push({ code: 'facts' });
  if (!agreesWith(record, freeze)) faults.push({ code: 'facts' });
  const open = acts.find((act) => act.act === 'open');
  const early = (open && open.at < freeze.checkIn.from) || (close && close.at < freeze.voting.to);
  // A rehearsal ends when it has been rehearsed.
  if (early && !freeze.rehearsal) faults.push({ code: 'hours' });
  if (close?.act !== 'close') {
    if (record.ballots || record.superseded || record.seeds || record.result) faults.push({ code: 'facts' });
    return report;
  }
  const box = await checkBox(record, freeze, ledger, close, faults, progress);
  if (close.issued + close.paper > freeze.roll.entries)
    faults.push({ code: 'roll', issued: close.issued + close.paper, entries: freeze.roll.entries });
  const { token, paper } = record.checkedIn;
  if (token !== close.issued) faults.push({ code: 'checked-in', has: token, ledger: close.issued });
  if (paper !== close.paper) faults.push({ code: 'checked-in', has: paper, ledger: close.paper });
  if (opening?.act !== 'opening') {
    if (record.seeds || record.result) faults.push({ code: 'facts' });
    return report;
  }
  const theirs = result?.act === 'result' ? await signedResult(record, result.sha256) : undefined;
  const onPaper = theirs ? theirs.collected - box.length : close.paper === 0 ? 0 : null;
  if (!result || theirs) {
    if ((record.seeds !== null) !== seedsArePublic(box.length, onPaper)) faults.push({ code: 'published' });
  }
  const openings = await checkOpening(record, freeze, ledger, opening, box, faults, progress);
  report.opened = openings.filter((one) => one?.outcome === 'opened').length;
  report.unopened = openings.filter((one) => one?.outcome === 'void' && one.seed === undefined).length;
  const came = acts.flatMap((act) => (act.act === 'shares' ? [act.teller] : []));
  const signers = record.entries[opening.number]?.signatures.map(({ teller }) => teller) ?? [];
  const agreed = came.length === freeze.tellers.length || came.every((teller) => signers.includes(teller));
  if (report.unopened > 0 && !agreed) faults.push({ code: 'unopened', n: report.unopened });
  if (!theirs) {
    if (result || record.result !== null) faults.push({ code: 'result' });
    return report;
  }
  checkFigures(theirs, close, box.length, faults);
  if (theirs.paper === null) report.together = { phone: box.length, paper: theirs.collected - box.length };
  else if (pack && record.seeds && faults.length === 0) {
    report.counted = true;
    checkCount({ ...theirs, paper: theirs.paper }, { pack, freeze, close, openings }, faults);
  }
  return report;
}

/** The published result; undefined where it is not the one that was signed. */
async function signedResult({ result }: ContestRecord, hash: string): Promise<Published | undefined> {
  return result !== null && toHex(await sha256(utf8(result))) === hash
    ? (JSON.parse(result) as Published)
    : undefined;
}

/** Whether the record says what was settled. Where the organiser is found (address, name, telephone) is none of it. */
const agreesWith = (record: ContestRecord, freeze: Freeze): boolean =>
  record.contest === freeze.contest &&
  record.rehearsal === freeze.rehearsal &&
  record.phases === (freeze.mode === 'two-phase') &&
  record.title === freeze.election &&
  record.post === freeze.posts[0]?.name &&
  titleOf(record) === freeze.title &&
  record.votingFrom === freeze.voting.from &&
  record.votingTo === freeze.voting.to;

/** States that a contest with these acts can be in. */
function statesOf({
  close,
  opening,
  result,
}: Record<'close' | 'opening' | 'result', Act | undefined>): string[] {
  if (result) return ['counted', 'announced'];
  if (opening) return ['opened', 'cancelled'];
  return close ? ['closed', 'cancelled'] : ['frozen', 'open', 'closed', 'cancelled'];
}

function packOf({ pack: text }: ContestRecord, freeze: Freeze, faults: Fault[]): Pack | undefined {
  try {
    const pack = packShape().safeParse(JSON.parse(text));
    if (pack.success && packText(pack.data) === text) {
      if (pack.data.id === freeze.pack.id && pack.data.version === freeze.pack.version) return pack.data;
    }
  } catch {
    // Said below, as any other text that is no pack.
  }
  faults.push({ code: 'pack' });
  return undefined;
}

/** Every ballot by its token and signature, then the whole box by the root of the ledger. */
async function checkBox(
  { ballots, superseded }: ContestRecord,
  freeze: Freeze,
  ledger: Bytes,
  close: Close,
  faults: Fault[],
  progress: (done: number, total: number) => void,
): Promise<Ballot[]> {
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
async function checkOpening(
  { seeds }: ContestRecord,
  freeze: Freeze,
  ledger: Bytes,
  opening: Extract<Act, { act: 'opening' }>,
  box: readonly Ballot[],
  faults: Fault[],
  progress: (done: number, total: number) => void,
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

interface OnPaper {
  n: number;
  spoilt?: boolean;
  overSelected?: boolean;
  marks: Record<string, Partial<Sheet['marks'][string]>>;
}

interface Published {
  valid: boolean;
  collected: number;
  registered: number;
  issued: number;
  void: number;
  posts: {
    post: string;
    valid: number;
    void: number;
    need: number;
    base: number;
    standings: { person: string; votes: number; against: number }[];
    elected: string[];
    tied: string[];
    second: string[];
  }[];
  /** null: told only together with what phones cast */
  paper: OnPaper[] | null;
  merges: Record<string, string | null>;
}

const sheetOf = ({ n, spoilt, overSelected, marks }: OnPaper): Sheet => ({
  n,
  spoilt: spoilt === true,
  over: overSelected === true,
  marks: Object.fromEntries(
    Object.entries(marks).map(([post, one]) => [
      post,
      {
        for: one.for ?? [],
        against: one.against ?? [],
        written: one.written ?? [],
        unclear: one.unclear === true,
      },
    ]),
  ),
});

/** A ballot as its content says; void where that is none which this product writes. */
function sheetFrom(opening: OpenedBallot | VoidBallot | undefined): Sheet {
  const choices = opening?.outcome === 'opened' ? decodeChoices(opening.content) : undefined;
  if (!choices) return { n: 1, spoilt: true, over: false, marks: {} };
  const marks = Object.entries(choices).map(
    ([post, one]) =>
      [post, { for: one.for, against: one.against, written: one.written, unclear: false }] as const,
  );
  return { n: 1, spoilt: false, over: false, marks: Object.fromEntries(marks) };
}

interface Counting {
  pack: Pack;
  freeze: Freeze;
  close: Close;
  openings: readonly (OpenedBallot | VoidBallot | undefined)[];
}

const ballotsIn = (paper: readonly OnPaper[]): number => paper.reduce((sum, { n }) => sum + n, 0);

/** What the ledger says of the result even where the ballots are not published: each ballot came out of one of two boxes. */
function checkFigures(theirs: Published, close: Close, box: number, faults: Fault[]): void {
  const paper = theirs.paper ? ballotsIn(theirs.paper) : theirs.collected - box;
  if (togetherOnly(box, paper) !== (theirs.paper === null)) faults.push({ code: 'published' });
  if (theirs.valid && paper > close.paper) faults.push({ code: 'paper', has: paper, ledger: close.paper });
  compareTo(faults)('issued', close.issued + close.paper, theirs.issued);
  compareTo(faults)('collected', box + paper, theirs.collected);
}

/** Names the two figures where they differ. */
const compareTo =
  (faults: Fault[]) =>
  (what: string, one: unknown, other: unknown): void => {
    const [mine, theirs] = [JSON.stringify(one), JSON.stringify(other)];
    if (mine !== theirs) faults.push({ code: 'count', what, mine, theirs });
  };

/** The own count against the published one, figure by figure. */
function checkCount(
  theirs: Published & { paper: OnPaper[] },
  { pack, freeze, close, openings }: Counting,
  faults: Fault[],
): void {
  const asked = {
    pack,
    round: freeze.round,
    posts: freeze.posts,
    registered: freeze.roll.entries,
    issued: close.issued + close.paper,
    overfull: ballotsIn(theirs.paper) > close.paper,
    merges: theirs.merges,
  };
  const sheets = [...openings.map(sheetFrom), ...theirs.paper.map(sheetOf)];
  const mine = recount(asked, sheets);
  const compare = compareTo(faults);
  compare('valid', mine.valid, theirs.valid);
  compare('registered', asked.registered, theirs.registered);
  compare('collected', mine.collected, theirs.collected);
  compare('void', mine.void, theirs.void);
  const sorted = (list: readonly string[]) => [...list].sort();
  for (const post of mine.posts) {
    const other = theirs.posts.find((one) => one.post === post.post);
    compare('valid', post.valid, other?.valid);
    compare('void', post.void, other?.void);
    compare('need', post.need, other?.need);
    compare('base', post.base, other?.base);
    const people = [...post.votes].sort(([one], [two]) => (one < two ? -1 : 1));
    const said = [...(other?.standings ?? [])].sort((one, two) => (one.person < two.person ? -1 : 1));
    compare(
      'votes',
      people.map(([person, { votes, against }]) => [person, votes, against]),
      said.map(({ person, votes, against }) => [person, votes, against]),
    );
    compare('elected', sorted(post.elected), sorted(other?.elected ?? []));
    compare('tied', sorted(post.tied), sorted(other?.tied ?? []));
    compare('second', sorted(post.second), sorted(other?.second ?? []));
  }
}
