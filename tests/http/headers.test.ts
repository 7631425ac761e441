// Security headers on every answer: data, pages, files of the house, refusals; on http and on https.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '../../schema/api/index.ts';
import { type City, openCity, type Reply } from './city.ts';
import { type Branch, branchOf, requestOf, send } from './requests.ts';

let city: City;
let secure: City;
let branch: Branch;
let slug: string;
beforeAll(async () => {
  city = await openCity();
  secure = await openCity('https://linli.example.cn');
  branch = branchOf(city);
  slug = (await branch.campaign()).slug;
});
afterAll(async () => {
  await city.close();
  await secure.close();
});

const cors = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
];

function guarded({ headers }: Reply, cache = 'no-store') {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cache-control')).toBe(cache);
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('server')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  for (const name of cors) expect(headers.get(name)).toBeNull();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('frame-ancestors');
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  return policy;
}

describe('data', () => {
  test.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (_, endpoint) => {
    const request = await requestOf(endpoint, branch);
    const client = endpoint.id === 'signOut' ? city.as('westeditor') : city.as('mayor');
    const reply = await send(client, endpoint, request);
    const cache = reply.status < 300 ? endpoint.cache : undefined;
    const sent = reply.status < 300 && endpoint.media?.includes('application/octet-stream');
    expect(guarded(reply, cache)).toBe(
      `default-src 'none'; frame-ancestors 'none'${sent ? '; sandbox' : ''}`,
    );
    expect(reply.headers.get('x-frame-options')).toBe('DENY');
    // Nobody signed in: the refusal is as guarded as the answer.
    guarded(
      await send(city.anyone, endpoint, request),
      endpoint.policy.who === 'anyone' ? endpoint.cache : undefined,
    );
  });
});

describe('pages', () => {
  const pages = [
    '/',
    '/r',
    '/b/nosuchcode',
    '/staff',
    '/staff/forms/x',
    '/board',
    '/board/x',
    '/s',
    '/print/x',
    '/e/nosuchone',
    '/v',
    '/o',
    '/t',
    '/f/nosuchone',
    '/nothing-here',
  ];
  test.each(pages)('%s', async (path) => {
    const reply = await city.anyone('GET', path);
    const policy = guarded(reply);
    if (reply.headers.get('content-type')?.startsWith('text/html')) {
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("form-action 'self'");
      // Nothing in the page runs or asks elsewhere.
      expect(reply.text).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))/);
      expect(reply.text).not.toMatch(/ on[a-z]+="/);
      expect(reply.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });

  test('a form, its choice of buildings, its privacy page', async () => {
    for (const path of [`/f/${slug}`, `/f/${slug}?u=b1`, `/f/${slug}/privacy`]) {
      const reply = await city.anyone('GET', path);
      expect([path, reply.status]).toEqual([path, 200]);
      guarded(reply);
    }
  });

  test('two openings of a form carry different response ids', async () => {
    const ids = await Promise.all(
      [1, 2].map(
        async () =>
          /name="\.response" value="([a-z0-9]+)"/.exec(
            (await city.anyone('GET', `/f/${slug}?u=b1`)).text,
          )?.[1],
      ),
    );
    expect(ids[0]).toMatch(/^[a-z0-9]{20,32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

test('cookies are kept to this host, away from scripts and other sites', async () => {
  const reply = await city.anyone('GET', `/f/${slug}?u=b1`);
  const cookies = reply.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies.filter((one) => one.startsWith('__Host-'))) {
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain=/i);
  }
});

test('an https address asks browsers to stay with https; an http one does not', async () => {
  for (const path of ['/', '/api/health', '/api/nothing', '/staff']) {
    const reply = await secure.anyone('GET', path);
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  }
});

test('no page asks another site to be let in: OPTIONS gives no leave', async () => {
  const reply = await city.anyone('OPTIONS', '/api/forms', undefined, {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
  });
  for (const name of cors) expect(reply.headers.get(name)).toBeNull();
});
