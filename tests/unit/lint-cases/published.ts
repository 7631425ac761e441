// A draft beside the version that residents have answered.

import type { Question } from '../../../schema/form/definition.ts';
import { a, b, type Case, c, few, form, grid, last, many, one, words, yes } from './case.ts';

const consent: Question = {
  id: 'agree',
  type: 'consent',
  title: '同意书',
  required: true,
  text: '用于核对。',
  version: 1,
};
const scale = (to: number, labels?: string[]): Question => ({
  id: 's',
  type: 'scale',
  title: '满意吗',
  from: 1,
  to,
  labels,
});

const vote = (one: string, other: string): Question => ({
  id: 's',
  type: 'single',
  title: '同意加装电梯吗',
  options: [
    { id: 'a', label: one },
    { id: 'b', label: other },
  ],
});

export const publishedCases: Case[] = [
  {
    code: 'type-changed',
    severity: 'error',
    what: 'a choice that becomes a text',
    published: form(one, last),
    wrong: form({ ...words, id: 'one' }, last),
    right: form({ ...one, type: 'dropdown' }, last),
    questions: ['one'],
  },
  {
    code: 'counting-changed',
    severity: 'error',
    what: 'a sum in another unit',
    published: form({ ...few, max: 1000 }),
    wrong: form({ ...few, max: 1000, decimals: 1 }),
    right: form({ ...few, max: 2000 }),
  },
  {
    code: 'counting-changed',
    severity: 'advice',
    what: 'another number of points',
    published: form(scale(5)),
    wrong: form(scale(10)),
    right: form({ ...scale(5), title: '您满意吗' }),
  },
  {
    code: 'meaning-changed',
    severity: 'error',
    what: 'an option that now says something else',
    published: form({ ...one, options: [{ id: 'a', label: '楼道保洁' }, b, c] }),
    wrong: form({ ...one, options: [{ id: 'a', label: '停车收费' }, b, c] }),
    right: form({ ...one, options: [{ id: 'a', label: '楼道和电梯保洁' }, b, c] }),
    at: 'q.one.options.a',
  },
  {
    code: 'meaning-changed',
    severity: 'error',
    what: 'the same id again for another question, after a version without it',
    published: form(last),
    earlier: [vote('同意', '反对')],
    wrong: form(vote('上午', '反对'), last),
    right: form(vote('同意加装', '反对'), last),
    questions: ['s'],
  },
  {
    code: 'meaning-changed',
    severity: 'error',
    what: 'two options exchanged',
    published: form(vote('同意', '不同意')),
    wrong: form(vote('不同意', '同意')),
    right: form(vote('我同意', '不同意')),
  },
  {
    code: 'meaning-changed',
    severity: 'error',
    what: 'a word that denies it',
    published: form(vote('愿意参加', '再说')),
    wrong: form(vote('不愿意', '再说')),
    right: form(vote('愿意参加活动', '再说')),
    at: 'q.s.options.a',
  },
  {
    code: 'meaning-changed',
    severity: 'error',
    what: 'a scale turned round',
    published: form(scale(3, ['差', '一般', '好'])),
    wrong: form(scale(3, ['好', '一般', '差'])),
    right: form(scale(3, ['很差', '一般', '很好'])),
  },
  {
    code: 'meaning-changed',
    severity: 'error',
    what: 'another question under the same id',
    published: form(vote('同意', '反对')),
    wrong: form({ ...vote('同意', '反对'), title: '广场舞几点结束' }),
    right: form({ ...vote('同意', '反对'), title: '您是否同意给本楼加装电梯' }),
    at: 'q.s.title',
  },
  {
    code: 'meaning-changed',
    severity: 'advice',
    what: 'an option that may say something else',
    published: form(vote('上午', '晚上')),
    wrong: form(vote('下午', '晚上')),
    right: form(vote('上午', '晚上八点')),
  },
  {
    code: 'option-removed',
    severity: 'advice',
    what: 'an option that is gone instead of retired',
    published: form(many),
    wrong: form({ ...many, options: [a, b] }),
    right: form({ ...many, options: [a, b, { ...c, retired: true }] }),
  },
  {
    code: 'part-removed',
    severity: 'advice',
    what: 'a row that is gone',
    published: form({ ...grid, rows: [a, b] }),
    wrong: form({ ...grid, rows: [a] }),
    right: form({ ...grid, rows: [b, a] }),
  },
  {
    code: 'question-removed',
    severity: 'advice',
    what: 'a question that is gone',
    published: form(yes, words),
    wrong: form(yes),
    right: form(words, yes),
  },
  {
    code: 'consent-not-renewed',
    severity: 'error',
    what: 'other words under the same version',
    published: form(consent),
    wrong: form({ ...consent, text: '用于核对和回访。' }),
    right: form({ ...consent, text: '用于核对和回访。', version: 2 }),
    at: 'q.agree.text',
  },
];
