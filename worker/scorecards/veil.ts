// What may not be shown: small units by themselves (they are put together, 合并楼栋), and of each line the answers and
// means that would tell what few people answered (schema/measures/closing.ts). Decided from the campaign's top down, family
// by family and for all readers alike, so that two readers cannot put their boards together.
import type { Counts } from '../../schema/fields/field.ts';
import { closeRows } from '../../schema/measures/closing.ts';
import type { Closing, Decided } from '../../schema/measures/freedom.ts';
import { baseOf, isSeveral, type Open } from '../../schema/measures/item.ts';
import type { Scale } from '../../schema/measures/moves.ts';
import { hideSmall } from '../../schema/measures/suppression.ts';
import type { Family, Tally } from './family.ts';
import type { Line, Tallied } from './lines.ts';

/** Small children of a unit as one row, with what was answered for the unit itself. */
export interface Merged {
  /** its key for {@link Veil.line} */
  id: string;
  of: readonly string[];
  tally: Tally;
}

export interface Veil {
  /** no figure of this unit may be shown by itself */
  unit(id: string): boolean;
  /** the children of this unit that are shown together only; null where there are none */
  merged(parent: string): Merged | null;
  /** what may be shown of a line of a unit or of a merged row that may be shown */
  line(id: string, line: Line): Open;
}

interface Rows {
  parent: string;
  ids: readonly string[];
  merged: Merged | null;
}

/** `inside`: the veil of those who may see more; only what can be computed from what they see is shown. */
export function veil(family: Family, k: number, inside?: Veil): Veil {
  const { families, hidden } = familiesOf(family, k, inside);
  const merged = new Map(families.map((one) => [one.parent, one.merged]));
  const top = family.chain[0] ?? family.unit;
  const tallyOf = (id: string): Tally => mergedBy.get(id)?.tally ?? family.tally(id);
  const mergedBy = new Map(
    families.flatMap((one) => (one.merged ? [[one.merged.id, one.merged] as const] : [])),
  );
  const within = (line: Line, row: string, parent: string): Open[] => {
    if (!inside) return [];
    const of = mergedBy.get(row)?.of;
    if (!of) return [inside.line(row, line)];
    const its = inside.merged(parent);
    return [...of.filter((id) => !inside.unit(id)), ...(its ? [its.id] : [])].map((id) =>
      inside.line(id, line),
    );
  };
  const open = new Map<Line, Map<string, Open>>();
  const openOf = (line: Line): Map<string, Open> => {
    const found = open.get(line);
    if (found) return found;
    const rows = [{ parent: '', ids: [top.id] }, ...families];
    const decided = decideLine(line, k, rows, {
      counts: (id) => tallyOf(id).counts[line.question] ?? {},
      within: (row, parent) => within(line, row, parent),
    });
    open.set(line, decided);
    return decided;
  };
  return {
    unit: (id) => hidden.has(id),
    merged: (parent) => merged.get(parent) ?? null,
    line: (id, line) => (hidden.has(id) ? nothing : (openOf(line).get(id) ?? nothing)),
  };
}

const nothing: Open = { shows: () => false, mean: false };

/** The rows of every family on the way down, the hidden units, and what is merged. */
function familiesOf({ chain, childrenOf, tally }: Family, k: number, inside: Veil | undefined) {
  const hidden = new Set<string>();
  const families: Rows[] = [];
  const [top] = chain;
  if (top && (inside?.unit(top.id) || (tally(top.id).n > 0 && tally(top.id).n < k))) hidden.add(top.id);
  for (const parent of chain) {
    const children = childrenOf(parent.id);
    if (hidden.has(parent.id)) {
      for (const { id } of children) hidden.add(id);
      continue;
    }
    const own = tally(parent.id);
    const sizes = children.map(({ id }) => tally(id).n);
    const rest = Math.max(0, own.n - sizes.reduce((sum, n) => sum + n, 0));
    const already = children.map(({ id }) => inside?.unit(id) ?? false);
    const small = children.length > 0 ? hideSmall(sizes, k, { rest, already }) : [];
    const of = children.flatMap(({ id }, at) => (small[at] ? [id] : []));
    const shown = children.flatMap(({ id }, at) => (small[at] ? [] : [id]));
    for (const id of of) hidden.add(id);
    const left = children.length > 0 ? lessOf(own, shown.map(tally)) : undefined;
    const merged = left && left.n > 0 ? { id: `${parent.id}+`, of, tally: left } : null;
    families.push({ parent: parent.id, ids: [...shown, ...(merged ? [merged.id] : [])], merged });
  }
  return { families, hidden };
}

/** What is left of a tally without others that are in it. */
function lessOf(whole: Tally, parts: readonly Tally[]): Tally {
  const less = (question: string, key: string, n: number) =>
    parts.reduce((left, part) => left - (part.counts[question]?.[key] ?? 0), n);
  const counts: Tallied = Object.fromEntries(
    Object.entries(whole.counts).map(([question, keys]) => [
      question,
      Object.fromEntries(Object.entries(keys).map(([key, n]) => [key, less(question, key, n)])),
    ]),
  );
  return { n: parts.reduce((left, { n }) => left - n, whole.n), counts, channels: {} };
}

interface LineAsked {
  counts(id: string): Counts;
  /** what of the parts of this row may be seen inside */
  within(row: string, parent: string): readonly Open[];
}

/** A table of its own within a line: all its answers, or one of several choices against not having chosen it. */
interface Part {
  scale: Scale;
  keys: readonly string[];
  counts(counts: Counts): number[];
}

function decideLine(
  line: Line,
  k: number,
  families: readonly Pick<Rows, 'parent' | 'ids'>[],
  asked: LineAsked,
): Map<string, Open> {
  const parts = partsOf(line);
  const decided = parts.map(() => new Map<string, Decided>());
  const sums = sumsOpen(line, k, families, asked);
  for (const { parent, ids } of families)
    parts.forEach((part, at) => {
      const by = decided[at];
      const rows = closeRows(
        ids.map((id) => part.counts(asked.counts(id))),
        {
          scale: part.scale,
          k,
          above: by?.get(parent) ?? null,
          inside: ids.map((id) => closingOf(part, asked.within(id, parent))),
        },
      );
      ids.forEach((id, place) => {
        const row = rows[place];
        if (row) by?.set(id, row);
      });
    });
  const ids = families.flatMap((family) => family.ids);
  return new Map(
    ids.map((id) => [
      id,
      {
        shows: (key) =>
          parts.some((part, at) => {
            const answer = part.keys.indexOf(key);
            return answer >= 0 && decided[at]?.get(id)?.closed[answer] === false;
          }),
        mean: line.item.sum || parts.length === 0 ? sums.has(id) : decided[0]?.get(id)?.mean === true,
      },
    ]),
  );
}

function partsOf({ item, mixed }: Line): Part[] {
  const keys = item.keys.flatMap(({ key, missing }) => (missing ? [] : [key]));
  if (isSeveral(item))
    return keys.map((key) => ({
      scale: { answers: 2, points: null },
      keys: [key],
      counts: (counts) => [counts[key] ?? 0, Math.max(0, baseOf(item, counts) - (counts[key] ?? 0))],
    }));
  if (keys.length === 0) return [];
  const points = new Map([
    ...(item.points ?? []).map(({ key, point }) => [key, point] as const),
    ...(item.values ?? []).map(({ key, value }) => [key, value] as const),
  ]);
  // In hundredths, so that they are whole.
  const whole = keys.map((key) => Math.round((points.get(key) ?? Number.NaN) * 100));
  return [
    {
      scale: { answers: keys.length, points: mixed || whole.some(Number.isNaN) ? null : whole },
      keys,
      counts: (counts) => keys.map((key) => counts[key] ?? 0),
    },
  ];
}

const closingOf = (part: Part, within: readonly Open[]): Closing => ({
  closed: Array.from({ length: part.scale.answers }, (_, answer) =>
    within.some((one) => !one.shows(part.keys[answer] ?? part.keys[0] ?? '')),
  ),
  mean: within.every((one) => one.mean),
});

/** Rows whose sums may be shown: of a line that has no counts of answers, only how many and how much. */
function sumsOpen(
  { item }: Line,
  k: number,
  families: readonly Pick<Rows, 'parent' | 'ids'>[],
  asked: LineAsked,
): ReadonlySet<string> {
  const open = new Set<string>();
  for (const { parent, ids } of families) {
    const sizes = ids.map((id) => baseOf(item, asked.counts(id)));
    const shut = parent !== '' && !open.has(parent);
    const already = ids.map((id) => shut || asked.within(id, parent).some(({ mean }) => !mean));
    const hidden =
      parent === ''
        ? sizes.map((n, at) => already[at] || (n > 0 && n < k))
        : hideSmall(sizes, k, { already });
    ids.forEach((id, at) => {
      if (!hidden[at]) open.add(id);
    });
  }
  return open;
}
