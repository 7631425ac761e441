// Votes of owners: thresholds from counts or from units and votes, and what the silence rule makes of published figures.
import {
  decide,
  headsOf,
  type OwnedUnit,
  type OwnerChoice,
  tallyOwners,
  type Weight,
} from '../../schema/elections/owners.ts';
import { ownerRules } from '../../schema/elections/packs/owners.ts';
import { type Abstentions, joinMajority } from '../../schema/elections/silence.ts';
import { type Case, type Compared, differing, numberOf, recordOf, textOf } from './case.ts';

/** Square metres as hundredths. */
function hundredths(metres: number): number {
  const area = Math.round(metres * 100);
  if (Math.abs(area - metres * 100) > 1e-6) throw new Error(`${metres} has more than two decimals`);
  return area;
}

const weight = (one: Case, name: string): Weight => ({
  heads: numberOf(one, name ? `${name}_heads` : 'heads'),
  area: hundredths(numberOf(one, name ? `${name}_area` : 'area')),
});

const holdings: Readonly<Record<string, OwnedUnit['holding']>> = {
  unsold: 'unsold',
  sold_undelivered: 'undelivered',
  sold: 'sold',
};

const isChoice = (value: unknown): value is OwnerChoice =>
  value === 'agree' || value === 'against' || value === 'abstain';

function unitsOf(one: Case): OwnedUnit[] {
  if (!Array.isArray(one.units)) throw new Error('units is not a list');
  return one.units.map((value) => {
    const unit = recordOf({ id: one.id, unit: value }, 'unit');
    const holding = holdings[unit.state === undefined ? 'sold' : textOf(unit, 'state')];
    if (!holding) throw new Error(`state ${String(unit.state)} is not known`);
    return {
      id: String(unit.u),
      owner: textOf(unit, 'owner'),
      area: hundredths(numberOf(unit, 'm2')),
      holding,
    };
  });
}

function fromUnits(one: Case): string | undefined {
  const units = unitsOf(one);
  const developer = units.find(({ holding }) => holding === 'unsold')?.owner ?? 'developer';
  const ballots = Object.entries(recordOf(one, 'votes'))
    .filter(([owner]) => owner !== 'id')
    .map(([owner, choice]) => {
      if (!isChoice(choice)) throw new Error(`${owner} has voted ${String(choice)}`);
      return { owner, choice };
    });
  const tally = tallyOwners(headsOf(units, developer), ballots);
  const ordinary = decide(ownerRules, 'ordinary', tally);
  const special = decide(ownerRules, 'special', tally);
  return differing(recordOf(one, 'expect'), {
    heads: tally.all.heads,
    area: tally.all.area / 100,
    part_heads: tally.part.heads,
    part_area: tally.part.area / 100,
    agree_heads: tally.agree.heads,
    agree_area: tally.agree.area / 100,
    quorum: ordinary.quorum,
    ordinary_pass: ordinary.passes,
    special_pass: special.passes,
  });
}

export const ownerVote: Compared = {
  compare(one) {
    if ('units' in one) return fromUnits(one);
    const kind = textOf(one, 'kind');
    if (kind !== 'ordinary' && kind !== 'special') throw new Error(`kind ${kind} is not known`);
    const tally = { all: weight(one, ''), part: weight(one, 'part'), agree: weight(one, 'agree') };
    const { quorum, passes } = decide(ownerRules, kind, tally);
    return differing(one, { quorum, pass: passes });
  },
};

/** Two decimals, as courts print. */
const percent = (part: number, whole: number) => Math.round((10_000 * part) / whole) / 100;

// The published percentage of a case is what a court was told, not an expectation: which treatment of abstentions it
// comes from is what the two figures beside it show.
export const silence: Compared = {
  compare(one) {
    const of = (key: string): Weight => ({ heads: numberOf(one, key), area: numberOf(one, key) });
    const [all, agree, against, abstain] = [of('total'), of('agree'), of('against'), of('abstain')];
    const voted = agree.heads + against.heads + abstain.heads;
    const tally = { all, part: { heads: voted, area: voted }, agree, against, abstain };
    const share = (abstentions: Abstentions) =>
      percent(joinMajority(tally, [of('served_silent')], abstentions).agree.heads, all.heads);
    return differing(one, {
      strict_participation_pct: percent(voted, all.heads),
      strict_quorum: decide(ownerRules, 'ordinary', tally).quorum,
      agree_pct_of_total: { silent_only: share('stand'), silent_and_abstain: share('follow') },
    });
  },
};
