// What nobody will see, and what says nothing.
import {
  a,
  b,
  type Case,
  c,
  few,
  form,
  grid,
  isNo,
  isYes,
  last,
  many,
  on,
  one,
  options,
  page,
  required,
  words,
  yes,
} from './case.ts';

const twice = { all: [isYes, isNo] };
const both = [a, b].map((option, at) => ({ ...option, showIf: at === 0 ? isYes : isNo }));
const more = [...options, { id: 'd', label: '别的' }];
const end = { id: 'sorry', title: '不适用' };

export const reachCases: Case[] = [
  {
    code: 'never-visible',
    severity: 'error',
    what: 'two answers at once',
    wrong: form(yes, on(twice)),
    right: form(yes, on({ any: [isYes, isNo] })),
    at: 'q.last.showIf',
    questions: ['last'],
  },
  {
    code: 'never-visible',
    severity: 'error',
    what: 'two ranges that do not meet',
    wrong: form(
      few,
      on({
        all: [
          { q: 'few', op: 'lt', value: 4 },
          { q: 'few', op: 'gt', value: 3 },
        ],
      }),
    ),
    right: form(
      few,
      on({
        all: [
          { q: 'few', op: 'lt', value: 5 },
          { q: 'few', op: 'gt', value: 3 },
        ],
      }),
    ),
  },
  {
    code: 'never-visible',
    severity: 'error',
    what: 'two choices of which one excludes the other',
    wrong: form(
      { ...many, options: [a, b, { ...c, exclusive: true }] },
      on({
        all: [
          { q: 'many', op: 'contains', value: 'a' },
          { q: 'many', op: 'contains', value: 'c' },
        ],
      }),
    ),
    right: form(
      { ...many, options: [a, b, { ...c, exclusive: true }] },
      on({
        all: [
          { q: 'many', op: 'contains', value: 'a' },
          { q: 'many', op: 'contains', value: 'b' },
        ],
      }),
    ),
  },
  {
    code: 'never-visible',
    severity: 'error',
    what: 'an answer of a question that shows only otherwise',
    wrong: form(yes, { ...words, showIf: isYes }, on({ all: [{ q: 'words', op: 'answered' }, isNo] })),
    right: form(yes, { ...words, showIf: isYes }, on({ all: [{ q: 'words', op: 'unanswered' }, isNo] })),
  },
  {
    code: 'never-visible',
    severity: 'error',
    what: 'with all that depends on it',
    wrong: form(yes, { ...words, showIf: twice }, on({ q: 'words', op: 'answered' })),
    right: form(yes, { ...words, showIf: isYes }, on({ q: 'words', op: 'answered' })),
    questions: ['words', 'last'],
  },
  {
    code: 'never-visible',
    severity: 'error',
    what: 'a page, with the questions on it',
    wrong: form(yes, { ...page, showIf: twice }, words, last),
    right: form(yes, { ...page, showIf: isYes }, words, last),
    questions: ['page', 'words', 'last'],
  },
  {
    code: 'never-visible',
    severity: 'error',
    what: 'figures that never compare so',
    wrong: form(
      few,
      on({
        is: 'gt',
        left: { sum: [{ value: 'few' }, { value: 'few' }], missing: 'null' },
        right: { number: 18 },
      }),
    ),
    right: form(
      few,
      on({
        is: 'gt',
        left: { sum: [{ value: 'few' }, { value: 'few' }], missing: 'null' },
        right: { number: 17 },
      }),
    ),
  },
  {
    code: 'required-never-shown',
    severity: 'error',
    what: 'an answer that must be given and cannot',
    wrong: form(yes, required(on(twice))),
    right: form(yes, required(on(isYes))),
  },
  {
    code: 'always-skipped',
    severity: 'error',
    what: 'behind a jump that is always taken',
    wrong: form({ ...yes, jumps: [{ to: 'page' }] }, words, page, last),
    right: form({ ...yes, jumps: [{ when: isYes, to: 'page' }] }, words, page, last),
    at: 'q.yes.jumps.0',
    questions: ['yes', 'words'],
  },
  {
    code: 'always-skipped',
    severity: 'error',
    what: 'a page that is jumped over, whatever is answered',
    wrong: form(
      {
        ...required(yes),
        jumps: [
          { when: isYes, to: 'end' },
          { when: { not: isYes }, to: 'end' },
        ],
      },
      page,
      last,
    ),
    right: form({ ...required(yes), jumps: [{ when: isYes, to: 'end' }] }, page, last),
    questions: ['yes', 'page', 'last'],
  },
  {
    code: 'option-never-offered',
    severity: 'error',
    what: 'an option whose condition cannot hold',
    wrong: form(yes, { ...one, options: [a, { ...b, showIf: twice }] }),
    right: form(yes, { ...one, options: [a, { ...b, showIf: isYes }] }),
    at: 'q.one.options.b.showIf',
  },
  {
    code: 'may-offer-nothing',
    severity: 'advice',
    what: 'options of which none need be there',
    wrong: form(yes, { ...one, options: both }),
    right: form(required(yes), { ...one, options: both }),
    at: 'q.one.options',
  },
  {
    code: 'may-offer-nothing',
    severity: 'advice',
    what: 'rows of which none need be there',
    wrong: form(yes, { ...grid, rows: both }),
    right: form(required(yes), { ...grid, rows: both }),
    at: 'q.grid.rows',
  },
  {
    code: 'condition-always',
    severity: 'advice',
    what: 'a condition that always holds',
    wrong: form(
      yes,
      on({
        any: [
          { q: 'yes', op: 'answered' },
          { q: 'yes', op: 'unanswered' },
        ],
      }),
    ),
    right: form(yes, on({ q: 'yes', op: 'answered' })),
  },
  {
    code: 'required-if-never',
    severity: 'advice',
    what: 'required when it does not show',
    wrong: form(yes, { ...on(isYes), requiredIf: isNo }),
    right: form(yes, { ...on({ q: 'yes', op: 'answered' }), requiredIf: isNo }),
  },
  {
    code: 'required-if-always',
    severity: 'advice',
    what: 'required whenever it shows',
    wrong: form(yes, { ...on(isYes), requiredIf: isYes }),
    right: form(yes, { ...on({ q: 'yes', op: 'answered' }), requiredIf: isYes }),
  },
  {
    code: 'required-if-always',
    severity: 'advice',
    what: 'required, and required sometimes',
    wrong: form(yes, { ...required(last), requiredIf: isYes }),
    right: form(yes, { ...last, requiredIf: isYes }),
  },
  {
    code: 'ending-unreachable',
    severity: 'error',
    what: 'an ending whose condition cannot hold',
    wrong: { ...form(yes, last), endings: [{ ...end, when: twice }] },
    right: { ...form(yes, last), endings: [{ ...end, when: isNo }] },
    at: 'endings.sorry.when',
  },
  {
    code: 'ending-unreachable',
    severity: 'error',
    what: 'an ending for those who left out what they must answer',
    wrong: { ...form(required(yes), last), endings: [{ ...end, when: { q: 'yes', op: 'unanswered' } }] },
    right: { ...form(yes, last), endings: [{ ...end, when: { q: 'yes', op: 'unanswered' } }] },
  },
  {
    code: 'ending-unreachable',
    severity: 'error',
    what: 'an ending behind another that takes all',
    wrong: {
      ...form(yes, last),
      endings: [
        { ...end, when: isNo },
        { id: 'so', title: '也不', when: isNo },
      ],
    },
    right: {
      ...form(yes, last),
      endings: [
        { ...end, when: isNo },
        { id: 'so', title: '好', when: isYes },
      ],
    },
  },
  {
    code: 'ending-unreachable',
    severity: 'advice',
    what: 'an ending to which nothing leads',
    wrong: { ...form(yes, last), endings: [end] },
    right: { ...form({ ...yes, jumps: [{ when: isNo, to: 'sorry' }] }, last), endings: [end] },
  },
  {
    code: 'carry-source',
    severity: 'error',
    what: 'carried from a question without choices',
    wrong: form(words, { ...one, carry: { from: 'words', pick: 'chosen' } }),
    right: form(many, { ...one, carry: { from: 'many', pick: 'chosen' } }),
  },
  {
    code: 'carry-differs',
    severity: 'advice',
    what: 'an option of the source is missing here',
    wrong: form(many, { ...one, options: [a, b], carry: { from: 'many', pick: 'chosen' } }),
    right: form(
      { ...many, options: [a, b, { ...c, exclusive: true }] },
      { ...one, options: [a, b], carry: { from: 'many', pick: 'chosen' } },
    ),
  },
  {
    code: 'carry-differs',
    severity: 'error',
    what: 'an option here that the source does not have is never carried',
    wrong: form(many, { ...one, options: more, carry: { from: 'many', pick: 'chosen' } }),
    right: form(many, { ...one, carry: { from: 'many', pick: 'chosen' } }),
  },
  {
    code: 'carry-differs',
    severity: 'advice',
    what: 'or is always left over',
    wrong: form(many, { ...one, options: more, carry: { from: 'many', pick: 'others' } }),
    right: form(many, { ...one, carry: { from: 'many', pick: 'others' } }),
  },
];
