// Raters: a name, a group, the area that they rate in, and a link that is told once and stays theirs from run to run.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  addRaters as addContract,
  listRaters as listContract,
  updateRater as updateContract,
} from '../../schema/api/evaluation-raters.ts';
import { tidyName } from '../../schema/elections/person.ts';
import { assign, namedTwice } from '../../schema/evaluations/assign.ts';
import { askedOf, type GroupKind } from '../../schema/evaluations/scheme.ts';
import { sha256 } from '../db/hash.ts';
import { newId, newSecret } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { pairsOf } from './pairs.ts';
import { actIn, mustBe, readEvaluation, rulesOf } from './store.ts';
import { ownHome } from './subjects.ts';

const linkOf = (origin: string, secret: string) => `${origin}/m#${secret}`;

/** @throws Refusal evaluation-stage, stale, scope-outside, rater-twice, bad-input for households or, once marking has begun, experts */
export async function addRaters(
  call: StaffCall,
  id: string,
  { raters }: Body<typeof addContract>,
): Promise<Output<typeof addContract>> {
  const { db, now, origin } = call;
  const row = await readEvaluation(db, id);
  mustBe(row, 'draft', 'rating');
  const late = row.state === 'rating';
  if (raters.some(({ group }) => group === 'residents' || (late && group === 'experts')))
    throw new Refusal('bad-input', { where: 'raters' });
  const units = JSON.stringify(raters.map(({ unit }) => unit));
  const [{ results: places }, { rated, marking }] = await Promise.all([
    db
      .prepare(
        `SELECT u.id, u.path FROM unit u WHERE u.id IN (SELECT value FROM json_each(?1))
           AND u.retired_at IS NULL AND instr(u.path, ?2) = 1`,
      )
      .bind(units, row.path)
      .all<{ id: string; path: string }>(),
    pairsOf(db, row),
  ]);
  const paths = new Map(places.map((one) => [one.id, one.path]));
  const made = await Promise.all(
    raters.map(async ({ group, name, unit }) => {
      const path = paths.get(unit);
      if (path === undefined) throw new Refusal('scope-outside');
      const secret = newSecret();
      return { id: newId(), group, name: tidyName(name), unit, path, secret, hash: await sha256(secret) };
    }),
  );
  const twice = namedTwice(made, marking);
  if (twice.length > 0) throw new Refusal('rater-twice', { name: twice.join('、') });
  const pairs = late
    ? assign(
        made.map((one) => ({ ...one, recused: [] })),
        rated,
        row,
      )
    : [];
  await actIn(call, row, { act: 'evaluation.raters', rev: row.rev, detail: { n: made.length } }, [
    db
      .prepare(
        `INSERT INTO evaluation_rater (evaluation, id, grp, name, unit, path, link_hash, created_at)
         SELECT ?1, j.value ->> '$.id', j.value ->> '$.group', j.value ->> '$.name', j.value ->> '$.unit',
           j.value ->> '$.path', j.value ->> '$.hash', ?3 FROM json_each(?2) j`,
      )
      .bind(id, JSON.stringify(made.map(({ secret: _, ...one }) => one)), now),
    db
      .prepare(
        `INSERT INTO evaluation_assignment (evaluation, rater, subject)
         SELECT ?1, j.value ->> '$.rater', j.value ->> '$.subject' FROM json_each(?2) j`,
      )
      .bind(id, JSON.stringify(pairs)),
  ]);
  return { raters: made.map((one) => ({ id: one.id, name: one.name, link: linkOf(origin, one.secret) })) };
}

interface Row {
  id: string;
  grp: GroupKind;
  name: string;
  unit: string;
  kind: string;
  place: string;
  recused: string;
  removed_at: number | null;
  rev: number;
  assigned: number;
  last_at: number | null;
  marks: string | null;
}

export async function listRaters({ db }: StaffCall, id: string): Promise<Output<typeof listContract>> {
  const row = await readEvaluation(db, id);
  const rules = rulesOf(row);
  const [raters, households] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT r.*, u.kind, u.name AS place,
           (SELECT count(*) FROM evaluation_assignment a WHERE a.evaluation = r.evaluation AND a.rater = r.id) AS assigned,
           (SELECT max(at) FROM evaluation_mark m WHERE m.evaluation = r.evaluation AND m.rater = r.id) AS last_at,
           (SELECT '[' || group_concat(marks) || ']' FROM evaluation_mark m
             WHERE m.evaluation = r.evaluation AND m.rater = r.id) AS marks
         FROM evaluation_rater r JOIN unit u ON u.id = r.unit WHERE r.evaluation = ?1 ORDER BY r.created_at, r.id`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT (SELECT count(DISTINCT rater) FROM evaluation_mark WHERE evaluation = ?1 AND grp = 'residents') AS marked,
           (SELECT count(DISTINCT h.id) FROM evaluation_subject o JOIN unit u ON u.id = o.unit
             CROSS JOIN unit b ON b.path >= u.path AND b.path < substr(u.path, 1, length(u.path) - 1) || '0'
             CROSS JOIN roll_entry h ON h.roll = ?2 AND h.unit = b.id
             WHERE o.evaluation = ?1 AND h.struck_at IS NULL AND (o.person = '' OR NOT ${ownHome()})) AS "all"`,
      )
      .bind(id, row.roll ?? ''),
  ]);
  const counted = households?.results[0] as { marked: number; all: number } | undefined;
  return {
    raters: ((raters?.results ?? []) as Row[]).map((one) => {
      const asked = askedOf(rules, one.grp);
      const lists = one.marks === null ? [] : (JSON.parse(one.marks) as (number | null)[][]);
      return {
        id: one.id,
        group: one.grp,
        name: one.name,
        unit: { id: one.unit, kind: one.kind, name: one.place },
        recused: JSON.parse(one.recused) as string[],
        removed: one.removed_at !== null,
        assigned: one.assigned,
        done: lists.filter((list) => asked.every((is, at) => !is || list[at] !== null)).length,
        lastAt: one.last_at,
        rev: one.rev,
      };
    }),
    households: counted ?? { marked: 0, all: 0 },
  };
}

interface Standing {
  name: string;
  path: string;
  link_hash: string;
  rev: number;
}

/** @throws Refusal not-found */
async function standingRater(db: D1Database, at: { evaluation: string; rater: string }): Promise<Standing> {
  const rater = await db
    .prepare('SELECT * FROM evaluation_rater WHERE evaluation = ?1 AND id = ?2 AND removed_at IS NULL')
    .bind(at.evaluation, at.rater)
    .first<Standing>();
  if (!rater) throw new Refusal('not-found');
  return rater;
}

/** @throws Refusal not-found, stale, evaluation-stage */
export async function updateRater(
  call: StaffCall,
  at: { evaluation: string; rater: string },
  { rev, recused, removed }: Body<typeof updateContract>,
): Promise<Output<typeof updateContract>> {
  const { db, now } = call;
  const row = await readEvaluation(db, at.evaluation);
  const rater = await standingRater(db, at);
  if (rater.rev !== rev) throw new Refusal('stale');
  mustBe(row, 'draft', ...(recused ? [] : (['rating'] as const)));
  await actIn(
    call,
    row,
    { act: 'evaluation.rater', rev: row.rev, detail: { name: rater.name, removed: removed === true } },
    [
      db
        .prepare(
          `UPDATE evaluation_rater SET recused = coalesce(?3, recused), removed_at = ?4, rev = rev + 1
         WHERE evaluation = ?1 AND id = ?2`,
        )
        .bind(at.evaluation, at.rater, recused ? JSON.stringify(recused) : null, removed ? now : null),
      ...(removed
        ? [
            db
              .prepare(
                `DELETE FROM evaluation_assignment WHERE evaluation = ?1 AND rater = ?2 AND NOT EXISTS (
                 SELECT 1 FROM evaluation_mark m WHERE m.evaluation = ?1 AND m.rater = ?2
                   AND m.subject = evaluation_assignment.subject)`,
              )
              .bind(at.evaluation, at.rater),
          ]
        : []),
    ],
  );
  return { rev: rev + 1 };
}

/** @throws Refusal not-found, evaluation-stage */
export async function renewRaterLink(
  call: StaffCall,
  at: { evaluation: string; rater: string },
): Promise<{ link: string }> {
  const { db, origin } = call;
  const row = await readEvaluation(db, at.evaluation);
  mustBe(row, 'draft', 'rating');
  const rater = await standingRater(db, at);
  const secret = newSecret();
  await actIn(call, row, { act: 'evaluation.link', detail: { name: rater.name } }, [
    db
      .prepare('UPDATE evaluation_rater SET link_hash = ?2 WHERE link_hash = ?1')
      .bind(rater.link_hash, await sha256(secret)),
  ]);
  return { link: linkOf(origin, secret) };
}
