// What belongs together and does not fit: checks, quotas, tests, consents.

import type { Question } from '../../../schema/form/definition.ts';
import type { Rule } from '../../../schema/logic/shapes.ts';
import {
  a,
  b,
  type Case,
  type Condition,
  c,
  day,
  few,
  form,
  isNo,
  isYes,
  last,
  many,
  one,
  options,
  page,
  phone,
  required,
  words,
  yes,
} from './case.ts';

const ruled = (question: Question, ...rules: Rule[]): Question => ({ ...question, rules });
const places = { id: 'seats', label: '座位', max: 5 };
const quiz = (right: string[]) => ({ right, points: 5 });
const consent: Question = {
  id: 'agree',
  type: 'consent',
  title: '同意书',
  text: '我们用它核对身份。',
  version: 1,
};
const identity: Question = { id: 'identity', type: 'id-number', title: '身份证号' };
const shares = (...quotas: number[]): Question => ({
  id: 'share',
  type: 'allocate',
  title: '怎么分',
  options: options.map((option, at) => ({ ...option, quota: quotas[at] })),
});
/** Its list has no room for words beside an option. */
const closed: Question = {
  id: 'd',
  type: 'dropdown',
  title: '选哪个',
  options: [{ ...a, text: true, quota: 3 }, b],
};
const refuses = { id: 'sorry', title: '只请本楼居民填写', refuses: true };

const more = { ...few, id: 'more', title: '又几个' };
const carried = { from: 'many', pick: 'chosen' } as const;
const holding = (question: Question, condition: Condition) => ruled(question, { check: 'holds', condition });

export const togetherCases: Case[] = [
  {
    code: 'rule-source',
    severity: 'error',
    what: 'compared with a question that is gone',
    wrong: form(few, ruled(last, { check: 'compare', order: 'differs', with: 'gone' })),
    right: form(words, ruled(last, { check: 'compare', order: 'differs', with: 'words' })),
    at: 'q.last.rules.0',
  },
  {
    code: 'rule-source',
    severity: 'error',
    what: 'compared with itself',
    wrong: form(ruled(few, { check: 'compare', order: 'lte', with: 'few' })),
    right: form(
      few,
      ruled({ ...few, id: 'more', title: '又几个' }, { check: 'compare', order: 'lte', with: 'few' }),
    ),
  },
  {
    code: 'rule-type',
    severity: 'error',
    what: 'the length of a choice',
    wrong: form(ruled(one, { check: 'length', max: 3 })),
    right: form(ruled(words, { check: 'length', max: 3 })),
  },
  {
    code: 'rule-type',
    severity: 'error',
    what: 'a day as the end of a number',
    wrong: form(ruled(few, { check: 'range', max: '2026-01-01' })),
    right: form(ruled(day, { check: 'range', max: '2026-01-01' })),
  },
  {
    code: 'rule-type',
    severity: 'error',
    what: 'more than a day is no number',
    wrong: form(day, ruled(few, { check: 'compare', order: 'gt', with: 'day' })),
    right: form(
      day,
      ruled({ ...day, id: 'end', title: '到哪天' }, { check: 'compare', order: 'gt', with: 'day' }),
    ),
  },
  {
    code: 'rule-type',
    severity: 'error',
    what: 'a sum of words',
    wrong: form(words, ruled(few, { check: 'sum', order: 'lte', value: 9, and: ['words'] })),
    right: form(
      few,
      ruled({ ...few, id: 'more', title: '又几个' }, { check: 'sum', order: 'lte', value: 9, and: ['few'] }),
    ),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'a range beyond the type’s own',
    wrong: form(ruled(few, { check: 'range', min: 10 })),
    right: form(ruled(few, { check: 'range', min: 9 })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'two ranges that do not meet',
    wrong: form(ruled(few, { check: 'range', max: 3 }, { check: 'range', min: 4 })),
    right: form(ruled(few, { check: 'range', max: 4 }, { check: 'range', min: 4 })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'longer than it may be',
    wrong: form(ruled({ ...words, maxLength: 5 }, { check: 'length', min: 6 })),
    right: form(ruled({ ...words, maxLength: 6 }, { check: 'length', min: 6 })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'a postcode in five characters',
    wrong: form(ruled({ ...words, maxLength: 5 }, { check: 'pattern', pattern: 'postcode' })),
    right: form(ruled({ ...words, maxLength: 6 }, { check: 'pattern', pattern: 'postcode' })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'two sums at once',
    wrong: form(
      ruled(few, { check: 'sum', order: 'lte', value: 3 }, { check: 'sum', order: 'gt', value: 3 }),
    ),
    right: form(
      ruled(few, { check: 'sum', order: 'lte', value: 4 }, { check: 'sum', order: 'gt', value: 3 }),
    ),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'no whole number between the ends',
    wrong: form(ruled(few, { check: 'range', min: 1.2, max: 1.8 })),
    right: form(ruled(few, { check: 'range', min: 1.2, max: 2 })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'days that no year has',
    wrong: form(ruled(day, { check: 'range', min: '2026-02-30', max: '2026-02-31' })),
    right: form(ruled(day, { check: 'range', min: '2026-02-30', max: '2026-03-01' })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'digits that are Chinese',
    wrong: form(
      ruled(words, { check: 'pattern', pattern: 'digits' }, { check: 'pattern', pattern: 'chinese' }),
    ),
    right: form(
      ruled(words, { check: 'pattern', pattern: 'digits' }, { check: 'pattern', pattern: 'postcode' }),
    ),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'less and more than the same',
    wrong: form(
      few,
      ruled(
        more,
        { check: 'compare', order: 'lt', with: 'few' },
        { check: 'compare', order: 'gt', with: 'few' },
      ),
    ),
    right: form(
      few,
      ruled(
        more,
        { check: 'compare', order: 'lte', with: 'few' },
        { check: 'compare', order: 'gte', with: 'few' },
      ),
    ),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'less than what is less than anything it may be',
    wrong: form(few, ruled({ ...more, min: 9, max: 20 }, { check: 'compare', order: 'lt', with: 'few' })),
    right: form(few, ruled({ ...more, min: 8, max: 20 }, { check: 'compare', order: 'lt', with: 'few' })),
    at: 'q.more.rules.0',
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'a sum beyond what there is',
    wrong: form(few, ruled(more, { check: 'sum', and: ['few'], order: 'gt', value: 18 })),
    right: form(few, ruled(more, { check: 'sum', and: ['few'], order: 'gte', value: 18 })),
  },
  {
    code: 'rule-impossible',
    severity: 'error',
    what: 'what must hold and cannot',
    wrong: form(
      ruled(few, {
        check: 'holds',
        condition: {
          all: [
            { q: 'few', op: 'gt', value: 5 },
            { q: 'few', op: 'lt', value: 5 },
          ],
        },
      }),
    ),
    right: form(
      ruled(few, {
        check: 'holds',
        condition: {
          any: [
            { q: 'few', op: 'gt', value: 5 },
            { q: 'few', op: 'lt', value: 5 },
          ],
        },
      }),
    ),
  },
  {
    code: 'cannot-be-sent',
    severity: 'error',
    what: 'two questions that want a third otherwise',
    wrong: form(required(yes), holding(required(few), isYes), holding(required(more), isNo)),
    right: form(required(yes), holding(required(few), isYes), holding(more, isNo)),
    questions: ['more', 'yes'],
  },
  {
    code: 'cannot-be-answered',
    severity: 'error',
    what: 'two of what is only one for some',
    wrong: form(
      yes,
      required({ ...many, min: 2, options: [a, { ...b, showIf: isYes }, { ...c, showIf: isYes }] }),
    ),
    right: form(yes, required({ ...many, min: 2, options: [a, b, { ...c, showIf: isYes }] })),
    at: 'q.many.options',
    questions: ['many', 'yes'],
  },
  {
    code: 'cannot-be-answered',
    severity: 'error',
    what: 'two of the one that was chosen',
    wrong: form(required(many), required({ ...many, id: 'two', title: '哪两个', min: 2, carry: carried })),
    right: form(
      required({ ...many, min: 2 }),
      required({ ...many, id: 'two', title: '哪两个', min: 2, carry: carried }),
    ),
    questions: ['two', 'many'],
  },
  {
    code: 'quota-by',
    severity: 'error',
    what: 'counted by a question that gives no number',
    wrong: { ...form(words), quotas: [{ ...places, by: 'words' }] },
    right: { ...form({ ...few, max: 4 }), quotas: [{ ...places, by: 'few' }] },
    at: 'quotas.seats.by',
  },
  {
    code: 'quota-impossible',
    severity: 'error',
    what: 'everybody takes more than there are',
    wrong: { ...form({ ...few, min: 6 }), quotas: [{ ...places, by: 'few' }] },
    right: { ...form({ ...few, min: 5 }), quotas: [{ ...places, by: 'few' }] },
  },
  {
    code: 'quota-impossible',
    severity: 'error',
    what: 'no places at all',
    wrong: { ...form(yes), quotas: [{ ...places, max: 0 }] },
    right: { ...form(yes), quotas: [places] },
  },
  {
    code: 'quota-impossible',
    severity: 'error',
    what: 'fewer places than the first answer takes',
    wrong: form(shares(30, 30, 30)),
    right: form(shares(40, 30, 30)),
  },
  {
    code: 'quota-never-counts',
    severity: 'error',
    what: 'a condition that cannot hold',
    wrong: { ...form(yes), quotas: [{ ...places, when: { all: [isYes, isNo] } }] },
    right: { ...form(yes), quotas: [{ ...places, when: isYes }] },
  },
  {
    code: 'quota-never-counts',
    severity: 'error',
    what: 'places of an option that nobody is offered',
    wrong: form({ ...one, options: [a, b, { ...c, retired: true, quota: 3 }] }),
    right: form({ ...one, options: [a, b, { ...c, quota: 3 }] }),
    at: 'q.one.options.c.quota',
  },
  {
    code: 'quota-never-counts',
    severity: 'error',
    what: 'places where options are put in order, and none is chosen',
    wrong: form({ id: 'r', type: 'rank', title: '排', options: [{ ...a, quota: 3 }, b] }),
    right: form({ id: 'r', type: 'multi', title: '选', options: [{ ...a, quota: 3 }, b] }),
  },
  {
    code: 'quota-never-counts',
    severity: 'error',
    what: 'places of an option that asks for words, in a closed list',
    wrong: form({ ...closed, id: 'r', type: 'rank' }),
    right: form(closed),
  },
  {
    code: 'quiz-never-right',
    severity: 'error',
    what: 'two right answers in a closed list',
    wrong: form({ ...closed, quiz: quiz(['a', 'b']) }),
    right: form({ ...closed, quiz: quiz(['a']) }),
  },
  {
    code: 'quiz-answer-missing',
    severity: 'error',
    what: 'a right answer that is not there',
    wrong: form({ ...one, quiz: quiz(['z']) }),
    right: form({ ...one, quiz: quiz(['a']) }),
    at: 'q.one.quiz',
  },
  {
    code: 'quiz-answer-missing',
    severity: 'error',
    what: 'a right answer that is retired',
    wrong: form({ ...one, options: [a, b, { ...c, retired: true }], quiz: quiz(['c']) }),
    right: form({ ...one, options: [a, b, { ...c, retired: true }], quiz: quiz(['b']) }),
  },
  {
    code: 'quiz-never-right',
    severity: 'error',
    what: 'two right answers where one is chosen',
    wrong: form({ ...one, quiz: quiz(['a', 'b']) }),
    right: form({ ...many, quiz: quiz(['a', 'b']) }),
  },
  {
    code: 'quiz-never-right',
    severity: 'error',
    what: 'more right answers than may be chosen',
    wrong: form({ ...many, max: 1, quiz: quiz(['a', 'b']) }),
    right: form({ ...many, max: 2, quiz: quiz(['a', 'b']) }),
  },
  {
    code: 'sensitive-without-consent',
    severity: 'error',
    what: 'no consent before it',
    wrong: form(identity, required(consent)),
    right: form(required(consent), identity),
    questions: ['identity'],
  },
  {
    code: 'sensitive-without-consent',
    severity: 'error',
    what: 'a consent that need not be given',
    wrong: form(consent, identity),
    right: form(consent, { ...required(identity), showIf: { q: consent.id, op: 'answered' } }),
  },
  {
    code: 'sensitive-without-consent',
    severity: 'error',
    what: 'a consent that does not always show',
    wrong: form(yes, required({ ...consent, showIf: isYes }), identity),
    right: form(yes, required({ ...consent, showIf: isYes }), { ...identity, showIf: isYes }),
  },
  {
    code: 'sensitive-without-consent',
    severity: 'error',
    what: 'a consent that a jump leads past, and not past what is sensitive too',
    wrong: form({ ...yes, jumps: [{ when: isNo, to: 'page' }] }, required(consent), page, identity),
    right: {
      ...form({ ...yes, jumps: [{ when: isNo, to: 'sorry' }] }, required(consent), page, identity),
      endings: [refuses],
    },
    questions: ['identity'],
  },
  {
    code: 'refuses-late',
    severity: 'advice',
    what: 'refused after the telephone number',
    wrong: { ...form(phone, { ...yes, jumps: [{ when: isNo, to: 'sorry' }] }, last), endings: [refuses] },
    right: { ...form({ ...yes, jumps: [{ when: isNo, to: 'sorry' }] }, phone, last), endings: [refuses] },
    questions: ['yes', 'phone'],
  },
  {
    code: 'refuses-late',
    severity: 'advice',
    what: 'refused only at the end',
    wrong: { ...form(yes, phone), endings: [{ ...refuses, when: isNo }] },
    right: { ...form(yes, words), endings: [{ ...refuses, when: isNo }] },
  },
];
