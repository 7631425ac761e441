// A picture that staff send: what it is is found in its bytes, and it loses what a camera wrote into it.
import { contentOf } from '../../schema/files.ts';
import { withoutMetadata } from '../../schema/picture.ts';
import { newToken } from '../db/random.ts';
import { Refusal } from '../http/refusal.ts';
import { mediaKey } from './store.ts';

const shown = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Stores the bytes; the row that says whose it is follows in the caller's batch. @throws Refusal file-kind, file-metadata */
export async function storePicture(
  files: R2Bucket,
  raw: Uint8Array<ArrayBuffer>,
): Promise<{ id: string; media: string; bytes: number }> {
  const content = contentOf(raw);
  if (!content || !shown.has(content.media)) throw new Refusal('file-kind', { kinds: 'JPEG · PNG · WebP' });
  const { media } = content;
  const bytes = withoutMetadata(raw, media);
  if (!bytes) throw new Refusal('file-metadata');
  const id = newToken();
  await files.put(mediaKey(id), bytes, { httpMetadata: { contentType: media } });
  return { id, media, bytes: bytes.byteLength };
}
