// What a form uses beyond its questions, so that it stands in its settings without being asked for.
import { expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { usedIn } from '../../web/staff/form/switches.ts';

const ask = (more: object): Question => ({
  ...{ id: 'q', type: 'single', title: '问', options: [] },
  ...more,
});
const form = (question: Question, more: object = {}): Definition => ({
  title: '表',
  layout: 'steps',
  questions: [question],
  ...more,
});
const option = { id: 'a', label: '甲' };
const when = { q: 'p', op: 'answered' } as const;

it.each([
  ['nothing', form(ask({ options: [option] })), []],
  ['a condition of a question', form(ask({ showIf: when })), ['logic']],
  ['of an option', form(ask({ options: [{ ...option, showIf: when }] })), ['logic']],
  ['of an ending', form(ask({}), { endings: [{ id: 'e', title: '完', when }] }), ['logic']],
  ['an ending that only a jump leads to', form(ask({}), { endings: [{ id: 'e', title: '完' }] }), []],
  ['a jump', form(ask({ jumps: [{ to: 'end' }] })), ['logic']],
  ['points of an option', form(ask({ options: [{ ...option, score: 0 }] })), ['scores']],
  ['a right answer', form(ask({ quiz: { right: ['a'] } })), ['scores']],
  ['places of an option', form(ask({ options: [{ ...option, quota: 3 }] })), ['quotas']],
  ['places of the form', form(ask({}), { quotas: [{ id: 'n', label: '上午', max: 3 }] }), ['quotas']],
  ['another language', form(ask({}), { translations: { en: {} } }), ['languages']],
])('%s', (_, definition, used) => {
  expect([...usedIn(definition)]).toEqual(used);
});
