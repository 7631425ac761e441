// Settings for staff, and the files that they put at the root of the site.
import * as contract from '../../schema/api/settings.ts';
import { slowFlood } from '../http/flood.ts';
import { Refusal } from '../http/refusal.ts';
import { type App, route } from '../http/route.ts';
import { domainFile, sharePicture } from './public-files.ts';
import { getSettings, saveSettings } from './save-settings.ts';

export function settingsRoutes(app: App): void {
  route(app, contract.getSettings, (call, { params }) => getSettings(call, params.unit));
  route(app, contract.saveSettings, (call, { params, body }) => saveSettings(call, params.unit, body));

  app.get('/share/:picture{[a-z0-9]{2,32}\\.png}', async (c) => {
    slowFlood(c, Date.now());
    const picture = await sharePicture(c.env.DB, c.req.param('picture').slice(0, -4));
    if (!picture) throw new Refusal('not-found');
    return c.body(picture.bytes, 200, {
      'content-type': picture.type,
      'cache-control': 'public, max-age=300',
      // Chats show it inside their own pages.
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
  app.get('/:file{[A-Za-z0-9_-]{1,60}\\.(txt|html)}', async (c) => {
    slowFlood(c, Date.now());
    const content = await domainFile(c.env.DB, c.req.param('file'));
    if (content === undefined) throw new Refusal('not-found');
    return c.text(content);
  });
}
