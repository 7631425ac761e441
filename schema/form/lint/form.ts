// A form as the rules of the check look at it: its questions by id and by place, the pages that they stand on, and what
// each may be compared with. Made once for a check, so that no rule has to look for anything.
import type { Comparable } from '../../fields/field.ts';
import { fieldOf } from '../../fields/registry.ts';
import type { Condition, Expression } from '../../logic/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import type { Definition, Question } from '../definition.ts';
import { type Placed, placedConditions, placedFigures } from './places.ts';

export interface Form {
  definition: Definition;
  questions: readonly Question[];
  question(id: string): Question | undefined;
  /** place of the first question of this id; -1 when there is none */
  placeOf(id: string): number;
  /** place of the page break that begins its page; -1 on the first page */
  pageOf(place: number): number;
  /** its page's condition and its own: it shows only where both hold */
  showsBy(place: number): Condition[];
  /** what a resident has before the eyes at once: questions of one screen have one number */
  screenOf(place: number): number;
  /** from which place on its answer is there: a figure is there as soon as what it is made of */
  settledAt(id: string): number;
  /** has answers that others may read: asked, calculated or brought along by the link */
  answers(question: Question): boolean;
  comparable(question: Question, row?: string): Comparable;
  conditions: readonly Placed<Condition>[];
  figures: readonly Placed<Expression>[];
}

export function formOf(definition: Definition): Form {
  const { questions } = definition;
  const places = new Map<string, number>();
  const pages: number[] = [];
  const kinds = new Map<string, Comparable>();
  questions.forEach(({ id, type }, place) => {
    if (!places.has(id)) places.set(id, place);
    pages.push(type === 'page-break' ? place : (pages[place - 1] ?? -1));
  });
  const placeOf = (id: string) => places.get(id) ?? -1;
  const pageOf = (place: number) => pages[place] ?? -1;

  const settled = new Map<string, number>();
  function settledAt(id: string): number {
    const known = settled.get(id);
    if (known !== undefined) return known;
    const place = placeOf(id);
    const question = questions[place];
    if (!question || fieldOf(question).asks) return place;
    settled.set(id, -1); // what waits for itself is found as a cycle
    const at = fieldOf(question).compute ? Math.max(-1, ...sourcesOf(question).map(settledAt)) : -1;
    settled.set(id, at);
    return at;
  }

  const conditions = placedConditions(definition);
  return {
    definition,
    questions,
    question: (id) => questions[placeOf(id)],
    placeOf,
    pageOf,
    showsBy(place) {
      const [own, page] = [questions[place], questions[pageOf(place)]];
      return [page?.showIf, own === page ? undefined : own?.showIf].filter((one) => one !== undefined);
    },
    screenOf: definition.layout === 'steps' ? (place) => place : pageOf,
    settledAt,
    answers: (question) => fieldOf(question).asks || comparable(question).kind !== 'none',
    comparable,
    conditions,
    figures: placedFigures(definition, conditions),
  };

  function comparable(question: Question, row?: string): Comparable {
    const key = `${question.id} ${row ?? ''}`;
    const known = kinds.get(key);
    if (known) return known;
    const kind = fieldOf(question).comparable(question, row);
    kinds.set(key, kind);
    return kind;
  }
}
