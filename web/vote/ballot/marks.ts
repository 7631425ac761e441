// What an elector marks for one post, and how much of it fits on the ballot: the page never lets anybody spoil one by accident.
import type { Choices } from '../../../schema/elections/choices.ts';

export interface Marks {
  for: readonly string[];
  against: readonly string[];
  /** 另选他人, one line each as it was typed */
  written: readonly string[];
}

export const blank: Marks = { for: [], against: [], written: [] };

const names = ({ written }: Marks) => written.map((name) => name.trim()).filter((name) => name !== '');

/** How many may still be chosen. */
export const left = (marks: Marks, seats: number): number => seats - marks.for.length - names(marks).length;

/** For, against or neither; chosen again, it is taken back. */
export function mark(marks: Marks, candidate: string, how: 'for' | 'against' | 'neither'): Marks {
  const without = (list: readonly string[]) => list.filter((one) => one !== candidate);
  return {
    ...marks,
    for: how === 'for' ? [...without(marks.for), candidate] : without(marks.for),
    against: how === 'against' ? [...without(marks.against), candidate] : without(marks.against),
  };
}

/** For one seat: this one instead of whoever was chosen or written; chosen again, it is taken back. */
export const chooseOne = (marks: Marks, candidate: string): Marks =>
  marks.for.includes(candidate) ? blank : { ...blank, for: [candidate] };

/** For one seat: somebody by name, instead of whoever was chosen. */
export const writeOne = (marks: Marks, name: string): Marks => ({
  ...blank,
  for: name.trim() === '' ? marks.for : [],
  written: name === '' ? [] : [name],
});

export const choicesOf = (post: string, marks: Marks): Choices => ({
  [post]: { for: marks.for, against: marks.against, written: names(marks) },
});

export const isBlank = (marks: Marks): boolean =>
  marks.for.length + marks.against.length + names(marks).length === 0;
export const writtenOf = names;
