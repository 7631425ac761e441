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
const scale = (to: number): Question => ({ id: 's', type: 'scale', title: '满意吗', from: 1, to });

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
    severity: 'advice',
    what: 'an option that now says something else',
    published: form({ ...one, options: [{ id: 'a', label: '楼道保洁' }, b, c] }),
    wrong: form({ ...one, options: [{ id: 'a', label: '停车收费' }, b, c] }),
    right: form({ ...one, options: [{ id: 'a', label: '楼道和电梯保洁' }, b, c] }),
    at: 'q.one.options.a',
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
