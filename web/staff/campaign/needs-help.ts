// Which areas may need a hand with a run: few answers against their households, beside those of the area above. It is a
// list to help by and no ranking: the order stays that of the administration.
import type { getProgress } from '../../../schema/api/campaigns.ts';
import type { Output } from '../../../schema/api/endpoint.ts';

export type Progress = Output<typeof getProgress>;
type Line = Progress['here'];

/** Below so many answers, were it like the area above, none or one is no sign of anything. */
const telling = 3;

interface Help {
  /** those that may need a hand, in the order in which they stand */
  listed: Line[];
  /** of how many it can be said at all; of the others it is too early */
  told: number;
}

/**
 * Areas with less than half of what they would have if they were like the area above; where households are not known,
 * areas without any answer. Nothing can be told while nothing has come in at all.
 */
export function needsHelp({ here, children }: Pick<Progress, 'here' | 'children'>): Help {
  if (here.n === 0) return { listed: [], told: 0 };
  if (here.households === 0) return { listed: children.filter(({ n }) => n === 0), told: children.length };
  const alike = ({ households }: Line) => (here.n / here.households) * households;
  const told = children.filter((line) => alike(line) >= telling);
  return { listed: told.filter((line) => line.n < alike(line) / 2), told: told.length };
}
