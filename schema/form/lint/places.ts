// Where conditions and figures stand in a definition, with the address of each, and all that stands in them.
import { isRecord } from '../../fields/field.ts';
import type { Question } from '../../fields/shapes.ts';
import type { Comparison, Condition, Expression, Leaf } from '../../logic/shapes.ts';
import type { Definition } from '../definition.ts';

/** What a condition or a figure decides. */
export type Use = 'shows' | 'offers' | 'requires' | 'checks' | 'jumps' | 'ends' | 'counts' | 'figures';

export interface Placed<T> {
  part: T;
  use: Use;
  /** the question that it stands in; none for endings and quotas */
  owner: Question | undefined;
  at: string;
}

export const addressOf = (question: { id: string }, ...parts: readonly (string | number)[]) =>
  ['q', question.id, ...parts].join('.');

/** Every list of parts with ids in a question, however deep, with its address: options, rows, columns, their options. */
export interface PartList {
  name: string;
  at: string;
  parts: readonly NamedPart[];
}
export interface NamedPart {
  id: string;
  label?: string;
  under?: string;
}
const isPart = (value: unknown): value is NamedPart & Record<string, unknown> =>
  isRecord(value) && typeof value.id === 'string';

export function partLists(question: Question): PartList[] {
  const listsIn = (record: Readonly<Record<string, unknown>>, at: string): PartList[] =>
    Object.entries(record).flatMap(([name, value]) => {
      if (!Array.isArray(value) || value.length === 0 || !value.every(isPart)) return [];
      const here = { name, at: `${at}.${name}`, parts: value };
      return [here, ...value.flatMap((part) => listsIn(part, `${here.at}.${part.id}`))];
    });
  return listsIn({ ...question }, addressOf(question));
}

/** Options and rows that come and go by a condition of their own. */
export const listed = (question: Question) => ({
  options: 'options' in question && Array.isArray(question.options) ? question.options : [],
  rows: 'rows' in question ? question.rows : [],
});

export function placedConditions(definition: Definition): Placed<Condition>[] {
  const places: Placed<Condition>[] = [];
  for (const question of definition.questions) {
    const put = (use: Use, part: Condition | undefined, ...rest: (string | number)[]) => {
      if (part) places.push({ part, use, owner: question, at: addressOf(question, ...rest) });
    };
    put('shows', question.showIf, 'showIf');
    put('requires', question.requiredIf, 'requiredIf');
    const { options, rows } = listed(question);
    for (const { id, showIf } of options) put('offers', showIf, 'options', id, 'showIf');
    for (const { id, showIf } of rows) put('offers', showIf, 'rows', id, 'showIf');
    question.rules?.forEach((rule, index) => {
      if (rule.check === 'holds') put('checks', rule.condition, 'rules', index, 'condition');
    });
    question.jumps?.forEach(({ when }, index) => {
      put('jumps', when, 'jumps', index, 'when');
    });
    if ('formula' in question)
      for (const part of conditionsIn(question.formula)) put('figures', part, 'formula');
  }
  for (const { id, when } of definition.endings ?? [])
    if (when) places.push({ part: when, use: 'ends', owner: undefined, at: `endings.${id}.when` });
  for (const { id, when } of definition.quotas ?? [])
    if (when) places.push({ part: when, use: 'counts', owner: undefined, at: `quotas.${id}.when` });
  return places;
}

/** Whole figures: of calculated questions, and both sides of every comparison. */
export function placedFigures(
  { questions }: Definition,
  conditions: readonly Placed<Condition>[],
): Placed<Expression>[] {
  const formulas = questions.flatMap((question): Placed<Expression>[] =>
    'formula' in question
      ? [{ part: question.formula, use: 'figures', owner: question, at: addressOf(question, 'formula') }]
      : [],
  );
  const sides = conditions.flatMap((placed) =>
    comparisonsIn(placed.part).flatMap(({ left, right }) => [
      { ...placed, part: left },
      { ...placed, part: right },
    ]),
  );
  return [...formulas, ...sides];
}

/** The figures that a figure is made of, one level down. */
export function innerFigures(figure: Expression): Expression[] {
  if ('sum' in figure) return figure.sum;
  if ('average' in figure) return figure.average;
  if ('least' in figure) return figure.least;
  if ('most' in figure) return figure.most;
  if ('weighted' in figure) return figure.weighted.map(({ part }) => part);
  if ('if' in figure) return [figure.yes, figure.no];
  if ('round' in figure) return [figure.round];
  if ('minus' in figure) return figure.minus;
  if ('times' in figure) return figure.times;
  if ('over' in figure) return figure.over;
  return 'between' in figure ? figure.between : [];
}

/** A figure and all the figures in it; not those of comparisons in its conditions, which are placed by themselves. */
export const figuresIn = (figure: Expression): Expression[] => [
  figure,
  ...innerFigures(figure).flatMap(figuresIn),
];

/** The conditions of a figure (if, count), at any depth. */
const conditionsIn = (figure: Expression): Condition[] => [
  ...('if' in figure ? [figure.if] : 'count' in figure ? figure.count : []),
  ...innerFigures(figure).flatMap(conditionsIn),
];

/** All comparisons with an answer, those inside of figures too. */
export function leavesIn(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn);
  if ('any' in condition) return condition.any.flatMap(leavesIn);
  if ('not' in condition) return leavesIn(condition.not);
  if ('is' in condition) return [condition.left, condition.right].flatMap(conditionsIn).flatMap(leavesIn);
  return [condition];
}

/** All comparisons of figures, those inside of figures too. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  if (!('is' in condition)) return [];
  return [condition, ...[condition.left, condition.right].flatMap(conditionsIn).flatMap(comparisonsIn)];
}
