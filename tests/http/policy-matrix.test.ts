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
const byRole = guarded.filter((endpoint) => endpoint.policy.who === 'role' && !ofTheRoot.has(endpoint.id));

test('every endpoint has a request in the table, and nothing else has', () => {
  expect(Object.keys(requests).sort()).toEqual(endpoints.map((endpoint) => endpoint.id).sort());
  expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
});

describe('without a session', () => {
  test.each(guarded.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s asks to sign in',
    async (_, endpoint) => {
      const reply = await call(endpoint);
      expect([reply.status, reply.body.code]).toEqual([401, 'not-signed-in']);
    },
  );

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

describe('each role of the own branch', () => {
  const cases = guarded
    .filter((endpoint) => !ofTheRoot.has(endpoint.id))
    .flatMap((endpoint) => roles.map((role) => [endpoint.id, role, endpoint] as const));
  test.each(cases)('%s as %s', async (_, role, endpoint) => {
    const reply = await call(endpoint, await session(`e1x${role}`));
    const { policy } = endpoint;
    const allowed = policy.who === 'staff' || (policy.who === 'role' && policy.roles.includes(role));
    if (!allowed) return expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    // These accounts have no password, so theirs cannot be the current one; anything else is done.
    if (endpoint.id === 'changePassword') return expect(reply.body.code).toBe('password-wrong');
    expect(reply.status, reply.text).toBeLessThan(300);
  });
});

describe('each role of another branch finds nothing', () => {
  const others = ['west', 'e2'].flatMap((unit) => roles.map((role) => `${unit}x${role}`));
  test.each(byRole.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (_, endpoint) => {
    // Whoever finds nothing uses nothing up: one request does for all of them.
    const request = await requestOf(endpoint, branch);
    for (const staff of others) {
      const cookie = `__Host-linli=${await session(staff)}`;
      const reply = await send(city.anyone, endpoint, request, { cookie });
      expect([staff, reply.status, reply.body?.code]).toEqual([staff, 404, 'not-found']);
    }
  });
});

describe('a role below the object', () => {
  // Who may know of a run or an election that touches them, and who may start from a template above them.
  const reached = new Set([
    'getCampaign',
    'getTemplate',
    'getElection',
    'listContests',
    'listResults',
    'listPapers',
  ]);
  // What lies in a building is of everybody whose branch the building is in.
  const inBuildings = new Set(['response', 'contest']);
  test.each(byRole.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (_, endpoint) => {
    // moveUnit, retireUnit and the like name buildings directly under e1, where e1g has nothing to say either.
    const token = await session('e1gxadmin');
    const request = await requestOf(endpoint, branch);
    const own = endpoint.policy.who === 'role' && inBuildings.has(endpoint.policy.of);
    const reply = await send(city.anyone, endpoint, request, { cookie: `__Host-linli=${token}` });
    if (reached.has(endpoint.id) || (own && reply.status < 300))
      return expect(reply.status).toBeLessThan(300);
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
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

test('staff with a first password change it before anything else', async () => {
  await city.db.batch([
    city.db.prepare(
      "INSERT INTO staff (id, login, name, home, must_change, created_at) VALUES ('fresh', 'fresh', 'fresh', 'city', 1, 0)",
    ),
    city.db.prepare("INSERT INTO staff_grant (staff, role, unit) VALUES ('fresh', 'admin', 'city')"),
  ]);
  for (const endpoint of guarded.filter((one) => !ofTheRoot.has(one.id))) {
    const reply = await call(endpoint, await session('fresh'));
    const may = ['whoAmI', 'changePassword', 'signOut'].includes(endpoint.id);
    expect([endpoint.id, reply.body?.code === 'password-must-change']).toEqual([endpoint.id, !may]);
  }
});

describe('on record', () => {
  const changes = guarded.filter(
    ({ method, id }) =>
      method !== 'GET' &&
      ![
        'signOut',
        'recountCampaign',
        'recountContest',
        'askedAlready',
        'changePassword',
        'joinEditors',
      ].includes(id) &&
      !ofTheRoot.has(id),
  );
  const entries = async () =>
    (await city.db.prepare('SELECT count(*) AS n FROM audit').first<{ n: number }>())?.n ?? 0;

  test.each(changes.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s writes one entry',
    async (_, endpoint) => {
      const request = await requestOf(endpoint, branch);
      const cookie = `__Host-linli=${await session('e1xadmin')}`;
      const before = await entries();
      const reply = await send(city.anyone, endpoint, request, { cookie });
      expect(reply.status, reply.text).toBeLessThan(300);
      // A move is on record where the unit was and where it went.
      expect((await entries()) - before).toBe(endpoint.id === 'moveUnit' ? 2 : 1);
    },
  );

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
