// `npm run first-admin -- --city 大冶市 [--login admin]`: on a new Cloudflare deployment, the root unit and its first
// admin, written to the remote D1 by wrangler. Prints a link to set a password with; the link's secret is stored hashed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../db/hash.ts';
import { newId, newToken, newUnitId } from '../db/random.ts';
import { fail, PlainError, say } from './log.ts';
import { root } from './paths.ts';

const week = 7 * 86_400_000;
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The statements: nothing is written when the database already has a root unit or this login. */
export async function firstAdminSql(
  city: string,
  login: string,
  token: string,
  now: number,
): Promise<string> {
  const unit = newUnitId();
  const staff = newId();
  const fresh = `NOT EXISTS (SELECT 1 FROM unit WHERE id <> ${quoted(unit)}) AND NOT EXISTS (SELECT 1 FROM staff WHERE id <> ${quoted(staff)})`;
  return `${[
    `INSERT INTO unit (id, root, parent, kind, name, code, path, position)
      SELECT ${quoted(unit)}, ${quoted(unit)}, NULL, 'city', ${quoted(city)}, 'root', ${quoted(`/${unit}/`)}, 0 WHERE ${fresh}`,
    `INSERT INTO staff (id, login, name, home, created_at)
      SELECT ${quoted(staff)}, ${quoted(login)}, ${quoted(login)}, ${quoted(unit)}, ${now} WHERE ${fresh}`,
    `INSERT INTO staff_grant (staff, role, unit) SELECT id, 'admin', home FROM staff WHERE id = ${quoted(staff)}`,
    `INSERT INTO invitation (token_hash, staff, created_at, expires_at)
      SELECT ${quoted(await sha256(token))}, id, ${now}, ${now + week} FROM staff WHERE id = ${quoted(staff)}`,
    `INSERT INTO audit (at, actor, act, target, path)
      SELECT ${now}, 'system', 'staff.create', id, '/' || home || '/' FROM staff WHERE id = ${quoted(staff)}`,
  ].join(';\n')};\n`;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { city: { type: 'string' }, login: { type: 'string', default: 'admin' } },
  });
  if (!values.city)
    throw new PlainError('请写明城市：npm run first-admin -- --city 大冶市', 'Name the city with --city.');
  const origin = /^ORIGIN = "(.+)"$/m.exec(readFileSync(`${root}wrangler.toml`, 'utf8'))?.[1] ?? '';
  const token = newToken();
  const folder = mkdtempSync(join(tmpdir(), 'linli-'));
  try {
    const file = join(folder, 'first-admin.sql');
    writeFileSync(file, await firstAdminSql(values.city, values.login, token, Date.now()));
    const ended = spawnSync(
      `${root}node_modules/.bin/wrangler`,
      ['d1', 'execute', 'DB', '--remote', '--yes', `--file=${file}`],
      { cwd: root, stdio: 'inherit', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    );
    if (ended.status !== 0)
      throw new PlainError('没有写成，见上。', 'wrangler could not write it; see above.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(
    `设密码的链接（七天内有效）：${origin}/staff/invite#${token}`,
    'the link to set a password, for seven days',
  );
  say(
    '若数据库里已有城市，这次什么也没写，链接无效。',
    'if the database already had a city, nothing was written and the link is void',
  );
}

if (process.argv[1]?.endsWith('first-admin.ts')) await run().catch(fail);
