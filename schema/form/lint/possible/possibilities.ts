// What can come about in a form: which answers are possible where a condition holds, and whether a question can show at
// all. Everything is judged too possible rather than too impossible, so "never" is a proof; where a rule has found
// something wrong already (`unsure`), anything may be.
import type { Question } from '../../../fields/shapes.ts';
import { rounded } from '../../../logic/expression.ts';
import type { Comparison, Condition, Expression, Leaf } from '../../../logic/shapes.ts';
import type { Form } from '../form.ts';
import { figuresIn, listed } from '../places.ts';
import { type Answers, anything, meet, narrowed, oneOf, range } from './answers.ts';
import { answersOf, takenTogether } from './base.ts';
import { asLeaf, canCompare } from './compare.ts';
import { type Figure, figureOf, isNever, type Known } from './figures.ts';
import { optionsComeAndGo } from './offers.ts';
import { onOfferOf } from './on-offer.ts';
import { joinStates, meetStates, nothingKnown, type Possible, type State, sourceKey } from './state.ts';
import { type Surely, surelyOf } from './surely.ts';
import { wayOf } from './way.ts';

/** What must be for a question to show, step by step; undefined where it cannot be. */
export interface Shown {
  /** its own condition and its page's */
  conditions: State | undefined;
  /** and it is not jumped over */
  passed: State | undefined;
  /** and there is something on offer */
  all: State | undefined;
}

export interface Possibilities {
  /** what is known where the condition comes out as wanted; undefined when it cannot */
  narrow(condition: Condition, wanted: boolean, state?: State): State | undefined;
  figure(figure: Expression, state?: State): Figure;
  /** which answers it may have before any condition is looked at; undefined: none at all */
  base(question: Question, row?: string): Answers | undefined;
  shown(place: number): Shown;
  /** what is known where a form ends without a jump to an ending */
  end(): State | undefined;
  surelyAnswered: Surely['answered'];
  settled: Surely['settled'];
  /** the work that may be done is done: what was asked since is not known, and taken for possible */
  spent(): boolean;
}

/**
 * How much a check may look at, in entries of states, so that no form takes it a second. Two hundred questions with logic
 * everywhere take some 2,000, and 10,000 at the most: what waits for what is worked out once each, so only a form that was
 * made to be slow comes near it.
 */
const workMost = 150_000;

export interface Doubts {
  /** leaves and figures of which a rule has said that they are wrong */
  unsure: ReadonlySet<Leaf | Expression>;
  /** a question that can never show is taken for one that may: what else is wrong with those that depend on it */
  lenient?: boolean;
}

export function possibilitiesOf(form: Form, { unsure, lenient = false }: Doubts): Possibilities {
  const { questions } = form;
  const bases = new Map<string, Answers | undefined>();
  const known = new Map<number, Shown>();
  const open = new Set<number>();
  let work = 0;
  const looked = (entries: number) => {
    work += entries;
  };
  const spent = () => work > workMost;

  function base(question: Question, row?: string): Answers | undefined {
    const key = sourceKey(question.id, row);
    if (!bases.has(key)) {
      bases.set(key, anything); // for what waits for itself
      bases.set(key, made(question, row));
    }
    const answers = bases.get(key);
    return answers ?? (lenient ? anything : undefined);
  }
  function made(question: Question, row: string | undefined): Answers | undefined {
    const kind = form.comparable(question, row);
    if (!('formula' in question) || kind.kind !== 'number') return answersOf(form, question, row);
    const figure = figureIn(question.formula, nothingKnown);
    const [min, max] = [Math.max(figure.min, kind.min), Math.min(figure.max, kind.max)].map((end) =>
      rounded(end, question.decimals ?? 0),
    );
    return isNever(figure) || min === undefined || max === undefined || min > max
      ? undefined
      : range(min, max);
  }

  const possible = (state: State, question: Question, row: string | undefined): Possible =>
    state.get(sourceKey(question.id, row)) ?? { none: true, some: base(question, row) };

  function figureIn(figure: Expression, state: State): Figure {
    if (figuresIn(figure).some((one) => unsure.has(one)))
      return { none: true, min: -Infinity, max: Infinity };
    const about: Known = {
      question: form.question,
      possible: (question, row) => possible(state, question, row),
      can: (condition, wanted) => narrow(condition, wanted, state) !== undefined,
    };
    return figureOf(figure, about);
  }

  function narrow(condition: Condition, wanted: boolean, state: State = nothingKnown): State | undefined {
    looked(1 + state.size);
    if (spent()) return state;
    if ('all' in condition) return several(condition.all, wanted, wanted, state);
    if ('any' in condition) return several(condition.any, !wanted, wanted, state);
    if ('not' in condition) return narrow(condition.not, !wanted, state);
    return 'is' in condition ? compared(condition, wanted, state) : leaf(condition, wanted, state);
  }

  function several(
    list: readonly Condition[],
    every: boolean,
    wanted: boolean,
    state: State,
  ): State | undefined {
    if (!every) return joinStates(list.map((one) => narrow(one, wanted, state)));
    // Single comparisons first: what they settle leaves less open in the groups.
    const first = [...list].sort((a, b) => Number('op' in b) - Number('op' in a));
    return first.reduce<State | undefined>((now, one) => now && narrow(one, wanted, now), state);
  }

  function leaf(condition: Leaf, wanted: boolean, state: State): State | undefined {
    if (unsure.has(condition)) return state;
    const question = form.question(condition.q);
    if (!question) return state;
    const now = possible(state, question, condition.row);
    if (condition.op === 'unanswered' ? wanted : condition.op === 'answered' && !wanted)
      return now.none ? set(state, question, condition.row, { none: true, some: undefined }) : undefined;
    if (condition.op === 'same')
      return wanted ? same(condition.q, condition.row, condition.as, state) : state;
    const some = now.some && ('value' in condition ? narrowed(now.some, condition, wanted) : now.some);
    const there = some && takenTogether(question, some);
    // Unanswered is not what was asked for, so it is not kept out either.
    const none = now.none && !wanted && 'value' in condition;
    if (!there) return none ? set(state, question, condition.row, { none, some: undefined }) : undefined;
    const next = set(state, question, condition.row, { none, some: there });
    return none ? next : given(question, condition.row, there, next);
  }

  function set(state: State, { id }: Question, row: string | undefined, possible: Possible): State {
    return new Map(state).set(sourceKey(id, row), possible);
  }

  function same(id: string, row: string | undefined, as: string, state: State): State | undefined {
    const [one, other] = [form.question(id), form.question(as)];
    if (!one || !other) return state;
    const [mine, theirs] = [possible(state, one, row).some, possible(state, other, undefined).some];
    const both = mine && theirs && meet(mine, theirs);
    // Lists are the same whatever is in them; of anything else both must be able to be one thing.
    if (!mine || !theirs || (!both && mine.of === theirs.of && mine.of !== 'list')) return undefined;
    return state;
  }

  /** What an answer brings with it: its question shows, and its choice is on offer. */
  function given(
    question: Question,
    row: string | undefined,
    answers: Answers,
    state: State,
  ): State | undefined {
    const shown = shownAt(form.placeOf(question.id)).all;
    let now = shown || lenient ? meetStates(state, shown ?? nothingKnown) : undefined;
    if (row !== undefined) {
      const isRow = listed(question).rows.some(({ id }) => id === row);
      return now && isRow ? onOffer.part(question, 'rows', row, now) : now;
    }
    if (answers.of === 'list') {
      for (const id of answers.has) now = now && onOffer.part(question, 'options', id, now);
      return now;
    }
    if (answers.of !== 'ids' || !now || !optionsComeAndGo(question)) return now;
    const before = now;
    looked(answers.ids.size * (before.size + answers.ids.size));
    const left = [...answers.ids].map((id) => ({
      id,
      state: onOffer.part(question, 'options', String(id), before),
    }));
    const ids = oneOf(left.flatMap(({ id, state }) => (state ? [id] : [])));
    const narrowedDown = joinStates(left.map(({ state }) => state));
    return ids && narrowedDown && set(narrowedDown, question, row, { none: false, some: ids });
  }

  function compared(comparison: Comparison, wanted: boolean, state: State): State | undefined {
    const plain = asLeaf(comparison, form, unsure);
    if (plain) return leaf(plain, wanted, state);
    const { is, left, right } = comparison;
    return canCompare(is, figureIn(left, state), figureIn(right, state), wanted) ? state : undefined;
  }

  function shownAt(place: number): Shown {
    const before = known.get(place);
    if (before) return before;
    const question = questions[place];
    // Asked for while it is worked out: nothing is known yet.
    if (!question || open.has(place)) return unknown;
    open.add(place);
    const conditions = form
      .showsBy(place)
      .reduce<State | undefined>((now, one) => now && narrow(one, true, now), nothingKnown);
    const passed = conditions && meetStates(way.passed(place), conditions);
    const all = passed && onOffer.something(question, passed);
    const shown = { conditions, passed, all };
    open.delete(place);
    known.set(place, shown);
    return shown;
  }

  const onOffer = onOfferOf(form, { narrow, looked, lenient });
  const way = wayOf(form, { narrow, shown: (place) => shownAt(place).all });
  const surely = surelyOf(form, { narrow, figure: figureIn, maySkip: way.maySkip, spent });

  return {
    narrow,
    figure: (figure, state = nothingKnown) => figureIn(figure, state),
    base,
    shown: shownAt,
    end: () => way.passed(questions.length),
    surelyAnswered: surely.answered,
    settled: surely.settled,
    spent,
  };
}

const unknown: Shown = { conditions: nothingKnown, passed: nothingKnown, all: nothingKnown };
