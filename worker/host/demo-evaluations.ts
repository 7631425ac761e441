// What a newcomer finds of evaluations: in the first street one of buildings that is final and the next one running, with
// made-up raters and marks.
import { placeDay } from '../../schema/day.ts';
import { presets } from '../../schema/evaluations/presets.ts';
import { stepMark, steps } from '../../schema/evaluations/scale.ts';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import { chunks } from '../db/chunks.ts';
import { newId } from '../db/random.ts';
import { addAppeal, decideAppeal } from '../evaluations/appeals.ts';
import { addFinding } from '../evaluations/findings.ts';
import { createEvaluation, nextEvaluation } from '../evaluations/prepare.ts';
import { addRaters } from '../evaluations/raters.ts';
import { stepEvaluation } from '../evaluations/step.ts';
import { readEvaluation, type SubjectRow, subjectsOf } from '../evaluations/store.ts';
import type { StaffCall } from '../http/context.ts';
import { createRoll, updateRoll } from '../rolls/change-roll.ts';
import { freezeRoll } from '../rolls/freeze.ts';
import { importEntries } from '../rolls/import-entries.ts';
import { readRoll } from '../rolls/store.ts';
import type { Dice } from './dice.ts';

const day = 86_400_000;

export interface DemoUnit {
  id: string;
  parent: string | null;
  kind: string;
  name: string;
}

const rules: Rules = { ...presets.full, tie: { ...presets.full.tie, rest: 'all' } };
const title = '文明楼栋评选（演示）';
const periodOf = (at: number) => {
  const [year = '', month = ''] = placeDay(at).split('-');
  return `${year}年${Number(month)}月`;
};

/** `street`: the units of one street, in administrative order, the street first. */
export async function demoEvaluations(
  call: StaffCall,
  street: readonly DemoUnit[],
  dice: Dice,
): Promise<void> {
  const [top] = street;
  if (!top) throw new Error('the demo city has no street');
  const of = (kind: string) => street.filter((unit) => unit.kind === kind);
  const buildings = of('building');
  const on = (days: number): StaffCall => ({ ...call, now: call.now - days * day });

  const roll = await demoRoll(on(45), top.id, buildings, dice);
  const first = await createEvaluation(on(43), top.id, {
    title,
    period: periodOf(call.now - 43 * day),
    words: '评分和名单都是编的，用来看看评选怎么办。',
    post: '',
    rules,
    closesAt: call.now - 31 * day,
    appealDays: 5,
    organiser: `${top.name}办事处（演示）`,
    phone: '0714-0000000',
    roll,
    campaign: null,
    seed: '',
    each: 3,
    subjects: buildings.map(({ id }) => ({ unit: id, person: '' })),
  });
  await addRaters(on(42), first.id, {
    raters: [
      ...of('grid').map(({ id, name }, at) => ({
        group: 'grid' as const,
        name: `${name}员${at + 1}（演示）`,
        unit: id,
      })),
      ...of('community').flatMap(({ id }, at) => [
        { group: 'property' as const, name: `物业经理${at + 1}（演示）`, unit: id },
        { group: 'community' as const, name: `社区干部${at + 1}（演示）`, unit: id },
      ]),
    ],
  });
  const quality = new Map(buildings.map(({ id }) => [id, 0.82 + 0.09 * dice.normal()]));
  await stepOn(on(41), first.id, 'rating');
  await demoMarks(on(35), first.id, { quality, dice, share: 1 });
  const { results: subjects } = await subjectsOf(call.db, first.id).all<SubjectRow>();
  for (const [at, { id: subject }] of dice.shuffled(subjects).slice(0, 14).entries())
    await addFinding(on(33), { evaluation: first.id, subject }, foundAt(at));
  await stepOn(on(30), first.id, 'provisional');
  await demoAppeal(on(28), first.id);
  await stepOn(on(24), first.id, 'final');

  const next = await nextEvaluation(on(8), first.id, {
    id: newId(),
    title,
    period: periodOf(call.now),
    closesAt: call.now + 9 * day,
  });
  await stepOn(on(7), next.id, 'rating');
  await demoMarks(on(3), next.id, { quality, dice, share: 0.45 });
}

function foundAt(at: number): Parameters<typeof addFinding>[2] {
  if (at === 0) return { kind: 'veto', item: 'illegal', times: 1, note: '查实新增违法建设一处（演示）' };
  if (at < 6) return { kind: 'bonus', item: 'kind', times: 1 + (at % 2), note: '志愿服务，有记录（演示）' };
  return { kind: 'deduction', item: 'toss', times: 1, note: '高空抛物，查实（演示）' };
}

async function stepOn(call: StaffCall, id: string, to: 'rating' | 'provisional' | 'final'): Promise<void> {
  const { rev } = await readEvaluation(call.db, id);
  await stepEvaluation(call, id, { rev, to });
}

/** Some doors of each building, most of them enough for their marks to count. */
async function demoRoll(
  call: StaffCall,
  street: string,
  buildings: readonly DemoUnit[],
  dice: Dice,
): Promise<string> {
  const { id } = await createRoll(call, street, { kind: 'household', title: '评选户名册（演示）', note: '' });
  const doors = buildings.flatMap(({ id: unit }) =>
    Array.from({ length: dice.chance(0.05) ? 4 : dice.whole(7, 13) }, (_, at) => ({
      unit,
      stairwell: '1',
      door: `${1 + Math.floor(at / 2)}0${1 + (at % 2)}`,
      name: '',
    })),
  );
  await importEntries(call, id, { rows: doors.map((one, at) => ({ row: at + 2, ...one })), dryRun: false });
  const { rev } = await readRoll(call.db, id);
  const posted = await updateRoll(call, id, { rev, postedAt: call.now });
  await freezeRoll(call, id, posted.rev);
  return id;
}

/** Marks of raters and of households, by how good each building is made up to be; `share` of all that are asked for. */
async function demoMarks(
  { db, now }: StaffCall,
  evaluation: string,
  { quality, dice, share }: { quality: ReadonlyMap<string, number>; dice: Dice; share: number },
): Promise<void> {
  const { results } = await db
    .prepare(
      `SELECT a.subject, o.unit, r.grp, a.rater FROM evaluation_assignment a
         JOIN evaluation_rater r ON r.evaluation = a.evaluation AND r.id = a.rater
         JOIN evaluation_subject o ON o.evaluation = a.evaluation AND o.id = a.subject WHERE a.evaluation = ?1
       UNION ALL SELECT o.id, o.unit, 'residents', h.id FROM evaluation e
         JOIN roll_entry h ON h.roll = e.roll JOIN evaluation_subject o ON o.evaluation = e.id AND o.unit = h.unit
       WHERE e.id = ?1 ORDER BY 2, 3, 4`,
    )
    .bind(evaluation)
    .all<{ subject: string; unit: string; grp: string; rater: string }>();
  const mark = (unit: string, grp: string, most: number) => {
    const mind = Math.min(1, Math.max(0, (quality.get(unit) ?? 0.8) + 0.1 * dice.normal()));
    if (grp !== 'residents') return Math.round(mind * most);
    return stepMark(steps.find((step) => mind >= step - 0.1) ?? 0, most);
  };
  const marks = results.flatMap(({ subject, unit, grp, rater }) =>
    dice.chance(share)
      ? [[subject, grp, rater, JSON.stringify(rules.indicators.map(({ most }) => mark(unit, grp, most)))]]
      : [],
  );
  for (const part of chunks(marks))
    await db
      .prepare(
        `INSERT INTO evaluation_mark (evaluation, subject, grp, rater, marks, at)
         SELECT ?1, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, ?3 FROM json_each(?2) j`,
      )
      .bind(evaluation, JSON.stringify(part), now)
      .run();
}

/** One objection that was upheld: a deduction that had been put down to the wrong building. */
async function demoAppeal(call: StaffCall, evaluation: string): Promise<void> {
  const found = await call.db
    .prepare(
      "SELECT id, subject FROM evaluation_finding WHERE evaluation = ?1 AND kind = 'deduction' ORDER BY id LIMIT 1",
    )
    .bind(evaluation)
    .first<{ id: string; subject: string }>();
  if (!found) throw new Error('nothing was deducted in the demo city');
  const { id: appeal } = await addAppeal(
    call,
    { evaluation, subject: found.subject },
    {
      kind: 'object',
      words: '那天抛物的是隔壁楼栋，有监控可查。（演示）',
      saidBy: '楼栋长（演示）',
    },
  );
  // Nobody decides on an objection that they entered.
  const reviewer = { ...call, actor: { ...call.actor, id: newId() } };
  await decideAppeal(
    reviewer,
    { evaluation, appeal },
    {
      state: 'upheld',
      answer: '已看监控，扣分记错了楼栋，予以撤销。（演示）',
      strike: [found.id],
    },
  );
}
