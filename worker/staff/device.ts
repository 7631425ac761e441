// A browser that has signed in keeps a mark of that account. With it, strangers who try the account's password over and
// over do not make its owner wait (OWASP: "device cookies"): tries with a mark are counted apart from all others.
// The mark is made from the stored password, so it needs no table and ends when the password changes.
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const name = 'linli-known';
const days = 180;

/** @param kept the stored password with its salt, which nobody outside the database knows */
export const markOf = (staff: string, kept: string): string =>
  createHmac('sha256', kept).update(`linli known device ${staff}`).digest('hex');

export const markIn = (c: Context): string | undefined => getCookie(c, name, 'host');

export function setMark(c: Context, mark: string): void {
  const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict', prefix: 'host' } as const;
  setCookie(c, name, mark, { ...options, maxAge: days * 86_400 });
}
