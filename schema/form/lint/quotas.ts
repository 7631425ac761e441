// Places that run out: such as can never be taken, and such as leave nobody a way to answer.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import type { Quota } from '../definition.ts';
import { samplesOf } from '../samples.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf, listed } from './places.ts';
import { retiredIn } from './possible/base.ts';
import type { Possibilities } from './possible/possibilities.ts';

/** `possible`: undefined where nothing is known of what can come about. */
export const quotaFindings = (form: Form, possible: Possibilities | undefined): Finding[] => [
  ...(form.definition.quotas ?? []).flatMap((quota) => ofForm(form, possible, quota)),
  ...form.questions.flatMap((question) => ofOptions(question)),
];

function ofForm(form: Form, possible: Possibilities | undefined, quota: Quota): Finding[] {
  const { id, label, max, when, by } = quota;
  const more = { at: `quotas.${id}`, args: { quota: label, max } };
  const counter = by === undefined ? undefined : form.question(by);
  const kind = counter && form.comparable(counter);
  if (by !== undefined && kind?.kind !== 'number')
    return [error('quota-by', counter ? [counter.id] : [], { ...more, at: `${more.at}.by` })];
  if (max < 1 || (counter && kind?.kind === 'number' && kind.min > max))
    return [
      error('quota-impossible', counter ? [counter.id] : [], {
        ...more,
        args: { ...more.args, least: kind?.kind === 'number' ? kind.min : 1 },
      }),
    ];
  const counts =
    !possible ||
    ((!when || possible.narrow(when, true)) &&
      (!counter || possible.shown(form.placeOf(counter.id)).all) &&
      !(kind?.kind === 'number' && kind.max <= 0));
  return counts
    ? []
    : [error('quota-never-counts', [...(counter ? [counter.id] : []), ...sourcesOf(when)], more)];
}

function ofOptions(question: Question): Finding[] {
  const { options } = listed(question);
  if (options.every(({ quota }) => quota === undefined)) return [];
  const retired = retiredIn(question);
  const { counted, least } = takenBy(question);
  const never = options.filter(
    ({ id, quota }) => quota !== undefined && (retired.has(id) || !counted.has(id)),
  );
  const [first] = never;
  if (first)
    return [
      error('quota-never-counts', [question.id], {
        at: addressOf(question, 'options', first.id, 'quota'),
        args: { quota: first.label, max: first.quota ?? 0 },
      }),
    ];
  const offered = options.filter(({ id }) => !retired.has(id));
  const places = offered.reduce((sum, { quota = Infinity }) => sum + quota, 0);
  return places < least
    ? [
        error('quota-impossible', [question.id], {
          at: addressOf(question, 'options'),
          args: { quota: question.title, max: places, least },
        }),
      ]
    : [];
}

/** Options of which an answer says in the tally that they were chosen, and how many places the smallest answer takes. */
function takenBy(question: Question): { counted: ReadonlySet<string>; least: number } {
  const field = fieldOf(question);
  const ids = new Set(listed(question).options.map(({ id }) => id));
  const taken = samplesOf(
    question,
    [...ids].map((value) => ({ value })),
  ).map((answer) =>
    Object.entries(field.count(answer, question)).filter(([key, n]) => ids.has(key) && n > 0),
  );
  return {
    counted: new Set(taken.flatMap((counts) => counts.map(([key]) => key))),
    least: Math.min(...taken.map((counts) => counts.reduce((sum, [, n]) => sum + n, 0))),
  };
}
