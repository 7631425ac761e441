// Everything that can be checked from a published record alone. Nothing here trusts the server, the order in which things
// stand, or what the record says of itself.
import { type ContestRecord, getRecord } from '../../schema/api/ballots.ts';
import { fromHex } from '../../schema/elections/bytes.ts';
import { verifyChain } from '../../schema/elections/chain.ts';
import type { Act, Freeze } from '../../schema/elections/ledger.ts';
import { seedsArePublic } from '../../schema/elections/publication.ts';
import { type Checking, checkBox, checkOpening } from './box.ts';
import { agreesWith, checkHandedOut, isEarly, packOf, statesOf } from './facts.ts';
import type { Fault } from './fault.ts';
import { checkCount, checkFigures, type Published, signedResult } from './published.ts';

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
  /** the result that was counted again here, so that nothing is claimed that was not */
  counted: Published | null;
  /** phone and paper ballots are told together, since one of them is few; null: they are not */
  together: { phone: number; paper: number } | null;
}

/** @param progress ballots done, of how many */
export async function verifyRecord(
  given: unknown,
  progress: Checking['progress'] = () => {},
): Promise<Report> {
  const read = getRecord.io().output.safeParse(given);
  const nothing = { acts: [], hashes: [], opened: 0, unopened: 0, counted: null, together: null };
  if (!read.success) return { ...nothing, faults: [{ code: 'shape' }] };
  const record = read.data;
  const chain = await verifyChain(record.entries);
  if (!chain.ok)
    return { ...nothing, record, faults: [{ code: 'chain', at: chain.entry, fault: chain.fault }] };
  const { freeze, acts, hashes } = chain;
  const faults: Fault[] = [];
  const report: Report = { ...nothing, faults, record, freeze, acts, hashes };
  const ledger = fromHex(hashes[0] ?? '') ?? new Uint8Array();
  const checking: Checking = { record, freeze, ledger, faults, progress };
  const close = acts.find((act) => act.act === 'close');
  const opening = acts.find((act) => act.act === 'opening');
  const last = acts.filter((act) => act.act === 'result').at(-1);
  const takenBack = acts.some((act) => act.act === 'correction' && act.corrects === last?.number);
  const result = takenBack ? undefined : last;
  const pack = await packOf(record, freeze);
  if (!pack) faults.push({ code: 'pack' });
  if (!statesOf({ close, opening, result }).includes(record.state)) faults.push({ code: 'facts' });
  if (!agreesWith(record, freeze)) faults.push({ code: 'facts' });
  if (isEarly(freeze, acts)) faults.push({ code: 'hours' });
  if (!close) {
    if (record.ballots || record.superseded || record.seeds || record.result) faults.push({ code: 'facts' });
    return report;
  }
  const box = await checkBox(checking, close);
  checkHandedOut(checking, close);
  if (!opening) {
    if (record.seeds || record.result) faults.push({ code: 'facts' });
    return report;
  }
  const theirs = result && (await signedResult(record, result.sha256));
  const onPaper = theirs ? theirs.collected - box.length : close.paper === 0 ? 0 : null;
  if ((!result || theirs) && (record.seeds !== null) !== seedsArePublic(box.length, onPaper))
    faults.push({ code: 'published' });
  const openings = await checkOpening(checking, opening, box);
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
    report.counted = theirs;
    checkCount({ ...theirs, paper: theirs.paper }, { pack, freeze, close, openings }, faults);
  }
  return report;
}
