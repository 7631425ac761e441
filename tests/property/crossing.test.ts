// Two questions crossed equal a recount of the answers, whatever was answered; and nothing small is shown of them, nor
// what is left when something small is taken away, where an answer holds several choices.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FigureLine } from '../../schema/api/figures.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Question } from '../../schema/fields/shapes.ts';
import { crossChart, crossed, type Pairs, rowOf } from '../../web/staff/figures/cross/crossing.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const single: Question = { id: 'one', type: 'single', title: '单选', options };
const multi: Question = { id: 'many', type: 'multi', title: '多选', options };
const table: Question = {
  id: 'table',
  type: 'matrix-multi',
  title: '表',
  rows: [
    { id: 'r', label: '东' },
    { id: 'rr', label: '西' },
  ],
  columns: options,
};
const scale: Question = { id: 'scale', type: 'scale', title: '量表', from: 1, to: 3, na: true };

const chosen = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
const answerTo: Partial<Record<Question['type'], fc.Arbitrary<unknown>>> = {
  single: fc.constantFrom('a', 'b', 'c'),
  multi: chosen,
  'matrix-multi': fc.oneof(fc.record({ r: chosen, rr: chosen }), fc.record({ rr: chosen })),
  scale: fc.constantFrom(1, 2, 3, 'na'),
};
const perhaps = ({ type }: Question) =>
  fc.option(answerTo[type] ?? fc.constant(undefined), { freq: 6, nil: undefined });
const pair = fc.constantFrom(
  [single, scale] as const,
  [single, multi] as const,
  [multi, scale] as const,
  [multi, multi] as const,
  [table, single] as const,
  [scale, table] as const,
);
const answers = pair.chain(([a, b]) =>
  fc.record({
    a: fc.constant(a),
    b: fc.constant(b),
    given: fc.array(fc.record({ a: perhaps(a), b: perhaps(b) }), { maxLength: 60 }),
  }),
);

function lineOf(question: Question): FigureLine {
  const [item] = fieldOf(question).items(question);
  if (!item) throw new Error('no line');
  return {
    question: question.id,
    title: question.title,
    type: question.type,
    item: { ...item, keys: [...item.keys], points: undefined, values: undefined },
    mixed: false,
  };
}

/** Tally keys of an answer as the Worker pairs them: null for none in this line. */
function keysOf(question: Question, line: FigureLine, answer: unknown): (string | null)[] {
  const row = rowOf(line);
  const counts = answer === undefined ? {} : fieldOf(question).count(answer, question);
  const keys = Object.keys(counts).filter((key) => row === undefined || key.startsWith(`${row}:`));
  return keys.length > 0 ? keys : [null];
}

it('cells equal a recount, and so does the base of every row', () => {
  fc.assert(
    fc.property(answers, ({ a, b, given }) => {
      const [rows, columns] = [lineOf(a), lineOf(b)];
      const told = given.map((one) => ({ a: keysOf(a, rows, one.a), b: keysOf(b, columns, one.b) }));
      const pairs: Pairs = told.flatMap((one) =>
        one.a.flatMap((x) => one.b.map((y) => ({ a: x, b: y, n: 1 }))),
      );
      const { cells, bases, hidden } = crossed(pairs, rows, columns);
      const rowKeys = [...rows.item.keys.map(({ key }) => key), null];
      const columnKeys = [...columns.item.keys.map(({ key }) => key), null];
      rowKeys.forEach((x, r) => {
        expect(bases[r]).toBe(told.filter((one) => one.a.includes(x)).length);
        columnKeys.forEach((y, c) => {
          const both = told.filter((one) => one.a.includes(x) && one.b.includes(y)).length;
          expect(cells[r]?.[c]).toBe(both);
          if (hidden[r]?.[c]) return;
          const few = (n: number) => n > 0 && n < 5;
          const of = told.filter((one) => one.a.includes(x)).length;
          const head = told.filter((one) => one.b.includes(y)).length;
          expect(few(both)).toBe(false);
          // What the two numbers give away by themselves cannot be kept.
          if (Math.max(0, of + head - told.length) === Math.min(of, head)) return;
          // What is left of a row or a column is computed at once where the rest is one number.
          if (columns.item.base !== undefined) expect(few(of - both)).toBe(false);
          if (rows.item.base !== undefined) expect(few(head - both)).toBe(false);
        });
      });
    }),
    { numRuns: 400 },
  );
});

it('the chart tells no number of a row of fewer than five, and leaves out who nobody is', () => {
  fc.assert(
    fc.property(answers, ({ a, b, given }) => {
      const [rows, columns] = [lineOf(a), lineOf(b)];
      const pairs: Pairs = given.flatMap((one) =>
        keysOf(a, rows, one.a).flatMap((x) => keysOf(b, columns, one.b).map((y) => ({ a: x, b: y, n: 1 }))),
      );
      const chart = crossChart(pairs, rows, columns, '没有回答');
      for (const row of chart.rows) {
        if (row.veiled) expect([row.base, row.n]).toEqual([0, []]);
        else {
          expect(row.base).toBeGreaterThanOrEqual(5);
          expect(row.n.length).toBe(chart.columns.length);
          for (const n of row.n) expect(n === null || n === 0 || n >= 5).toBe(true);
        }
      }
    }),
  );
});
