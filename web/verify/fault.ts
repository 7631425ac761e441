// What can be wrong with a published record: each fault by a code and where it is.
import type { ChainFault } from '../../schema/elections/chain.ts';

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
