// Files over HTTP. Bodies are bytes here and nowhere else; what is served can neither run nor frame anything.
import * as contract from '../../schema/api/files.ts';
import { readFile } from '../http/body.ts';
import { slowBytes } from '../http/flood.ts';
import { Refusal } from '../http/refusal.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { attach } from './attach.ts';
import { keepMedia, showMedia } from './media.ts';
import { attachmentKey, inert, readAttachment } from './store.ts';

/** As the sender calls it, without what a file system or a header would stumble over. */
function nameIn(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '')
      .replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]/gu, '')
      .slice(-100);
  } catch {
    return '';
  }
}

export function fileRoutes(app: App): void {
  publicRoute(app, contract.attachFile, (call, { params }, c) =>
    attach(call, c.env.FILES, params, {
      question: (c.req.header('x-linli-question') ?? '').slice(0, 24),
      version: Number(c.req.header('x-linli-version')),
      name: nameIn(c.req.header('x-linli-name')),
      async read(limit) {
        slowBytes(c, call.now, Math.min(limit, Number(c.req.header('content-length') ?? limit)));
        return readFile(c.req.raw, limit);
      },
    }),
  );

  route(app, contract.readAttachment, async ({ db }, { params }, c) => {
    const row = await readAttachment(db, params.file);
    const named = row && row.campaign === params.campaign && row.response === params.response;
    const object = named && row.bound_at !== null ? await c.env.FILES.get(attachmentKey(params.file)) : null;
    if (!row || !object) throw new Refusal('not-found');
    const looked = /^(image|audio)\//.test(row.media) ? 'inline' : 'attachment';
    return new Response(object.body, {
      headers: {
        'content-type': row.media,
        'content-length': String(row.bytes),
        'content-disposition': `${looked}; filename*=UTF-8''${encodeURIComponent(row.name || params.file)}`,
        'content-security-policy': inert,
      },
    });
  });

  route(app, contract.uploadMedia, async (call, { params }, c) =>
    keepMedia(call, c.env.FILES, params.form, await readFile(c.req.raw, contract.mediaBytes)),
  );

  app.get('/m/:file{[a-z0-9]{52}}', (c) =>
    showMedia(c.env.DB, c.env.FILES, c.req.param('file'), c.req.header('range')),
  );
}
