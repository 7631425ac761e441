// Refusals outside the API: a page for a person in a browser, data for a program.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const browser = { accept: 'text/html,application/xhtml+xml' };

test('an address that nobody knows is said in a page, with the policy of pages', async () => {
  const page = await city.anyone('GET', '/nothing-here', undefined, browser);
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.text).toContain('没有找到');
  const data = await city.anyone('GET', '/nothing-here');
  expect([data.status, data.body.code]).toEqual([404, 'not-found']);
  const api = await city.anyone('GET', '/api/nothing-here', undefined, browser);
  expect(api.body.code).toBe('not-found');
});

test('an address that begins like another site’s leads nowhere else', async () => {
  for (const path of ['//evil.example/x', '///evil.example/x', '/\\evil.example/x']) {
    const page = await city.anyone('GET', path, undefined, browser);
    expect([path, page.status]).toEqual([path, 404]);
    const links = [...page.text.matchAll(/(?:href|action)="([^"]*evil[^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^\/evil\.example\/x/);
  }
});

test('a form post from another site is refused in a page', async () => {
  const page = await city.anyone('POST', '/f/whatever', 'x=1', {
    ...browser,
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'https://elsewhere.example',
  });
  expect(page.status).toBe(403);
  expect(page.text).toContain('别的网站');
});
