// A page as an answer: its content type and the pages' own security policy.
import type { Context } from 'hono';
import { pagePolicy } from './headers.ts';

/** `framed`: a page of this site may show it in a frame (the builder's preview). */
export function htmlResponse(
  c: Context,
  html: string,
  status: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503 = 200,
  framed = false,
) {
  return c.html(html, status, { 'content-security-policy': pagePolicy(framed ? "'self'" : "'none'") });
}
