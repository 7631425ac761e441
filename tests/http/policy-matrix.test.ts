// Who may call what: every endpoint of the contract × nobody, each role of the branch, each role of another branch,
// and sessions that have ended. Made from the contract, so a new endpoint is in it or fails it.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, roles } from '../../schema/api/endpoint.ts';
import { endpoints } from '../../schema/api/index.ts';
import { absoluteLife, idleLife } from '../../worker/http/session.ts';
import { type City, openCity, type Reply } from './city.ts';
import { type Branch, branchOf, requestOf, requests, send } from './requests.ts';

let city: City;
let branch: Branch;
beforeAll(async () => {
  city = await openCity();
  branch = branchOf(city);
  for (const unit of ['e1', 'e2', 'west', 'e1g', 'city'])
    for (const role of roles)
      await city.db.batch([
        city.db
          .prepare('INSERT INTO staff (id, login, name, home, created_at) VALUES (?1, ?1, ?1, ?2, 0)')
          .bind(`${unit}x${role}`, unit),
        city.db
          .prepare('INSERT INTO staff_grant (staff, role, unit) VALUES (?1, ?2, ?3)')
          .bind(`${unit}x${role}`, role, unit),
      ]);
  await city.db.batch([
    city.db.prepare(
      "INSERT INTO staff (id, login, name, home, must_change, created_at) VALUES ('fresh', 'fresh', 'fresh', 'city', 1, 0)",
    ),
    city.db.prepare("INSERT INTO staff_grant (staff, role, unit) VALUES ('fresh', 'admin', 'city')"),
  ]);
});
afterAll(() => city.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
let sessions = 0;
/** A session of its own for each call: signing out ends only that one. */
async function session(staff: string, { created = Date.now(), seen = Date.now() } = {}): Promise<string> {
  const token = `session-${++sessions}`;
  await city.db
    .prepare('INSERT INTO session (token_hash, staff, created_at, seen_at) VALUES (?1, ?2, ?3, ?4)')
    .bind(sha256(token), staff, created, seen)
    .run();
  return token;
}

async function call(endpoint: Endpoint, token?: string): Promise<Reply> {
  const request = await requestOf(endpoint, branch);
  const headers = {
    'cf-connecting-ip': `10.7.0.${++sessions % 250}`,
    ...(token ? { cookie: `__Host-linli=${token}` } : {}),
  };
  return send(city.anyone, endpoint, request, headers);
}

/** saveSettings is of the root alone, which only the city's admin reaches. */
const ofTheRoot = new Set(['saveSettings']);
const guarded = endpoints.filter(({ policy }) => policy.who === 'staff' || policy.who === 'role');
const open = endpoints.filter(({ policy }) => policy.who === 'anyone' || policy.who === 'holder');

test('every endpoint has a request in the table, and nothing else has', () => {
  expect(Object.keys(requests).sort()).toEqual(endpoints.map((endpoint) => endpoint.id).sort());
  expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
});

describe('without a session', () => {
  test.each(open.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s needs none',
    async (_, endpoint) => {
      const reply = await call(endpoint);
      expect(['not-signed-in', 'forbidden']).not.toContain(reply.body?.code);
      // A valid request of a resident or holder is answered; these two carry a secret that nobody has.
      if (!['signIn', 'acceptInvitation'].includes(endpoint.id))
        expect(reply.status, reply.text).toBeLessThan(300);
    },
  );
});

const mayCall = ({ policy }: Endpoint, role: (typeof roles)[number]) =>
  policy.who === 'staff' || (policy.who === 'role' && policy.roles.includes(role));
const inOwnBranch = guarded.filter((endpoint) => !ofTheRoot.has(endpoint.id));

/** Acts that change something, each of which leaves one entry. */
const changes = inOwnBranch.filter(
  ({ method, id }) =>
    method !== 'GET' &&
    ![
      'signOut',
      'recountCampaign',
      'recountContest',
      'askedAlready',
      'changePassword',
      'joinEditors',
      'previewComposed',
      'noteVisit',
    ].includes(id),
);
const entries = async () =>
  (await city.db.prepare('SELECT count(*) AS n FROM audit').first<{ n: number }>())?.n ?? 0;

describe('each role of the own branch that may', () => {
  const cases = inOwnBranch.flatMap((endpoint) =>
    roles.filter((role) => mayCall(endpoint, role)).map((role) => [endpoint.id, role, endpoint] as const),
  );
  test.each(cases)('%s as %s', async (_, role, endpoint) => {
    const request = await requestOf(endpoint, branch);
    const cookie = `__Host-linli=${await session(`e1x${role}`)}`;
    const before = await entries();
    const reply = await send(city.anyone, endpoint, request, { cookie });
    // These accounts have no password, so theirs cannot be the current one; anything else is done.
    if (endpoint.id === 'changePassword') return expect(reply.body.code).toBe('password-wrong');
    expect(reply.status, reply.text).toBeLessThan(300);
    // A move is on record where the unit was and where it went.
    if (changes.includes(endpoint))
      expect((await entries()) - before).toBe(endpoint.id === 'moveUnit' ? 2 : 1);
  });
});

const ofAFirstPassword = new Set(['whoAmI', 'changePassword', 'signOut']);

describe('whoever may not', () => {
  const others = ['west', 'e2'].flatMap((unit) => roles.map((role) => `${unit}x${role}`));
  // Who may know of a run or an election that touches them, and who may start from a template above them.
  const reached = new Set([
    'getCampaign',
    'getTemplate',
    'getElection',
    'listContests',
    'listResults',
    'listPapers',
    'getEvaluation',
  ]);
  // What lies in a building is of everybody whose branch the building is in.
  const inBuildings = new Set(['response', 'contest', 'evaluation-subject']);
  test.each(guarded.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (_, endpoint) => {
    // Whoever is refused uses nothing up: one request does for all of them.
    const request = await requestOf(endpoint, branch);
    const answer = async (staff?: string) => {
      const cookie = staff ? { cookie: `__Host-linli=${await session(staff)}` } : {};
      const reply = await send(city.anyone, endpoint, request, cookie);
      return [staff, reply.status, reply.body?.code];
    };
    expect(await answer()).toEqual([undefined, 401, 'not-signed-in']);
    if (ofTheRoot.has(endpoint.id)) return;
    if (!ofAFirstPassword.has(endpoint.id))
      expect(await answer('fresh')).toEqual(['fresh', 403, 'password-must-change']);
    for (const role of roles)
      if (!mayCall(endpoint, role))
        expect(await answer(`e1x${role}`)).toEqual([`e1x${role}`, 403, 'forbidden']);
    if (endpoint.policy.who !== 'role') return;
    for (const staff of others) expect(await answer(staff)).toEqual([staff, 404, 'not-found']);
    // A role below the object. Buildings that are moved, retired and the like lie directly under e1, where e1g has nothing to say.
    const below = await answer('e1gxadmin');
    const own = inBuildings.has(endpoint.policy.of) && Number(below[1]) < 300;
    if (reached.has(endpoint.id) || own) expect(below[1]).toBeLessThan(300);
    else expect(below).toEqual(['e1gxadmin', 404, 'not-found']);
  });
});

describe('the settings of the whole city', () => {
  const save = endpoints.filter((endpoint) => ofTheRoot.has(endpoint.id));
  test.each(save.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s is for its admin',
    async (_, endpoint) => {
      const expected = {
        e1xadmin: 404,
        westxadmin: 404,
        cityxeditor: 403,
        cityxhelper: 403,
        cityxleader: 403,
        cityxadmin: 200,
      };
      for (const [staff, status] of Object.entries(expected))
        expect([staff, (await call(endpoint, await session(staff))).status]).toEqual([staff, status]);
    },
  );
});

describe('a session that has ended', () => {
  const some = guarded.filter((endpoint) =>
    ['whoAmI', 'listForms', 'getUnit', 'createForm', 'exportResponses'].includes(endpoint.id),
  );
  const week = Date.now() - absoluteLife - 1;
  const ended: [string, () => Promise<string>][] = [
    ['idle too long', () => session('e1xadmin', { seen: Date.now() - idleLife - 1 })],
    ['older than a week', () => session('e1xadmin', { created: week })],
    ['of nobody', async () => 'never-given'],
    [
      'of an account that was disabled',
      async () => {
        await city.db.prepare("UPDATE staff SET disabled_at = 1 WHERE id = 'e2xadmin'").run();
        return session('e2xadmin');
      },
    ],
  ];
  const cases = ended.flatMap(([name, make]) =>
    some.map((endpoint) => [name, endpoint.id, make, endpoint] as const),
  );
  test.each(cases)('%s: %s', async (_, __, make, endpoint) => {
    expect((await call(endpoint, await make())).status).toBe(401);
  });
});

test('staff with a first password may know who they are, change it and sign out', async () => {
  for (const endpoint of guarded.filter(({ id }) => ofAFirstPassword.has(id)))
    expect((await call(endpoint, await session('fresh'))).body?.code).not.toBe('password-must-change');
});

describe('on record', () => {
  const withRev = changes.filter((endpoint) => {
    const { body } = endpoint.io();
    return body?.def.type === 'object' && 'shape' in body && Object.hasOwn(body.shape as object, 'rev');
  });
  test('some acts name the revision that was read', () => {
    expect(withRev.map((endpoint) => endpoint.id)).toEqual(
      expect.arrayContaining([
        'saveDraft',
        'publishForm',
        'archiveForm',
        'updateCampaign',
        'editResponse',
        'voidResponse',
        'updateUnit',
        'moveUnit',
        'retireUnit',
        'updateStaff',
      ]),
    );
  });
  test.each(withRev.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s of a stale revision changes nothing and writes none',
    async (_, endpoint) => {
      const request = await requestOf(endpoint, branch);
      const cookie = `__Host-linli=${await session('e1xadmin')}`;
      const body = { ...(request.body as object), rev: 77 };
      const before = await entries();
      const reply = await send(city.anyone, endpoint, { ...request, body }, { cookie });
      expect([reply.status, reply.body.code]).toEqual([409, 'stale']);
      expect(await entries()).toBe(before);
    },
  );
});
