// A vote of owners as a whole: what is asked, when it may be posted, what an owner signs, and how every matter is counted.

import { type Canonical, canonicalJson } from './canonical.ts';
import { dayAfter } from './days.ts';
import {
  add,
  type MatterKind,
  type OwnerChoice,
  type OwnerOutcome,
  type OwnerTally,
  type Weight,
} from './owners.ts';
import { matters as lawful, type Matter, ownerRules } from './packs/owners.ts';
import { type Abstentions, countOwners, type SilenceFault } from './silence.ts';

export const ownerChoices = ['agree', 'against', 'abstain'] as const satisfies readonly OwnerChoice[];
/**
 * On paper. void: what nobody can read or what says two things; unsigned: of every matter, where the owner's signature is
 * missing. The head has not taken part in the matter.
 */
export const paperChoices = [...ownerChoices, 'void', 'unsigned'] as const;
export type PaperChoice = (typeof paperChoices)[number];
export type Choices = Readonly<Record<string, PaperChoice>>;

export const ownerVoteStates = ['preparing', 'notice', 'closed', 'announced', 'cancelled'] as const;
export type OwnerVoteState = (typeof ownerVoteStates)[number];
/** open: votes are taken; over: no more, and not counted yet */
type OwnerVotePhase = OwnerVoteState | 'open' | 'over';
export const channels = ['self', 'assisted', 'paper'] as const;
/** handed over · put up or under the door · by post · by phone or message · seen on the vote's page */
export const services = ['hand', 'door', 'post', 'message'] as const;

export interface OwnerMatter {
  id: string;
  title: string;
  /** all that an owner needs to know to decide */
  text: string;
  /** its number in article 278 of the Civil Code */
  item: number;
}

/** The silence rule, by an article of the by-laws; off unless it is there. */
export interface Silence {
  article: string;
  warning: string;
  abstentions: Abstentions;
}

/** Matters of one vote: what fits on a ballot of two sheets. */
export const mattersMost = 20;
export const signatureMost = 30_720;
/** Days between notice and voting (物业管理条例, article 14); fewer only by a rule that is named. */
export const noticeDaysUsual = 15;
/** Characters of the reason for which a ballot is voided; it is printed with the result. */
export const voidReasonLeast = 5;

/** @throws RangeError for a number that article 278 does not have */
export function matterOf(item: number): Matter {
  const found = lawful.find((one) => one.item === item);
  if (!found) throw new RangeError(`article 278 has no item ${item}`);
  return found;
}

interface Timed {
  state: OwnerVoteState;
  opensAt: number;
  /** the first moment at which no vote is taken */
  closesAt: number;
}

export function phaseOf({ state, opensAt, closesAt }: Timed, now: number): OwnerVotePhase {
  if (state !== 'notice' || now < opensAt) return state;
  return now < closesAt ? 'open' : 'over';
}

export interface Prepared {
  matters: readonly OwnerMatter[];
  /** days of the place: today, and the first and last of voting */
  today: string;
  opens: string;
  /** whole days between notice and voting, by the by-laws or the Regulation on Property Management, article 14 */
  noticeDays: number;
  /** the rule by which they may be fewer than `noticeDaysUsual` */
  noticeGround: string;
  silence: Silence | null;
}
type NoticeFault = 'no-matters' | 'days-few' | 'no-ground' | 'no-article' | 'no-warning';

/** What keeps the notice from being posted. */
export const noticeFaults = ({
  matters,
  today,
  opens,
  noticeDays,
  noticeGround,
  silence,
}: Prepared): NoticeFault[] => [
  ...(matters.length === 0 ? (['no-matters'] as const) : []),
  ...(opens < dayAfter(today, noticeDays) ? (['days-few'] as const) : []),
  ...(noticeDays < noticeDaysUsual && noticeGround.trim() === '' ? (['no-ground'] as const) : []),
  ...(silence && silence.article.trim() === '' ? (['no-article'] as const) : []),
  ...(silence && silence.warning.trim() === '' ? (['no-warning'] as const) : []),
];

export const choicesText = (choices: Choices): string => canonicalJson(choices satisfies Canonical);

/**
 * What the check code of a ballot is the SHA-256 of, in UTF-8: the vote, the unit whose letter or paper it is, what was
 * chosen, and the SHA-256 of the picture of the signature (null on paper, where it stands).
 */
export const ownerBallotText = (ballot: {
  vote: string;
  entry: string;
  choices: Choices;
  signature: string | null;
}): string => canonicalJson(ballot);

const isChoice = (choice: PaperChoice): choice is OwnerChoice => choice !== 'void' && choice !== 'unsigned';
export const isUnsigned = (choices: Choices): boolean => Object.values(choices).includes('unsigned');

/** Every matter once, and nothing else; a paper is signed or not as a whole. */
export const answersAll = (matters: readonly Pick<OwnerMatter, 'id'>[], choices: Choices): boolean =>
  Object.keys(choices).length === matters.length &&
  matters.every(({ id }) => Object.hasOwn(choices, id)) &&
  new Set(Object.values(choices).map((choice) => choice === 'unsigned')).size <= 1;

export interface HeadOnRoll {
  head: string;
  area: number;
  /** entries */
  units: readonly string[];
}
interface HeadSaid {
  head: string;
  /** void where nothing is said, as on a ballot that was voided */
  choices: Choices;
}

export type Counted = Pick<OwnerTally, 'all' | 'part' | 'agree' | 'against' | 'abstain'> & OwnerOutcome;
export interface MatterResult {
  id: string;
  kind: MatterKind;
  strict: Counted;
  /** whose ballot says nothing here that counts: with those who took part by the strict tally, all whose ballots came in */
  uncounted: Weight;
  /** how it would be, or is, by the silence rule; null where it is off */
  silence: (Counted & { joined: Weight; faults: SilenceFault[] }) | null;
  /** the tally that decides */
  decides: 'strict' | 'silence';
  passes: boolean;
}

export function countVote(
  matters: readonly OwnerMatter[],
  roll: readonly HeadOnRoll[],
  ballots: readonly HeadSaid[],
  silence: Silence | null,
  served: ReadonlySet<string>,
): MatterResult[] {
  const heads = new Map(roll.map(({ head, area, units }) => [head, { heads: 1, area, units }]));
  const record = silence && { ...silence, served };
  return matters.map(({ id, item }) => {
    const { kind } = matterOf(item);
    const said = ballots.flatMap(({ head, choices }) => {
      const choice = choices[id];
      return choice !== undefined && isChoice(choice) ? [{ owner: head, choice }] : [];
    });
    const spoke = new Set(ballots.map(({ head }) => head));
    const result = countOwners(ownerRules, kind, heads, said, record, spoke);
    const weigh = (owners: readonly string[]) => {
      const sum = { heads: 0, area: 0 };
      for (const owner of owners) add(sum, heads.get(owner) ?? { heads: 0, area: 0 });
      return sum;
    };
    const uncounted = ballots.flatMap(({ head, choices }) => {
      const choice = choices[id];
      return choice !== undefined && !isChoice(choice) ? [head] : [];
    });
    return {
      id,
      kind,
      strict: figures(result.strict),
      uncounted: weigh(uncounted),
      silence: result.silence && {
        ...figures(result.silence),
        joined: weigh(result.silence.joined),
        faults: result.silence.faults,
      },
      decides: result.decides,
      passes: result.passes,
    };
  });
}

const figures = ({ tally, outcome }: { tally: OwnerTally; outcome: OwnerOutcome }): Counted => ({
  all: tally.all,
  part: tally.part,
  agree: tally.agree,
  against: tally.against,
  abstain: tally.abstain,
  ...outcome,
});
