// Groups of questions that change places among themselves. A question is in one group at most, and a group has two.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';

const least = 2;
const most = 100;

/** Questions that may go into a group: those that ask, and are in no other. */
export function free({ questions, shuffle = [] }: Definition, group?: readonly string[]): Question[] {
  const taken = new Set(shuffle.filter((one) => one !== group).flat());
  return questions.filter((question) => fieldOf(question).asks && !taken.has(question.id));
}

const groups = (definition: Definition, next: readonly (readonly string[])[]): Definition => {
  const whole = next.filter((group) => group.length >= least).map((group) => [...group]);
  return { ...definition, shuffle: whole.length > 0 ? whole : undefined };
};

/** Another group: the free questions of the first page that has two of them. undefined when no page has. */
export function groupAdded(definition: Definition): Definition | undefined {
  const may = free(definition);
  const pages: string[][] = [[]];
  for (const question of definition.questions) {
    if (question.type === 'page-break') pages.push([]);
    else if (may.includes(question)) pages.at(-1)?.push(question.id);
  }
  const page = pages.find((ids) => ids.length >= least) ?? may.map(({ id }) => id);
  if (page.length < least) return undefined;
  return groups(definition, [...(definition.shuffle ?? []), page.slice(0, most)]);
}

/** A question put into a group or taken out of it; a group keeps two. */
export function ticked(definition: Definition, index: number, id: string, on: boolean): Definition {
  const { questions, shuffle = [] } = definition;
  return groups(
    definition,
    shuffle.map((group, at) => {
      if (at !== index) return group;
      const next = questions
        .map((question) => question.id)
        .filter((one) => (one === id ? on : group.includes(one)));
      return next.length >= least && next.length <= most ? next : group;
    }),
  );
}

export const groupRemoved = (definition: Definition, index: number): Definition =>
  groups(
    definition,
    (definition.shuffle ?? []).filter((_, at) => at !== index),
  );

/** Without questions that are gone. */
export const regrouped = (definition: Definition): Definition => {
  if (!definition.shuffle) return definition;
  const there = new Set(definition.questions.map(({ id }) => id));
  return groups(
    definition,
    definition.shuffle.map((group) => group.filter((id) => there.has(id))),
  );
};
