// Whoever rates: with the link of a rater or the letter of a household. One mark of each for a subject by its key, only while
// marking runs, and only for those whom they were given.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { FrozenResult } from '../../schema/api/evaluation-shapes.ts';
import type {
  openRating as openContract,
  Rating,
  sendMarks as sendContract,
} from '../../schema/api/ratings.ts';
import { subjectName } from '../../schema/evaluations/names.ts';
import { askedOf, type GroupKind, marksFit, type Rules } from '../../schema/evaluations/scheme.ts';
import { normalizeCode } from '../../schema/ids.ts';
import { sha256 } from '../db/hash.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { useLetter } from '../rolls/credential.ts';
import { type EvaluationRow, evaluations, rulesOf } from './store.ts';
import { ownHome } from './subjects.ts';

/** Somebody who may mark in one evaluation. */
interface Marking extends EvaluationRow {
  grp: GroupKind;
  rater: string;
  rater_name: string;
}

/** Evaluations that one link or letter shows: the newest. */
const shown = 5;

/** @throws Refusal rating-link, letter-revoked, too-many */
async function markingBy(db: D1Database, secret: string, now: number): Promise<Marking[]> {
  const { results: known } = await db
    .prepare(
      `SELECT x.*, r.grp, r.id AS rater, r.name AS rater_name FROM evaluation_rater r
       JOIN (${evaluations}) x ON x.id = r.evaluation WHERE r.link_hash = ?1 AND r.removed_at IS NULL
       ORDER BY x.opened_at DESC`,
    )
    .bind(await sha256(normalizeCode(secret)))
    .all<Marking>();
  if (known.length > 0) return begun(known);
  const letter = await useLetter(db, secret, now).catch((thrown: unknown) => {
    throw thrown instanceof Refusal && thrown.code === 'letter-unknown' ? new Refusal('rating-link') : thrown;
  });
  const { results } = await db
    .prepare(
      `${evaluations} WHERE e.line = ?1 AND EXISTS (SELECT 1 FROM roll_entry h
         WHERE h.roll = e.roll AND h.id = ?2 AND h.struck_at IS NULL) ORDER BY e.opened_at DESC`,
    )
    .bind(letter.line, letter.entry)
    .all<EvaluationRow>();
  return begun(
    results
      .map((row) => ({ ...row, grp: 'residents' as const, rater: letter.entry, rater_name: '' }))
      .filter((row) => rulesOf(row).groups.some(({ id }) => id === 'residents')),
  );
}

/** Those that run, and the last that ended: what came of it is told to whoever marked. */
function begun(all: readonly Marking[]): Marking[] {
  const ended = all.find(({ state }) => state === 'provisional' || state === 'final');
  return all.filter((row) => row.state === 'rating' || row === ended).slice(0, shown);
}

/**
 * SQL: subject `o` is one that this rater (?2, of the group ?3; a household by its entry in the roll ?4) rates. Households
 * were given what their building was given.
 */
const rates = `CASE WHEN ?3 = 'residents'
  THEN EXISTS (SELECT 1 FROM roll_entry h JOIN evaluation_assignment a ON a.evaluation = o.evaluation AND a.rater = h.unit
    AND a.subject = o.id WHERE h.roll = ?4 AND h.id = ?2 AND (o.person = '' OR NOT ${ownHome()}))
  ELSE EXISTS (SELECT 1 FROM evaluation_assignment a WHERE a.evaluation = o.evaluation AND a.rater = ?2 AND a.subject = o.id)
  END`;

interface SubjectRow {
  id: string;
  name: string;
  above: string;
  person: string;
  marks: string | null;
  rev: number | null;
}

/** @throws Refusal rating-link, letter-revoked, too-many */
export async function openRating(
  { db, now }: Call,
  { secret }: Body<typeof openContract>,
): Promise<Output<typeof openContract>> {
  const marking = await markingBy(db, secret, now);
  const demo = await db
    .prepare("SELECT max(body ->> '$.demo') AS demo FROM setting")
    .first<{ demo: number | null }>();
  return {
    ratings: await Promise.all(marking.map((one) => ratingOf(db, one))),
    now,
    demo: demo?.demo === 1,
  };
}

async function ratingOf(db: D1Database, row: Marking): Promise<Rating> {
  const { results } = await db
    .prepare(
      `SELECT o.id, o.name, o.above, o.person, m.marks, m.rev FROM evaluation_subject o
       LEFT JOIN evaluation_mark m ON m.evaluation = o.evaluation AND m.subject = o.id AND m.grp = ?3 AND m.rater = ?2
       WHERE o.evaluation = ?1 AND ${rates} ORDER BY o.position, o.id`,
    )
    .bind(row.id, row.rater, row.grp, row.roll ?? '')
    .all<SubjectRow>();
  const rules = rulesOf(row);
  const asked = askedOf(rules, row.grp);
  return {
    evaluation: row.id,
    title: row.title,
    period: row.period,
    words: row.words,
    unit: row.unit_name,
    organiser: row.organiser,
    phone: row.phone,
    state: row.state === 'final' || row.state === 'provisional' ? row.state : 'rating',
    closesAt: row.closes_at,
    appealsUntil: row.appeals_until,
    awards: row.result === null ? null : awardsIn(rules, JSON.parse(row.result) as FrozenResult),
    group: row.grp,
    name: row.rater_name,
    indicators: rules.indicators.map(({ title, criteria, most }, at) => ({
      title,
      criteria,
      most,
      asked: asked[at] ?? false,
    })),
    subjects: results.map(({ marks, rev, ...one }) => ({
      ...one,
      marks: marks === null ? null : (JSON.parse(marks) as (number | null)[]),
      rev: rev ?? 0,
    })),
  };
}

function awardsIn(rules: Rules, { awards, subjects }: FrozenResult): NonNullable<Rating['awards']> {
  const names = new Map(subjects.map((one) => [one.id, subjectName(one)]));
  return awards.map((one) => ({
    title: rules.awards.find(({ id }) => id === one.award)?.title ?? one.award,
    names: one.state === 'given' ? one.winners.flatMap((id) => names.get(id) ?? []) : [],
  }));
}

/** @throws Refusal rating-link, rating-other, rating-over, stale, bad-input for marks that the rules do not have */
export async function sendMarks(
  { db, now }: Call,
  { secret, evaluation, subject, rev, marks }: Body<typeof sendContract>,
): Promise<Output<typeof sendContract>> {
  const row = (await markingBy(db, secret, now)).find(
    ({ id, state }) => id === evaluation && state === 'rating',
  );
  if (!row || now >= row.closes_at) throw new Refusal('rating-over');
  if (!marksFit(rulesOf(row), row.grp, marks)) throw new Refusal('bad-input', { where: 'marks' });
  const text = JSON.stringify(marks);
  const kept = await db
    .prepare(
      `INSERT INTO evaluation_mark (evaluation, subject, grp, rater, marks, at)
       SELECT o.evaluation, o.id, ?3, ?2, ?6, ?7 FROM evaluation_subject o
       JOIN evaluation e ON e.id = o.evaluation AND e.state = 'rating' AND e.closes_at > ?7
       WHERE o.evaluation = ?1 AND o.id = ?5 AND ${rates} AND (?8 = 0 OR EXISTS (SELECT 1 FROM evaluation_mark m
         WHERE m.evaluation = ?1 AND m.subject = ?5 AND m.grp = ?3 AND m.rater = ?2))
       ON CONFLICT (evaluation, subject, grp, rater) DO UPDATE SET marks = excluded.marks, at = excluded.at, rev = rev + 1
       WHERE rev = ?8 RETURNING rev`,
    )
    .bind(row.id, row.rater, row.grp, row.roll ?? '', subject, text, now, rev)
    .first<{ rev: number }>();
  if (kept) return kept;
  const [there, state, own] = await db.batch<{ marks: string; rev: number; n: number }>([
    db
      .prepare(
        'SELECT marks, rev FROM evaluation_mark WHERE evaluation = ?1 AND subject = ?2 AND grp = ?3 AND rater = ?4',
      )
      .bind(row.id, subject, row.grp, row.rater),
    db.prepare("SELECT count(*) AS n FROM evaluation WHERE id = ?1 AND state = 'rating'").bind(row.id),
    db
      .prepare(
        `SELECT count(*) AS n FROM evaluation_subject o WHERE o.evaluation = ?1 AND o.id = ?5 AND ${rates}`,
      )
      .bind(row.id, row.rater, row.grp, row.roll ?? '', subject),
  ]);
  if (own?.results[0]?.n === 0) throw new Refusal('rating-other');
  const stored = there?.results[0];
  if (stored?.marks === text) return { rev: stored.rev };
  if (state?.results[0]?.n === 0) throw new Refusal('rating-over');
  throw new Refusal('stale', {}, { current: stored && { marks: JSON.parse(stored.marks), rev: stored.rev } });
}
