// Unsafe methods: only our own pages and programs, never a page of another site. The whole table.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity, origin } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'] as const;
const origins = [
  undefined,
  origin,
  'https://evil.example',
  'null',
  `${origin}.evil.example`,
  'http://localhost:8788',
] as const;
const types = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  undefined,
] as const;
const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** In the words of the design: the site that the browser names, else the origin; then JSON, a DELETE may say nothing. */
function expected(
  method: string,
  site: string | undefined,
  from: string | undefined,
  type: string | undefined,
  wanted: string,
) {
  const ours = site === undefined ? from === undefined || from === origin : site === 'same-origin';
  if (!ours) return 'cross-site';
  if (type?.startsWith(wanted)) return undefined;
  return method === 'DELETE' && type === undefined ? undefined : 'wrong-content-type';
}

const headers = (site?: string, from?: string, type?: string) => ({
  ...(site ? { 'sec-fetch-site': site } : {}),
  ...(from ? { origin: from } : {}),
  // An empty type is as good as none.
  'content-type': type ?? '',
});

test.each(methods)('%s × content type × Sec-Fetch-Site × Origin, on data', async (method) => {
  const cases = sites.flatMap((site) =>
    origins.flatMap((from) => types.map((type) => ({ site, from, type }))),
  );
  for (const { site, from, type } of cases) {
    const reply = await city.anyone(
      method,
      '/api/nothing',
      type === undefined ? undefined : '{}',
      headers(site, from, type),
    );
    const code = expected(method, site, from, type, 'application/json') ?? 'not-found';
    expect({ site, from, type, code: reply.body.code }).toEqual({ site, from, type, code });
  }
});

test('a page of ours posts a plain form; one of another site does not', async () => {
  for (const site of sites)
    for (const from of origins)
      for (const type of types) {
        const reply = await city.anyone(
          'POST',
          '/f/nosuchone',
          type === undefined ? undefined : 'a=b',
          headers(site, from, type),
        );
        const code = expected('POST', site, from, type, 'application/x-www-form-urlencoded');
        const refused = reply.status === 403 || reply.status === 415;
        expect({ site, from, type, refused }).toEqual({ site, from, type, refused: code !== undefined });
      }
});

test('safe methods need no proof', async () => {
  for (const site of sites)
    for (const from of origins)
      expect((await city.anyone('GET', '/api/health', undefined, headers(site, from))).status).toBe(200);
});
