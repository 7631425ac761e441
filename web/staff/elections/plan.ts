// An election as it is being filled in: what stands there at first, what is wrong, what is sent.
import type { createElection } from '../../../schema/api/elections.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { type DayFault, dayFaults, daysBefore } from '../../../schema/elections/calendar.ts';
import type { Days } from '../../../schema/elections/days.ts';
import { type Pack, packText } from '../../../schema/elections/pack.ts';
import { majority } from '../../../schema/elections/packs/majority.ts';
import { meeting } from '../../../schema/elections/packs/meeting.ts';
import { plurality } from '../../../schema/elections/packs/plurality.ts';
import { packs } from '../../../schema/elections/packs/registry.ts';
import { wholeNumber } from '../areas/whole-number.ts';
import { t } from './words.ts';

/** The rules of an election, as its contract hands them over. */
export const packOf = ({ pack }: { pack: string }): Pack => JSON.parse(pack);

/** That of an election until another is chosen, and of nominations alone. */
export const usualPack: Pack = plurality;
/** The one question, and what stands behind 更多办法. A contest here has one post: nothing counts downwards. */
export const firstPacks: readonly Pack[] = [usualPack, majority, meeting];
export const otherPacks: readonly Pack[] = packs.filter(
  (pack) => !firstPacks.includes(pack) && !pack.cascade.down,
);

export interface Plan {
  preset: 'spot' | 'sealed' | 'nominations';
  phases: boolean;
  post: string;
  /** '' stands for the usual one */
  title: string;
  scope: ReadonlySet<string>;
  roll: string | null;
  pack: Pack;
  vote: string;
  /** days set by hand, in place of those that are worked back */
  own: Partial<Days>;
  seats: string;
  quorum: string;
  organiser: string;
  phone: string;
  words: string;
  listed: boolean;
}

export const daysOf = ({ pack, vote, own, ...plan }: Plan): Days => ({
  ...daysBefore(pack, vote, plan),
  ...own,
});
export const titleOf = (plan: Plan, branch: string): string =>
  plan.title.trim() || t('usualTitle', { name: branch, post: plan.post.trim() });
export const seatsOf = (plan: Plan): number => {
  const n = wholeNumber(plan.seats) ?? 0;
  return n <= 20 ? n : 0;
};

export const faultsOf = (plan: Plan, today: string): DayFault[] =>
  dayFaults(plan.pack, daysOf(plan), plan, today);

/** By field, what is wrong; empty when it can be sent. `places`: buildings of the scope. */
export function problemsOf(plan: Plan, places: number, today: string): { field: string; sentence: string }[] {
  const found: { field: string; sentence: string }[] = [];
  const want = (field: string, right: boolean, sentence: string) => {
    if (!right) found.push({ field, sentence });
  };
  want('post', plan.post.trim() !== '', t('needPost'));
  want('scope', places > 0, t(plan.scope.size === 0 ? 'needScope' : 'needPlaces'));
  want('days', faultsOf(plan, today).length === 0, t('needDays'));
  want('seats', seatsOf(plan) > 0, t('needSeats'));
  want('organiser', plan.organiser.trim() !== '', t('needOrganiser'));
  want('phone', plan.phone.trim() !== '', t('needPhone'));
  return found;
}

export const bodyOf = (plan: Plan, branch: string): Body<typeof createElection> => ({
  title: titleOf(plan, branch).slice(0, 60),
  post: plan.post.trim(),
  preset: plan.preset,
  phases: plan.preset === 'sealed' && plan.phases,
  pack: packText(plan.pack),
  roll: plan.preset === 'nominations' ? null : plan.roll,
  scope: [...plan.scope],
  seats: seatsOf(plan),
  days: daysOf(plan),
  quorum: Number(plan.quorum),
  organiser: plan.organiser.trim(),
  phone: plan.phone.trim(),
  words: plan.words.trim(),
  listed: plan.listed,
});
