// What a server does before it opens: on an empty database the first admin and the demo city (or, with LINLI_DEMO=0,
// an empty city named by LINLI_CITY), then the three links to look around. With `npm start -- --reset-admin` a
// link to set a new password for an admin, since passwords are printed once and kept nowhere.

import { record } from '../audit/record.ts';
import { newId, newUnitId } from '../db/random.ts';
import type { Actor, StaffCall } from '../http/context.ts';
import { newInvitation } from '../staff/invitation.ts';
import { hashPassword } from '../staff/password.ts';
import { insertStaff, type NewStaff, recordCreated } from '../staff/store.ts';
import { city as demo, demoCity, trialAccounts } from './demo-city.ts';
import type { say as sayIt } from './log.ts';
import { PlainError } from './log.ts';

export interface FirstRun {
  db: D1Database;
  origin: string;
  say: typeof sayIt;
  env?: NodeJS.ProcessEnv;
  args?: readonly string[];
}

export async function firstRun({
  db,
  origin,
  say,
  env = process.env,
  args = process.argv,
}: FirstRun): Promise<void> {
  const found = await db
    .prepare('SELECT (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM unit) AS units')
    .first<{ staff: number; units: number }>();
  const reset = args.some((arg) => arg.startsWith('--reset-admin'));
  if ((found?.staff ?? 0) > 0) {
    if (reset) await resetAdmin(db, origin, say, args);
    await printLinks(db, origin, say);
    return;
  }
  // Accounts come last: without any, an earlier first start was cut off halfway, and nobody can have used it.
  if ((found?.units ?? 0) > 0) await clear(db);
  const admin = newId();
  const demoWanted = env.LINLI_DEMO !== '0';
  const root = await plantRoot(db, demoWanted ? demo : { name: cityName(env), code: 'root' });
  const actor: Actor = {
    id: admin,
    login: 'admin',
    name: '管理员',
    mustChange: false,
    grants: [{ role: 'admin', unit: root, path: `/${root}/` }],
  };
  const call: StaffCall = { db, origin, now: Date.now(), language: 'zh', actor };
  const units = demoWanted ? await demoCity(call, root, say) : new Map<string, string>();

  const password = newPassword();
  const trial = newPassword();
  const accounts: NewStaff[] = [
    {
      id: admin,
      login: actor.login,
      name: actor.name,
      home: root,
      grants: [{ role: 'admin', unit: root }],
      token: '',
      password: await hashPassword(password),
      // Random and seen by nobody but the person at this terminal. In a city that is not made up it is changed all
      // the same, because logs keep what a terminal shows.
      mustChange: !demoWanted,
    },
  ];
  if (demoWanted) {
    const hash = await hashPassword(trial);
    for (const { login, name, role, code } of trialAccounts) {
      const unit = units.get(code) ?? root;
      accounts.push({
        id: newId(),
        login,
        name,
        home: unit,
        grants: [{ role, unit }],
        token: '',
        password: hash,
      });
    }
  }
  await db.batch([
    ...insertStaff(db, accounts, call.now, call.now),
    recordCreated(
      db,
      accounts.map(({ password: _, ...account }) => account),
      call.now,
      'system',
      `/${root}/`,
    ),
  ]);
  await printLinks(db, origin, say);
  say(
    `账号 admin，密码 ${password}（只显示这一次）`,
    'login admin with this password; it is shown only once',
  );
  if (demoWanted)
    say(
      `各角色试用账号 ${trialAccounts.map(({ login }) => login).join('、')}，密码都是 ${trial}`,
      'accounts to try each role with: street admin, organiser, helper, leader',
    );
  say('忘了密码：npm start -- --reset-admin', 'should the password get lost');
}

function cityName(env: NodeJS.ProcessEnv): string {
  const name = env.LINLI_CITY?.trim() ?? '';
  if (name.length < 1 || name.length > 60)
    throw new PlainError(
      '不要演示城市时，请写明城市名称：LINLI_DEMO=0 LINLI_CITY=某某市 npm start',
      'Without the demo city, name yours: LINLI_DEMO=0 LINLI_CITY=… npm start',
    );
  return name;
}

/** A root unit is a tenant: no act makes one. */
async function plantRoot(db: D1Database, city: { name: string; code: string }): Promise<string> {
  const id = newUnitId();
  await db
    .prepare(
      `INSERT INTO unit (id, root, parent, kind, name, code, path, position)
       VALUES (?1, ?1, NULL, 'city', ?2, ?3, '/' || ?1 || '/', 0)`,
    )
    .bind(id, city.name, city.code)
    .run();
  return id;
}

const tables = [
  'evaluation',
  'evaluation_subject',
  'evaluation_rater',
  'evaluation_assignment',
  'evaluation_mark',
  'evaluation_finding',
  'evaluation_appeal',
  'roll',
  'roll_entry',
  'roll_unit',
  'scorecard',
  'issued_card',
  'response',
  'tally',
  'day_count',
  'participation',
  'campaign_unit',
  'campaign',
  'form_version',
  'form',
  'building_code',
  'setting',
  'unit',
  'audit',
];
const clear = (db: D1Database) => db.batch(tables.map((table) => db.prepare(`DELETE FROM ${table}`)));

/** 80 random bits in four groups, without letters that look alike. */
const newPassword = () => (newId().match(/.{4}/g) ?? []).join('-');

/** A link, not a password: the old one holds until the link is used. */
async function resetAdmin(
  db: D1Database,
  origin: string,
  say: FirstRun['say'],
  args: readonly string[],
): Promise<void> {
  const login = args.find((arg) => arg.startsWith('--reset-admin='))?.split('=', 2)[1] ?? '';
  const admin = await db
    .prepare(
      `SELECT s.id, s.login, u.path FROM staff s JOIN staff_grant g ON g.staff = s.id AND g.role = 'admin'
       JOIN unit u ON u.id = g.unit AND u.parent IS NULL
       WHERE ?1 = '' OR s.login = ?1 ORDER BY s.disabled_at IS NOT NULL, s.login <> 'admin', s.created_at LIMIT 1`,
    )
    .bind(login)
    .first<{ id: string; login: string; path: string }>();
  if (!admin) throw new PlainError(`没有这个管理员：${login}`, 'There is no such admin of the whole city.');
  const now = Date.now();
  const { hash, link, expiresAt } = await newInvitation(origin, now);
  await db.batch([
    db
      .prepare('INSERT INTO invitation (token_hash, staff, created_at, expires_at) VALUES (?1, ?2, ?3, ?4)')
      .bind(hash, admin.id, now, expiresAt),
    db
      .prepare('UPDATE staff SET disabled_at = NULL, failures = 0, failed_at = NULL WHERE id = ?1')
      .bind(admin.id),
    record(db, { at: now, actor: 'system', act: 'staff.reset', target: admin.id, path: admin.path }),
  ]);
  say(`为 ${admin.login} 设新密码：${link}`, 'a link to set a new password, once, within seven days');
}

/** Three ways in: for staff, for a resident, for a leader. */
async function printLinks(db: D1Database, origin: string, say: FirstRun['say']): Promise<void> {
  const now = Date.now();
  const [campaigns, codes] = await db.batch<{ id: string; unit: string; code: string }>([
    db
      .prepare(
        `SELECT id, unit FROM campaign ORDER BY state = 'open' AND opens_at <= ?1 AND closes_at > ?1 DESC, created_at DESC LIMIT 1`,
      )
      .bind(now),
    db.prepare(
      `SELECT b.code FROM building_code b JOIN unit u ON u.id = b.unit
       WHERE b.revoked_at IS NULL AND u.kind = 'building' AND u.retired_at IS NULL ORDER BY u.code LIMIT 1`,
    ),
  ]);
  const campaign = campaigns?.results[0];
  const code = codes?.results[0]?.code;
  say(`工作人员  ${origin}/staff`, 'staff');
  if (code) say(`居民      ${origin}/b/${code}`, 'a resident, at one building');
  if (campaign)
    say(`看板      ${origin}/board/${campaign.id}/${campaign.unit}`, 'the scorecard, after signing in');
}
