// A request's body, whole and in time, before the Worker hears of the request: who sends one byte and then nothing
// must not hold one of the few sockets that lead to it.
import type { IncomingMessage } from 'node:http';

/** Bytes of one body; the Worker has narrower limits of its own. */
export const bodyLimit = 2 * 1024 * 1024;
/** Bytes of one file, and the slowest that it may come: a photo on a weak signal is no attack. */
export const fileLimit = 52 * 1024 * 1024;
const slowest = 16 * 1024;
/** Milliseconds from the headers to the body's last byte. */
export const bodyTime = 15_000;
/** Bytes of all bodies at once. Beyond, only small ones are taken: a flood of large ones keeps no form out. */
const heldLimit = 256 * 1024 * 1024;
const small = 64 * 1024;

let held = 0;

/** The body, or why there is none; `gone` when the client left. */
export type Read = Buffer | 'too-large' | 'too-slow' | 'unavailable' | 'gone';

export function readBody(request: IncomingMessage, time = bodyTime): Promise<Read> {
  const stated = Number(request.headers['content-length'] ?? 0);
  const isFile = request.headers['content-type'] === 'application/octet-stream' && stated > 0;
  const limit = isFile ? fileLimit : bodyLimit;
  if (stated > limit) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    let over = false;
    const end = (read: Read) => {
      if (over) return; // a close comes after every end
      over = true;
      clearTimeout(timer);
      held -= size;
      request.off('data', take);
      resolve(read);
    };
    const take = (part: Buffer) => {
      parts.push(part);
      size += part.length;
      held += part.length;
      if (size > limit) end('too-large');
      else if (size > small && held > heldLimit) end('unavailable');
    };
    const timer = setTimeout(() => end('too-slow'), time + (isFile ? (stated / slowest) * 1000 : 0));
    request.on('data', take);
    request.on('end', () => end(Buffer.concat(parts)));
    request.on('error', () => end('gone'));
    request.on('close', () => end('gone'));
  });
}
