// The house: middleware in order, then the rooms. Each room mounts its own routes.
import { type Context, Hono } from 'hono';
import { languageOf } from '../schema/words/language.ts';
import { problemPage } from './fill/problem-page.ts';
import type { Env } from './http/context.ts';
import { securityHeaders } from './http/headers.ts';
import { originGuard } from './http/origin.ts';
import { problemResponse, refusalOf } from './http/problem.ts';
import { Refusal } from './http/refusal.ts';
import type { App } from './http/route.ts';

export function build(rooms: readonly ((app: App) => void)[]): App {
  const app = new Hono<{ Bindings: Env }>();
  app.use(securityHeaders, originGuard);
  for (const room of rooms) room(app);
  const answer = (c: Context<{ Bindings: Env }>, thrown: unknown) =>
    wantsPage(c)
      ? problemPage(c, thrown)
      : problemResponse(refusalOf(thrown), languageOf(c.req.header('accept-language')));
  app.notFound((c) => answer(c, new Refusal('not-found')));
  app.onError((thrown, c) => answer(c, thrown));
  return app;
}

/** A person in a browser, and not a program: refusals come as a page. */
const wantsPage = (c: Context) =>
  !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
