// What was done on a page and can be undone, as far back as it goes: a plain value, apart from the page that shows it and
// from what saves it.

interface Step<T> {
  value: T;
  before: Step<T> | undefined;
}
export interface History<T> {
  now: T;
  past: Step<T> | undefined;
  future: Step<T> | undefined;
  /** what was being typed in, and when, in milliseconds */
  typing: { group: string; at: number };
}

/** Typing in one field within this time is one step of undo. */
const sameStep = 2000;
const nowhere = { group: '', at: 0 };

export const begun = <T>(now: T): History<T> => ({
  now,
  past: undefined,
  future: undefined,
  typing: nowhere,
});

/** `group` names the field that is typed in, so that a word is one step of undo and not each letter; '' for an act. */
export function done<T>(history: History<T>, next: T, group: string, at: number): History<T> {
  if (next === history.now) return history;
  const { typing } = history;
  const goesOn = group !== '' && typing.group === group && at - typing.at < sameStep;
  const past = goesOn ? history.past : { value: history.now, before: history.past };
  return { now: next, past, future: undefined, typing: { group, at } };
}

export function undone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  if (!past) return history;
  return { now: past.value, past: past.before, future: { value: now, before: future }, typing: nowhere };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  if (!future) return history;
  return { now: future.value, past: { value: now, before: past }, future: future.before, typing: nowhere };
}
