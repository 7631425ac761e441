// What is carried forward: the source must have choices, and these must be the same under the same ids. What was chosen
// there and is not here is lost on the way; what is only here is never carried, or always left over.
import type { Question } from '../../fields/shapes.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf, listed } from './places.ts';
import { retiredIn } from './possible/base.ts';

export const carryFindings = (form: Form): Finding[] =>
  form.questions.flatMap((question) => {
    const carry = 'carry' in question ? question.carry : undefined;
    if (!carry) return [];
    const at = addressOf(question, 'carry');
    const source = form.question(carry.from);
    const kind = source && form.comparable(source);
    if (!source || !(kind?.kind === 'option' || kind?.kind === 'options') || source === question)
      return [error('carry-source', source ? [question.id, source.id] : [question.id], { at })];
    const list = listed(question).options.length > 0 ? 'options' : 'rows';
    const here = new Set(listed(question)[list].map(({ id }) => id));
    // 以上都没有 is no choice to go on with.
    const alone = listed(source).options.flatMap(({ id, exclusive }) => (exclusive ? [id] : []));
    const there = kind.options.filter((id) => !retiredIn(source).has(id) && !alone.includes(id));
    const missing = there.filter((id) => !here.has(id));
    const strange = listed(question)[list].filter(({ id }) => !kind.options.includes(id));
    if (missing.length === 0 && strange.length === 0) return [];
    const parts = missing.flatMap((id) => namedIn(source, id));
    const say = strange.length > 0 && carry.pick === 'chosen' ? error : advice;
    return [
      say('carry-differs', [question.id, source.id], {
        at,
        args: {
          missing: parts.map(({ label }) => label).join('、'),
          strange: strange.map(({ label }) => label).join('、'),
        },
        // What is missing can be brought; what is too much here may be meant for something.
        ...(strange.length === 0 &&
          parts.length === missing.length && {
            fix: { do: 'add-carried', question: question.id, list, parts } as const,
          }),
      }),
    ];
  });

const namedIn = (source: Question, id: string): { id: string; label: string }[] =>
  listed(source)
    .options.filter((option) => option.id === id)
    .map(({ label }) => ({ id, label }));
