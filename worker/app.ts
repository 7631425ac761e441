// The house: middleware in order, then the rooms. Each room mounts its own routes.
import { Hono } from 'hono';
import { languageOf } from '../schema/words/language.ts';
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
  app.notFound((c) => problemResponse(new Refusal('not-found'), languageOf(c.req.header('accept-language'))));
  app.onError((thrown, c) => problemResponse(refusalOf(thrown), languageOf(c.req.header('accept-language'))));
  return app;
}
