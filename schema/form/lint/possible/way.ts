// The way past the jumps: what is known of the answers wherever a place in the form is reached and not jumped over.
import { type Condition, type Jump, usualEnd } from '../../../logic/shapes.ts';
import type { Form } from '../form.ts';
import { mayBeEmpty } from './offers.ts';
import { joinStates, meetStates, nothingKnown, type State } from './state.ts';

export interface Way {
  /** undefined when a jump always leads past it; the place behind the last question is the form's usual end */
  passed(place: number): State | undefined;
  /** Seen from a later place that shows: a jump over both cannot have fired. */
  maySkip(place: number, from?: number): boolean;
}

/** Place at which a jump lands; undefined when there is no such place, or it lies behind. */
export function landing({ definition, questions }: Form, from: number, { to }: Jump): number | undefined {
  const page = questions.findIndex(({ id, type }) => id === to && type === 'page-break');
  if (page >= 0) return page > from ? page : undefined;
  const out = to === usualEnd || definition.endings?.some(({ id }) => id === to);
  return out ? questions.length : undefined;
}

interface About {
  narrow(condition: Condition, wanted: boolean, state?: State): State | undefined;
  shown(place: number): State | undefined;
}

export function wayOf(form: Form, about: About): Way {
  const jumpers = form.questions.flatMap(({ jumps = [] }, place) => {
    // One that leads nowhere is taken to lead past nothing; those behind it wait for it all the same.
    const ways = jumps.map((jump) => ({ when: jump.when, to: landing(form, place, jump) ?? -1 }));
    const furthest = Math.max(-1, ...ways.map(({ to }) => to));
    return furthest > place ? [{ place, ways, furthest }] : [];
  });
  type Jumper = (typeof jumpers)[number];
  /** Leading past the place; to the end of the form they lead past its usual end. */
  const past = (place: number) => (to: number) =>
    place === form.questions.length ? to === place : to > place;
  const over = (place: number) => jumpers.filter((one) => one.place < place && past(place)(one.furthest));

  const landings = new Map<number, number>();
  /** The nearest place at which a jump over this one lands. */
  function nearest(place: number): number {
    const known = landings.get(place);
    if (known !== undefined) return known;
    const beyond = over(place).flatMap(({ ways }) => ways.map(({ to }) => to).filter((to) => to > place));
    const near = Math.min(Infinity, ...beyond);
    landings.set(place, near);
    return near;
  }

  /** By jumper and by what it is seen as. */
  const stays = new Map<Jumper, Map<number, State | undefined>>();
  /**
   * How it leads on, seen from a place, as one number: a bit for each of its jumps that leads past it, and one when it may
   * itself be jumped over. (A jump over it that leads past the place too hides the place as well: that is its own affair.)
   */
  function seenFrom({ place: from, ways }: Jumper, place: number): number {
    const leads = ways.reduce((bits, { to }) => bits * 2 + Number(past(place)(to)), 1);
    const near = nearest(from);
    return leads * 2 + Number(near <= place && near < form.questions.length);
  }
  /** Known where none of its jumps past the place fired. */
  function stay(jumper: Jumper, seen: number): State | undefined {
    const known = stays.get(jumper) ?? new Map<number, State | undefined>();
    stays.set(jumper, known);
    if (!known.has(seen)) {
      const leads = [
        ...Math.floor(seen / 2)
          .toString(2)
          .slice(1),
      ].map((bit) => bit === '1');
      known.set(seen, worked(jumper, leads, seen % 2 === 1));
    }
    return known.get(seen);
  }
  function worked({ place, ways }: Jumper, leads: readonly boolean[], skipped: boolean): State | undefined {
    const hidden =
      skipped || mayBeEmpty(form, form.questions[place])
        ? nothingKnown
        : joinStates(form.showsBy(place).map((one) => about.narrow(one, false)));
    const alternatives = [hidden];
    let none = about.shown(place);
    ways.forEach(({ when }, index) => {
      if (!leads[index]) alternatives.push(none && (when ? about.narrow(when, true, none) : none));
      none = none && (when ? about.narrow(when, false, none) : undefined);
    });
    return joinStates([...alternatives, none]);
  }

  let last: { seen: number[]; state: State | undefined } = { seen: [], state: nothingKnown };
  return {
    maySkip: (place, from = Infinity) =>
      over(place).some(({ ways }) => ways.some(({ to }) => past(place)(to) && to <= from)),
    passed(place) {
      const here = over(place);
      // The place of the jumper goes in, so that two that look alike are told apart.
      const seen = here.flatMap((jumper) => [jumper.place, seenFrom(jumper, place)]);
      // One place after the other has mostly the same jumps over it.
      const more = last.seen.every((one, index) => seen[index] === one) ? last : undefined;
      const begun = more?.seen.length ?? 0;
      const state = here
        .slice(begun / 2)
        .reduce<State | undefined>(
          (now, jumper, index) => now && meetStates(now, stay(jumper, seen[begun + index * 2 + 1] ?? 0)),
          more ? more.state : nothingKnown,
        );
      last = { seen, state };
      return state;
    },
  };
}
