// Whatever is done to a form, undo goes back all the way, and redo comes all the way again.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldTypes } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { savable, writable } from '../../web/staff/form/blanks.ts';
import {
  copied,
  insertAfter,
  moved,
  movedTo,
  pastedAt,
  putBack,
  replaced,
  without,
} from '../../web/staff/form/edits.ts';
import { begun, done, type History, redone, undone } from '../../web/staff/form/history.ts';
import { withTongue } from '../../web/staff/form/languages/table.ts';
import { carriedAlong } from '../../web/staff/form/settings/carrying.ts';
import { replacedAnew } from '../../web/staff/form/settings/change-type.ts';
import { makeQuestion } from '../../web/staff/form/types/registry.ts';
import { groupAdded, regrouped } from '../../web/staff/form/whole/shuffling.ts';

/** One act, made by numbers: which questions it is done to depends on which there are by then. */
type Act = (definition: Definition, n: number) => Definition;
const at = ({ questions }: Definition, n: number): Question | undefined => questions[n % questions.length];
const some = ({ questions }: Definition, n: number) =>
  questions.filter((_, index) => (n >> (index % 8)) & 1).map(({ id }) => id);

const acts: readonly Act[] = [
  (definition, n) => {
    const type = fieldTypes[n % fieldTypes.length] ?? 'text';
    return insertAfter(definition, at(definition, n)?.id, makeQuestion(type, `q_${n}_${Math.floor(n / 7)}`));
  },
  (definition, n) => regrouped(without(definition, some(definition, n))),
  (definition, n) =>
    definition.questions.length > 60 ? definition : copied(definition, some(definition, n)).definition,
  (definition, n) => moved(definition, some(definition, n), n % 2 === 0 ? 1 : -1),
  (definition, n) => movedTo(definition, some(definition, n), at(definition, n >> 3)?.id),
  (definition, n) => ({ ...definition, title: `${definition.title}${n % 10}` }),
  (definition, n) => {
    const question = at(definition, n);
    return question ? replacedAnew(definition, question).definition : definition;
  },
  // Options: pasted in, taken out, moved, with what carries them along.
  (definition, n) => {
    const question = at(definition, n);
    if (!question || !('options' in question)) return definition;
    const options = question.options.length > 40 ? question.options.slice(0, 2) : question.options;
    const more = pastedAt(options, n % options.length, ['甲', '乙'].slice(n % 2), (line) => line);
    const after: Question = { ...question, options: n % 3 === 0 ? more.reverse() : more };
    return carriedAlong(replaced(definition, after), question, after);
  },
  // Conditions and settings of the form.
  (definition, n) => {
    const [source, question] = [at(definition, n >> 2), at(definition, n)];
    if (!source || !question || source === question) return definition;
    return replaced(definition, { ...question, showIf: { q: source.id, op: 'answered' } });
  },
  (definition, n) => ({ ...definition, layout: n % 2 === 0 ? 'steps' : 'pages' }),
  (definition) => groupAdded(definition) ?? definition,
  (definition) => withTongue(definition, 'en'),
  (definition) => writable(savable(definition)),
  (definition, n) => putBack(without(definition, some(definition, n)), definition, some(definition, n)),
];

/** No act may change what stood before: it is what undo goes back to. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const one = fc.record({
  act: fc.integer({ min: 0, max: acts.length - 1 }),
  n: fc.nat(100_000),
  typed: fc.boolean(),
  after: fc.integer({ min: 0, max: 4000 }),
});

it('200 acts on a form are undone one by one to the first state, and done again to the last', () => {
  const first: Definition = frozen({
    title: '表',
    layout: 'pages',
    questions: [
      makeQuestion('single', 'q_a'),
      makeQuestion('page-break', 'q_b'),
      makeQuestion('text', 'q_c'),
    ],
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 200, maxLength: 200 }), (list) => {
      let clock = 0;
      let history: History<Definition> = begun(first);
      const states = [first];
      for (const { act, n, typed, after } of list) {
        clock += after;
        const before = history;
        const next = frozen(acts[act]?.(history.now, n) ?? history.now);
        history = done(history, next, typed ? 'title' : '', clock);
        // Typing on in one field is the same step.
        if (history.past === before.past) states.pop();
        states.push(history.now);
      }
      const last = history.now;
      for (const state of states.slice(0, -1).reverse()) {
        history = undone(history);
        expect(history.now).toBe(state);
      }
      expect(history.now).toBe(first);
      expect(undone(history)).toBe(history);
      for (const state of states.slice(1)) {
        history = redone(history);
        expect(history.now).toBe(state);
      }
      expect(history.now).toBe(last);
      expect(redone(history)).toBe(history);
    }),
    { numRuns: process.env.FULL ? 500 : 50 },
  );
});
