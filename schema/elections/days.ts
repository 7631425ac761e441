// The days of an election, each a calendar day of the place: when the roll and the candidates are posted, until when one
// may nominate and object, when ballots are handed out and cast, how long the result stands.
import * as z from 'zod/mini';
import { placeDay } from '../day.ts';
import { isDay } from '../fields/date.ts';

export const daysShape = () => {
  const day = () => z.string().check(z.refine(isDay));
  const clock = () => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
  return z.strictObject({
    /** the roll is posted; until `objections` one may object to it */
    roll: day(),
    objections: day(),
    /** the last day to nominate */
    nominate: day(),
    /** the candidates are posted */
    candidates: day(),
    /** ballots are handed out from this day on, before any is cast; null: handed out and cast in one sitting */
    checkIn: z.nullable(day()),
    /** first and last day of voting, open on each from `opens` to `closes`; of nominations alone, the day they are settled */
    vote: day(),
    voteEnd: day(),
    opens: clock(),
    closes: clock(),
    /** the result is posted until this day */
    result: day(),
  });
};
export type Days = z.infer<ReturnType<typeof daysShape>>;

/** A step on the way, with its first and last day (the same where it is one day). */
export interface Stage {
  id: 'roll' | 'nominate' | 'candidates' | 'checkIn' | 'vote' | 'result';
  from: string;
  to: string;
}

const length = 86_400_000;
const at = (day: string) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8));

/** So many days later; earlier for a negative number. Months and leap years as the calendar has them. */
export const dayAfter = (day: string, days: number): string =>
  new Date(at(day) + days * length).toISOString().slice(0, 10);

export const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number => (at(to) - at(from)) / length;

/** 0 is Sunday. */
export const weekday = (day: string): number => new Date(at(day)).getUTCDay();

/**
 * The stages in their order. Of nominations alone, `vote` is the day they are settled and nothing follows; in a later round
 * the roll stands and nobody is nominated.
 */
export function stagesOf(days: Days, preset: 'spot' | 'sealed' | 'nominations', again = false): Stage[] {
  const { roll, objections, nominate, candidates, checkIn, vote, voteEnd, result } = days;
  const stage = (id: Stage['id'], from: string, to = from): Stage => ({
    id,
    from,
    to: to < from ? from : to,
  });
  const notice = stage('candidates', candidates, dayAfter(checkIn ?? vote, -1));
  if (preset === 'nominations') return [stage('nominate', nominate), notice];
  return [
    ...(again ? [] : [stage('roll', roll, objections), stage('nominate', nominate)]),
    notice,
    ...(checkIn === null ? [] : [stage('checkIn', checkIn, dayAfter(vote, -1))]),
    stage('vote', vote, voteEnd),
    stage('result', voteEnd, result),
  ];
}

/** Where a step stands at this moment. On the last day of voting the clock parts the vote from its result. */
export function stageState({ id, from, to }: Stage, days: Days, now: number): 'done' | 'now' | 'coming' {
  const today = placeDay(now);
  const over = now >= votingWindow(days).closesAt;
  if (id === 'vote' && over) return 'done';
  if (id === 'result' && !over) return 'coming';
  return to < today ? 'done' : from <= today ? 'now' : 'coming';
}

/** A moment of a day on the wall clock of the place (UTC+8), in ms since 1970. */
export const momentOf = (day: string, clock: string): number =>
  at(day) + (+clock.slice(0, 2) * 60 + +clock.slice(3)) * 60_000 - 8 * 3_600_000;

/** From when to when votes are taken. */
export const votingWindow = (days: Days): { opensAt: number; closesAt: number } => ({
  opensAt: momentOf(days.vote, days.opens),
  closesAt: momentOf(days.voteEnd, days.closes),
});
