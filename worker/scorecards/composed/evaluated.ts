// Final scores of evaluations: of a unit that was rated itself, else the mean of those rated below it. One evaluation for a
// card, so that its rows can be compared: of those whose marking began in the period the newest final one, and one that
// covers the place before one that lies in it. Where it left out more than a few of those that are there, its mean stands
// for those that it rated and for no more. Who lies where is told by the tree as marking found it; a unit is found by its
// id, wherever it stands now.
import type { MeasureLine } from '../../../schema/api/composed.ts';
import type { Rules } from '../../../schema/evaluations/scheme.ts';
import { nearEnd } from '../../../schema/evaluations/told.ts';
import { boardThreshold, publicKinds } from '../../../schema/measures/suppression.ts';
import { endOfBranch, idsOf } from '../../units/store.ts';
import { childOf } from './counted.ts';
import { exact, type Got, isFound, missing } from './got.ts';
import type { Place, Span } from './sources.ts';

interface Rated {
  unit: string;
  path: string;
  /** null where it has none, or was disqualified */
  score: number | null;
  /** whose marks are in it, and their mark, 0–100 */
  households: number;
  mark: number | null;
}
interface Head {
  id: string;
  title: string;
  unit: string;
  /** id of the unit that it was held in */
  scope: string;
  sha256: string;
  rules: string;
  at: number;
}

export interface Evaluated {
  at(unit: string): Got;
  /** scores by other rules are other figures */
  basis: string;
  evaluation: MeasureLine['how']['evaluation'];
}

/** SQL: final evaluations of areas whose marking began from ?1 until ?2, each with those that it rated. */
const finals = `FROM evaluation e JOIN evaluation_subject o ON o.evaluation = e.id
  AND e.state = 'final' AND e.post = '' AND e.opened_at >= ?1 AND e.opened_at < ?2`;
const within = (unit: string) => `instr(o.path, '/' || ${unit} || '/') > 0`;

export async function evaluated(db: D1Database, place: Place, period: Span, k: number): Promise<Evaluated> {
  const [heads, apart] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT e.id, e.title, u.name AS unit, e.unit AS scope, e.rules_sha256 AS sha256, e.rules, e.final_at AS at ${finals}
           JOIN unit u ON u.id = e.unit WHERE ${within('?3')} GROUP BY e.id
         ORDER BY instr(o.path, '/' || e.unit || '/') <= instr(o.path, '/' || ?3 || '/') DESC, e.final_at DESC, e.id LIMIT 1`,
      )
      .bind(period.from, period.to, place.id),
    db
      .prepare(
        `SELECT j.value AS id, EXISTS (SELECT 1 ${finals} WHERE ${within('j.value')} AND ${within('?3')}) AS here
         FROM json_each(?4) j WHERE EXISTS (SELECT 1 ${finals} WHERE ${within('j.value')})`,
      )
      .bind(period.from, period.to, place.id, JSON.stringify(place.children.map(({ id }) => id))),
  ]);
  const others = (apart?.results ?? []) as { id: string; here: number }[];
  const none = (unit: string) => {
    const other = others.find(({ id }) => id === unit);
    return missing(!other ? 'no-evaluation' : other.here ? 'own-evaluation' : 'elsewhere');
  };
  const head = heads?.results[0] as Head | undefined;
  if (!head) return { at: none, basis: '', evaluation: undefined };
  const [lines, there] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT o.unit, o.path,
           CASE WHEN l.value ->> '$.outcome.state' IN ('rated', 'barred') THEN l.value ->> '$.score' END AS score,
           coalesce(g.value ->> '$.n', 0) AS households, g.value ->> '$.score' AS mark
         FROM evaluation e CROSS JOIN json_each(e.result, '$.lines') l
         CROSS JOIN evaluation_subject o ON o.evaluation = e.id AND o.id = l.value ->> '$.id'
         LEFT JOIN json_each(l.value, '$.groups') g ON g.value ->> '$.id' = 'residents' AND g.value ->> '$.score' IS NOT NULL
         WHERE e.id = ?1 AND ${within('?2')}`,
      )
      .bind(head.id, place.id),
    db
      .prepare(
        `SELECT ${childOf('u.path')} AS child, count(*) AS n FROM unit u
         WHERE u.path >= ?1 AND u.path < ?2 AND u.retired_at IS NULL AND u.kind IN (
           SELECT k.kind FROM evaluation_subject o JOIN unit k ON k.id = o.unit WHERE o.evaluation = ?3)
         GROUP BY child`,
      )
      .bind(place.path, endOfBranch(place.path), head.id),
  ]);
  const rows = (lines?.results ?? []) as Rated[];
  const kinds = (there?.results ?? []) as { child: string; n: number }[];
  const rules = JSON.parse(head.rules) as Rules;
  const counts = rules.groups.some(({ id, weight }) => id === 'residents' && weight > 0);
  // No score is made of fewer households than a board may tell of (schema/evaluations/scheme.ts).
  const few = k > boardThreshold;
  const open = place.inPublic ? await publicUnits(db, rows, place) : undefined;
  const shown = (unit: string) => open?.has(unit) ?? true;
  const guards: Guard[] = [
    ...(few ? [{ why: 'few', hides: ({ households }: Pool) => isSmall(households, k) } as const] : []),
    ...(counts ? [{ why: 'alike', hides: isAlike } as const] : []),
  ];
  const kept = guards.map(({ hides }) => heldBack(rows, shown, hides));
  return {
    at: (unit) => {
      const got = figureOf(rows, unit, guards, kept) ?? none(unit);
      if (!isFound(got) || got.of === null) return got;
      const all = kinds.reduce((sum, { child, n }) => sum + (unit === place.id || child === unit ? n : 0), 0);
      return covers(head, unit, rows) && got.of >= nearlyAll * all ? got : { ...got, all };
    },
    basis: head.sha256,
    evaluation: { title: head.title, unit: head.unit, finalAt: head.at },
  };
}

/** Units of the branch whose figures may leave the house. */
async function publicUnits(
  db: D1Database,
  rows: readonly Rated[],
  { id: place }: Place,
): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ path }) => idsOf(path)).flatMap((chain) => chain.slice(chain.indexOf(place)));
  const { results } = await db
    .prepare(
      'SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(?1)) AND kind IN (SELECT value FROM json_each(?2))',
    )
    .bind(JSON.stringify([...new Set(ids)]), JSON.stringify([...publicKinds]))
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
}

/** Of those of its kind below a unit: a mean of fewer is one of some. */
const nearlyAll = 0.95;
const covers = ({ scope }: Head, unit: string, rows: readonly Rated[]): boolean =>
  rows.some(({ path }) => {
    const chain = idsOf(path);
    return chain.includes(unit) && chain.indexOf(scope) <= chain.indexOf(unit);
  });

const below = (rows: readonly Rated[], unit: string) => rows.filter(({ path }) => path.includes(`/${unit}/`));

/** What several rated units make together. */
interface Pool {
  households: number;
  /** of those whose households have a mark: how many, and the sum of these marks */
  marked: number;
  marks: number;
}
const nothing: Pool = { households: 0, marked: 0, marks: 0 };
const plus = (a: Pool, b: Pool): Pool => ({
  households: a.households + b.households,
  marked: a.marked + b.marked,
  marks: a.marks + b.marks,
});
const poolOf = (rows: readonly Rated[]): Pool =>
  rows.reduce(
    (all, { score, households, mark }) =>
      score === null ? all : plus(all, { households, marked: mark === null ? 0 : 1, marks: mark ?? 0 }),
    nothing,
  );

/** Why a pool may not be told. */
interface Guard {
  why: 'few' | 'alike';
  /** `among`: so many scores are in the figure that it would be taken out of */
  hides: (of: Pool, among: number) => boolean;
}
const isSmall = (n: number, k: number) => n > 0 && n < k;
/** Means are told to a tenth, so that what one among many adds to them is not told. */
const tenths = (mean: number): number => Math.round(mean * 10) / 10;
/** So near an end that it says what each household gave: known closer than one household moves it. */
const isAlike = ({ households, marked, marks }: Pool, among: number): boolean =>
  marked > 0 &&
  nearEnd(marks / marked, households) !== undefined &&
  (0.05 * among) / marked < 100 / households;

/**
 * Units whose figure would tell, less what is shown below them, what is hidden there. Decided from below by what lies below
 * alone, so that every card on which a unit stands decides the same.
 */
function heldBack(
  rows: readonly Rated[],
  shown: (unit: string) => boolean,
  hides: Guard['hides'],
): ReadonlySet<string> {
  const chains = rows.map((row) => ({ row, chain: idsOf(row.path).filter(shown) }));
  const depth = new Map(chains.flatMap(({ chain }) => chain.map((id, at) => [id, at] as const)));
  const among = new Map<string, number>();
  for (const { row, chain } of chains)
    if (row.score !== null) for (const id of chain) among.set(id, (among.get(id) ?? 0) + 1);
  const held = new Set<string>();
  /** by unit, those that no figure below it holds */
  const left = new Map<string, Pool>();
  const add = (unit: string | undefined, pool: Pool) => {
    if (unit !== undefined) left.set(unit, plus(left.get(unit) ?? nothing, pool));
  };
  for (const { row, chain } of chains) {
    const own = poolOf([row]);
    // One that is rated itself stands there with its own score, beside the mean of those around it.
    if (chain.at(-1) !== row.unit) add(chain.at(-1), own);
    else if (hides(own, 1)) add(chain.at(-2), own);
  }
  for (const unit of [...depth.keys()].sort((a, b) => (depth.get(b) ?? 0) - (depth.get(a) ?? 0))) {
    const its = left.get(unit) ?? nothing;
    if (!hides(its, among.get(unit) ?? 0)) continue;
    held.add(unit);
    const { chain = [] } = chains.find((one) => one.chain.includes(unit)) ?? {};
    add(chain[chain.indexOf(unit) - 1], its);
  }
  return held;
}

function figureOf(
  rows: readonly Rated[],
  unit: string,
  guards: readonly Guard[],
  kept: readonly ReadonlySet<string>[],
): Got | undefined {
  const own = rows.find((row) => row.unit === unit);
  const mine = own ? [own] : below(rows, unit);
  if (mine.length === 0) return undefined;
  const scores = mine.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length === 0) return missing('not-rated');
  const why = guards.find(({ hides }) => hides(poolOf(mine), scores.length))?.why;
  if (why) return missing(why);
  if (!own && kept.some((held) => held.has(unit))) return missing('beside');
  const mean = scores.reduce((all, one) => all + one, 0) / scores.length;
  return own ? exact(mean, null, null) : exact(tenths(mean), scores.length, mine.length);
}
