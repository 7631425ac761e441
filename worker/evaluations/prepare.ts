// An evaluation is prepared: its rules, its days, who is rated; or the next run of one, which takes all that over.
import type { Body } from '../../schema/api/endpoint.ts';
import type { Evaluation } from '../../schema/api/evaluation-shapes.ts';
import type {
  createEvaluation as createContract,
  nextEvaluation as nextContract,
  updateEvaluation as updateContract,
} from '../../schema/api/evaluations.ts';
import type { evaluation } from '../../schema/db/evaluation-tables.ts';
import { asCanonical, canonicalJson } from '../../schema/elections/canonical.ts';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import { record } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { Actor, StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { mustCover } from '../rolls/covering.ts';
import { readRoll } from '../rolls/store.ts';
import { actIn, evaluationOf, mustBe, mustStandAt, readEvaluation } from './store.ts';
import { replaceSubjects } from './subjects.ts';

type Settings = Omit<Body<typeof createContract>, 'subjects'>;

async function written(rules: Rules) {
  const text = canonicalJson(asCanonical(rules));
  return { rules: text, rules_sha256: await sha256(text) };
}

/** @throws Refusal not-found for a roll or a run of others, roll-draft for one that is not final or not of households */
async function lineOf(db: D1Database, roll: string | null, path: string): Promise<string | null> {
  if (roll === null) return null;
  await mustCover(db, roll, path);
  const row = await readRoll(db, roll);
  if (row.state !== 'frozen' || row.kind !== 'household') throw new Refusal('roll-draft');
  return row.line;
}

async function mustReach(db: D1Database, campaign: string | null, actor: Actor): Promise<void> {
  if (campaign === null) return;
  const run = await db
    .prepare('SELECT u.path FROM campaign c JOIN unit u ON u.id = c.unit WHERE c.id = ?1')
    .bind(campaign)
    .first<{ path: string }>();
  if (!run || !covers(actor, run.path)) throw new Refusal('not-found');
}

async function columnsOf(db: D1Database, asked: Settings, path: string, actor: Actor) {
  await mustReach(db, asked.campaign, actor);
  return {
    title: asked.title,
    period: asked.period,
    words: asked.words,
    post: asked.post,
    ...(await written(asked.rules)),
    closes_at: asked.closesAt,
    appeal_days: asked.appealDays,
    line: await lineOf(db, asked.roll, path),
    roll: asked.roll,
    campaign: asked.campaign,
    seed: asked.seed,
    each: asked.each,
    organiser: asked.organiser,
    phone: asked.phone,
  };
}

/** @throws Refusal not-found, scope-outside, roll-draft, bad-input */
export async function createEvaluation(
  { db, now, actor }: StaffCall,
  unit: string,
  { subjects, ...asked }: Body<typeof createContract>,
): Promise<Evaluation> {
  const top = await db.prepare('SELECT path FROM unit WHERE id = ?1').bind(unit).first<{ path: string }>();
  if (!top) throw new Refusal('not-found');
  const id = newId();
  const row: typeof evaluation.$inferInsert = {
    id,
    unit,
    ...(await columnsOf(db, asked, top.path, actor)),
    version: 1,
    state: 'draft',
    created_by: actor.id,
    created_at: now,
  };
  await db.batch([
    insert<typeof evaluation>(db, 'evaluation', row),
    ...(await replaceSubjects(db, { evaluation: id, unit, path: top.path, post: asked.post }, subjects)),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'evaluation.create',
      target: id,
      path: top.path,
      detail: { title: asked.title, n: subjects.length },
    }),
  ]);
  return evaluationOf(await readEvaluation(db, id), actor);
}

/** @throws Refusal stale, rules-frozen, window-wrong, closes-earlier, bad-input for another post of the same people, and as the creation */
export async function updateEvaluation(
  call: StaffCall,
  id: string,
  { rev, subjects, ...asked }: Body<typeof updateContract>,
): Promise<Evaluation> {
  const { db, now, actor } = call;
  const row = await readEvaluation(db, id);
  mustStandAt(row, rev, actor);
  if (row.state === 'rating') {
    const others = Object.keys({ ...asked, subjects }).filter((key) => key !== 'closesAt');
    if (subjects || others.some((key) => key !== 'subjects') || asked.closesAt === undefined)
      throw new Refusal('rules-frozen');
    // What was told to everybody who marks is over once it is over; who has not marked is known by then.
    if (row.closes_at <= now) throw new Refusal('closes-earlier');
    if (asked.closesAt <= now) throw new Refusal('window-wrong');
    if (asked.closesAt < row.closes_at) throw new Refusal('closes-earlier');
  } else mustBe(row, 'draft');
  const old = evaluationOf(row, actor);
  const columns = await columnsOf(db, { ...old, ...given(asked) }, row.path, actor);
  // Areas are not people, and holders of one post not those of another.
  if (!subjects && row.subjects > 0 && columns.post !== row.post)
    throw new Refusal('bad-input', { where: 'subjects' });
  const before = row.previous ? await readEvaluation(db, row.previous) : undefined;
  const version = before ? before.version + Number(before.rules_sha256 !== columns.rules_sha256) : 1;
  const names = Object.keys({ ...columns, version });
  await actIn(
    call,
    row,
    {
      act: 'evaluation.update',
      rev,
      detail: {
        fields: [...Object.keys(asked), ...(subjects ? ['subjects'] : [])],
        ...(row.state === 'rating' && { from: row.closes_at, to: columns.closes_at }),
      },
    },
    [
      db
        .prepare(
          `UPDATE evaluation SET ${names.map((name, at) => `${name} = ?${at + 2}`).join()} WHERE id = ?1`,
        )
        .bind(id, ...Object.values({ ...columns, version })),
      ...(subjects
        ? await replaceSubjects(
            db,
            { evaluation: id, unit: row.unit, path: row.path, post: columns.post },
            subjects,
          )
        : []),
    ],
  );
  return evaluationOf(await readEvaluation(db, id), actor);
}

/** What was asked, without what was not. */
const given = (asked: { [K in keyof Settings]?: Settings[K] | undefined }): Partial<Settings> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));

/** SQL: runs that go before or follow evaluation ?1, itself among them, and are of the period ?3; without one, those that wait. */
const sameRun = `WITH RECURSIVE run (id, previous) AS (SELECT id, previous FROM evaluation WHERE id = ?1
    UNION SELECT e.id, e.previous FROM run JOIN evaluation e ON e.id = run.previous OR e.previous = run.id)
  SELECT 1 FROM run JOIN evaluation e ON e.id = run.id
  WHERE e.period = ?3 AND e.state <> 'cancelled' AND (?3 <> '' OR e.state = 'draft')`;

/**
 * Sent again it is the same run. @throws Refusal evaluation-stage of one that never began, evaluation-run
 */
export async function nextEvaluation(
  { db, now, actor }: StaffCall,
  id: string,
  { id: next, ...asked }: Body<typeof nextContract>,
): Promise<Evaluation> {
  const row = await readEvaluation(db, id);
  mustBe(row, 'rating', 'provisional', 'final');
  if (asked.closesAt <= now) throw new Refusal('window-wrong');
  const statements = [
    db
      .prepare(
        `INSERT INTO evaluation (id, unit, title, period, closes_at, created_by, created_at, previous, state, words, post,
           rules, rules_sha256, version, appeal_days, line, roll, campaign, seed, each, organiser, phone)
         SELECT ?2, CASE WHEN NOT EXISTS (${sameRun}) THEN unit END, ?4, ?3, ?5, ?6, ?7, id, 'draft', words, post,
           rules, rules_sha256, version, appeal_days, line, roll, NULL, '', each, organiser, phone
         FROM evaluation WHERE id = ?1`,
      )
      .bind(id, next, asked.period, asked.title, asked.closesAt, actor.id, now),
    db
      .prepare(
        `INSERT INTO evaluation_subject (evaluation, id, unit, path, name, above, person, position, door)
         SELECT ?2, o.id, o.unit, u.path, u.name, o.above, o.person, o.position, o.door FROM evaluation_subject o
         JOIN unit u ON u.id = o.unit AND u.retired_at IS NULL AND instr(u.path, ?3) = 1 WHERE o.evaluation = ?1`,
      )
      .bind(id, next, row.path),
    db
      .prepare(
        `INSERT INTO evaluation_rater (evaluation, id, grp, name, unit, path, recused, link_hash, created_at)
         SELECT ?2, r.id, r.grp, r.name, r.unit, u.path, r.recused, r.link_hash, ?3 FROM evaluation_rater r
         JOIN unit u ON u.id = r.unit AND u.retired_at IS NULL WHERE r.evaluation = ?1 AND r.removed_at IS NULL`,
      )
      .bind(id, next, now),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'evaluation.next',
      target: next,
      path: row.path,
      detail: { title: asked.title, of: row.title },
    }),
  ];
  try {
    await db.batch(statements);
  } catch (thrown) {
    const [made, other] = await db.batch([
      db.prepare('SELECT 1 FROM evaluation WHERE id = ?2 AND previous = ?1').bind(id, next),
      db.prepare(sameRun).bind(id, next, asked.period),
    ]);
    if (made?.results.length === 0) throw other?.results.length ? new Refusal('evaluation-run') : thrown;
  }
  return evaluationOf(await readEvaluation(db, next), actor);
}
