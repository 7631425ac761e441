// Security headers and the default cache rule, on every answer. One policy for data, one for pages.
import type { MiddlewareHandler } from 'hono';
import { assets } from '#assets';
import type { Sense } from '../../schema/fields/field.ts';
import type { Env } from './context.ts';

const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Pages run our own scripts and styles only. Pictures may come from data: (QR codes, canvas, share picture). */
export const pagePolicy = (frame: "'none'" | "'self'" = "'none'") =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${assets.fill.cssHash}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-src 'self'",
    `frame-ancestors ${frame}`,
  ].join('; ');

/** What a page may ask of the phone: nothing, unless its form has a question for it. */
export const permissions = (senses: ReadonlySet<Sense> = new Set()) =>
  [
    'camera=()',
    `microphone=(${senses.has('microphone') ? 'self' : ''})`,
    `geolocation=(${senses.has('geolocation') ? 'self' : ''})`,
    'payment=()',
  ].join(', ');

export const securityHeaders: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  await next();
  const { headers } = c.res;
  const set = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  set('content-security-policy', dataPolicy);
  set('cache-control', 'no-store');
  set('x-content-type-options', 'nosniff');
  set('referrer-policy', 'same-origin');
  set('cross-origin-opener-policy', 'same-origin');
  set('cross-origin-resource-policy', 'same-origin');
  set('permissions-policy', permissions());
  if (!headers.get('content-security-policy')?.includes("frame-ancestors 'self'"))
    set('x-frame-options', 'DENY');
  if (c.env.ORIGIN.startsWith('https:'))
    set('strict-transport-security', 'max-age=31536000; includeSubDomains');
};
