// What is surely there: a question that nothing can hide, and that must be answered. What is possible, turned round: a
// question is hidden nowhere when it is impossible that one of its conditions fails.
import { fieldOf } from '../../../fields/registry.ts';
import type { Condition, Expression } from '../../../logic/shapes.ts';
import { sourcesOf } from '../../../logic/sources.ts';
import type { Form } from '../form.ts';
import type { Figure } from './figures.ts';
import { mayBeEmpty } from './offers.ts';
import type { State } from './state.ts';

export interface Surely {
  /** `from`: the place at which that is asked, where it shows */
  answered(id: string, state: State, from?: number): boolean;
  /** the same once these questions are answered, as far as they must be */
  settled(ids: readonly string[], state: State): State;
}

interface About {
  narrow(condition: Condition, wanted: boolean, state?: State): State | undefined;
  figure(figure: Expression, state: State): Figure;
  maySkip(place: number, from?: number): boolean;
  /** nothing more may be looked at: nothing more is sure */
  spent(): boolean;
}

export function surelyOf(form: Form, about: About): Surely {
  const sure = new WeakMap<State, Map<string, boolean>>();

  function shown(place: number, state: State, from?: number): boolean {
    if (about.maySkip(place, from) || mayBeEmpty(form, form.questions[place])) return false;
    return form.showsBy(place).every((one) => about.narrow(one, false, state) === undefined);
  }

  function answered(id: string, state: State, from?: number): boolean {
    const known = sure.get(state) ?? new Map<string, boolean>();
    sure.set(state, known);
    const key = `${id} ${from}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = isAnswered(id, state, from);
    known.set(key, now);
    return now;
  }
  function isAnswered(id: string, state: State, from: number | undefined): boolean {
    const question = form.question(id);
    const said = state.get(id);
    if (!question || (said && !said.none)) return question !== undefined;
    if (about.spent() || !shown(form.placeOf(id), state, from)) return false;
    if ('formula' in question)
      return !about.figure(question.formula, settled(sourcesOf(question.formula), state)).none;
    return fieldOf(question).asks && question.required === true;
  }

  function settled(ids: readonly string[], state: State): State {
    return [...new Set(ids)]
      .filter((id) => answered(id, state))
      .reduce((now, id) => about.narrow({ q: id, op: 'answered' }, true, now) ?? now, state);
  }

  return { answered, settled };
}
