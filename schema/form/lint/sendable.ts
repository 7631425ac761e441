// Whether a form can be sent: answers that must be given and pass no check whatever the others are, checks that no answers
// meet together, and questions that leave some residents too little to choose from. The last is said with a witness only:
// answers with which a resident stands there.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import type { Comparison, Condition, Expression, Rule } from '../../logic/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import { type CompiledForm, compile } from '../compile.ts';
import { samplesOf, takesSome } from '../samples.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf } from './places.ts';
import { type Answers, fits } from './possible/answers.ts';
import {
  offerConditions,
  offeredParts,
  offerLists,
  optionsComeAndGo,
  type PartOf,
} from './possible/offers.ts';
import type { Possibilities } from './possible/possibilities.ts';
import { nothingKnown, type State } from './possible/state.ts';

/** `wrong`: questions that were found wrong by themselves. */
export function sendFindings(form: Form, possible: Possibilities, wrong: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  const isStuck = witnessOf(form);
  let sent: State | undefined = nothingKnown;
  form.questions.forEach((question, place) => {
    const shown = possible.shown(place).all;
    if (!shown || !fieldOf(question).asks || wrong.has(question.id)) return;
    found.push(...tooFew(form, possible, isStuck, question, place));
    const rules = question.rules?.map((rule) => asCondition(form, question, rule)) ?? [];
    const answered = possible.narrow({ q: question.id, op: 'answered' }, true, shown);
    const never = answered ? rules.findIndex((rule) => rule && !mayHold(possible, rule, answered)) : -1;
    if (never >= 0) {
      found.push(error('rule-impossible', [question.id], { at: addressOf(question, 'rules', never) }));
      return;
    }
    if (!sent || !possible.surelyAnswered(question.id, nothingKnown)) return;
    const conditions = [
      { q: question.id, op: 'answered' } as const,
      ...rules.flatMap((rule) => rule?.holds ?? []),
    ];
    const before: State = sent;
    sent = conditions.reduce<State | undefined>((now, one) => now && possible.narrow(one, true, now), before);
    if (!sent)
      found.push(
        error('cannot-be-sent', [question.id, ...sourcesOf(conditions)], { at: addressOf(question) }),
      );
  });
  return found;
}

interface Check {
  holds: Condition;
  /** what must be answered for it to say anything */
  reads: readonly string[];
}

function mayHold(possible: Possibilities, { holds, reads }: Check, state: State): boolean {
  const read = reads.reduce<State | undefined>(
    (now, q) => now && possible.narrow({ q, op: 'answered' }, true, now),
    state,
  );
  return !read || possible.narrow(holds, true, read) !== undefined;
}

/** A check that reads other answers, as the condition that must hold for it to pass. */
function asCondition(form: Form, question: Question, rule: Rule): Check | undefined {
  if (rule.check === 'holds') return { holds: rule.condition, reads: [] };
  if (rule.check === 'sum') {
    const sum = [question.id, ...(rule.and ?? [])].map((total): Expression => ({ total }));
    return { holds: compared(rule.order, { sum, missing: 'skip' }, { number: rule.value }), reads: [] };
  }
  if (rule.check !== 'compare') return undefined;
  const ordered = ['number', 'date', 'time'].includes(form.comparable(question).kind);
  const holds: Condition | undefined = ordered
    ? compared(rule.order, { value: question.id }, { value: rule.with })
    : rule.order === 'equals'
      ? { q: question.id, op: 'same', as: rule.with }
      : undefined;
  const either = holds && { any: [holds, { q: rule.with, op: 'unanswered' } as const] };
  return either && { holds: either, reads: [rule.with] };
}

const compared = (order: Comparison['is'] | 'differs', left: Expression, right: Expression): Condition =>
  order === 'differs' ? { not: { is: 'equals', left, right } } : { is: order, left, right };

type Witness = (question: Question, state: State) => boolean;

/** So many parts are tried as the only one that is left. */
const survivors = 8;

/** A question that must be answered where what is left to choose from makes no answer. */
function tooFew(
  form: Form,
  possible: Possibilities,
  isStuck: Witness,
  question: Question,
  place: number,
): Finding[] {
  const { passed } = possible.shown(place);
  if (!question.required || !passed || !optionsComeAndGo(question)) return [];
  for (const list of offerLists) {
    // Such as are answer enough by themselves are the first to go.
    const enough = (part: object) => Number('exclusive' in part && part.exclusive === true);
    const parts = offeredParts(question, list).sort((one, other) => enough(other) - enough(one));
    const conditions = new Map(parts.map(({ id }) => [id, offerConditions(form, question, list, id)]));
    const sources = sourcesOf([...conditions.values()]);
    const begun = possible.settled(sources, passed);
    const always = parts.filter(({ id }) => conditions.get(id)?.length === 0);
    const alone = always.length > 0 ? [always] : parts.slice(0, survivors).map((part) => [part]);
    for (const left of alone) {
      if (parts.length === 0 || takesSome(only(question, list, left))) continue;
      const own = ({ id }: (typeof parts)[number]) => conditions.get(id) ?? [];
      const here = possible.narrow({ all: left.flatMap(own) }, true, begun);
      // As few as can be beside these. Of its conditions one need not hold: which, must be known for a witness.
      const state = parts
        .filter((part) => !left.includes(part))
        .reduce(
          (now, part) => now && (first(own(part), (one) => possible.narrow(one, false, now)) ?? now),
          here,
        );
      if (state && !possible.spent() && isStuck(question, state))
        return [
          error('cannot-be-answered', [question.id, ...sources], {
            at: addressOf(question, list),
          }),
        ];
    }
  }
  return [];
}

function first<T, R>(list: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const made = of(one);
    if (made !== undefined) return made;
  }
  return undefined;
}

const only = (question: Question, list: PartOf, parts: readonly { id: string }[]): Question =>
  Object.assign({ ...question }, { [list]: parts });

/** So many questions are looked at for answers, over all tries: no form may make the check slow. */
const lookedAt = 100;

/** Finds answers as they are known, with which a question shows and takes none. */
function witnessOf(form: Form): Witness {
  const found = new Map<string, readonly unknown[]>();
  let compiled: CompiledForm | undefined;
  function samples(question: Question, wanted: readonly (string | number)[]): readonly unknown[] {
    const key = JSON.stringify([question.id, ...wanted]);
    const known = found.get(key);
    if (known || found.size >= lookedAt) return known ?? [];
    const made = samplesOf(
      question,
      wanted.map((value) => ({ value })),
    );
    found.set(key, made);
    return made;
  }
  function answerTo(question: Question, some: Answers | undefined): unknown {
    const wanted = some?.of === 'ids' ? [...some.ids] : some?.of === 'list' ? [...some.has] : [];
    const among = (answers: Answers | undefined) =>
      samples(question, wanted).find((sample) => {
        const value = fieldOf(question).value(sample, question);
        return !answers || (value !== undefined && fits(answers, value));
      });
    // A list that must be longer than it should be is still a way to stand there.
    return among(some) ?? (some?.of === 'list' ? among({ ...some, lacks: new Set() }) : undefined);
  }
  return (question, state) => {
    const given = form.questions.flatMap((one): [string, unknown][] => {
      const known = state.get(one.id);
      if (one === question || !fieldOf(one).asks || (known ? !known.some : !one.required)) return [];
      const answer = answerTo(one, known?.some);
      return answer === undefined ? [] : [[one.id, answer]];
    });
    compiled ??= compile(form.definition);
    const { problems, asked } = compiled.check(Object.fromEntries(given));
    const met = asked.find(({ id }) => id === question.id);
    return met !== undefined && Object.keys(problems).join() === question.id && !takesSome(met);
  };
}
