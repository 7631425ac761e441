// Signing in, and what a session is worth: the same answer to every wrong try, growing waits that lock nobody out,
// cookies that scripts cannot read, lifetimes, invitations that work once.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hashPassword } from '../../worker/staff/password.ts';
import { type City, type Login, openCity, type Reply } from './city.ts';

const right = 'harbour-lantern-42';
const hour = 3_600_000;
let city: City;
let kept: string;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  city = await openCity();
  kept = await hashPassword(right);
});
afterAll(() => city.close());

/** Each test from an address of its own: failures of one must not slow another. */
let address = 0;
beforeEach(async () => {
  address += 1;
  await city.db
    .prepare(
      'UPDATE staff SET password = ?1, must_change = 0, disabled_at = NULL, failures = 0, failed_at = NULL',
    )
    .bind(kept)
    .run();
});
const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
  city.anyone(
    'POST',
    '/api/session',
    { login, password },
    { 'cf-connecting-ip': `10.0.0.${address}`, ...headers },
  );
const cookies = (reply: Reply) => reply.headers.getSetCookie();
const cookie = (reply: Reply, name: string) =>
  cookies(reply)
    .find((one) => one.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';
const withCookie = (value: string) => ({ cookie: value });
const me = (value: string) => city.anyone('GET', '/api/session', undefined, withCookie(value));

test('the right password opens a session in a cookie that only the server can read', async () => {
  const reply = await signIn('EastEditor', right);
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({ login: 'easteditor', mustChange: false, demo: false });
  expect(reply.body.grants).toEqual([
    { role: 'editor', unit: { id: 'east', kind: 'street', name: 'east street' }, path: '/city/east/' },
  ]);
  const [session] = cookies(reply).filter((one) => one.startsWith('__Host-linli='));
  expect(session).toMatch(/; Path=\//);
  expect(session).toMatch(/; HttpOnly/);
  expect(session).toMatch(/; Secure/);
  expect(session).toMatch(/; SameSite=Lax/);
  expect(session).not.toMatch(/Domain=/i);
  const token = cookie(reply, '__Host-linli').split('=')[1] ?? '';
  expect(token.length).toBeGreaterThanOrEqual(52);
  const stored = await city.db
    .prepare('SELECT staff FROM session WHERE token_hash = ?1')
    .bind(sha256(token))
    .first();
  expect(stored).toEqual({ staff: 'staffeasteditor' });
  expect((await me(cookie(reply, '__Host-linli'))).body.login).toBe('easteditor');
});

test('a wrong password, an unknown login, a disabled account and one without a password get one answer', async () => {
  await city.db.prepare("UPDATE staff SET disabled_at = 1 WHERE login = 'westadmin'").run();
  await city.db.prepare("UPDATE staff SET password = NULL WHERE login = 'westeditor'").run();
  const replies = [
    await signIn('eastadmin', 'wrong-wrong-wrong'),
    await signIn('nobody', right),
    await signIn('westadmin', right),
    await signIn('westeditor', right),
  ];
  for (const reply of replies) {
    expect(reply.status).toBe(401);
    expect(reply.text).toBe(replies[0]?.text);
    expect(cookies(reply)).toEqual([]);
  }
});

test('an unknown login takes about as long as a wrong password', async () => {
  const time = async (login: string) => {
    const times: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const start = performance.now();
      await signIn(login, 'wrong-wrong-wrong');
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const known = await time('eastleader');
  const unknown = await time('eastlaeder');
  expect(unknown).toBeGreaterThan(known * 0.5);
  expect(unknown).toBeLessThan(known * 2);
});

test('after five failures each try has to wait, and the right password after the wait works', async () => {
  for (let n = 0; n < 5; n += 1) expect((await signIn('e1leader', 'wrong-wrong-wrong')).status).toBe(401);
  // On a slow machine the second may be over already.
  await city.db
    .prepare("UPDATE staff SET failed_at = ?1 WHERE login = 'e1leader'")
    .bind(Date.now() + 200)
    .run();
  const slow = await signIn('e1leader', right);
  expect(slow.status).toBe(429);
  expect(slow.body).toMatchObject({ code: 'sign-in-slow', seconds: 1 });
  expect(slow.headers.get('retry-after')).toBe('1');
  await new Promise((done) => setTimeout(done, 1300));
  expect((await signIn('e1leader', right)).status).toBe(200);
  expect((await signIn('e1leader', right)).status).toBe(200);
});

test('waits grow to a minute and no further', async () => {
  const set = (failures: number) =>
    city.db
      .prepare("UPDATE staff SET failures = ?1, failed_at = ?2 WHERE login = 'e1leader'")
      .bind(failures, Date.now())
      .run();
  for (const [failures, seconds] of [
    [6, 2],
    [7, 4],
    [10, 32],
    [11, 60],
    [5000, 60],
  ] as const) {
    await set(failures);
    const { body } = await signIn('e1leader', right);
    expect([failures, body.seconds]).toEqual([failures, seconds]);
  }
  await city.db
    .prepare("UPDATE staff SET failed_at = ?1 WHERE login = 'e1leader'")
    .bind(Date.now() - 61_000)
    .run();
  expect((await signIn('e1leader', right)).status).toBe(200);
});

test('a hundred tries at once are not a hundred guesses', async () => {
  const replies = await Promise.all(
    Array.from({ length: 25 }, () => signIn('westadmin', 'wrong-wrong-wrong')),
  );
  const guesses = replies.filter(({ status }) => status === 401).length;
  expect(guesses).toBeLessThanOrEqual(6);
  expect(replies.every(({ status }) => status === 401 || status === 429)).toBe(true);
});

test('an unknown login gets slow like a known one', async () => {
  for (let n = 0; n < 5; n += 1) expect((await signIn('ghost', right)).status).toBe(401);
  expect((await signIn('ghost', right)).body).toMatchObject({ code: 'sign-in-slow', seconds: 1 });
});

test('a stranger who keeps guessing does not keep the owner out of a browser that has signed in before', async () => {
  const known = cookie(await signIn('mayor', right), '__Host-linli-known');
  expect(known).not.toBe('');
  await city.db
    .prepare("UPDATE staff SET failures = 90, failed_at = ?1 WHERE login = 'mayor'")
    .bind(Date.now())
    .run();
  expect((await signIn('mayor', right)).status).toBe(429);
  expect((await signIn('mayor', right, withCookie(known))).status).toBe(200);
  // The mark is worth nothing for another account, and is itself slowed when it guesses.
  await city.db
    .prepare("UPDATE staff SET failures = 90, failed_at = ?1 WHERE login <> 'mayor'")
    .bind(Date.now())
    .run();
  expect((await signIn('eastadmin', right, withCookie(known))).status).toBe(429);
  const tries = [];
  for (let n = 0; n < 7; n += 1)
    tries.push((await signIn('mayor', 'wrong-wrong-wrong', withCookie(known))).status);
  expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429]);
});

test('one address that tries many accounts gets slow', async () => {
  let slowAt = 0;
  for (let n = 1; n <= 40 && slowAt === 0; n += 1)
    if ((await signIn(`stranger${n}`, 'wrong-wrong-wrong')).status === 429) slowAt = n;
  expect(slowAt).toBe(31);
  expect((await signIn('easthelper', right)).status).toBe(429);
  address += 100;
  expect((await signIn('easthelper', right)).status).toBe(200);
}, 30_000);

test('the addresses of one IPv6 network are one address, and the network beside it is another', async () => {
  const from = (n: number, network = '1') =>
    signIn('nobody-at-all', 'wrong-wrong-wrong', { 'cf-connecting-ip': `2001:db8:0:${network}::${n}` });
  const replies = [];
  for (let n = 1; n <= 31; n += 1)
    replies.push(await signIn(`six${n}`, right, { 'cf-connecting-ip': `2001:db8:0:1::${n}` }));
  expect(replies.slice(0, 30).every(({ status }) => status === 401)).toBe(true);
  expect(replies[30]?.status).toBe(429);
  expect((await from(99)).status).toBe(429);
  expect((await from(99, '2')).status).toBe(401);
}, 30_000);

test('signing in to the own account gives the address one try back, and not all', async () => {
  const tries = async (n: number, of: string) => {
    const statuses = [];
    for (let k = 0; k < n; k += 1) statuses.push((await signIn(`${of}${k}`, right)).status);
    return statuses;
  };
  expect(new Set(await tries(29, 'back'))).toEqual(new Set([401]));
  // The thirtieth try succeeds and is given back: one more is free, the next has to wait.
  expect((await signIn('westeditor', right)).status).toBe(200);
  expect(await tries(2, 'again')).toEqual([401, 429]);
}, 30_000);

test('a failure that lies ahead, since the clock was set back, makes nobody wait for more than a minute', async () => {
  const ahead = (failures: number) =>
    city.db
      .prepare("UPDATE staff SET failures = ?1, failed_at = ?2 WHERE login = 'e1leader'")
      .bind(failures, Date.now() + 24 * hour)
      .run();
  await ahead(90);
  const slow = await signIn('e1leader', right);
  expect(slow.body.code).toBe('sign-in-slow');
  expect(slow.body.seconds).toBeLessThanOrEqual(60);
  await ahead(5);
  expect((await signIn('e1leader', right)).body.seconds).toBe(1);
  await new Promise((done) => setTimeout(done, 1_100));
  expect((await signIn('e1leader', right)).status).toBe(200);
});

test('many strangers at once are sent away soon, and do not keep out who has signed in before', async () => {
  const known = cookie(await signIn('mayor', right), '__Host-linli-known');
  const crowd = (of: string, signal?: AbortSignal) =>
    Array.from({ length: 40 }, async (_, n) => {
      const began = Date.now();
      const reply = await fetch(`${city.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'cf-connecting-ip': `10.66.${of}.${n}` },
        body: JSON.stringify({ login: `crowd${of}-${n}`, password: 'wrong-wrong-wrong' }),
        ...(signal ? { signal } : {}),
      });
      return { status: reply.status, took: Date.now() - began };
    });
  const strangers = crowd('1');
  await new Promise((done) => setTimeout(done, 150));
  const began = Date.now();
  expect((await signIn('mayor', right, withCookie(known))).status).toBe(200);
  const took = Date.now() - began;
  const replies = await Promise.all(strangers);
  const away = replies.filter(({ status }) => status === 503);
  const heard = replies.filter(({ status }) => status === 401);
  expect(away.length + heard.length).toBe(40);
  expect(heard.length).toBeLessThanOrEqual(14);
  expect(heard.length).toBeGreaterThanOrEqual(8);
  // The one that is known goes ahead of most that came before.
  expect(heard.filter((one) => one.took > took).length).toBeGreaterThanOrEqual(4);

  // Places of those who left are free again soon.
  const leaving = new AbortController();
  const left = crowd('2', leaving.signal);
  await new Promise((done) => setTimeout(done, 150));
  leaving.abort();
  await Promise.allSettled(left);
  await new Promise((done) => setTimeout(done, 3_500));
  expect((await signIn('eastleader', right)).status).toBe(200);
}, 40_000);

test('a session ends by idleness, by age, by signing out, and with a disabled account', async () => {
  const begin = async () => {
    const value = cookie(await signIn('easthelper', right), '__Host-linli');
    return { value, hash: sha256(value.split('=')[1] ?? '') };
  };
  const age = (hash: string, seen: number, created: number) =>
    city.db
      .prepare('UPDATE session SET seen_at = ?2, created_at = ?3 WHERE token_hash = ?1')
      .bind(hash, Date.now() - seen, Date.now() - created)
      .run();
  const idle = await begin();
  await age(idle.hash, 11.9 * hour, 12 * hour);
  expect((await me(idle.value)).status).toBe(200);
  await age(idle.hash, 12.1 * hour, 13 * hour);
  expect((await me(idle.value)).status).toBe(401);
  const old = await begin();
  await age(old.hash, 0, 7.01 * 24 * hour);
  expect((await me(old.value)).status).toBe(401);

  const [first, second] = [await begin(), await begin()];
  const out = await city.anyone('DELETE', '/api/session', undefined, withCookie(first.value));
  expect(out.status).toBe(204);
  expect(cookie(out, '__Host-linli')).toBe('__Host-linli=');
  expect((await me(first.value)).status).toBe(401);
  expect((await me(second.value)).status).toBe(200);
  const third = await begin();
  await city.anyone('DELETE', '/api/session?everywhere=1', undefined, withCookie(third.value));
  expect([(await me(second.value)).status, (await me(third.value)).status]).toEqual([401, 401]);

  const last = await begin();
  await city.db.prepare("UPDATE staff SET disabled_at = 1 WHERE login = 'easthelper'").run();
  expect((await me(last.value)).status).toBe(401);
});

test('a new password needs the current one, ends the other sessions, and must not be a common one', async () => {
  const mine = cookie(await signIn('eastleader', right), '__Host-linli');
  const other = cookie(await signIn('eastleader', right), '__Host-linli');
  const change = (current: string, next: string) =>
    city.anyone('PUT', '/api/session/password', { current, next }, withCookie(mine));
  for (const weak of [
    'short-7',
    'password123',
    '12345678',
    '88888888',
    'Woaini1314',
    'qwertyuiop!!',
    'EastLeader',
    right,
  ])
    expect([weak, (await change(right, weak)).body.code]).toEqual([weak, 'password-weak']);
  expect((await change('not-the-password', 'a-better-word-9')).body.code).toBe('password-wrong');
  expect((await change(right, 'a-better-word-9')).status).toBe(204);
  expect((await me(mine)).status).toBe(200);
  expect((await me(other)).status).toBe(401);
  expect((await signIn('eastleader', right)).status).toBe(401);
  expect((await signIn('eastleader', 'a-better-word-9')).status).toBe(200);
});

test('whoever still has a first password can only change it', async () => {
  await city.db.prepare("UPDATE staff SET must_change = 1 WHERE login = 'eastadmin'").run();
  const reply = await signIn('eastadmin', right);
  expect(reply.body.mustChange).toBe(true);
  const session = withCookie(cookie(reply, '__Host-linli'));
  expect((await city.anyone('GET', '/api/units', undefined, session)).body.code).toBe('password-must-change');
  const next = { current: right, next: 'own-words-of-mine' };
  expect((await city.anyone('PUT', '/api/session/password', next, session)).status).toBe(204);
  expect((await city.anyone('GET', '/api/units', undefined, session)).status).toBe(200);
});

test('an invitation is used once, within its time, and ends older sessions and links', async () => {
  const invite = async () => {
    const { body } = await city.as('mayor')('POST', '/api/staff/staffe1leader/invitation', {});
    return { token: String(body.link).split('#')[1] ?? '', expiresAt: body.expiresAt };
  };
  const accept = (token: string, password = 'new-harbour-77') =>
    city.anyone('POST', '/api/invitations/accept', { token, password });
  const before = city.as('e1leader' as Login);
  expect((await before('GET', '/api/session')).status).toBe(200);
  const first = await invite();
  expect(first.expiresAt - Date.now()).toBeGreaterThan(6.9 * 24 * hour);
  expect((await before('GET', '/api/session')).status).toBe(401);
  expect((await signIn('e1leader', right)).status).toBe(401);

  const { token } = await invite();
  expect((await accept(first.token)).body.code).toBe('invitation-over');
  expect((await accept(token, '12345678')).body.code).toBe('password-weak');
  const replies = await Promise.all([accept(token), accept(token), accept(token)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  const won = replies.find(({ status }) => status === 200);
  expect(won?.body.login).toBe('e1leader');
  expect((await me(won ? cookie(won, '__Host-linli') : '')).status).toBe(200);
  expect((await signIn('e1leader', 'new-harbour-77')).status).toBe(200);

  const late = await invite();
  await city.db
    .prepare('UPDATE invitation SET expires_at = ?1')
    .bind(Date.now() - 1)
    .run();
  expect((await accept(late.token)).body.code).toBe('invitation-over');
  const stored = await city.db
    .prepare("SELECT group_concat(act) AS acts FROM audit WHERE target = 'staffe1leader'")
    .first();
  expect(String(stored?.acts)).toContain('staff.accept');
});

test('nothing of a sign-in is kept by caches, and other sites may not send one', async () => {
  const reply = await signIn('mayor', right);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await signIn('mayor', right, { 'sec-fetch-site': 'cross-site' })).body.code).toBe('cross-site');
  expect((await signIn('mayor', right, { origin: 'https://evil.example' })).body.code).toBe('cross-site');
  expect((await signIn('mayor', right, { 'content-type': 'text/plain' })).body.code).toBe(
    'wrong-content-type',
  );
});
