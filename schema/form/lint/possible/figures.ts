// Between which ends a figure lies, and whether it may be missing: interval arithmetic over the answers that are possible.
import { dayNumber } from '../../../fields/date.ts';
import { fieldOf } from '../../../fields/registry.ts';
import type { Question } from '../../../fields/shapes.ts';
import { rounded } from '../../../logic/expression.ts';
import type { Condition, Expression, Missing } from '../../../logic/shapes.ts';
import { listed } from '../places.ts';
import type { Answers } from './answers.ts';
import type { Possible } from './state.ts';

/** `none`: it may be missing. There is no figure at all when `min` is above `max`. */
export interface Figure {
  none: boolean;
  min: number;
  max: number;
}
const never: Figure = { none: true, min: Infinity, max: -Infinity };
const any: Figure = { none: true, min: -Infinity, max: Infinity };
export const isNever = ({ min, max }: Figure) => min > max;

export interface Known {
  question(id: string): Question | undefined;
  possible(question: Question, row?: string): Possible;
  /** whether the condition can come out so */
  can(condition: Condition, wanted: boolean): boolean;
}

export function figureOf(figure: Expression, known: Known): Figure {
  const of = (one: Expression) => figureOf(one, known);
  if ('number' in figure) return { none: false, min: figure.number, max: figure.number };
  if ('value' in figure) return ofSource(figure.value, figure.row, known);
  if ('score' in figure) return ofScore(figure.score, known);
  if ('chosen' in figure) return ofChosen(figure.chosen, known);
  if ('total' in figure) return ofTotal(figure.total, known);
  if ('day' in figure) {
    const day = dayNumber(figure.day);
    return day === undefined ? any : { none: false, min: day, max: day };
  }
  if ('sum' in figure) return put(figure.sum.map(of), figure.missing, sum);
  if ('average' in figure) return put(figure.average.map(of), figure.missing, hull);
  if ('least' in figure) return put(figure.least.map(of), figure.missing, hull);
  if ('most' in figure) return put(figure.most.map(of), figure.missing, hull);
  if ('weighted' in figure) return weighted(figure, of);
  if ('count' in figure) {
    const must = figure.count.filter((one) => !known.can(one, false)).length;
    return { none: false, min: must, max: figure.count.filter((one) => known.can(one, true)).length };
  }
  if ('if' in figure)
    return hull([
      ...(known.can(figure.if, true) ? [of(figure.yes)] : []),
      ...(known.can(figure.if, false) ? [of(figure.no)] : []),
    ]);
  if ('round' in figure) {
    const inner = of(figure.round);
    const round = (end: number) => (Number.isFinite(end) ? rounded(end, figure.digits) : end);
    return { ...inner, min: round(inner.min), max: round(inner.max) };
  }
  if ('minus' in figure) return two(figure.minus.map(of), (a, b) => [a.min - b.max, a.max - b.min]);
  if ('times' in figure) return two(figure.times.map(of), (a, b) => ends(a, b, (one, other) => one * other));
  if ('over' in figure) return two(figure.over.map(of), over);
  const days = two(figure.between.map(of), (a, b) => [b.min - a.max, b.max - a.min]);
  // A month has 28 days or more: so many at the most, on either side of nought.
  return figure.unit === 'days' || isNever(days)
    ? days
    : { ...days, min: Math.min(0, days.min), max: Math.max(0, days.max) };
}

function ofSource(id: string, row: string | undefined, known: Known): Figure {
  const question = known.question(id);
  if (!question) return never;
  const { none, some } = known.possible(question, row);
  if (!some) return never;
  const figure = numbers(some, (text) => fieldOf(question).number?.(text));
  return { ...figure, none: none || figure.none };
}

/** The figures that answers stand for. */
function numbers(answers: Answers, read: (text: string) => number | undefined): Figure {
  const figureFor = (value: number | string) => (typeof value === 'number' ? value : read(value));
  if (answers.of === 'ids') {
    const values = [...answers.ids].map(figureFor);
    const there = values.filter((value) => value !== undefined);
    return {
      none: there.length < values.length,
      min: Math.min(...there),
      max: Math.max(...there),
    };
  }
  if (answers.of === 'list') return never;
  if (answers.of === 'anything') return any;
  const { low, high, other } = answers;
  return {
    none: other,
    min: (low && figureFor(low.at)) ?? -Infinity,
    max: (high && figureFor(high.at)) ?? Infinity,
  };
}

/** What scoreOf makes of it (logic/score.ts): the value of a figure, the points of a test, the scores of the options. */
function ofScore(id: string, known: Known): Figure {
  const question = known.question(id);
  if (!question) return never;
  const { none, some } = known.possible(question);
  if (!some) return never;
  if ('quiz' in question && question.quiz) return { none, min: 0, max: question.quiz.points };
  const { options } = listed(question);
  const scores = options.flatMap(({ score }) => (score === undefined ? [] : [score]));
  if (scores.length === 0) return options.length > 0 ? never : ofSource(id, undefined, known);
  if (some.of === 'list')
    return {
      none,
      min: sumOf(scores.map((score) => Math.min(0, score))),
      max: sumOf(scores.map((score) => Math.max(0, score))),
    };
  const there = options.filter((option) => some.of !== 'ids' || some.ids.has(option.id));
  const worth = there.map(({ score = 0 }) => score);
  return { none, min: Math.min(...worth), max: Math.max(...worth) };
}

function ofChosen(id: string, known: Known): Figure {
  const question = known.question(id);
  const possible = question && known.possible(question);
  if (!possible?.some) return never;
  const one = possible.some.of === 'ids' || possible.some.of === 'range';
  return { none: possible.none, min: one ? 1 : 0, max: one ? 1 : Infinity };
}

/** Numbers wherever they stand in an answer. Which answers hold some, the rule of its sources finds out. */
function ofTotal(id: string, known: Known): Figure {
  const question = known.question(id);
  const some = question && known.possible(question).some;
  if (!some) return never;
  return some.of === 'ids' || some.of === 'range' ? ofSource(id, undefined, known) : any;
}

const sumOf = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);
const hull = (parts: readonly Figure[]): Figure => ({
  none: parts.length === 0 || parts.some(({ none }) => none),
  min: Math.min(...parts.map(({ min }) => min)),
  max: Math.max(...parts.map(({ max }) => max)),
});
const sum = (parts: readonly Figure[]): Figure => ({
  none: parts.some(({ none }) => none),
  min: sumOf(parts.map(({ min }) => min)),
  max: sumOf(parts.map(({ max }) => max)),
});

function put(
  parts: readonly Figure[],
  missing: Missing,
  together: (parts: readonly Figure[]) => Figure,
): Figure {
  if (missing === 'null') return parts.some(isNever) ? never : together(parts);
  const zero: Figure = { none: false, min: 0, max: 0 };
  if (missing === 'zero')
    return {
      ...together(parts.map((part) => (part.none ? hull([part, zero]) : part))),
      none: false,
    };
  const there = parts.filter((part) => !isNever(part));
  if (there.length === 0) return never;
  const none = there.every((part) => part.none);
  // A part that is left out adds nothing; where figures are compared it leaves the others.
  const all = together === sum ? there.map((part) => (part.none ? hull([part, zero]) : part)) : there;
  return { ...together(all), none };
}

function weighted(
  { weighted: terms, missing, mean }: Extract<Expression, { weighted: unknown }>,
  of: (one: Expression) => Figure,
): Figure {
  const parts = terms.map(({ part, weight }) => ({ figure: of(part), weight }));
  if (!mean) {
    const scaled = parts.map(({ figure, weight }): Figure => {
      if (isNever(figure)) return never;
      const [min, max] = ends(figure, { none: false, min: weight, max: weight }, (a, b) => a * b);
      return { none: figure.none, min, max };
    });
    return put(scaled, missing, sum);
  }
  if (terms.every(({ weight }) => weight === 0)) return never;
  const figures = parts.map(({ figure }) => figure);
  const between = put(figures, missing, hull);
  // With weights on either side of nought a mean may lie anywhere, and be missing where they make nought together.
  return isNever(between) || terms.every(({ weight }) => weight > 0) ? between : any;
}

function two(
  [one = never, other = never]: readonly Figure[],
  of: (a: Figure, b: Figure) => [number, number] | undefined,
): Figure {
  if (isNever(one) || isNever(other)) return never;
  const made = of(one, other);
  if (!made) return never;
  const none = one.none || other.none || made.some((end) => !Number.isFinite(end));
  return { none, min: made[0], max: made[1] };
}

/** The ends of what two ranges make together; nought times anything, however large, is nought. */
function ends(a: Figure, b: Figure, of: (a: number, b: number) => number): [number, number] {
  const made = [of(a.min, b.min), of(a.min, b.max), of(a.max, b.min), of(a.max, b.max)].map((end) =>
    Number.isNaN(end) ? 0 : end,
  );
  return [Math.min(...made), Math.max(...made)];
}

function over(a: Figure, b: Figure): [number, number] | undefined {
  if (b.min === 0 && b.max === 0) return undefined;
  if (b.min <= 0 && b.max >= 0) return [-Infinity, Infinity];
  return ends(a, b, (one, other) => one / other);
}
