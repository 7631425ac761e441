// The contract is whole and true: every endpoint is mounted and every mounted one is in it, every answer has the shape
// that it names, the description is complete, and a program can do with it all that the pages do.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../schema/api/endpoint.ts';
import { endpoints } from '../../schema/api/index.ts';
import { templates } from '../../schema/form/templates.ts';
import { assetsDir, workerFile } from '../../worker/host/paths.ts';
import { type City, day, openCity, responseId } from './city.ts';
import { type Mounted, mountedRoutes } from './mounted.ts';
import { type Branch, branchOf, requestOf, send } from './requests.ts';

let city: City;
let branch: Branch;
let mounted: Mounted[];
beforeAll(async () => {
  mounted = await mountedRoutes();
  city = await openCity();
  branch = branchOf(city);
});
afterAll(() => city.close());

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('what is mounted under /api is the contract, no more and no less', () => {
  const routes = mounted.filter(({ path }) => path.startsWith('/api'));
  expect(routes.length).toBeGreaterThan(0);
  expect([...new Set(routes.map(nameOf))].sort()).toEqual(endpoints.map(nameOf).sort());
});

test('what an endpoint says of itself is in its description, and not in the Worker', () => {
  const described = readFileSync(`${assetsDir}/api/openapi.json`, 'utf8');
  const worker = readFileSync(workerFile, 'utf8');
  for (const { says } of endpoints) {
    expect(described).toContain(JSON.stringify(says).slice(1, -1));
    expect(worker).not.toContain(says);
  }
});

test('pages are mounted once, and each is named here', () => {
  const pages = mounted.filter(({ path }) => !path.startsWith('/api'));
  expect(pages.map(nameOf).sort()).toEqual(
    [
      'GET /',
      'GET /e/*',
      'GET /i/*',
      'GET /f/:slug',
      'POST /f/:slug',
      'GET /f/:slug/privacy',
      'GET /f/:slug/result',
      'GET /r',
      'POST /r',
      'GET /b',
      'GET /b/:code',
      'GET /share/:picture{[a-z0-9]{2,32}\\.png}',
      'GET /:file{[A-Za-z0-9_-]{1,60}\\.(txt|html)}',
      'GET /staff',
      'GET /staff/preview/:form',
      'GET /t',
      'GET /v',
      'POST /staff/preview/unit/:unit',
      'POST /p',
      'GET /staff/*',
      'GET /correct/:campaign/:response',
      'POST /correct/:campaign/:response',
      'GET /board',
      'GET /board/*',
      'GET /s',
      'GET /o',
      'GET /p',
      'GET /print/*',
      'GET /m',
      'GET /m/:file{[a-z0-9]{52}}',
    ].sort(),
  );
});

/** Objects refuse keys that the contract does not name, at any depth. */
function strangers(shape: unknown, value: unknown, at = ''): string[] {
  const def = (shape as { def?: Record<string, unknown> }).def ?? {};
  if (def.type === 'object' && typeof value === 'object' && value !== null) {
    const known = def.shape as Record<string, unknown>;
    return Object.entries(value).flatMap(([key, inner]) =>
      key in known ? strangers(known[key], inner, `${at}.${key}`) : [`${at}.${key}`],
    );
  }
  if (def.type === 'array' && Array.isArray(value))
    return value.flatMap((inner) => strangers(def.element, inner, `${at}[]`));
  if (def.type === 'nullable' || def.type === 'optional')
    return value == null ? [] : strangers(def.innerType, value, at);
  return [];
}

describe('every answer has the shape of the contract', () => {
  const others = new Set(['signIn', 'acceptInvitation', 'changePassword']);
  const asked = endpoints.filter((endpoint) => !others.has(endpoint.id));
  test.each(asked.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (_, endpoint) => {
    const request = await requestOf(endpoint, branch);
    const guarded = endpoint.policy.who === 'staff' || endpoint.policy.who === 'role';
    const client =
      guarded && endpoint.id !== 'signOut' ? city.as('mayor') : guarded ? city.as('e1leader') : city.anyone;
    const reply = await send(client, endpoint, request);
    expect(reply.status, reply.text).toBe(endpoint.io().output || endpoint.media ? 200 : 204);
    const { output } = endpoint.io();
    if (!output) return;
    const parsed = output.safeParse(reply.body);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(strangers(output, reply.body)).toEqual([]);
  });
});

describe('what is refused says so in one form', () => {
  test.each([
    ['an unknown address', 'GET', '/api/nothing', undefined, 404],
    ['a wrong shape', 'POST', '/api/units/e1/forms', { kind: 'poem' }, 400],
    ['a wrong query', 'GET', '/api/units?kind=no%20kind', undefined, 400],
  ])('%s', async (_, method, path, body, status) => {
    for (const [language, tag] of [
      ['zh-CN', 'zh-CN'],
      ['en-GB,en;q=0.8', 'en'],
    ]) {
      const reply = await city.as('mayor')(method, path, body, { 'accept-language': language ?? '' });
      expect(reply.status).toBe(status);
      expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(reply.headers.get('content-language')).toBe(tag);
      expect(reply.body.type).toBe(`urn:linli:${reply.body.code}`);
      expect(reply.body.status).toBe(status);
      expect(/[一-鿿]/.test(reply.body.title)).toBe(tag === 'zh-CN');
    }
  });
});

test('the description names every endpoint, and all that it points at is there', () => {
  const text = readFileSync(`${assetsDir}/api/openapi.json`, 'utf8');
  const document = JSON.parse(text);
  expect(document.openapi).toBe('3.1.0');
  const operations: {
    method: string;
    path: string;
    operationId: string;
    parameters: { name: string; in: string }[];
    responses: object;
  }[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as object).map(([method, operation]) => ({ method, path, ...operation })),
  );
  expect(operations.map((one) => one.operationId).sort()).toEqual(
    endpoints.map((endpoint) => endpoint.id).sort(),
  );
  for (const one of operations) {
    const inPath = [...one.path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name).sort();
    expect(
      one.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(inPath);
    expect(Object.keys(one.responses)).toContain('default');
  }
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = pointer.split('/').reduce((at, key) => at?.[key], document);
    expect(found, pointer).toBeDefined();
  }
});

test('a program makes a form from a definition, publishes it, opens a campaign, answers and reads the card', async () => {
  const editor = city.as('easteditor');
  const [template] = templates;
  const form = (
    await editor('POST', '/api/units/east/forms', { kind: template?.kind, definition: template?.definition })
  ).body;
  const version = (await editor('POST', `/api/forms/${form.id}/versions`, { rev: form.rev })).body;
  expect(version.number).toBe(1);
  const now = Date.now();
  const run = (
    await editor('POST', '/api/units/east/campaigns', {
      form: form.id,
      scope: ['e1', 'e2'],
      opensAt: now - 1000,
      closesAt: now + day,
      access: 'anyone',
      named: false,
      organiser: '东街办',
      phone: '8700000',
      keepDays: 30,
    })
  ).body;
  const open = (await city.anyone('GET', `/api/fill/${run.slug}`)).body;
  expect(open.definition).toEqual(template?.definition);
  const places = (await city.anyone('GET', `/api/fill/${run.slug}/units?search=b1`)).body.units;
  expect(places.map((place: { id: string }) => place.id)).toEqual(['b1']);
  for (let index = 0; index < 6; index++) {
    const sent = await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${responseId()}`, {
      version: open.facts.version,
      unit: places[0].id,
      answers: {
        overall: 4,
        items: { clean: 5, safe: 4, repair: 3, parking: 'na', green: 4 },
        lift: 'no',
        urgent: ['cars'],
      },
    });
    expect(sent.status, sent.text).toBe(200);
  }
  const card = (await editor('GET', `/api/campaigns/${run.id}/units/east/scorecard`)).body;
  expect(card.n).toBe(6);
  expect(card.items.find((item: { question: string }) => item.question === 'overall').score.value).toBe(75);
});

test('an endpoint of the contract keeps the shape of its path', () => {
  const wrong = endpoints.filter(({ path }: Endpoint) => !/^\/api(\/:?[a-z][a-z-]*)+$/.test(path));
  expect(wrong.map(nameOf)).toEqual([]);
});
