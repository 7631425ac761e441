// The decision table: what every operator of conditions and every figure does with every kind of answer, and with every
// way of having none. It decides nothing itself; tests/unit/decisions.test.ts holds each cell of it against the evaluator.
// (Checks of an author's, jumps, what is carried forward and places are held by tests/unit/rules.test.ts.)
//
// - There is no answer when a question is unanswered, hidden (by its own condition, its page's, or a jump), or answered
//   wrongly. The three are the same to whatever reads it.
// - An empty list of choices, an empty text and an empty table are no answers. A ballot on which each candidate was
//   judged is one, also when nobody was approved.
// - Nothing is converted: the text "3" is not the number 3, and a comparison of unlike kinds is false.
// - `not` turns round what stands inside it, also when that is false because there is no answer.
// - “Today” is the day on which the run opened, in the calendar of the place (UTC+8), for everybody and for ever: an
//   answer that was right when it was given stays right when it is corrected, counted again or exported.
import type { Expression, Leaf, Missing } from './shapes.ts';

/** What a question answers, as conditions see it; `none` in any of the three ways. */
export const answers = {
  none: undefined,
  'option a': 'a',
  'choices a, c': ['a', 'c'],
  'number 3': 3,
  'number 0': 0,
  'text 3': '3',
  'day 2026-02-28': '2026-02-28',
  'time 09:30': '09:30',
} as const;
export type AnswerKind = keyof typeof answers;

type Test =
  | { op: Exclude<Leaf['op'], 'answered' | 'unanswered'>; value: string | number | (string | number)[] }
  | { op: 'answered' | 'unanswered' };

/** Each operator holds for these kinds of answer and for no other. */
export const leafDecisions: readonly (readonly [Test, readonly AnswerKind[]])[] = [
  [
    { op: 'answered' },
    ['option a', 'choices a, c', 'number 3', 'number 0', 'text 3', 'day 2026-02-28', 'time 09:30'],
  ],
  [{ op: 'unanswered' }, ['none']],
  [{ op: 'equals', value: 'a' }, ['option a']],
  [{ op: 'equals', value: 'b' }, []],
  [{ op: 'equals', value: 3 }, ['number 3']],
  [{ op: 'equals', value: '3' }, ['text 3']],
  [{ op: 'equals', value: 0 }, ['number 0']],
  [{ op: 'equals', value: '' }, []],
  [{ op: 'equals', value: '2026-02-28' }, ['day 2026-02-28']],
  [{ op: 'in', value: ['a', 'b'] }, ['option a']],
  [{ op: 'in', value: [3, '3'] }, ['number 3', 'text 3']],
  [{ op: 'in', value: ['a,c'] }, []],
  [{ op: 'contains', value: 'a' }, ['choices a, c']],
  [{ op: 'contains', value: 'b' }, []],
  [{ op: 'contains', value: '3' }, []],
  [{ op: 'lt', value: 3 }, ['number 0']],
  [{ op: 'lte', value: 3 }, ['number 3', 'number 0']],
  [{ op: 'gt', value: 0 }, ['number 3']],
  [{ op: 'gte', value: 0 }, ['number 3', 'number 0']],
  [{ op: 'lt', value: '2026-03-01' }, ['day 2026-02-28', 'time 09:30']],
  [{ op: 'gte', value: '2026-02-28' }, ['option a', 'text 3', 'day 2026-02-28']],
  [{ op: 'lt', value: '10:00' }, ['time 09:30']],
];

/** Whether two answers are the same; kinds that are not named with each other are not. None is the same as nothing. */
export const sameDecisions: readonly (readonly [AnswerKind, AnswerKind, boolean])[] = [
  ['none', 'none', false],
  ['none', 'option a', false],
  ['option a', 'none', false],
  ['option a', 'option a', true],
  ['choices a, c', 'choices a, c', true],
  ['choices a, c', 'option a', false],
  ['number 3', 'number 3', true],
  ['number 3', 'text 3', false],
  ['number 0', 'none', false],
  ['day 2026-02-28', 'day 2026-02-28', true],
];

/** Parts of a sum, of which null are missing → what it is, by what it does with missing parts; null: it cannot be had. */
export const sumDecisions: readonly (readonly [
  kind: 'sum' | 'average' | 'least' | 'most',
  parts: readonly (number | null)[],
  result: Readonly<Record<Missing, number | null>>,
])[] = [
  ['sum', [2, 5], { skip: 7, zero: 7, null: 7 }],
  ['sum', [2, null], { skip: 2, zero: 2, null: null }],
  ['sum', [null, null], { skip: null, zero: 0, null: null }],
  ['average', [2, 5], { skip: 3.5, zero: 3.5, null: 3.5 }],
  ['average', [2, null], { skip: 2, zero: 1, null: null }],
  ['average', [null, null], { skip: null, zero: 0, null: null }],
  ['least', [2, 5], { skip: 2, zero: 2, null: 2 }],
  ['least', [2, null], { skip: 2, zero: 0, null: null }],
  ['least', [null, null], { skip: null, zero: 0, null: null }],
  ['most', [-2, -5], { skip: -2, zero: -2, null: -2 }],
  ['most', [-2, null], { skip: -2, zero: 0, null: null }],
  ['most', [null, null], { skip: null, zero: 0, null: null }],
];

/** Σ weight × part, and with `mean` over the weights of the parts that count. */
export const weightedDecisions: readonly (readonly [
  parts: readonly (readonly [part: number | null, weight: number])[],
  mean: boolean,
  result: Readonly<Record<Missing, number | null>>,
])[] = [
  [
    [
      [4, 3],
      [2, 1],
    ],
    false,
    { skip: 14, zero: 14, null: 14 },
  ],
  [
    [
      [4, 3],
      [2, 1],
    ],
    true,
    { skip: 3.5, zero: 3.5, null: 3.5 },
  ],
  [
    [
      [4, 3],
      [null, 1],
    ],
    false,
    { skip: 12, zero: 12, null: null },
  ],
  [
    [
      [4, 3],
      [null, 1],
    ],
    true,
    { skip: 4, zero: 3, null: null },
  ],
  [
    [
      [null, 3],
      [null, 1],
    ],
    true,
    { skip: null, zero: 0, null: null },
  ],
  [
    [
      [4, 1],
      [2, -1],
    ],
    true,
    { skip: null, zero: null, null: null },
  ],
];

const none: Expression = { value: 'none' };
const n = (number: number): Expression => ({ number });
const day = (text: string): Expression => ({ day: text });

/** Figures of figures: null wherever a part that is needed cannot be had, and never a number that is none. */
export const figureDecisions: readonly (readonly [what: string, Expression, number | null])[] = [
  ['a number', n(5), 5],
  ['the answer to nothing', none, null],
  ['a difference with nothing', { minus: [n(5), none] }, null],
  ['a product with nothing', { times: [none, n(5)] }, null],
  ['a product', { times: [n(0.1), n(3)] }, 0.3],
  ['a sum of decimals, to 15 digits', { sum: [n(0.1), n(0.2), n(0.7)], missing: 'null' }, 1],
  ['a difference of decimals', { minus: [n(0.3), n(0.1)] }, 0.2],
  ['a quotient', { over: [n(1), n(4)] }, 0.25],
  ['a quotient by zero', { over: [n(1), n(0)] }, null],
  ['zero by zero', { over: [n(0), n(0)] }, null],
  ['what is too large for a number', { times: [{ times: [n(1e9), n(1e9)] }, none] }, null],
  ['the yes of what holds', { if: { q: 'three', op: 'equals', value: 3 }, yes: n(1), no: n(2) }, 1],
  ['the no of what does not hold', { if: { q: 'three', op: 'equals', value: 4 }, yes: n(1), no: n(2) }, 2],
  ['the no of what reads nothing', { if: { q: 'none', op: 'equals', value: 3 }, yes: n(1), no: n(2) }, 2],
  ['a missing branch', { if: { q: 'three', op: 'answered' }, yes: none, no: n(2) }, null],
  [
    'how many hold',
    {
      count: [
        { q: 'three', op: 'gt', value: 2 },
        { q: 'none', op: 'answered' },
      ],
    },
    1,
  ],
  ['how many of none hold', { count: [{ q: 'none', op: 'answered' }] }, 0],
  ['rounded up', { round: n(2.5), digits: 0 }, 3],
  ['rounded away from zero', { round: n(-2.5), digits: 0 }, -3],
  ['rounded as it is written', { round: n(1.005), digits: 2 }, 1.01],
  ['rounded to zero, which has no sign', { round: n(-0.4), digits: 0 }, 0],
  ['nothing, rounded', { round: none, digits: 1 }, null],
  ['choices that were made', { chosen: 'choices' }, 2],
  ['choices of nothing', { chosen: 'none' }, null],
  ['scores of the chosen', { score: 'scored' }, 7],
  ['scores of nothing', { score: 'none' }, null],
  ['scores where none are given', { score: 'choices' }, null],
  ['all numbers of a table', { total: 'table' }, 6],
  ['all numbers of nothing', { total: 'none' }, null],
  ['days between', { between: [day('2026-02-28'), day('2026-03-01')], unit: 'days' }, 1],
  ['days backwards', { between: [day('2026-03-01'), day('2026-02-28')], unit: 'days' }, -1],
  ['a month from its last day', { between: [day('2026-01-31'), day('2026-02-28')], unit: 'months' }, 1],
  ['a month short of a day', { between: [day('2026-01-15'), day('2026-02-14')], unit: 'months' }, 0],
  ['years of an age on the birthday', { between: [day('1950-06-01'), day('2026-06-01')], unit: 'years' }, 76],
  ['years of an age a day before', { between: [day('1950-06-01'), day('2026-05-31')], unit: 'years' }, 75],
  ['years from a leap day', { between: [day('2024-02-29'), day('2026-02-28')], unit: 'years' }, 2],
  ['years to before', { between: [day('2026-06-01'), day('1950-06-01')], unit: 'years' }, -76],
  ['a day that is none', { between: [day('2026-02-30'), day('2026-03-01')], unit: 'days' }, null],
  ['from nothing', { between: [none, day('2026-03-01')], unit: 'days' }, null],
];

/** A comparison of figures is false when either is missing, also the one that asks whether they differ by `not`. */
export const comparisonDecisions: readonly (readonly [
  left: number | null,
  is: 'equals' | 'lt' | 'lte' | 'gt' | 'gte',
  right: number | null,
  holds: boolean,
])[] = [
  [3, 'equals', 3, true],
  [3, 'equals', 4, false],
  [3, 'lt', 4, true],
  [4, 'lt', 4, false],
  [4, 'lte', 4, true],
  [5, 'gt', 4, true],
  [4, 'gt', 4, false],
  [4, 'gte', 4, true],
  [null, 'equals', null, false],
  [null, 'lt', 3, false],
  [3, 'gte', null, false],
];

/** When the run opened, in milliseconds → the day that “today” is. */
export const todayDecisions: readonly (readonly [opens: string, today: string])[] = [
  ['2026-01-31T15:59:59Z', '2026-01-31'],
  ['2026-01-31T16:00:00Z', '2026-02-01'],
  ['2024-02-28T16:00:00Z', '2024-02-29'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
];
