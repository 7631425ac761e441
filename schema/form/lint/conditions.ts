// Comparisons with an answer that cannot mean what they say: of a question or a row that is gone, by an operator that its
// type does not know, with an option that is gone or retired, with a figure that nobody can give.
import type { Comparable } from '../../fields/field.ts';
import type { Question } from '../../fields/shapes.ts';
import { operators } from '../../logic/condition.ts';
import type { Condition, Leaf } from '../../logic/shapes.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Fix } from './fix.ts';
import type { Form } from './form.ts';
import { leavesIn, type Placed, partLists } from './places.ts';
import { isNever } from './possible/alone.ts';
import { type Answers, narrowed } from './possible/answers.ts';
import { retiredIn, takesAnything } from './possible/base.ts';
import type { Possibilities } from './possible/possibilities.ts';

export interface LeafFinding {
  leaf: Leaf;
  finding: Finding;
}

export const conditionFindings = (form: Form, possible: Pick<Possibilities, 'base'>): LeafFinding[] =>
  form.conditions.flatMap((placed) =>
    leavesIn(placed.part).flatMap((leaf) => {
      const finding = leafFinding(form, possible, leaf, placed);
      return finding ? [{ leaf, finding }] : [];
    }),
  );

function leafFinding(
  form: Form,
  possible: Pick<Possibilities, 'base'>,
  leaf: Leaf,
  { owner, at }: Placed<Condition>,
): Finding | undefined {
  const source = form.question(leaf.q);
  const other = leaf.op === 'same' ? form.question(leaf.as) : undefined;
  const about = [owner, source, other].flatMap((one) => (one ? [one.id] : []));
  if (!source || !form.answers(source)) return error('condition-source-missing', about, { at });
  if (leaf.op === 'same' && !(other && form.answers(other)))
    return error('condition-source-missing', about, { at });
  if (leaf.row !== undefined && !hasRow(source, leaf.row)) return error('condition-row', about, { at });
  const kind = form.comparable(source, leaf.row);
  const allowed: readonly string[] = operators[kind.kind];
  if (!allowed.includes(leaf.op)) return error('condition-operator', about, { at });
  if (other && form.comparable(other).kind !== kind.kind) return error('condition-operator', about, { at });
  if (!('value' in leaf)) return undefined;
  const values = [...new Set([leaf.value].flat())];
  const free = leaf.row === undefined && takesAnything(source);
  const strange = values.filter((value) => !fits(value, free ? { kind: 'text' } : kind));
  if (strange.length > 0) return error('condition-value', about, { at, fix: without(leaf, strange) });
  const retired = leaf.row === undefined ? retiredIn(source) : new Set<string>();
  const gone = values.filter((value) => typeof value === 'string' && retired.has(value));
  if (gone.length > 0) {
    const say = gone.length < values.length ? advice : error;
    return say('condition-retired', about, {
      at,
      args: { values: labels(source, gone) },
      fix: without(leaf, gone),
    });
  }
  const answers = possible.base(source, leaf.row);
  if (!answers) return undefined;
  if (narrowed(answers, leaf, true)) {
    // Of choices those that are there were told from those that are not.
    const exact =
      leaf.row === undefined && kind.kind !== 'option' && (leaf.op === 'equals' || leaf.op === 'in');
    const never = exact ? values.filter((value) => isNever(source, value)) : [];
    return never.length > 0 ? error('condition-value', about, { at, fix: without(leaf, never) }) : undefined;
  }
  return error('condition-range', about, {
    at,
    args: { op: leaf.op, values: values.join('、'), ...endsOf(answers) },
  });
}

/** A row of a table, a candidate, a blank in a sentence, an option that is given a share. */
const hasRow = (question: Question, row: string) =>
  partLists(question).some(
    ({ at, parts }) => at.split('.').length === 3 && parts.some(({ id }) => id === row),
  );

function fits(value: string | number, kind: Comparable): boolean {
  if (kind.kind === 'option' || kind.kind === 'options')
    return typeof value === 'string' && kind.options.includes(value);
  return typeof value === (kind.kind === 'number' ? 'number' : 'string');
}

/** A list of values says the same without those that nobody can give. */
const without = (leaf: Leaf, values: readonly (string | number)[]): Fix | undefined =>
  leaf.op === 'in' && leaf.value.some((value) => !values.includes(value))
    ? { do: 'drop-values', source: leaf.q, row: leaf.row, values: [...values] }
    : undefined;

const labels = (question: Question, ids: readonly (string | number)[]) =>
  ids
    .map(
      (id) =>
        partLists(question)
          .flatMap(({ parts }) => parts)
          .find((part) => part.id === id)?.label ?? id,
    )
    .join('、');

/** The ends between which an answer lies, as far as it has some. */
function endsOf(answers: Answers): Record<string, string | number> {
  if (answers.of === 'range')
    return {
      ...(answers.low && { min: answers.low.at }),
      ...(answers.high && { max: answers.high.at }),
    };
  const values = answers.of === 'ids' ? [...answers.ids].filter((id) => typeof id === 'number') : [];
  return values.length > 0 ? { min: Math.min(...values), max: Math.max(...values) } : {};
}
