// A figure tried out: the answers that it reads, each with an example that its author may change, and what they make.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { comparisonsIn, innerFigures } from '../../../../schema/form/lint/places.ts';
import { leaves } from '../../../../schema/logic/condition.ts';
import { evaluate } from '../../../../schema/logic/expression.ts';
import type { Condition, Expression } from '../../../../schema/logic/shapes.ts';
import type { Sight, Value } from '../../../../schema/logic/sight.ts';
import { kindOf, valuesOf } from '../logic/answers.ts';

/** One answer that a figure reads. `adds`: all its numbers together; `counts`: how many are chosen. */
export interface Read {
  question: Question;
  row: string | undefined;
  as: 'answer' | 'adds' | 'counts';
}
type Examples = ReadonlyMap<string, Value>;
export const keyOf = ({ question, row, as }: Read) => `${question.id} ${row ?? ''} ${as}`;

/** Every answer that a figure reads, once, in the order in which it is read. */
export function readsOf(figure: Expression, { questions }: Definition): Read[] {
  const found = new Map<string, Read>();
  const note = (id: string, row: string | undefined, as: Read['as']) => {
    const question = questions.find((one) => one.id === id);
    if (!question) return;
    // How many are chosen follows from what is chosen, where that can be told.
    const how = as === 'counts' && kindOf(question) !== 'none' ? 'answer' : as;
    const read = { question, row, as: how } as const;
    if (!found.has(keyOf(read))) found.set(keyOf(read), read);
  };
  const condition = (one: Condition): void => {
    for (const leaf of leaves(one)) {
      note(leaf.q, leaf.row, 'answer');
      if (leaf.op === 'same') note(leaf.as, undefined, 'answer');
    }
    for (const { left, right } of comparisonsIn(one)) [left, right].forEach(walk);
  };
  const walk = (one: Expression): void => {
    if ('value' in one) note(one.value, one.row, 'answer');
    if ('score' in one) note(one.score, undefined, 'answer');
    if ('chosen' in one) note(one.chosen, undefined, 'counts');
    if ('total' in one) note(one.total, undefined, 'adds');
    if ('if' in one) condition(one.if);
    if ('count' in one) one.count.forEach(condition);
    innerFigures(one).forEach(walk);
  };
  walk(figure);
  return [...found.values()];
}

/** An answer to begin with: the last point of a scale, the first option, a plain number. */
export function exampleFor({ question, row, as }: Read): Value {
  if (as === 'adds') return 10;
  if (as === 'counts') return ['1', '2'];
  const kind = kindOf(question, row);
  const values = valuesOf(question, row);
  if (kind === 'number') return Number(values.at(-1)?.key ?? 10);
  if (kind === 'option') return values[0]?.key;
  if (kind === 'options') return values[0] ? [values[0].key] : undefined;
  return { date: '1960-01-01', time: '09:00', text: '…' }[kind === 'none' ? 'text' : kind];
}

/** What the examples make of a figure in a run that opens then; null when it cannot be had. */
export function tried(
  figure: Expression,
  examples: Examples,
  definition: Definition,
  opens: number,
): number | null {
  const exampleOf = (question: Question, row: string | undefined, as: Read['as']) =>
    examples.get(keyOf({ question, row, as }));
  const find = (id: string) => definition.questions.find((question) => question.id === id);
  const valueIn: Sight['value'] = (id, row) => {
    const question = find(id);
    return question && (exampleOf(question, row, 'answer') ?? exampleOf(question, row, 'counts'));
  };
  const sight: Sight = {
    opens,
    value: valueIn,
    given(id) {
      const question = find(id);
      const answer = question && (exampleOf(question, undefined, 'adds') ?? valueIn(id));
      if (!question || answer === undefined) return undefined;
      const row = (_answer: unknown, _question: Question, part?: string) => valueIn(id, part);
      return { question, field: { ...fieldOf(question), value: row }, answer };
    },
  };
  return evaluate(figure, sight);
}
