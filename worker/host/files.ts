// The built files as the front serves them: read once into memory, compressed the first time a client asks.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const compressible = /^text\/|json|xml|javascript/;

/** The best of what a client accepts and we have; identity when it refuses both. */
export function encodingFor(request: IncomingMessage, { quick = false } = {}): Encoding | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const accepts = (name: string) =>
    new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))|,|$)`).test(accepted);
  const order: Encoding[] = quick ? ['gzip', 'br'] : ['br', 'gzip'];
  return order.find(accepts);
}

export function isCompressible(type: string): boolean {
  return compressible.test(type) && !type.startsWith('text/event-stream');
}

interface File {
  body: Buffer;
  type: string;
  etag: string;
  cacheControl: string;
  packed: Map<Encoding, Promise<Buffer>>;
}

export class Files {
  readonly #folder: string;
  #files = new Map<string, File>();

  constructor(folder: string) {
    this.#folder = folder;
    this.reload();
  }

  /** Reads the folder again after a build. */
  reload(): void {
    const files = new Map<string, File>();
    const entries = existsSync(this.#folder)
      ? readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      : [];
    for (const entry of entries) {
      if (!entry.isFile() || entry.name === '_headers') continue;
      const path = `/${relative(this.#folder, `${entry.parentPath}/${entry.name}`)}`;
      const body = readFileSync(this.#folder + path);
      files.set(path, {
        body,
        type: types[extname(path)] ?? 'application/octet-stream',
        etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
        // Names under /a/ hold a hash of the content; the rest is asked for again, which costs a 304.
        cacheControl: path.startsWith('/a/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        packed: new Map(),
      });
    }
    this.#files = files;
  }

  #pack(file: File, encoding: Encoding): Promise<Buffer> {
    const packed =
      file.packed.get(encoding) ??
      (encoding === 'br'
        ? promisify(brotliCompress)(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
        : promisify(gzip)(file.body, { level: 9 }));
    file.packed.set(encoding, packed);
    return packed;
  }

  /** Answers with the file of this path, or resolves to false when there is none. */
  async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const file = this.#files.get(path);
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const encoding = isCompressible(file.type) && file.body.length > 512 ? encodingFor(request) : undefined;
    const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`;
    const headers: OutgoingHttpHeaders = {
      etag,
      'cache-control': file.cacheControl,
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      vary: 'accept-encoding',
    };
    const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
    if (known.includes(etag) || known.includes(`W/${etag}`)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const body = encoding ? await this.#pack(file, encoding) : file.body;
    if (encoding) headers['content-encoding'] = encoding;
    headers['content-length'] = body.length;
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
    return true;
  }
}
