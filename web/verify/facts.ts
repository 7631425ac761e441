// What the record says of its contest against what was settled in the ledger: names, hours, state, rules, what was handed out.
import type { ContestRecord } from '../../schema/api/ballots.ts';
import { toHex } from '../../schema/elections/bytes.ts';
import { sha256, utf8 } from '../../schema/elections/crypto.ts';
import { type Act, type Freeze, titleOf } from '../../schema/elections/ledger.ts';
import { type Pack, packShape, packText } from '../../schema/elections/pack.ts';
import type { Checking, Close } from './box.ts';

/** Whether the record says what was settled. Where the organiser is found (address, name, telephone) is none of it. */
export const agreesWith = (record: ContestRecord, freeze: Freeze): boolean =>
  record.contest === freeze.contest &&
  record.rehearsal === freeze.rehearsal &&
  record.phases === (freeze.mode === 'two-phase') &&
  record.title === freeze.election &&
  record.post === freeze.posts[0]?.name &&
  titleOf(record) === freeze.title &&
  record.votingFrom === freeze.voting.from &&
  record.votingTo === freeze.voting.to;

/** States that a contest with these acts can be in. */
export function statesOf({
  close,
  opening,
  result,
}: Record<'close' | 'opening' | 'result', Act | undefined>): string[] {
  if (result) return ['counted', 'announced'];
  if (opening) return ['opened', 'cancelled'];
  return close ? ['closed', 'cancelled'] : ['frozen', 'open', 'closed', 'cancelled'];
}

/** Whether it was opened or sealed before its hour; a rehearsal ends when it has been rehearsed. */
export function isEarly({ rehearsal, checkIn, voting }: Freeze, acts: readonly Act[]): boolean {
  return acts.some(
    ({ act, at }) =>
      !rehearsal && ((act === 'open' && at < checkIn.from) || (act === 'close' && at < voting.to)),
  );
}

/** The rules of the record; undefined where they are not those that were settled, or know no such round. */
export async function packOf(
  { pack: text }: ContestRecord,
  { pack: settled, round }: Freeze,
): Promise<Pack | undefined> {
  if (toHex(await sha256(utf8(text))) !== settled.sha256) return undefined;
  try {
    const { data: pack } = packShape().safeParse(JSON.parse(text));
    if (!pack?.rounds[round] || packText(pack) !== text) return undefined;
    return pack.id === settled.id && pack.version === settled.version ? pack : undefined;
  } catch {
    return undefined;
  }
}

/** Ballots that were taken and handed out against the close and the roll. */
export function checkHandedOut({ record, freeze, faults }: Checking, { issued, paper }: Close): void {
  const { entries } = freeze.roll;
  if (issued + paper > entries) faults.push({ code: 'roll', issued: issued + paper, entries });
  const has = record.checkedIn;
  if (has.token !== issued) faults.push({ code: 'checked-in', has: has.token, ledger: issued });
  if (has.paper !== paper) faults.push({ code: 'checked-in', has: has.paper, ledger: paper });
}
