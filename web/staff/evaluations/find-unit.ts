// Lines as people write them, matched to areas of a branch by name: `2号楼 王秀英`, `周网格	一网格`; and which areas hold a kind.
import type { Unit } from '../../../schema/api/units.ts';

export const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

interface Named {
  unit: Unit;
  name: string;
  /** names of what it lies in, the nearest first */
  above: readonly string[];
}
const tight = (words: string): string => words.replace(/\s+/g, '');

function namesOf(units: readonly Unit[]): Named[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const way = (id: string | null): string[] => {
    const unit = id === null ? undefined : byId.get(id);
    return unit ? [tight(unit.name), ...way(unit.parent)] : [];
  };
  return units.map((unit) => ({ unit, name: tight(unit.name), above: way(unit.parent) }));
}

/** A number and what it counts are never cut apart: `1号楼` is no part of `11号楼`, nor `一网格` of `十一网格`. */
const digits = /[0-9〇零一二三四五六七八九十百]/;
const isPart = (name: string, part: string): boolean => {
  for (let at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1)) {
    const end = at + part.length;
    const cutBehind = digits.test(name.charAt(end - 1)) && digits.test(name.charAt(end));
    if (!digits.test(name.charAt(at - 1)) && !cutBehind) return true;
  }
  return false;
};
/** Both halves at every place where words may be taken apart, the first of them empty once. */
const halvesOf = (words: string): [string, string][] =>
  Array.from(words, (_, at) => at)
    .filter((at) => !digits.test(words.charAt(at - 1)))
    .map((at) => [words.slice(0, at), words.slice(at)]);

/** The words before an area's own name say where it lies: names of what is above it or parts of them, any of them left out. */
function lies(words: string, [nearest, ...further]: readonly string[]): boolean {
  if (words === '') return true;
  if (nearest === undefined) return false;
  return (
    halvesOf(words).some(([before, part]) => isPart(nearest, part) && lies(before, further)) ||
    lies(words, further)
  );
}

/**
 * The areas that these words name, best first: by their whole name, else by the end of it or a part, each with or without
 * words before it that say where it lies. Where several bear it, those that hold one of `nominees` (ids of areas) go before.
 */
function unitsNamed(all: readonly Named[], words: string, nominees?: ReadonlySet<string>): Unit[] {
  const halves = halvesOf(tight(words));
  for (const fits of [
    (name: string, own: string) => name === own,
    (name: string, own: string) => name.endsWith(own) && isPart(name, own),
    isPart,
  ]) {
    const found = all.filter(({ name, above }) =>
      halves.some(([before, own]) => fits(name, own) && lies(before, above)),
    );
    const held = found.filter(({ unit }) => nominees?.has(unit.id));
    if (found.length > 0) return (held.length > 0 ? held : found).map(({ unit }) => unit);
  }
  return [];
}

/** Ids of the areas that hold these, themselves among them. */
export function holding(units: readonly Unit[], of: Iterable<string>): Set<string> {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const held = new Set<string>();
  for (const one of of)
    for (let id: string | null = one; id !== null && !held.has(id); id = parents.get(id) ?? null)
      held.add(id);
  return held;
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
  /** undefined: no area is named so, several are, or the one holds nobody who is rated */
  unit: Unit | undefined;
  /** what is in the way; undefined also where nothing is known by these words */
  lost?: Lost;
}
/** `area`: as it is written; `example`: words by which one of the several is told apart, and the kind of area to add. */
export type Lost =
  | { why: 'several'; area: string; n: number; example: string; kind: string }
  | { why: 'empty'; area: string };

function toldApart(
  all: readonly Named[],
  units: readonly Unit[],
  area: string,
  nominees?: ReadonlySet<string>,
): Lost {
  const byId = new Map(all.map((one) => [one.unit.id, one]));
  for (const { name, parent } of units)
    for (let over = byId.get(parent ?? ''); over; over = byId.get(over.unit.parent ?? '')) {
      const example = `${over.unit.name} ${name}`;
      if (unitsNamed(all, example, nominees).length === 1)
        return { why: 'several', area, n: units.length, example, kind: over.unit.kind };
    }
  const [one] = units;
  return { why: 'several', area, n: units.length, example: one?.name ?? area, kind: one?.kind ?? '' };
}

/**
 * `first`: what stands first on each line. A line of a name alone is for the whole branch (`usual`). `nominees`: areas that
 * hold somebody who is rated, where only those will do.
 */
export function pairsIn(
  text: string,
  units: readonly Unit[],
  {
    first,
    usual,
    nominees,
  }: { first: 'person' | 'unit'; usual?: Unit | undefined; nominees?: ReadonlySet<string> },
): Pair[] {
  const all = namesOf(units);
  return linesIn(text).map((line) => {
    const words = line.split(/[\s,，、]+/).filter(Boolean);
    const last = words.at(-1) ?? '';
    const door = first === 'unit' && words.length > 2 && /\d/.test(last) ? last : '';
    if (door !== '') words.pop();
    if (words.length === 1) return { line, person: words[0] ?? '', door, unit: usual };
    const person = (first === 'person' ? words[0] : words.at(-1)) ?? '';
    const area = (first === 'person' ? words.slice(1) : words.slice(0, -1)).join(' ');
    const found = unitsNamed(all, area, nominees);
    const [unit] = found;
    if (found.length > 1)
      return { line, person, door, unit: undefined, lost: toldApart(all, found, area, nominees) };
    if (unit && nominees && !nominees.has(unit.id))
      return { line, person, door, unit: undefined, lost: { why: 'empty', area: unit.name } };
    return { line, person, door, unit };
  });
}
