// Figures put together in even steps, so that no chart has more columns than can be read.
import type { FigureLine } from '../../../../schema/api/figures.ts';
import type { Counts } from '../../../../schema/fields/field.ts';
import type { ChartOf } from './chart.ts';

/** Columns at most. */
const most = 16;

interface Given {
  label: string;
  value: number;
  n: number;
}

/** From the lowest to the highest figure that was given; with a spread where they are figures and not hours. */
export function columnsOf({ item }: FigureLine, counts: Counts): ChartOf<'columns'> {
  const figures = item.values ?? item.points?.map(({ key, point }) => ({ key, value: point }));
  const values = new Map(figures?.map(({ key, value }) => [key, value]));
  const all: Given[] = item.keys
    .filter(({ missing }) => !missing)
    .map(({ key, label }, at) => ({ label, value: values.get(key) ?? at, n: counts[key] ?? 0 }))
    .sort((a, b) => a.value - b.value);
  const first = all.findIndex(({ n }) => n > 0);
  const last = all.reduce((found, { n }, at) => (n > 0 ? at : found), -1);
  // A scale shows all its points; of ages only those from the youngest to the oldest.
  const used = item.points ? all : first < 0 ? [] : all.slice(first, last + 1);
  const base = all.reduce((sum, { n }) => sum + n, 0);
  return {
    kind: 'columns',
    base,
    columns: figures && used.length > most ? inSteps(used) : used.map(({ label, n }) => ({ label, n })),
    spread: figures && base > 0 ? { ...spreadOf(all, base), unit: item.unit ?? '' } : undefined,
  };
}

const nice = [
  2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000,
];

function inSteps(used: readonly Given[]) {
  const low = used[0]?.value ?? 0;
  const high = used.at(-1)?.value ?? 0;
  const width =
    nice.find((one) => Math.floor(high / one) - Math.floor(low / one) < most - 4) ?? high - low + 1;
  const steps = new Map<number, number>();
  for (let step = Math.floor(low / width); step <= Math.floor(high / width); step++) steps.set(step, 0);
  for (const { value, n } of used) {
    const step = Math.floor(value / width);
    steps.set(step, (steps.get(step) ?? 0) + n);
  }
  return [...steps].map(([step, n]) => ({
    label: `${step * width}–${(step + 1) * width - 1}`,
    n,
  }));
}

function spreadOf(all: readonly Given[], base: number) {
  const given = all.filter(({ n }) => n > 0);
  const at = (rank: number) => {
    let passed = 0;
    for (const { value, n } of given) {
      passed += n;
      if (passed > rank) return value;
    }
    return 0;
  };
  return {
    least: given[0]?.value ?? 0,
    most: given.at(-1)?.value ?? 0,
    // Of an even number, half way between the two in the middle.
    middle: (at(Math.floor((base - 1) / 2)) + at(Math.floor(base / 2))) / 2,
    mean: given.reduce((sum, { value, n }) => sum + value * n, 0) / base,
  };
}
