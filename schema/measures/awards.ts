// Who gets the banners: awards with a limited number of places, given from the highest score down, and what happens where
// equal scores meet at the last place. The rule is stated beforehand and printed with the result.
import { billionths } from './evaluation.ts';

export interface Award {
  id: string;
  places: number;
  /** a score that it takes */
  from?: number;
}

export interface TieRule {
  /** what decides first between equal scores, by the ids of `figures`, in this order; the higher one stands first */
  by: readonly string[];
  /** still equal at the last place: all of them get it, none does, or somebody decides (a meeting, a lot) */
  rest: 'all' | 'none' | 'decide';
}

export interface Candidate {
  id: string;
  score: number;
  figures: Readonly<Record<string, number>>;
}

export type Given =
  | { award: string; state: 'given'; winners: string[] }
  /** `winners` are sure; among the others, `left` places are to be decided */
  | { award: string; state: 'undecided'; winners: string[]; left: number; among: string[] }
  /** an award before it is undecided */
  | { award: string; state: 'waiting' };

/**
 * Gives the awards in their order, one at most to each candidate (those whose outcome is `rated`). `decided`: ids in the
 * order in which somebody put those who were equal, where the rule leaves it to them. Equal ones are put in that order only
 * where all of them are in it: who became equal later was not there when it was decided.
 */
export function giveAwards(
  candidates: readonly Candidate[],
  awards: readonly Award[],
  tie: TieRule,
  decided: readonly string[] = [],
): Given[] {
  let left = groupEqual(candidates, tie, decided);
  let open = false;
  return awards.map((award): Given => {
    if (open) return { award: award.id, state: 'waiting' };
    const winners: string[] = [];
    const reached = ([first]: readonly Candidate[]) =>
      award.from === undefined || (first !== undefined && billionths(first.score) >= billionths(award.from));
    while (left[0] && reached(left[0]) && winners.length < award.places) {
      const group = left[0].map(({ id }) => id);
      const free = award.places - winners.length;
      if (group.length > free && tie.rest === 'decide') {
        open = true;
        return { award: award.id, state: 'undecided', winners, left: free, among: group };
      }
      if (group.length > free && tie.rest === 'none') break;
      winners.push(...group);
      left = left.slice(1);
    }
    return { award: award.id, state: 'given', winners };
  });
}

/** From the highest down; in one group, those that nothing tells apart. */
function groupEqual(
  candidates: readonly Candidate[],
  { by }: TieRule,
  decided: readonly string[],
): Candidate[][] {
  const compare = (a: Candidate, b: Candidate): number => {
    const keys = by.map((id) => [a.figures[id] ?? 0, b.figures[id] ?? 0] as const);
    for (const [x, y] of [[a.score, b.score] as const, ...keys])
      if (billionths(x) !== billionths(y)) return billionths(y) - billionths(x);
    return 0;
  };
  const groups: Candidate[][] = [];
  for (const one of [...candidates].sort(compare)) {
    const last = groups.at(-1);
    if (last?.[0] && compare(last[0], one) === 0) last.push(one);
    else groups.push([one]);
  }
  const turn = ({ id }: Candidate) => decided.indexOf(id);
  return groups.flatMap((group) =>
    group.every((one) => turn(one) >= 0)
      ? group.sort((a, b) => turn(a) - turn(b)).map((one) => [one])
      : [group],
  );
}
