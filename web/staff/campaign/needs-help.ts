// Which areas may need a hand with a run: few answers against their households, beside those of the area above. It is a
// list to help by and no ranking: the order stays that of the administration.
import type { getProgress } from '../../../schema/api/campaigns.ts';
import type { Output } from '../../../schema/api/endpoint.ts';

export type Progress = Output<typeof getProgress>;
type Line = Progress['here'];

/** Below so many answers, were it like the area above, none or one is no sign of anything. */
const telling = 3;

/**
 * Areas with less than half of what they would have if they were like the area above; where households are not known,
 * areas without any answer. None while nothing has come in at all.
 */
export function needsHelp({ here, children }: Pick<Progress, 'here' | 'children'>): Line[] {
  if (here.n === 0) return [];
  if (here.households === 0) return children.filter(({ n }) => n === 0);
  return children.filter(({ n, households }) => {
    const alike = (here.n / here.households) * households;
    return alike >= telling && n < alike / 2;
  });
}
