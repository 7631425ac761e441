// What deciding an objection does to its subject: the figures as they would stand after it, by the same scoring as the result.
import { billionths } from '../measures/evaluation.ts';
import type { Found, Line, MarkList, Rated } from './score.ts';

/** A finding as it is kept. */
export interface Recorded extends Found {
  id: string;
}

/** What one subject's result is made of, each piece with whose it is. */
export interface Stored extends Rated {
  found: readonly Recorded[];
}

export interface Decision {
  /** ids of findings that are taken off */
  strike: readonly string[];
  /** ids of raters whose marks of the subject count no more */
  leaveOut: readonly string[];
  /** the figure of a precondition, in place of what stands of it */
  reading?: { item: string; times: number } | undefined;
  /** what one rater's marks should have been */
  marks?: { rater: string; marks: MarkList } | undefined;
}

/** Ids of the findings that are taken off: those that were chosen, and the figures that another takes the place of. */
export const struckBy = ({ strike, reading }: Decision, found: readonly Recorded[]): string[] =>
  found.flatMap(({ id, kind, item }) =>
    strike.includes(id) || (reading && kind === 'reading' && item === reading.item) ? [id] : [],
  );

/** How many findings and raters it changes. */
export const changesOf = ({ strike, leaveOut, reading, marks }: Decision): number =>
  new Set([...strike, ...leaveOut]).size + Number(reading !== undefined) + Number(marks !== undefined);

/** What stands of the subject once it is decided so. */
export function standingAfter(one: Stored, decision: Decision): Omit<Rated, 'raters'> {
  const { leaveOut, reading, marks: right } = decision;
  const off = new Set(struckBy(decision, one.found));
  const whose = new Map<string, readonly string[]>(Object.entries(one.raters));
  const kept = Object.entries(one.marks).map(([kind, lists]): [string, MarkList[]] => [
    kind,
    lists.flatMap((list, at) => {
      const rater = whose.get(kind)?.[at] ?? '';
      if (leaveOut.includes(rater)) return [];
      return [right?.rater === rater ? right.marks : list];
    }),
  ]);
  return {
    id: one.id,
    marks: Object.fromEntries(kept),
    found: [
      ...one.found.filter(({ id }) => !off.has(id)),
      ...(reading ? [{ ...reading, kind: 'reading' as const }] : []),
    ],
  };
}

export const appealEffects = ['none', 'changed', 'unscored'] as const;
export type AppealEffect = (typeof appealEffects)[number];

/** By comparing: nothing that counts is another, the score or the outcome is, or there is no score any more. */
export function effectOf(before: Line, after: Line): AppealEffect {
  if (before.score !== null && after.score === null) return 'unscored';
  const told = ({ score, outcome }: Line) => JSON.stringify([score && billionths(score), outcome]);
  return told(before) === told(after) ? 'none' : 'changed';
}
