// The calendar of an election: worked back from the voting day, and checked against the rules that say how long what must
// stand. Where a pack leaves it to the organiser, what is usual is proposed and anything goes.
import { type Days, dayAfter, daysBetween, earlier, weekday } from './days.ts';
import type { Pack, Round, Source } from './pack.ts';

/** What is proposed where the pack names no number: notices of 3 days, as streets mostly have them. */
const usual = { roll: 7, objections: 5, candidates: 3, result: 3 } as const;
/** Days for checking who was proposed, and for handing out ballots before they are cast. */
const checking = 1;
const handingOut = 3;
/** At the least so many days to nominate in. */
const nominating = 3;

export interface Plan {
  preset: 'spot' | 'sealed' | 'nominations';
  /** ballots are handed out on earlier days than they are cast */
  phases: boolean;
}

/** All other days of an election that votes on this one. */
export function daysBefore(pack: Pack, vote: string, { preset, phases }: Plan): Days {
  const { rollDays, objectionDays, candidateDays, resultDays } = pack.calendar;
  const checkIn = phases && preset === 'sealed' ? dayAfter(vote, -handingOut) : null;
  // Between the last that may change something and the first ballot lies a day on which all is fixed.
  const ready = dayAfter(checkIn ?? vote, -2);
  const roll = earlier(dayAfter(vote, -(rollDays.days ?? usual.roll)), dayAfter(ready, 1 - usual.roll));
  const candidates = earlier(dayAfter(vote, -(candidateDays.days ?? usual.candidates)), ready);
  return {
    roll,
    objections: earlier(dayAfter(roll, objectionDays.days ?? usual.objections), ready),
    nominate: dayAfter(candidates, -checking),
    candidates,
    checkIn,
    vote,
    voteEnd: vote,
    opens: '08:00',
    closes: '20:00',
    result: dayAfter(vote, resultDays.days ?? usual.result),
  };
}

/** The first Saturday on which nothing that comes before would have to be past already. */
export function firstVotingDay(pack: Pack, today: string, plan: Plan): string {
  const { roll, nominate } = daysBefore(pack, today, plan);
  const lead = Math.max(
    plan.preset === 'nominations' ? 0 : daysBetween(roll, today),
    daysBetween(nominate, today) + nominating,
  );
  const first = dayAfter(today, lead);
  return dayAfter(first, (6 - weekday(first) + 7) % 7);
}

/** Why days cannot stand: their order, or a rule that wants more days between two of them. */
export interface DayFault {
  code: 'order' | 'hours' | 'past' | 'late' | 'roll' | 'objections' | 'candidates' | 'result' | 'check-in';
  /** the field that has to change */
  field: keyof Days;
  /** for a rule: how many days it asks for, and how many there are */
  days?: number;
  has?: number;
  /** the last day that the rule allows */
  last?: string;
  sources?: readonly Source[];
}

/** What holds of the days of voting themselves, whatever came before. `today`: the voting day may not have passed. */
function votingFaults(days: Days, { preset, phases }: Plan, today: string): DayFault[] {
  const { vote, voteEnd, opens, closes, result, checkIn } = days;
  const fault = (wrong: boolean, code: DayFault['code'], field: keyof Days): DayFault[] =>
    wrong ? [{ code, field }] : [];
  const handed = phases && preset === 'sealed';
  return [
    ...(preset === 'nominations'
      ? []
      : [
          ...fault(voteEnd < vote, 'order', 'voteEnd'),
          ...fault(result < voteEnd, 'order', 'result'),
          ...fault(closes <= opens, 'hours', 'closes'),
        ]),
    ...fault(handed !== (checkIn !== null) || (checkIn !== null && checkIn >= vote), 'check-in', 'checkIn'),
    ...fault(vote < today, 'past', 'vote'),
  ];
}

export function dayFaults(pack: Pack, days: Days, plan: Plan, today: string): DayFault[] {
  const { calendar } = pack;
  const faults: DayFault[] = [];
  const inOrder = (field: keyof Days, right: boolean) => {
    if (!right) faults.push({ code: 'order', field });
  };
  const least = (
    code: 'roll' | 'objections' | 'candidates' | 'result',
    field: keyof Days,
    has: number,
    rule: Pack['calendar']['rollDays'],
  ) => {
    if (rule.days !== null && has < rule.days)
      faults.push({ code, field, days: rule.days, has, sources: rule.sources });
  };
  inOrder('nominate', days.nominate <= days.candidates);
  inOrder('candidates', days.candidates < days.vote);
  least('candidates', 'candidates', daysBetween(days.candidates, days.vote), calendar.candidateDays);
  if (plan.preset !== 'nominations') {
    inOrder('objections', days.roll <= days.objections && days.objections < (days.checkIn ?? days.vote));
    least('roll', 'roll', daysBetween(days.roll, days.vote), calendar.rollDays);
    least('objections', 'objections', daysBetween(days.roll, days.objections), calendar.objectionDays);
    least('result', 'result', daysBetween(days.voteEnd, days.result), calendar.resultDays);
  }
  if (days.checkIn !== null) inOrder('checkIn', days.candidates <= days.checkIn);
  return [...faults, ...votingFaults(days, plan, today)];
}

/** The days of a next round that votes on this one: who stands is known, so nothing is nominated or posted anew. */
export function daysOfRound(pack: Pack, before: Days, today: string, vote: string): Days {
  const lasts = daysBetween(before.vote, before.voteEnd);
  const handed = before.checkIn === null ? null : daysBetween(before.checkIn, before.vote);
  const voteEnd = dayAfter(vote, lasts);
  const result = dayAfter(voteEnd, pack.calendar.resultDays.days ?? usual.result);
  const first = handed === null ? null : dayAfter(vote, -handed);
  const checkIn = first !== null && first < today ? today : first;
  return { ...before, nominate: today, candidates: today, checkIn, vote, voteEnd, result };
}

/** Why a next round cannot run on these days: their order, or a rule that wants it sooner. */
export function roundFaults(
  pack: Pack,
  before: Days,
  kind: Round,
  days: Days,
  preset: Plan['preset'],
  today: string,
): DayFault[] {
  const within = kind === 'second' ? pack.rounds.second?.withinDays : undefined;
  const last = typeof within === 'number' ? dayAfter(before.voteEnd, within) : undefined;
  const sources = pack.rounds.second?.sources ?? [];
  return [
    ...(last !== undefined && days.vote > last
      ? [{ code: 'late', field: 'vote', last, sources } as const]
      : []),
    ...votingFaults(days, { preset, phases: days.checkIn !== null }, today),
  ];
}
