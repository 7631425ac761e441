// Comparisons of figures, as far as the ends of the figures tell how they come out.
import type { Comparison, Expression, Leaf } from '../../../logic/shapes.ts';
import type { Form } from '../form.ts';
import { type Figure, isNever } from './figures.ts';

/** Whether the comparison can come out as wanted; it is false when either figure is missing. */
export function canCompare(is: Comparison['is'], a: Figure, b: Figure, wanted: boolean): boolean {
  if (isNever(a) || isNever(b)) return !wanted;
  const can = {
    equals: a.min <= b.max && b.min <= a.max,
    lt: a.min < b.max,
    lte: a.min <= b.max,
    gt: a.max > b.min,
    gte: a.max >= b.min,
  };
  if (wanted) return can[is];
  const one = a.min === a.max && b.min === b.max && a.min === b.min;
  const cannot = { equals: !one, lt: can.gte, lte: can.gt, gt: can.lte, gte: can.lt };
  return a.none || b.none || cannot[is];
}

const turned = { equals: 'equals', lt: 'gt', lte: 'gte', gt: 'lt', gte: 'lte' } as const;

/** A plain number held against a plain answer that is a number says the same as a comparison with the answer. */
export function asLeaf(
  { is, left, right }: Comparison,
  form: Form,
  unsure: ReadonlySet<Leaf | Expression>,
): Leaf | undefined {
  const [figure, number, op] = 'number' in left ? [right, left, turned[is]] : [left, right, is];
  if (!('value' in figure) || !('number' in number) || unsure.has(figure)) return undefined;
  const question = form.question(figure.value);
  if (!question || form.comparable(question, figure.row).kind !== 'number') return undefined;
  const of = { q: figure.value, ...(figure.row !== undefined && { row: figure.row }) };
  return { ...of, op, value: number.number };
}
