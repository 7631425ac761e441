// Lines as people write them, matched to areas of a branch by name: `2号楼 王秀英`, `周网格	一网格`; and which areas hold a kind.
import type { Unit } from '../../../schema/api/units.ts';

export const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The one area that these words name: by its whole name, else by the end of it or a part; undefined when several do. */
export function findUnit(units: readonly Unit[], words: string): Unit | undefined {
  const wanted = words.replace(/\s+/g, '');
  if (wanted === '') return undefined;
  const names = units.map((unit) => ({ unit, name: unit.name.replace(/\s+/g, '') }));
  for (const fits of [
    (name: string) => name === wanted,
    (name: string) => name.endsWith(wanted),
    (name: string) => name.includes(wanted),
  ]) {
    const found = names.filter(({ name }) => fits(name));
    if (found.length === 1) return found[0]?.unit;
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** What holds any area of this kind, and what is in them: an estate whose buildings hang under a grid holds no building. */
export function aroundKind(units: readonly Unit[], kind: Unit['kind']): Unit[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const way = (id: string | null): string[] => (id === null ? [] : [id, ...way(parents.get(id) ?? null)]);
  const rated = units.filter((unit) => unit.kind === kind).map(({ id }) => id);
  const of = new Set(rated);
  const over = new Set(rated.flatMap(way));
  return units.filter(({ id }) => over.has(id) || way(id).some((one) => of.has(one)));
}

export interface Pair {
  line: string;
  person: string;
  /** of their own household; '' where none is written */
  door: string;
  /** undefined: no area is named so, or several are */
  unit: Unit | undefined;
}

/** `first`: what stands first on each line. A line of a name alone is for the whole branch (`usual`). */
export function pairsIn(
  text: string,
  units: readonly Unit[],
  { first, usual }: { first: 'person' | 'unit'; usual?: Unit | undefined },
): Pair[] {
  return linesIn(text).map((line) => {
    const words = line.split(/[\s,，、]+/).filter(Boolean);
    const last = words.at(-1) ?? '';
    const door = first === 'unit' && words.length > 2 && /\d/.test(last) ? last : '';
    if (door !== '') words.pop();
    if (words.length === 1) return { line, person: words[0] ?? '', door, unit: usual };
    const person = (first === 'person' ? words[0] : words.at(-1)) ?? '';
    const rest = first === 'person' ? words.slice(1) : words.slice(0, -1);
    return { line, person, door, unit: findUnit(units, rest.join('')) };
  });
}
