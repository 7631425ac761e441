// Scores of an evaluation: groups, deductions and bonus within caps, a veto, a group that is missing.
import { type Evaluated, evaluate, type Scheme, type Subject } from '../../schema/measures/evaluation.ts';
import { byName, type Case, type Kind, maybe, numberOf, numbersOf, type Printed } from './case.ts';

interface Group {
  W: number;
  s: number[];
}

const groupOf = (all: Case, name: string): Group => {
  const fields = new Map(byName(all, name, (group, field) => group[field]));
  const group: Case = { id: name, ...Object.fromEntries(fields) };
  return { W: numberOf(group, 'W'), s: numbersOf(group, 's') };
};

export const evaluation: Kind = {
  tolerance: 1e-9,
  compute(one) {
    const groups = byName(one, 'groups', groupOf);
    const list = (key: string) => maybe(one, key, numbersOf) ?? [];
    const scheme: Scheme = {
      indicators: numbersOf(one, 'w').map((weight, at) => ({ id: `i${at}`, weight, most: 100 })),
      groups: groups.map(([id, { W }]) => ({ id, weight: W, minimum: 1, middle: { rule: 'mean' } })),
      missing: 'incomplete',
      deductionCap: maybe(one, 'deduction_cap', numberOf) ?? Number.POSITIVE_INFINITY,
      bonusCap: maybe(one, 'bonus_cap', numberOf) ?? Number.POSITIVE_INFINITY,
      gates: [],
      bands: [],
    };
    const marks = Object.fromEntries(
      groups.map(([id, { s }]) => [
        id,
        Object.fromEntries(s.map((point, at) => [`i${at}`, [{ point, n: 1 }]])),
      ]),
    );
    const vetoes = Array.isArray(one.veto) ? one.veto.map(String) : [];
    const subject: Subject = {
      marks,
      vetoes: [],
      readings: {},
      deductions: list('deductions'),
      bonus: list('bonus'),
    };
    // A veto leaves the number: the figures are those of the case with it.
    const with_veto = evaluate(scheme, { ...subject, vetoes });
    const without = (id: string): Evaluated =>
      evaluate(scheme, { ...subject, marks: { ...subject.marks, [id]: {} } });
    const missing = groups.map(([id]): [string, Printed] => [`missing_${id}`, without(id).outcome.state]);
    return {
      group_score: Object.fromEntries(with_veto.groups.map(({ id, score }) => [id, score])),
      before: with_veto.before,
      score: with_veto.score,
      outcome: evaluate(scheme, subject).outcome.state,
      outcome_with_veto: with_veto.outcome.state,
      ...Object.fromEntries(missing),
    };
  },
};
