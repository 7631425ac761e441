// A resident sends one file of a form that is being filled in. Its row is there before its bytes, so that whatever happens
// in between, the sweep finds what nobody names.
import type { Params } from '../../schema/api/endpoint.ts';
import type { attachFile as contract } from '../../schema/api/files.ts';
import { type FileKind, type FileLimits, responseBytes } from '../../schema/fields/files.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import { contentOf } from '../../schema/files.ts';
import { withoutMetadata } from '../../schema/picture.ts';
import type { Language } from '../../schema/words/language.ts';
import { sha256 } from '../db/hash.ts';
import { phaseOf } from '../fill/facts.ts';
import { compiled, runOf } from '../fill/published.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { attachmentKey, insertAttachment, markStored, readAttachment, sentAgain } from './store.ts';

export interface Sent {
  question: string;
  version: number;
  name: string;
  /** reads the body, up to so many bytes */
  read(limit: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** @throws Refusal campaign-unknown, version-unknown, file-kind, file-large, file-metadata, file-many, file-other, file-given-up, closed … */
export async function attach(
  call: Call,
  files: R2Bucket,
  at: Params<typeof contract>,
  sent: Sent,
): Promise<void> {
  const { db, now } = call;
  const run = await runOf(db, at.slug);
  const limits = await limitsOf(call, run.form, sent);
  const raw = await sent.read(limits.bytes);
  const content = contentOf(raw);
  if (!content || content.kind === 'video' || !limits.kinds.includes(content.kind))
    throw new Refusal('file-kind', { kinds: kindsIn(limits.kinds, call.language) });
  const bytes = content.kind === 'image' ? withoutMetadata(raw, content.media) : raw;
  if (!bytes) throw new Refusal('file-metadata');
  const row = {
    id: at.file,
    campaign: run.campaign,
    response: at.response,
    question: sent.question,
    name: sent.name,
    media: content.media,
    bytes: bytes.byteLength,
    sha256: await sha256(bytes),
    sent_at: now,
  };
  const [inserted] = await db.batch([insertAttachment(db, row, { most: limits.most, bytes: responseBytes })]);
  if (inserted?.results.length !== 1) {
    const known = await readAttachment(db, at.file);
    if (!known) throw await whyNot(call, run.campaign);
    const same =
      known.campaign === row.campaign &&
      known.response === row.response &&
      known.question === row.question &&
      known.sha256 === row.sha256;
    if (!same) throw new Refusal('file-other');
    if (known.stored_at !== null) return;
    if (!(await sentAgain(call.db, at.file, now).first())) throw new Refusal('file-given-up');
  }
  await files.put(attachmentKey(at.file), bytes, { httpMetadata: { contentType: content.media } });
  await markStored(db, at.file, now).run();
}

async function limitsOf(call: Call, form: string, { question, version }: Sent): Promise<FileLimits> {
  const { definition } = await compiled(call.db, form, version);
  const asked = definition.questions.find(({ id }) => id === question);
  const limits = asked && fieldOf(asked).limits?.(asked);
  if (!limits || limits.most === 0) throw new Refusal('not-found');
  return limits;
}

/** Why the row was not let in. */
async function whyNot({ db, now }: Call, campaign: string): Promise<Refusal> {
  const row = await db
    .prepare('SELECT state, opens_at, closes_at FROM campaign WHERE id = ?1')
    .bind(campaign)
    .first<{ state: 'open' | 'paused' | 'closed'; opens_at: number; closes_at: number }>();
  if (!row) return new Refusal('campaign-unknown');
  const phase = phaseOf(row, now);
  if (phase === 'open') return new Refusal('file-many');
  return new Refusal(phase === 'paused' ? 'paused' : 'closed');
}

const words: Record<Language, Record<FileKind, string>> = {
  zh: {
    image: '图片',
    audio: '录音',
    pdf: 'PDF',
    document: '文档',
    sheet: '表格',
    slides: '幻灯片',
    text: '文本',
    zip: '压缩包',
  },
  en: {
    image: 'pictures',
    audio: 'recordings',
    pdf: 'PDF',
    document: 'documents',
    sheet: 'tables',
    slides: 'slides',
    text: 'text',
    zip: 'archives',
  },
};
const kindsIn = (kinds: readonly FileKind[], language: Language) =>
  kinds.map((kind) => words[language][kind]).join(language === 'zh' ? '、' : ', ');
