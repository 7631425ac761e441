// Figures of forms: of one line, of several by weight, of all that score. Everything comes through the sight of the run's
// own board, and from what that shows; nothing here knows a count that a reader of the board does not.
import type { MeasureLine } from '../../../schema/api/composed.ts';
import { wilson } from '../../../schema/measures/interval.ts';
import { type ItemMeasures, measure } from '../../../schema/measures/item.ts';
import { mappings } from '../../../schema/measures/mapping.ts';
import { averageOf } from '../../../schema/measures/points.ts';
import { type Source, weighedItems } from '../../../schema/scorecards/body.ts';
import { boundHouseholds } from '../compose.ts';
import type { Member } from '../family.ts';
import { isScored, type Line } from '../lines.ts';
import { type Found, type Got, isFound, measuredOf, missing, part } from './got.ts';
import type { Seen } from './runs.ts';

type OfForm<K extends Source['kind']> = Extract<Source, { kind: K }>;

/** The place of a card, or a unit below it; undefined where the run did not reach it. */
const memberAt = ({ side: { family } }: Seen, unit: string): Member | undefined =>
  unit === family.unit.id ? family.unit : family.childrenOf(family.unit.id).find(({ id }) => id === unit);

/** Why nothing of a unit is shown; undefined where something is. */
function silence(seen: Seen, unit: string): Got | undefined {
  const { side, sight, k } = seen;
  if (!memberAt(seen, unit)) return missing('no-run');
  const { n } = side.family.tally(unit);
  if (n === 0) return missing('no-answers');
  return sight.veil.unit(unit) ? missing(n < k ? 'few' : 'beside') : undefined;
}

const lineAt = ({ sight }: Seen, { question, row }: { question: string; row: string }): Line | undefined =>
  sight.lines.countable.find((line) => line.question === question && line.row === row);

/** The score on another mapping, where all counts that it is made of are shown. */
function mapped(line: Line, shown: ItemMeasures, id: string, N: number | undefined): ItemMeasures['score'] {
  const mapping = mappings.find((one) => one.id === id);
  const points = line.item.points ?? [];
  if (!mapping?.values) return shown.score;
  if (mapping.values.length !== points.length || shown.others) return null;
  const counts = Object.fromEntries(shown.bars.map(({ key, n }) => [key, n]));
  return measure(line.item, counts, { type: line.type, mixed: line.mixed, N, mapping }).score;
}

type Asked = Omit<OfForm<'question'>, 'kind' | 'form'>;

function ofLine(seen: Seen, unit: string, asked: Asked): Got {
  const quiet = silence(seen, unit);
  if (quiet) return quiet;
  const line = lineAt(seen, asked);
  if (!line) return missing('not-asked');
  const shown = seen.sight.measure(unit, line);
  if (shown.base === 0) return missing('no-answers');
  const N = boundHouseholds(seen.side.head, memberAt(seen, unit));
  const found = (figure: { value: number; low: number | null; high: number | null } | null): Got =>
    figure
      ? { value: figure.value, low: figure.low, high: figure.high, n: shown.base, of: N ?? null }
      : missing(shown.others ? 'closed' : 'not-asked');
  if (asked.what === 'score') return found(mapped(line, shown, asked.mapping, N));
  if (asked.what === 'satisfied') return found(shown.satisfied);
  if (asked.what === 'mean')
    return found(shown.mean === null ? null : { value: shown.mean, low: null, high: null });
  const bar = shown.bars.find(({ key, missing: unknown }) => key === asked.option && !unknown);
  if (!bar) return found(null);
  const { low, high } = wilson(bar.n, shown.base, { N });
  return found({ value: (bar.n / shown.base) * 100, low: low * 100, high: high * 100 });
}

interface Item {
  question: string;
  row: string;
  weight: number;
}

function ofItems(seen: Seen, unit: string, items: readonly Item[], mapping: Asked['mapping']): Got {
  const got = items.map((item) => ofLine(seen, unit, { ...item, what: 'score', mapping }));
  const found = got.filter(isFound);
  const lost = got.find((one) => !isFound(one));
  if (lost) return lost;
  const figures = found.flatMap((one) => measuredOf(one) ?? []);
  const average = averageOf(
    figures,
    items.map(({ weight }) => weight),
  );
  if (!average) return missing('incomplete');
  return { ...average, n: Math.min(...found.map(({ n }) => n ?? 0)), of: found[0]?.of ?? null };
}

/**
 * What the overall score of a card is made of, at its own place and at every unit below: all that scores and that anybody
 * there answered. A figure of other lines would be another figure under the same name.
 */
function scoredLines({ side: { family }, sight }: Seen): Line[] {
  return sight.lines.countable.filter(
    (line) => isScored(line) && sight.measure(family.unit.id, line).base > 0,
  );
}

function overall(seen: Seen, unit: string, scored: readonly Line[]): Got {
  const quiet = silence(seen, unit);
  if (quiet) return quiet;
  if (scored.length === 0) return missing('not-asked');
  const items = scored.map(({ question, row }) => ({ question, row, weight: 1 }));
  const got = ofItems(seen, unit, items, 'linear');
  if (isFound(got)) return { ...got, n: seen.side.family.tally(unit).n };
  return got.why === 'no-answers' ? missing('incomplete') : got;
}

function participation(seen: Seen, unit: string): Got {
  const member = memberAt(seen, unit);
  if (!member) return missing('no-run');
  const { n } = seen.side.family.tally(unit);
  if (n > 0 && seen.sight.veil.unit(unit)) return missing(n < seen.k ? 'few' : 'beside');
  return part(n, member.households, 'no-households');
}

const scaleOf = (line: Line | undefined) => JSON.stringify(line?.item.points ?? []);
/** How many 不了解 stand outside a figure at the place; null where that is not told. */
function unknown({ side, sight }: Seen, lines: readonly (Line | undefined)[]): number | null {
  const here = side.family.unit.id;
  if (sight.veil.unit(here)) return null;
  let all = 0;
  for (const line of lines) {
    const bars = line ? sight.measure(here, line).bars.filter(({ missing: said }) => said) : [];
    // What a publication leaves out it tells in no part, and older ones left these out by themselves.
    if (bars.length === 0 && line?.item.keys.some(({ missing: said }) => said)) return null;
    all += bars.reduce((sum, { n }) => sum + n, 0);
  }
  return all;
}

export interface OfForms {
  at(unit: string): Got;
  /** figures of two runs are compared only where this is the same */
  basis: string;
  what: string;
  suffix: string;
  parts: MeasureLine['how']['parts'];
  missing: number | null;
}

export function overallOf(seen: Seen): OfForms {
  const here = seen.side.family.unit.id;
  const scored = scoredLines(seen);
  return {
    at: (unit) => overall(seen, unit, scored),
    basis: JSON.stringify(scored.map((line) => [line.question, line.row, scaleOf(line)])),
    what: 'score',
    suffix: '',
    parts: scored.map((line) => ({
      title: line.title,
      weight: 1,
      value: seen.sight.measure(here, line).score?.value ?? null,
    })),
    missing: unknown(seen, scored),
  };
}

export function questionOf(seen: Seen, source: OfForm<'question'>): OfForms {
  const line = lineAt(seen, source);
  return {
    at: (unit) => ofLine(seen, unit, source),
    basis: `${source.what} ${source.option ?? ''} ${source.mapping} ${scaleOf(line)}`,
    what: source.what,
    suffix: source.what === 'mean' ? (line?.item.unit ?? '') : '',
    parts: [],
    missing: unknown(seen, [line]),
  };
}

export function indexOf(seen: Seen, source: OfForm<'index'>): OfForms {
  const here = seen.side.family.unit.id;
  const items = weighedItems(source.items);
  const lines = items.map((item) => lineAt(seen, item));
  return {
    at: (unit) => ofItems(seen, unit, items, source.mapping),
    basis: JSON.stringify([items, source.mapping, lines.map(scaleOf)]),
    what: 'score',
    suffix: '',
    parts: items.map((item, at) => {
      const got: Found | undefined = [
        ofLine(seen, here, { ...item, what: 'score', mapping: source.mapping }),
      ].find(isFound);
      return { title: lines[at]?.title ?? item.question, weight: item.weight, value: got?.value ?? null };
    }),
    missing: unknown(seen, lines),
  };
}

export function participationOf(seen: Seen): OfForms {
  const kind = seen.side.head.access === 'anyone' ? 'perHundred' : 'rate';
  return {
    at: (unit) => participation(seen, unit),
    basis: kind,
    what: kind,
    suffix: '',
    parts: [],
    missing: 0,
  };
}
