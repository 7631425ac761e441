// Forms in which everything hangs on what came before it: each option, row, page, check, jump, figure and quota on the
// question in front, as far back as the form goes. Nobody writes one by accident, and anybody can post one.
import fc from 'fast-check';
import type { Definition, Question } from '../../schema/form/definition.ts';
import type { Condition, Expression } from '../../schema/logic/shapes.ts';

export interface Knot {
  questions: number;
  options: number;
  /** how many of the options before each of them asks for */
  asks: number;
  /** bits: which of the things below hang on the question before */
  of: number;
  /** how far back a condition looks, question by question */
  back: number;
  groups: 'all' | 'any' | 'not' | 'none';
}

/** What a definition may weigh when it is saved (schema/api/forms.ts), in characters. */
export const heaviest = 1_048_576;

export const knot = (most: { questions: number; options: number }): fc.Arbitrary<Knot> =>
  fc.record({
    questions: fc.integer({ min: 2, max: most.questions }),
    options: fc.integer({ min: 2, max: most.options }),
    asks: fc.integer({ min: 1, max: most.options }),
    of: fc.nat(2047),
    back: fc.integer({ min: 1, max: 6 }),
    groups: fc.constantFrom('all', 'any', 'not', 'none'),
  });

const listOf = <T>(n: number, make: (at: number) => T) => Array.from({ length: n }, (_, at) => make(at));

export function knotted({ questions: count, options, asks, of, back, groups }: Knot): Definition {
  const hangs = (bit: number) => (of & (1 << bit)) !== 0;
  const parts = listOf(options, (at) => ({ id: `o${at}`, label: `选项${at}` }));
  /** Of two kinds in turn where lists hang too, else all of one. */
  const isList = (at: number) => hangs(0) && at % 3 === 2;
  const chose = (at: number, from: number): Condition => {
    const q = `q${at}`;
    if (isList(at)) return { q, op: 'contains', value: `o${from % options}` };
    return { q, op: 'in', value: listOf(Math.min(asks, options), (step) => `o${(from + step) % options}`) };
  };
  const before = (at: number, from: number): Condition => {
    const several = listOf(Math.min(back, at), (step) => chose(at - 1 - step, from));
    const [first] = several;
    if (groups === 'all') return { all: several };
    if (groups === 'any') return { any: several };
    return groups === 'not' ? { not: { all: several } } : (first ?? { q: 'q0', op: 'answered' });
  };
  const figure = (at: number): Expression => ({
    sum: [{ score: `q${at - 1}` }, { if: before(at, 0), yes: { chosen: `q${at - 1}` }, no: { number: 1 } }],
    missing: 'skip',
  });
  const questions = listOf(count, (at): Question[] => {
    const conditions = at > 0;
    const more = {
      ...(conditions && hangs(1) && { showIf: before(at, 0) }),
      ...(conditions && hangs(2) && { required: true }),
      ...(conditions &&
        hangs(3) && { jumps: [{ when: before(at, 1), to: at % 2 === 0 ? 'end' : `p${at}` }] }),
      ...(conditions && hangs(4) && { rules: [{ check: 'holds', condition: before(at, 0) } as const] }),
      ...(conditions &&
        hangs(5) &&
        at % 4 === 1 && { carry: { from: `q${at - 1}`, pick: 'chosen' } as const }),
    };
    const own = parts.map((part, from) => ({
      ...part,
      ...(conditions && hangs(6) && { showIf: before(at, from) }),
    }));
    const question: Question = {
      id: `q${at}`,
      type: isList(at) ? 'multi' : 'single',
      ...(isList(at) && hangs(10) && { min: 2 }),
      title: `第 ${at} 题`,
      options: own,
      ...more,
    };
    return [
      question,
      ...(conditions && hangs(7)
        ? [
            {
              id: `c${at}`,
              type: 'calculated',
              title: `算 ${at}`,
              formula: at > 1 ? { sum: [{ value: `c${at - 1}` }, figure(at)], missing: 'zero' } : figure(at),
            } satisfies Question,
          ]
        : []),
      ...(conditions && hangs(3) && at % 2 === 1
        ? [{ id: `p${at}`, type: 'page-break', title: `页 ${at}` } satisfies Question]
        : []),
    ];
  }).flat();
  const last = count - 1;
  return {
    title: '环环相扣',
    layout: 'pages',
    questions: questions.slice(0, 200),
    ...(hangs(8) && { quotas: [{ id: 'n', label: '名额', max: 9, when: before(last, 0) }] }),
    ...(hangs(9) && !hangs(3) && { shuffle: [listOf(Math.min(count, 20), (at) => `q${at}`)] }),
  };
}
