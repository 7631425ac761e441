// Whether the Worker and its database answer.
import { health } from '../../schema/api/settings.ts';
import { type App, publicRoute } from './route.ts';

export function healthRoutes(app: App): void {
  publicRoute(app, health, async ({ db }) => ({
    ok: (await db.prepare('SELECT 1 AS ok').first('ok')) === 1,
  }));
}
