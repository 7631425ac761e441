// Unsafe methods only from our own pages or from programs: JSON, or a plain form post, never from another site.
// A browser always names itself by Sec-Fetch-Site or Origin on an unsafe request; a program sends neither.
import type { MiddlewareHandler } from 'hono';
import type { Env } from './context.ts';
import { Refusal } from './refusal.ts';

const usual = 'application/x-www-form-urlencoded';
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export const originGuard: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  if (safe.has(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  // Old browsers send Origin alone; new ones send both, and Sec-Fetch-Site is the one a page cannot forge.
  const ours = site !== undefined ? site === 'same-origin' : origin === undefined || origin === c.env.ORIGIN;
  if (!ours) throw new Refusal('cross-site');
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const wanted = c.req.path.startsWith('/api/') ? 'application/json' : usual;
  // A file, told by a header of our own that no page of another site may set.
  if (type === 'application/octet-stream' && c.req.header('x-linli-name') !== undefined && wanted !== usual)
    return next();
  // A DELETE has no body; nothing can be smuggled in its type.
  if (type !== wanted && !(c.req.method === 'DELETE' && type === undefined))
    throw new Refusal('wrong-content-type');
  return next();
};
