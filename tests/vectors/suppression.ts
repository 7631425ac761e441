// Which cells of a table are published, and whether what is hidden can be computed. Another pattern than the printed one
// passes if nothing can be recovered and it hides no more cells.
import { recoverable, type Sum } from '../../schema/measures/audit.ts';
import { hideCells } from '../../schema/measures/cross.ts';
import { hideSmall } from '../../schema/measures/suppression.ts';
import { type Case, type Compared, maybe, numberOf, numbersOf, tableOf } from './case.ts';

type Hidden = readonly (readonly boolean[])[];

/** Cells [r, c] that the totals of rows and columns give away. */
function givenAway(hidden: Hidden): number[][] {
  const width = hidden[0]?.length ?? 0;
  const cells = hidden.flatMap((row, r) => row.map((_, c) => ({ r, c, cell: r * width + c })));
  const line = (isIn: (at: { r: number; c: number }) => boolean): Sum =>
    new Map(cells.filter(isIn).map(({ cell }) => [cell, 1n]));
  const sums = [
    ...hidden.map((_, row) => line(({ r }) => r === row)),
    ...Array.from({ length: width }, (_, column) => line(({ c }) => c === column)),
  ];
  return recoverable(sums, (cell) => hidden[Math.floor(cell / width)]?.[cell % width] === true).map(
    (cell) => [Math.floor(cell / width), cell % width],
  );
}

const sameSet = (a: readonly number[][], b: readonly number[][]) =>
  JSON.stringify(a.map(String).sort()) === JSON.stringify(b.map(String).sort());

function table(one: Case): string | undefined {
  const cells = tableOf(one, 't');
  const primary = maybe(one, 'primary', tableOf) ?? [];
  const only = cells.map((row, r) => row.map((_, c) => primary.some(([y, x]) => y === r && x === c)));
  const recovered = maybe(one, 'recoverable_if_primary_only', tableOf);
  if (recovered && !sameSet(givenAway(only), recovered))
    return `mismatch: expected recoverable_if_primary_only ${JSON.stringify(recovered)}, got ${JSON.stringify(givenAway(only))}`;
  const hidden = hideCells(cells, maybe(one, 'k', numberOf) ?? 0, { already: only });
  const list = hidden.flatMap((row, r) => row.flatMap((is, c) => (is ? [[r, c]] : [])));
  const printed = tableOf(one, 'suppressed');
  const left = givenAway(hidden);
  const shown = primary.some((cell) => !list.some((one) => String(one) === String(cell)));
  if (left.length === 0 && list.length <= printed.length && !shown) return undefined;
  return `mismatch: expected suppressed ${JSON.stringify(printed)}, recoverable [], got ${JSON.stringify(list)}, recoverable ${JSON.stringify(left)}`;
}

/** Children of a unit by their numbers of answers: small ones are put together. */
function siblings(one: Case): string | undefined {
  const children = numbersOf(one, 'children_n');
  const total = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0);
  const rest = numberOf(one, 'parent_n') - total(children);
  const small = hideSmall(children, numberOf(one, 'k'), { rest });
  const alone = children.filter((n, at) => n > 0 && !small[at]);
  const of = children.flatMap((_, at) => (small[at] ? [at] : []));
  const merged = rest + total(children.filter((_, at) => small[at]));
  const lone: Sum = new Map(children.map((_, at) => [at, 1n]));
  const got: Record<string, unknown> = {
    publish_n: [...alone, ...(merged > 0 ? [merged] : [])],
    merge: of,
  };
  for (const key of Object.keys(one)) {
    const [, child] = /^leaks_if_only_child_(\d+)_hidden$/.exec(key) ?? [];
    if (child) got[key] = recoverable([lone], (at) => at === Number(child) - 1).length > 0;
  }
  const wrong = Object.keys(got).filter(
    (key) => key in one && JSON.stringify(one[key]) !== JSON.stringify(got[key]),
  );
  if (wrong.length === 0) return undefined;
  const show = (from: Readonly<Record<string, unknown>>) =>
    wrong.map((key) => `${key} ${JSON.stringify(from[key])}`).join(', ');
  return `mismatch: expected ${show(one)}, got ${show(got)}`;
}

export const suppression: Compared = {
  compare: (one) => ('children_n' in one ? siblings(one) : table(one)),
};
