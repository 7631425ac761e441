// The demo city: a tree with the real shape of Daye, staff of every role, one satisfaction survey that is running and
// one that is over, evaluations and scorecards. Everything goes in by the acts and statements of the Worker, so the first board is counted by the
// same code as every later one. The same seed gives the same city; times are relative to now.

import { noSettings } from '../../schema/api/settings.ts';
import { placeDay } from '../../schema/day.ts';
import { compile } from '../../schema/form/compile.ts';
import { templates } from '../../schema/form/templates.ts';
import { encodeId } from '../../schema/ids.ts';
import { createCampaign } from '../campaigns/create.ts';
import { updateCampaign } from '../campaigns/update.ts';
import { submissionStatements } from '../fill/submission.ts';
import { createForm } from '../forms/draft.ts';
import { publish } from '../forms/publish.ts';
import type { StaffCall } from '../http/context.ts';
import { importUnits } from '../units/import-units.ts';
import { subtree } from '../units/read-units.ts';
import { notebook, sendAll } from './bulk.ts';
import { type DemoAnswer, type DemoBuilding, demoAnswers } from './demo-answers.ts';
import { demoEvaluations } from './demo-evaluations.ts';
import { demoScorecards } from './demo-scorecards.ts';
import { city, demoLeader, demoTree } from './demo-tree.ts';
import { Dice } from './dice.ts';
import type { say as sayIt } from './log.ts';
import { PlainError } from './log.ts';

type Say = typeof sayIt;
const day = 86_400_000;
const organiser = '大冶市社区治理办公室（演示）';

export { city };

/** Accounts to try each role with, by the code of their unit. */
export const trialAccounts = [
  { login: 'jiedao', name: '街道管理员（演示）', role: 'admin', code: 'DY01' },
  { login: 'shequ', name: '社区经办人（演示）', role: 'editor', code: 'DY0101' },
  { login: 'wangge', name: '网格帮办员（演示）', role: 'helper', code: 'DY010101' },
  { login: 'lingdao', name: '市里负责人（演示）', role: 'leader', code: city.code },
] as const;

/** Builds everything below an existing root unit; `call` acts as its admin. Resolves to the ids of units by code. */
export async function demoCity(call: StaffCall, root: string, say: Say): Promise<Map<string, string>> {
  const dice = new Dice(20_230_101);
  const { db } = call;
  say('正在生成演示城市：4 个街道、1269 栋楼', 'making up a demo city: 4 streets, 1,269 buildings');
  await db
    .prepare('INSERT INTO setting (root, body) VALUES (?1, ?2)')
    .bind(
      root,
      JSON.stringify({
        ...noSettings,
        organiser,
        phone: '0714-0000000',
        demo: true,
      }),
    )
    .run();
  const report = await importUnits(call, root, { file: { text: demoTree(dice) }, dryRun: false });
  if (report.refused.length > 0)
    throw new PlainError(
      '演示城市没有生成好。',
      `The demo city could not be made: ${report.refused[0]?.reason}`,
    );
  const units = await subtree(db, call.actor.grants[0]?.path ?? '');
  const buildings = units.filter(({ kind }) => kind === 'building');
  await nameLeaders(db, dice, buildings);

  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const places = buildings.map(({ id, parent, households }) => ({
    id,
    households,
    community: parents.get(parent ?? '') ?? '',
  }));
  const grids = units.filter(({ kind }) => kind === 'grid').map(({ id }) => id);
  const surveyed = await surveys(call, root, grids, places, dice, say);
  const first = units.find(({ kind }) => kind === 'street');
  const street = units.filter(({ path }) => first && path.startsWith(first.path));
  await demoEvaluations(call, street, new Dice(20_230_102));
  await demoScorecards(call, root, { ...surveyed, organiser });
  say('评选和记分卡：已载入', 'evaluations and scorecards: loaded');
  return new Map(units.map(({ code, id }) => [code, id]));
}

/** Nothing imports who leads a building, and 1,269 acts would take long: one statement. */
async function nameLeaders(db: D1Database, dice: Dice, buildings: readonly { id: string }[]): Promise<void> {
  const leaders = buildings.map(({ id }, index) => ({
    id,
    contact: JSON.stringify(demoLeader(dice, index + 1)),
  }));
  await db
    .prepare(
      `UPDATE unit SET contact = j.value ->> '$.contact' FROM json_each(?1) j WHERE unit.id = j.value ->> '$.id'`,
    )
    .bind(JSON.stringify(leaders))
    .run();
}

async function surveys(
  call: StaffCall,
  root: string,
  scope: string[],
  buildings: readonly DemoBuilding[],
  dice: Dice,
  say: Say,
): Promise<{ form: string; over: string }> {
  const template = templates.find(({ id }) => id === 'property-satisfaction');
  if (!template) throw new Error('the template property-satisfaction is gone');
  const { now } = call;
  const then: StaffCall = { ...call, now: now - 130 * day };
  const form = await createForm(then, { unit: root, kind: template.kind, definition: template.definition });
  const { number } = await publish(then, { form: form.id, rev: form.rev });
  const run = async (at: StaffCall, title: string, opensAt: number, closesAt: number, previous?: string) =>
    createCampaign(at, {
      unit: root,
      form: form.id,
      title,
      // Estates and stations have no homes of their own here: buildings, by their grids, answer.
      scope,
      opensAt,
      closesAt,
      access: 'anyone',
      perDevice: false,
      named: false,
      organiser,
      phone: '0714-0000000',
      keepDays: 365,
      previous,
    });
  const judge = compile(template.definition);
  const load = async (campaign: string, answers: readonly DemoAnswer[], zh: string, en: string) => {
    let done = 0;
    for (let from = 0; from < answers.length; from += perBatch) {
      const part = answers.slice(from, from + perBatch);
      const statements = await Promise.all(
        part.map(async (one) => {
          const { answers: checked, problems } = judge.check(one.answers);
          if (Object.keys(problems).length > 0)
            throw new Error(`demo answers do not fit: ${JSON.stringify(problems)}`);
          return submissionStatements(notebook, {
            campaign,
            id: encodeId(Uint8Array.from({ length: 26 }, () => dice.whole(0, 31))),
            version: number,
            limits: number,
            unit: one.unit,
            group: one.channel,
            answers: JSON.stringify(checked),
            delta: JSON.stringify(judge.delta(checked)),
            at: one.at,
            day: placeDay(one.at),
            entry: null,
            holder: null,
          });
        }),
      );
      await sendAll(call.db, statements.flat());
      done += part.length;
      if (done % 5000 < perBatch || done === answers.length)
        say(`${zh}：已载入 ${done} / ${answers.length} 份`, `${en}: ${done} of ${answers.length} loaded`);
    }
    const counted = await call.db
      .prepare('SELECT accepted FROM campaign WHERE id = ?1')
      .bind(campaign)
      .first<{ accepted: number }>();
    if (counted?.accepted !== answers.length) throw new Error('not all demo answers were accepted');
  };

  const before = await run(then, '上半年物业服务满意度调查', then.now + day, then.now + 22 * day);
  const earlier = { buildings, count: 4_000, from: then.now + day, until: then.now + 22 * day, mood: -0.3 };
  await load(before.id, demoAnswers(dice, earlier), '已结束的调查', 'the finished survey');
  await updateCampaign(call, {
    campaign: before.id,
    rev: before.rev,
    outcome: '意见最多的是停车难：已协调增加临时车位 320 个；21 个小区更换了门岗。（演示）',
  });

  const opensAt = now - 9 * day;
  const current = await run(
    { ...call, now: opensAt - day },
    '物业服务满意度调查',
    opensAt,
    now + 12 * day,
    before.id,
  );
  const running = { buildings, count: 20_000, from: opensAt, until: now, mood: 0 };
  await load(current.id, demoAnswers(dice, running), '进行中的调查', 'the running survey');
  return { form: form.id, over: before.id };
}

/** Submissions in one transaction: some hundred statements, so that the round trips do not matter. */
const perBatch = 100;
