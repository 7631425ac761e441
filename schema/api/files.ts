// Files: residents send them before their answers, staff read them with the answer, authors show pictures and videos.
import * as z from 'zod/mini';
import { fileId, responseId } from '../ids.ts';
import { id, slug } from './common.ts';
import { anyone, editors, endpoint } from './endpoint.ts';

/** Most bytes of a resident's file; each type of question has its own limit below it. */
export const attachmentBytes = 20 * 1_048_576;
/** Most bytes of an author's picture or video. */
export const mediaBytes = 50 * 1_048_576;

export const attachFile = endpoint({
  id: 'attachFile',
  method: 'PUT',
  path: '/api/campaigns/:slug/responses/:response/files/:file',
  policy: anyone,
  says: 'Send one file under an id made by the sender, for a question of a response that is being filled in; sending the same again stores it once. Headers: x-linli-question, x-linli-version, x-linli-name (percent-encoded).',
  octets: attachmentBytes,
  io: () => ({ params: z.object({ slug: slug(), response: responseId(), file: fileId() }) }),
});

export const readAttachment = endpoint({
  id: 'readAttachment',
  method: 'GET',
  path: '/api/campaigns/:campaign/responses/:response/files/:file',
  policy: editors('response'),
  says: 'A file that a response names.',
  media: ['application/octet-stream'],
  io: () => ({ params: z.object({ campaign: id(), response: responseId(), file: fileId() }) }),
});

export const uploadMedia = endpoint({
  id: 'uploadMedia',
  method: 'POST',
  path: '/api/forms/:form/media',
  policy: editors('form'),
  says: 'Send a picture or a video to be shown in this form; whoever has its address may see it.',
  octets: mediaBytes,
  io: () => ({ output: z.object({ id: fileId(), media: z.string(), bytes: z.int() }) }),
});
