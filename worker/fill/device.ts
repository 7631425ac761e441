// A device's mark for campaigns of one per device: a random cookie, stored only as a hash. A soft limit and said to
// be one: it stops double taps, not the determined.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { sha256 } from '../db/hash.ts';
import { newToken } from '../db/random.ts';

const name = 'linli_device';

/** Gives this device a mark unless it has one; for pages that open a form. */
export function markDevice(c: Context): void {
  if (getCookie(c, name, 'host')) return;
  setCookie(c, name, newToken(), {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    prefix: 'host',
    maxAge: 365 * 86_400,
  });
}

/** The hash of this device's mark within one campaign, so that marks of two campaigns cannot be joined. */
export async function deviceEntry(c: Context, slug: string): Promise<string | undefined> {
  const mark = getCookie(c, name, 'host');
  return mark ? `d:${await sha256(`${slug} ${mark}`)}` : undefined;
}
