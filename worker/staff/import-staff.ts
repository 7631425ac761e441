// Accounts in bulk from a sheet. Rows that can be used are stored, every other one is named with its reason.
import type { Body, Output, Role } from '../../schema/api/endpoint.ts';
import type { importStaff as contract } from '../../schema/api/staff.ts';
import { fillIn, type Language } from '../../schema/words/language.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { invitationLife, newInvitation } from './invitation.ts';
import { insertStaff, type NewStaff, recordCreated, storedOf, unitPath, unitsByCode } from './store.ts';

/** A map, since a cell may say `constructor`. */
const roleWords: ReadonlyMap<string, Role> = new Map<string, Role>(
  Object.entries({
    admin: 'admin',
    管理员: 'admin',
    editor: 'editor',
    organiser: 'editor',
    经办人: 'editor',
    helper: 'helper',
    帮办员: 'helper',
    leader: 'leader',
    负责人: 'leader',
    '负责人（只看）': 'leader',
    '负责人(只看)': 'leader',
  }),
);

const reasons = {
  zh: {
    login: '账号要 2 到 64 位，只用小写字母、数字和 . _ @ -，以字母或数字开头。',
    name: '姓名要 1 到 50 个字。',
    role: '角色只能是管理员、经办人、帮办员或负责人。',
    unit: '在您的辖区里没有编码是“{code}”的。',
    twice: '和第 {row} 行的账号相同。',
    taken: '账号已经有人用了。',
  },
  en: {
    login: 'A login has 2 to 64 small letters, digits and . _ @ -, and starts with a letter or digit.',
    name: 'A name has 1 to 50 characters.',
    role: 'The role must be admin, organiser, helper or leader.',
    unit: 'No area of yours has the code “{code}”.',
    twice: 'The same login as in row {row}.',
    taken: 'This login is taken.',
  },
} as const;

type Row = Body<typeof contract>['rows'][number];
type Planned = NewStaff & { row: number; link: string };
interface Refused {
  row: number;
  login: string;
  reason: string;
}

export async function importStaff(
  call: StaffCall,
  unit: string,
  { rows, dryRun }: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const { db, now } = call;
  const home = await unitPath(db, unit).first<{ path: string }>();
  if (!home) throw new Refusal('not-found');
  const codes = [...new Set(rows.map(({ unitCode }) => unitCode.trim()))];
  const found = await unitsByCode(db, unit, home.path, codes).all<{ id: string; code: string }>();
  const units = new Map(found.results.map((one) => [one.code, one.id]));

  const first = new Map<string, number>();
  const planned: Planned[] = [];
  const refused: Refused[] = [];
  for (const [index, given] of rows.entries()) {
    const row = index + 1;
    const login = given.login.normalize('NFKC').trim().toLowerCase();
    const read = readRow(given, login, units, first.get(login), call.language);
    if (!first.has(login)) first.set(login, row);
    if (typeof read === 'string') refused.push({ row, login: given.login, reason: read });
    else {
      const { hash, link } = await newInvitation(call.origin, now);
      planned.push({ ...read, id: newId(), home: unit, token: hash, row, link });
    }
  }
  const created = dryRun ? await untaken(db, planned) : await store(call, planned, home.path);
  for (const one of planned)
    if (!created.has(one.id))
      refused.push({ row: one.row, login: one.login, reason: reasons[call.language].taken });
  return {
    created: planned
      .filter(({ id }) => created.has(id))
      .map(({ login, name, link }) => ({ login, name, link: dryRun ? '' : link })),
    refused: refused.sort((a, b) => a.row - b.row),
  };
}

async function untaken(db: D1Database, planned: readonly Planned[]): Promise<Set<string>> {
  const { results } = await db
    .prepare('SELECT s.login FROM json_each(?1) j JOIN staff s ON s.login = j.value')
    .bind(JSON.stringify(planned.map(({ login }) => login)))
    .all<{ login: string }>();
  const taken = new Set(results.map(({ login }) => login));
  return new Set(planned.filter(({ login }) => !taken.has(login)).map(({ id }) => id));
}

/** Stores what is planned and returns the ids that were not taken by someone else's login. */
async function store(
  { db, now, actor }: StaffCall,
  planned: readonly Planned[],
  path: string,
): Promise<Set<string>> {
  if (planned.length === 0) return new Set();
  // Links and row numbers are for the answer only.
  const accounts = planned.map(({ link: _link, row: _row, ...account }) => account);
  const results = await db.batch<{ id: string }>([
    ...insertStaff(db, accounts, now, now + invitationLife),
    recordCreated(db, accounts, now, actor.id, path),
    storedOf(
      db,
      accounts.map(({ id }) => id),
    ),
  ]);
  return new Set(results.at(-1)?.results.map(({ id }) => id));
}

/** The account that a row describes, or why it cannot be used. */
function readRow(
  given: Row,
  login: string,
  units: ReadonlyMap<string, string>,
  twin: number | undefined,
  language: Language,
): Pick<NewStaff, 'login' | 'name' | 'grants'> | string {
  const words = reasons[language];
  const name = given.name.trim();
  const role =
    roleWords.get(given.role.normalize('NFKC').trim().toLowerCase()) ?? roleWords.get(given.role.trim());
  const unit = units.get(given.unitCode.trim());
  if (!/^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login)) return words.login;
  if (name.length < 1 || name.length > 50) return words.name;
  if (!role) return words.role;
  if (!unit) return fillIn(words.unit, { code: given.unitCode.trim() });
  if (twin !== undefined) return fillIn(words.twice, { row: twin });
  return { login, name, grants: [{ role, unit }] };
}
