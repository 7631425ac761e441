// Recall 罢免: whether enough asked for it, and whether the vote on one person recalls them.
import type { Pack } from './pack.ts';
import { least, reaches, wholeNumber } from './share.ts';

export type RecallRule = NonNullable<Pack['recall']>;

/** Whether `signed` of the `all` electors or delegates are enough to ask for a vote. */
export const recallAsked = (
  rule: RecallRule,
  by: 'electors' | 'delegates',
  signed: number,
  all: number,
): boolean => rule.asked.some((share) => share.by === by && reaches(share, signed, all));

export interface RecallVote {
  registered: number;
  issued: number;
  /** people on the attendance sheet, where one was kept */
  present?: number;
  agree: number;
  against: number;
  abstain: number;
  void: number;
}

export interface RecallCount {
  valid: boolean;
  turnout: boolean;
  overfullBox: boolean;
  collected: number;
  base: number;
  need: number;
  recalled: boolean;
}

/** @throws RangeError for figures that are no whole numbers */
export function countRecall(rule: RecallRule, vote: RecallVote): RecallCount {
  const { agree, against, abstain, registered, issued } = vote;
  for (const [name, value] of Object.entries(vote)) wholeNumber(value, name);
  const valid = agree + against + abstain;
  const collected = valid + vote.void;
  const present = Math.max(vote.present ?? 0, collected);
  const turnout =
    !rule.turnout ||
    reaches(rule.turnout, rule.turnout.counted === 'present' ? present : collected, registered);
  const overfullBox = collected > issued;
  const base = { registered, collected, present, valid }[rule.need.of];
  const stands = turnout && !overfullBox;
  return {
    valid: stands,
    turnout,
    overfullBox,
    collected,
    base,
    need: least(rule.need, base),
    recalled: stands && reaches(rule.need, agree, base),
  };
}
