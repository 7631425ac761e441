// Sessions: an opaque 256-bit token in a __Host- cookie, only its SHA-256 stored; idle and absolute lifetimes.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sha256 } from '../db/hash.ts';
import { newToken } from '../db/random.ts';
import type { Env } from './context.ts';

const hour = 3_600_000;
export const idleLife = 12 * hour;
export const absoluteLife = 7 * 24 * hour;
/** A session's last use is written at most this often: one row a while instead of one a request. */
export const touchEvery = 5 * 60_000;

const name = 'linli';
const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const;

/** SHA-256 of the token that this request carries; undefined without one. */
export async function sessionHash(c: Context): Promise<string | undefined> {
  const token = getCookie(c, name, 'host');
  return token ? await sha256(token) : undefined;
}

/** Writes the cookie of a new session and returns the statement that stores it. */
export async function beginSession(c: Context<{ Bindings: Env }>, staff: string, now: number) {
  const token = newToken();
  setCookie(c, name, token, { ...options, maxAge: absoluteLife / 1000 });
  return c.env.DB.prepare(
    'INSERT INTO session (token_hash, staff, created_at, seen_at) VALUES (?1, ?2, ?3, ?3)',
  ).bind(await sha256(token), staff, now);
}

export function forgetCookie(c: Context): void {
  deleteCookie(c, name, options);
}

/** Removes sessions that nobody can use any more. */
export const endedSessions = (db: D1Database, now: number) =>
  db
    .prepare('DELETE FROM session WHERE seen_at <= ?1 OR created_at <= ?2')
    .bind(now - idleLife, now - absoluteLife);
