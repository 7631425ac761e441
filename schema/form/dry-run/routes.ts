// Sets of answers: the same kind of answer to every question, answers that meet given conditions, drawn ones. The answers
// are few for each question and are made from what its type takes and from what conditions somewhere hold it against.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { holds } from '../../logic/condition.ts';
import type { Condition, Leaf } from '../../logic/shapes.ts';
import { type Given, type Sight, sightOf } from '../../logic/sight.ts';
import { sourcesOf } from '../../logic/sources.ts';
import type { Form } from '../lint/form.ts';
import { comparisonsIn, figuresIn, leavesIn } from '../lint/places.ts';
import { samplesOf, type Wanted } from '../samples.ts';
import type { Goal } from './goals.ts';

type Answers = Record<string, unknown>;
/** Numbers in [0, 1). */
export type Dice = () => number;

export interface Routes {
  plain(): Answers[];
  /** answers that meet as many of these as can be found */
  towards(goals: readonly Goal[], attempt: number): Answers;
  drawn(next: Dice): Answers;
  /** without what is wrong, as far as another answer or none will do */
  mended(answers: Readonly<Answers>, wrong: readonly string[], round: number): Answers;
}

/** Plain rounds, and combinations of answers that are tried for one comparison of figures. */
const rounds = 6;
const combinations = 40;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export function routesOf(form: Form): Routes {
  const wanted = wantedIn(form);
  const samples = new Map(
    form.questions.map((question) => [
      question.id,
      fieldOf(question).compute ? [] : samplesOf(question, wanted.get(question.id) ?? []),
    ]),
  );
  const of = (id: string) => samples.get(id) ?? [];
  const all = (pick: (list: readonly unknown[], question: Question) => unknown): Answers =>
    Object.fromEntries(
      form.questions.flatMap((question) => {
        const answer = pick(of(question.id), question);
        return answer === undefined ? [] : [[question.id, answer]];
      }),
    );

  const sightOn = (answers: Readonly<Answers>): Sight => {
    const given = (id: string): Given | undefined => {
      const question = form.question(id);
      if (!question) return undefined;
      const field = fieldOf(question);
      const answer = field.compute ? field.compute(question, sight) : answers[id];
      return answer === undefined ? undefined : { question, field, answer };
    };
    const sight = sightOf(given, undefined);
    return sight;
  };

  function towards(goals: readonly Goal[], attempt: number): Answers {
    const next = dice(attempt);
    // Where one of several is enough: the first, and on later attempts any.
    const turn = <T>(list: readonly T[]): T | undefined => (attempt === 0 ? list[0] : draw(list, next));
    const leaves = new Map<string, { leaf: Leaf; wanted: boolean }[]>();
    const figures: { condition: Condition; wanted: boolean }[] = [];
    const settle = (condition: Condition, wanted: boolean): void => {
      const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
      if (inner) {
        const every = 'all' in condition === wanted;
        for (const one of every ? inner : [turn(inner)]) if (one) settle(one, wanted);
      } else if ('not' in condition) settle(condition.not, !wanted);
      else if ('is' in condition || computed(condition)) figures.push({ condition, wanted });
      else if ('q' in condition)
        leaves.set(condition.q, [...(leaves.get(condition.q) ?? []), { leaf: condition, wanted }]);
    };
    for (const { condition, wanted } of goals) settle(condition, wanted);

    const fitting = (id: string): readonly unknown[] => {
      const must = leaves.get(id);
      if (!must) return of(id);
      const fits = (answer: unknown) => {
        const sight = sightOn(answer === undefined ? {} : { [id]: answer });
        return must.every(({ leaf, wanted }) => leaf.op === 'same' || holds(leaf, sight) === wanted);
      };
      return [...of(id), undefined].filter(fits);
    };
    const answers = all((_, { id }) => {
      const list = fitting(id);
      return leaves.has(id) ? turn(list) : list[0];
    });
    for (const { condition, wanted } of figures) {
      const sources = [...new Set(sourcesOf(condition).flatMap(deep))];
      for (let tried = 0; tried < combinations; tried++) {
        if (holds(condition, sightOn(answers)) === wanted) break;
        for (const id of sources) answers[id] = draw(fitting(id), next);
      }
    }
    // The same as another answer: that answer.
    for (const must of leaves.values())
      for (const { leaf, wanted } of must)
        if (leaf.op === 'same' && wanted) answers[leaf.as] = answers[leaf.q];
    return answers;
  }

  const computed = (condition: Condition) => {
    const question = 'q' in condition ? form.question(condition.q) : undefined;
    return question !== undefined && fieldOf(question).compute !== undefined;
  };
  /** What a calculated figure is made of, down to what is asked. */
  const deep = (id: string): string[] => {
    const question = form.question(id);
    return question && fieldOf(question).compute ? sourcesOf(question).flatMap(deep) : [id];
  };

  return {
    plain: () => [
      ...Array.from({ length: rounds }, (_, round) => all((list) => list[round % Math.max(1, list.length)])),
      all((list, { required }) => (required ? list[0] : undefined)),
      {},
    ],
    towards,
    drawn: (next) => all((list) => draw([...list, undefined], next)),
    mended(answers, wrong, round) {
      const others = wrong.map((id) => {
        const list = of(id);
        const last = list.indexOf(answers[id]);
        // Nothing at all is tried in its turn: what is not required may be left out.
        return [id, [...list, undefined][(last + 1 + round) % (list.length + 1)]] as const;
      });
      return { ...answers, ...Object.fromEntries(others) };
    },
  };
}

const draw = <T>(list: readonly T[], next: Dice): T | undefined => list[Math.floor(next() * list.length)];

/** By question, what conditions and comparisons of figures hold it against. */
function wantedIn({ conditions }: Form): ReadonlyMap<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>();
  const want = (id: string, one: Wanted) => wanted.set(id, [...(wanted.get(id) ?? []), one]);
  for (const { part } of conditions) {
    for (const leaf of leavesIn(part))
      if ('value' in leaf) for (const value of [leaf.value].flat()) want(leaf.q, { row: leaf.row, value });
    for (const { left, right } of comparisonsIn(part)) {
      const inside = [left, right].flatMap(figuresIn);
      const numbers = inside.flatMap((figure) => ('number' in figure ? [figure.number] : []));
      for (const figure of inside)
        if ('value' in figure) for (const value of numbers) want(figure.value, { row: figure.row, value });
    }
  }
  return wanted;
}
