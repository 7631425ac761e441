// A choice level by level 多级下拉: from a tree of the author's own, or from the tree of the campaign's units.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import {
  error,
  type Field,
  fail,
  firstFilled,
  formName,
  label,
  ok,
  oneColumn,
  questionShape,
} from './field.ts';
import { type ChosenUnit, type UnitQuestion, field as unit } from './unit.ts';

const nodeShape = () =>
  z.strictObject({
    id: localId(),
    label: label(100),
    /** the node above; none at the top */
    under: z.optional(localId()),
    retired: z.optional(z.boolean()),
  });
export const shape = () =>
  questionShape('cascade', {
    /** names of the levels, top first: 省, 市, 县 */
    levels: z.array(label(20)).check(z.minLength(1), z.maxLength(5)),
    nodes: z.array(nodeShape()).check(z.maxLength(2000)),
    /** the tree is that of the campaign's units, down to buildings, and has no nodes of its own */
    units: z.optional(z.boolean()),
  });
export type CascadeQuestion = z.infer<ReturnType<typeof shape>>;
export type CascadeNode = CascadeQuestion['nodes'][number];

export const nodesUnder = ({ nodes }: Pick<CascadeQuestion, 'nodes'>, id: string | undefined) =>
  nodes.filter(({ under, retired }) => under === id && !retired);

/** The nodes from the top down to this one; empty when it is not in the tree, or hangs in a ring. */
export function pathTo({ nodes }: Pick<CascadeQuestion, 'nodes'>, id: string): CascadeNode[] {
  const path: CascadeNode[] = [];
  for (let at: string | undefined = id; at !== undefined; ) {
    const node = nodes.find((one) => one.id === at);
    if (!node || path.includes(node)) return [];
    path.unshift(node);
    at = node.under;
  }
  return path;
}

/** The question as one that asks for a unit: a choice from the units' tree is one. */
const asUnit = ({ id, title, required }: CascadeQuestion): UnitQuestion => ({
  id,
  type: 'unit',
  title,
  ...(required !== undefined && { required }),
});
const isUnit = (answer: string | ChosenUnit): answer is ChosenUnit => typeof answer !== 'string';

/** The id of the lowest node that was chosen: one that has none below it. Of the units' tree, the unit with its name. */
export const field: Field<CascadeQuestion, string | ChosenUnit> = {
  type: 'cascade',
  asks: true,
  personal: false,
  labels: ['多级下拉题', '级联题', '联动题', '多级联动题', '级联选择'],
  problems: ['choice-unknown', 'cascade-incomplete', 'unit-unknown'],
  check(value, question) {
    if (question.units) return unit.check(value, asUnit(question));
    if (typeof value !== 'string') return fail('wrong-shape');
    const path = pathTo(question, value);
    if (path.length === 0 || path.some(({ retired }) => retired))
      return fail('choice-unknown', { option: value.slice(0, 24) });
    return nodesUnder(question, value).length === 0 ? ok(value) : fail('cascade-incomplete');
  },
  read: (form, question) =>
    question.units ? unit.read(form, asUnit(question)) : firstFilled(form(formName(question))),
  write: (answer, question) =>
    isUnit(answer) ? unit.write(answer, asUnit(question)) : { [formName(question)]: [answer] },
  count: (answer, question) =>
    isUnit(answer) ? { _n: 1 } : Object.fromEntries(pathTo(question, answer).map(({ id }) => [id, 1])),
  // A line a level: the tally counts every node on the way.
  items: (question) =>
    question.units
      ? unit.items(asUnit(question))
      : question.levels.map((level, depth) => ({
          row: `level${depth + 1}`,
          title: level,
          keys: question.nodes
            .filter(({ id }) => pathTo(question, id).length === depth + 1)
            .map(({ id, label, retired }) => ({ key: id, label, ...(retired && { retired }) })),
        })),
  comparable: ({ units, nodes }) =>
    units ? { kind: 'none' } : { kind: 'options', options: nodes.map(({ id }) => id) },
  value: (answer, question) => (isUnit(answer) ? answer.id : pathTo(question, answer).map(({ id }) => id)),
  units: (answer) => (isUnit(answer) ? [answer] : []),
  columns: (question) => (question.units ? unit.columns(asUnit(question)) : oneColumn(question)),
  cells: (answer, question) => (isUnit(answer) ? unit.cells(answer, asUnit(question)) : [answer]),
  words: (answer, question) =>
    isUnit(answer)
      ? answer.name
      : pathTo(question, answer)
          .map(({ label }) => label)
          .join(' ') || answer,
  faults(question) {
    const { nodes, levels, units } = question;
    if (units) return [];
    const loose = nodes.some(({ id }) => {
      const { length } = pathTo(question, id);
      return length === 0 || length > levels.length;
    });
    return [
      ...(nodesUnder(question, undefined).length === 0 ? [error('no-options-left')] : []),
      ...(loose ? [error('list-in-pieces')] : []),
    ];
  },
  seconds: ({ levels }) => 4 + 5 * levels.length,
};
