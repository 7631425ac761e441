// Pictures and videos that authors show in their forms: what they are is found in their bytes, and pictures lose what a
// camera wrote into them.
import type { Output } from '../../schema/api/endpoint.ts';
import type { uploadMedia as contract } from '../../schema/api/files.ts';
import { contentOf } from '../../schema/files.ts';
import { withoutMetadata } from '../../schema/picture.ts';
import { record } from '../audit/record.ts';
import { newToken } from '../db/random.ts';
import { mustReadForm } from '../forms/draft.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { inert, insertMedia, mediaKey, readMedia } from './store.ts';

/** Kinds that every browser of the floor shows. */
const shown = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/mp4', 'video/webm']);

/** @throws Refusal file-kind, file-metadata */
export async function keepMedia(
  call: StaffCall,
  files: R2Bucket,
  form: string,
  raw: Uint8Array<ArrayBuffer>,
): Promise<Output<typeof contract>> {
  const { db, now, actor } = call;
  const { path, title } = await mustReadForm(db, form);
  const content = contentOf(raw);
  if (!content || !shown.has(content.media))
    throw new Refusal('file-kind', { kinds: 'JPEG · PNG · WebP · GIF · MP4 · WebM' });
  const bytes = content.kind === 'image' ? withoutMetadata(raw, content.media) : raw;
  if (!bytes) throw new Refusal('file-metadata');
  const id = newToken();
  const { media } = content;
  await files.put(mediaKey(id), bytes, { httpMetadata: { contentType: media } });
  await db.batch([
    insertMedia(db, { id, form, media, bytes: bytes.byteLength, by: actor.id, at: now }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'form.media',
      target: form,
      path,
      detail: { title, media, bytes: bytes.byteLength },
    }),
  ]);
  return { id, media, bytes: bytes.byteLength };
}

/** The picture or video itself, or the part of it that is asked for: telephones play a video only so. */
export async function showMedia(
  db: D1Database,
  files: R2Bucket,
  id: string,
  asked: string | undefined,
): Promise<Response> {
  const row = await readMedia(db, id);
  if (!row) throw new Refusal('not-found');
  const part = rangeOf(asked, row.bytes);
  const object = await files.get(
    mediaKey(id),
    part ? { range: { offset: part.from, length: part.to - part.from + 1 } } : {},
  );
  if (!object) throw new Refusal('not-found');
  const headers = new Headers({
    'content-type': row.media,
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'content-length': String(part ? part.to - part.from + 1 : row.bytes),
    'content-security-policy': inert,
  });
  if (part) headers.set('content-range', `bytes ${part.from}-${part.to}/${row.bytes}`);
  return new Response(object.body, { status: part ? 206 : 200, headers });
}

/** One range of bytes (RFC 9110 14.1.2); anything else is answered with the whole. */
function rangeOf(asked: string | undefined, bytes: number): { from: number; to: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from <= to && from < bytes ? { from, to } : undefined;
}
