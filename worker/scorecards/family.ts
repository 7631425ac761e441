// A unit of a campaign with everybody whose figures decide what may be shown of it: the way down from the campaign's
// top, the brothers and sisters at every step, and its own children.
import type { Counts } from '../../schema/fields/field.ts';
import type { Tallied } from './lines.ts';

export interface Member {
  id: string;
  parent: string | null;
  kind: string;
  name: string;
  path: string;
  households: number;
  places: number;
}

export interface Tally {
  n: number;
  counts: Tallied;
  channels: Readonly<Record<string, number>>;
}

export interface Family {
  /** from the campaign's top unit down to this one */
  chain: readonly Member[];
  unit: Member;
  childrenOf(id: string): readonly Member[];
  tally(id: string): Tally;
}

export interface TallyRow {
  unit: string;
  grp: string;
  n: number;
  counts: string;
}

const nothing: Tally = { n: 0, counts: {}, channels: {} };

/** `members` in administrative order. Undefined when the unit is not in the campaign. */
export function family(
  unit: string,
  members: readonly Member[],
  tallies: readonly TallyRow[],
): Family | undefined {
  const byId = new Map(members.map((member) => [member.id, member]));
  const self = byId.get(unit);
  if (!self) return undefined;
  const chain = [self];
  for (let above = self.parent; above !== null; ) {
    const member = byId.get(above);
    if (!member) break;
    chain.unshift(member);
    above = member.parent;
  }
  const sums = new Map<string, Tally>();
  for (const row of tallies) sums.set(row.unit, add(sums.get(row.unit) ?? nothing, row));
  return {
    chain,
    unit: self,
    childrenOf: (id) => members.filter((member) => member.parent === id),
    tally: (id) => sums.get(id) ?? nothing,
  };
}

/** The first part of a group is the channel. */
const channelOf = (grp: string) => grp.split('|')[0] || grp;

function add(sum: Tally, row: TallyRow): Tally {
  const counts: Record<string, Counts> = { ...sum.counts };
  const more = JSON.parse(row.counts) as Tallied;
  for (const [question, keys] of Object.entries(more)) {
    const into: Counts = { ...counts[question] };
    for (const [key, n] of Object.entries(keys)) into[key] = (into[key] ?? 0) + n;
    counts[question] = into;
  }
  const channel = channelOf(row.grp);
  return {
    n: sum.n + row.n,
    counts,
    channels: { ...sum.channels, [channel]: (sum.channels[channel] ?? 0) + row.n },
  };
}
