// What is known where an option or a row is on offer. One offer hangs on another, and that on a third: each is worked out
// once, by itself.
import type { Question } from '../../../fields/shapes.ts';
import type { Condition } from '../../../logic/shapes.ts';
import type { Form } from '../form.ts';
import { mayRunOut, offerConditions, offeredParts, offerLists, type PartOf } from './offers.ts';
import { joinStates, meetStates, nothingKnown, type State } from './state.ts';

interface OnOffer {
  /** undefined when it cannot be */
  part(question: Question, list: PartOf, id: string, state: State): State | undefined;
  /** A question of which every option or every row may go shows only while one is left. */
  something(question: Question, state: State): State | undefined;
}

interface About {
  narrow(condition: Condition, wanted: boolean, state?: State): State | undefined;
  /** so many entries of states are looked at */
  looked(entries: number): void;
  /** what is never offered is said of the option, and not of all that asks whether it was chosen */
  lenient: boolean;
}

export function onOfferOf(form: Form, { narrow, looked, lenient }: About): OnOffer {
  const open = new Set<string>();
  const offers = new Map<
    string,
    { conditions: readonly Condition[]; alone?: { state: State | undefined } }
  >();
  const isDead = (condition: Condition) => lenient && narrow(condition, true) === undefined;

  function part(question: Question, list: PartOf, id: string, state: State): State | undefined {
    const key = `${question.id}.${list}.${id}`;
    const offer = offers.get(key) ?? { conditions: offerConditions(form, question, list, id) };
    offers.set(key, offer);
    // On offer if it is on offer: that is found as a ring, and says nothing here.
    if (offer.conditions.length === 0 || open.has(key)) return state;
    const of = (from: State) => {
      open.add(key);
      const left = offer.conditions.reduce<State | undefined>(
        (now, one) => now && (narrow(one, true, now) ?? (isDead(one) ? now : undefined)),
        from,
      );
      open.delete(key);
      return left;
    };
    if (open.size === 0) return of(state);
    offer.alone ??= { state: of(nothingKnown) };
    looked(state.size);
    return meetStates(state, offer.alone.state);
  }

  return {
    part,
    something(question, state) {
      if (!mayRunOut(form, question)) return state;
      return offerLists.reduce<State | undefined>((now, list) => {
        const parts = offeredParts(question, list);
        if (!now || parts.length === 0) return now;
        return joinStates(parts.map(({ id }) => part(question, list, id, now)));
      }, state);
    },
  };
}
