// The building blocks of figures: which there are, what each is made of, and how one becomes another when its author
// changes their mind.
import type { Question } from '../../../../schema/form/definition.ts';
import { innerFigures } from '../../../../schema/form/lint/places.ts';
import type { Expression } from '../../../../schema/logic/shapes.ts';
import { firstLeaf } from '../logic/leaves.ts';
import { firstOf } from './sources.ts';

export const figureKinds = [
  'number',
  'value',
  'score',
  'chosen',
  'total',
  'day',
  'sum',
  'average',
  'least',
  'most',
  'weighted',
  'minus',
  'times',
  'over',
  'between',
  'round',
  'count',
  'if',
] as const;
export type FigureKind = (typeof figureKinds)[number];
/** Blocks that hold no other. */
export const plainKinds: readonly FigureKind[] = ['number', 'value', 'score', 'chosen', 'total'];
/** Blocks that are a day, for the two ends of 相隔. */
export const dayKinds: readonly FigureKind[] = ['value', 'day'];

/** A block of one kind. */
export type FigureOf<K extends FigureKind> = Extract<Expression, { [key in K]: unknown }>;

export const figureKind = (figure: Expression): FigureKind =>
  figureKinds.find((kind) => kind in figure) ?? 'number';

/** A block of another kind in the place of this one; what it is made of stays where that makes sense. */
export function recast(figure: Expression, kind: FigureKind, sources: readonly Question[]): Expression {
  const parts = innerFigures(figure);
  const held = parts.length > 0 ? parts : 'number' in figure ? [] : [figure];
  const fresh = (): Expression => firstOf('value', sources) ?? { number: 0 };
  const one = held[0] ?? fresh();
  const pair = (second: Expression): [Expression, Expression] => [one, held[1] ?? second];
  const several = held.length > 0 ? held : [one];
  const missing = 'missing' in figure ? figure.missing : 'skip';
  switch (kind) {
    case 'number':
      return { number: 0 };
    case 'value':
    case 'score':
    case 'chosen':
    case 'total':
      return firstOf(kind, sources) ?? { number: 0 };
    case 'day':
      return { day: 'opens' };
    case 'sum':
      return { sum: several, missing };
    case 'average':
      return { average: several, missing };
    case 'least':
      return { least: several, missing };
    case 'most':
      return { most: several, missing };
    case 'weighted':
      return { weighted: several.map((part) => ({ part, weight: 1 })), missing, mean: true };
    case 'minus':
      return { minus: pair({ number: 0 }) };
    case 'times':
      return { times: pair({ number: 1 }) };
    case 'over':
      return { over: pair({ number: 1 }) };
    case 'between': {
      const day = firstOf('day', sources) ?? { day: 'opens' };
      return { between: [day, { day: 'opens' }], unit: 'years' };
    }
    case 'round':
      return { round: one, digits: 0 };
    case 'count':
      return sources[0] ? { count: [firstLeaf(sources[0])] } : figure;
    case 'if':
      return sources[0]
        ? { if: firstLeaf(sources[0]), yes: held[0] ?? { number: 1 }, no: held[1] ?? { number: 0 } }
        : figure;
  }
}
