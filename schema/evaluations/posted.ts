// What everybody may read of a final evaluation, as the posted list has it: who was given what, how many were rated and how
// many have no score, the rules, what appeals came to. Of nobody a score, of no group a mark, of raters nothing.
import type { FrozenResult } from '../api/evaluation-shapes.ts';
import { subjectName } from './names.ts';
import { bandKinds, type Rules } from './scheme.ts';
import { orderCounts } from './score.ts';

/** What of an evaluation stands on it beside the result. */
export interface About {
  title: string;
  period: string;
  organiser: string;
  phone: string;
  rules: Rules;
  version: number;
  rulesSha256: string;
  decidedWords: string;
}

export interface Posted extends About {
  unit: string;
  /** when it became final, and the check code of the whole result, which says more */
  at: number;
  resultSha256: string;
  rated: number;
  /** without a score: too few rated them, or an objection left so many marks out */
  unscored: number;
  leftOut: number;
  bands: { id: string; n: number }[];
  /** names of who was given it, in the order of the awards */
  awards: { id: string; winners: string[] }[];
  appeals: { n: number; upheld: number; corrected: number };
}

type Result = Pick<FrozenResult, 'subjects' | 'lines' | 'awards' | 'appeals'>;

/** The figures of the notice, of a provisional result as well. */
export function figuresOf({ subjects, lines, appeals }: Result) {
  const objected = appeals.filter(({ state }) => state !== 'noted');
  const upheld = objected.filter(({ state }) => state === 'upheld');
  const emptied = new Set(upheld.flatMap(({ subject, effect }) => (effect === 'unscored' ? [subject] : [])));
  const without = lines.filter(({ score }) => score === null);
  const leftOut = without.filter(({ id }) => emptied.has(id)).length;
  return {
    rated: subjects.length,
    unscored: without.length - leftOut,
    leftOut,
    bands: bandKinds.map((id) => ({
      id,
      n: lines.filter(({ outcome }) => outcome.state === 'rated' && outcome.band === id).length,
    })),
    appeals: {
      n: objected.length,
      upheld: upheld.length,
      corrected: upheld.filter(({ effect }) => effect === 'changed' || effect === 'unscored').length,
    },
  };
}

export function postedOf(
  about: About & { decided: readonly string[] },
  unit: string,
  resultSha256: string,
  result: FrozenResult,
): Posted {
  const { title, period, organiser, phone, rules, version, rulesSha256, decidedWords } = about;
  const names = new Map(result.subjects.map((one) => [one.id, subjectName(one)]));
  return {
    title,
    period,
    unit,
    organiser,
    phone,
    at: result.at,
    ...figuresOf(result),
    awards: result.awards.map((one) => ({
      id: one.award,
      winners: one.state === 'waiting' ? [] : one.winners.map((id) => names.get(id) ?? id),
    })),
    decidedWords: orderCounts(rules, result.lines, about.decided) ? decidedWords : '',
    rules,
    version,
    rulesSha256,
    resultSha256,
  };
}
