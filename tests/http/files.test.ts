// Files of residents: what they are is found in their bytes, they belong to one response, are reached by whoever may read
// it, and go when nobody names them any more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, day, fileId, openCity, responseId } from './city.ts';
import { png } from './requests.ts';

const definition: Definition = {
  title: '安全隐患随手拍',
  layout: 'pages',
  questions: [
    { id: 'photo', type: 'photo', title: '照片', most: 2 },
    { id: 'sign', type: 'signature', title: '签名' },
    { id: 'paper', type: 'file', title: '文件', most: 1, kinds: ['pdf', 'text'] },
    { id: 'voice', type: 'voice', title: '录音' },
    { id: 'more', type: 'text', title: '说明' },
  ],
};
const pdf = new TextEncoder().encode('%PDF-1.7\nhello');

let city: City;
let run: { id: string; slug: string };
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(definition);
  run = await city.openCampaign(form);
});
afterAll(() => city.close());

const at = (response: string, file = '') =>
  `/api/campaigns/${run.slug}/responses/${response}${file && `/files/${file}`}`;
async function attach(
  response: string,
  question: string,
  bytes: Uint8Array,
  file = fileId(),
  name = 'a.png',
) {
  const reply = await city.anyone('PUT', at(response, file), bytes, {
    'x-linli-question': question,
    'x-linli-version': '1',
    'x-linli-name': encodeURIComponent(name),
  });
  return { file, status: reply.status, code: reply.body?.code as string | undefined, text: reply.text };
}
const send = (response: string, answers: unknown) =>
  city.anyone('PUT', at(response), { version: 1, unit: 'b1', answers });
const read = (response: string, file: string, login = 'mayor') =>
  city.as(login)('GET', `/api/campaigns/${run.id}/responses/${response}/files/${file}`);
const rows = async () =>
  (await city.db.prepare('SELECT id, bound_at, stored_at FROM attachment').all<Record<string, unknown>>())
    .results;
const sentBefore = (ms: number) =>
  city.db.prepare('UPDATE attachment SET sent_at = sent_at - ?1').bind(ms).run();

describe('sending', () => {
  test('is known by its bytes and not by its name', async () => {
    const id = responseId();
    expect(await attach(id, 'photo', pdf)).toMatchObject({ status: 415, code: 'file-kind' });
    expect(await attach(id, 'paper', png, fileId(), 'a.pdf')).toMatchObject({
      status: 415,
      code: 'file-kind',
    });
    expect(await attach(id, 'voice', png)).toMatchObject({ status: 415, code: 'file-kind' });
    const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    expect(await attach(id, 'paper', page, fileId(), 'a.txt')).toMatchObject({
      status: 415,
      code: 'file-kind',
    });
    expect(await attach(id, 'paper', pdf, fileId(), 'photo.png')).toMatchObject({ status: 204 });
  });

  test('keeps to the limits of its question', async () => {
    const id = responseId();
    const large = new Uint8Array(1_048_577);
    large.set(png);
    expect(await attach(id, 'sign', large)).toMatchObject({ status: 413, code: 'file-large' });
    for (const question of ['more', 'nobody', '__proto__'])
      expect(await attach(id, question, png)).toMatchObject({ status: 404 });
    // Taken out and sent anew while filling in: so often, and no more.
    const states = [];
    for (let tried = 0; tried < 10; tried++) states.push((await attach(id, 'photo', png)).status);
    expect(states).toEqual([...Array(8).fill(204), 409, 409]);
  });

  test('the same again is stored once; another one under its id is refused', async () => {
    const id = responseId();
    const { file } = await attach(id, 'photo', png);
    expect(await attach(id, 'photo', png, file)).toMatchObject({ status: 204 });
    const other = png.slice();
    expect(await attach(responseId(), 'photo', other, file)).toMatchObject({
      status: 409,
      code: 'file-other',
    });
    expect(await attach(id, 'sign', png, file)).toMatchObject({ status: 409, code: 'file-other' });
    expect((await rows()).filter((row) => row.id === file)).toHaveLength(1);
  });

  test('is for open campaigns', async () => {
    const { form } = await city.publishForm(definition);
    const paused = await city.openCampaign(form);
    await city.as('mayor')('PATCH', `/api/campaigns/${paused.id}`, { rev: 1, state: 'paused' });
    const reply = await city.anyone(
      'PUT',
      `/api/campaigns/${paused.slug}/responses/${responseId()}/files/${fileId()}`,
      png,
      { 'x-linli-question': 'photo', 'x-linli-version': '1', 'x-linli-name': 'a' },
    );
    expect([reply.status, reply.body.code]).toEqual([409, 'paused']);
  });

  test('comes as bytes with the header that no form of another site can send', async () => {
    const address = at(responseId(), fileId());
    const plain = await city.anyone('PUT', address, png, {
      'x-linli-question': 'photo',
      'x-linli-version': '1',
    });
    expect([plain.status, plain.body.code]).toEqual([415, 'wrong-content-type']);
  });
});

describe('an answer', () => {
  test('names files of its own response and question, that have arrived', async () => {
    const [mine, other] = [responseId(), responseId()];
    const { file } = await attach(mine, 'photo', png);
    const lost = (reply: { status: number; body: { problems?: object } }, question: string) =>
      expect([reply.status, reply.body.problems]).toEqual([
        422,
        { [question]: { code: 'file-lost', args: {} } },
      ]);
    lost(await send(other, { photo: [file] }), 'photo');
    lost(await send(mine, { sign: [file] }), 'sign');
    lost(await send(mine, { photo: [file, fileId()] }), 'photo');
    const two = await send(mine, { photo: [file, file] });
    expect([two.status, two.body.problems.photo.code]).toEqual([422, 'wrong-shape']);
    expect((await send(mine, { photo: [file] })).status).toBe(200);
    // The same answers again: the same response, although its file is bound by now.
    expect((await send(mine, { photo: [file] })).status).toBe(200);
  });

  test('is read with its files by editors of the branch, and by nobody else', async () => {
    const id = responseId();
    const { file } = await attach(id, 'photo', png, fileId(), '楼道 <灯>.png');
    expect((await read(id, file)).status).toBe(404);
    expect((await send(id, { photo: [file] })).status).toBe(200);
    const reply = await read(id, file);
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-length')]).toEqual([
      200,
      'image/png',
      String(png.byteLength),
    ]);
    expect(decodeURIComponent(reply.headers.get('content-disposition') ?? '')).toBe(
      "inline; filename*=UTF-8''楼道 灯.png",
    );
    for (const [login, status] of [
      ['easteditor', 200],
      ['eastadmin', 200],
      ['easthelper', 403],
      ['eastleader', 403],
      ['westadmin', 404],
    ] as const)
      expect([login, (await read(id, file, login)).status]).toEqual([login, status]);
    expect((await city.anyone('GET', `/api/campaigns/${run.id}/responses/${id}/files/${file}`)).status).toBe(
      401,
    );
    expect((await city.anyone('GET', `/m/${file}`)).status).toBe(404);
    expect((await read(responseId(), file)).status).toBe(404);
  });
});

describe('what nobody names any more goes', () => {
  test('a file that was sent and not used, after a day', async () => {
    const { file } = await attach(responseId(), 'photo', png);
    const there = async () => (await rows()).some((row) => row.id === file);
    await city.runtime.scheduled();
    expect(await there()).toBe(true);
    await sentBefore(2 * day);
    await city.runtime.scheduled();
    expect(await there()).toBe(false);
  });

  test('a file that broke off is young again when it is sent again, unless it was given up', async () => {
    const id = responseId();
    const { file } = await attach(id, 'photo', png);
    const brokenOff = (sentAt: number) =>
      city.db
        .prepare('UPDATE attachment SET stored_at = NULL, sent_at = ?2 WHERE id = ?1')
        .bind(file, sentAt)
        .run();
    await brokenOff(Date.now() - 2 * day);
    expect((await attach(id, 'photo', png, file)).status).toBe(204);
    await city.runtime.scheduled();
    expect((await read(id, file)).status).toBe(404);
    expect((await send(id, { photo: [file] })).status).toBe(200);
    expect((await read(id, file)).status).toBe(200);

    // As a sweep leaves it between its steps.
    const late = responseId();
    const other = await attach(late, 'photo', png);
    await city.db
      .prepare('UPDATE attachment SET stored_at = NULL, sent_at = 0 WHERE id = ?1')
      .bind(other.file)
      .run();
    expect(await attach(late, 'photo', png, other.file)).toMatchObject({
      status: 409,
      code: 'file-given-up',
    });
    expect((await send(late, { photo: [other.file] })).body.problems.photo.code).toBe('file-lost');
  });

  test('the file that a correction takes out, and never the one that it keeps', async () => {
    const id = responseId();
    const first = await attach(id, 'photo', png);
    const second = await attach(id, 'photo', png);
    const sent = await send(id, { photo: [first.file, second.file] });
    const corrected = await city.anyone('POST', '/api/receipts/correct', {
      receipt: sent.body.receipt,
      rev: 1,
      answers: { photo: [second.file] },
    });
    expect(corrected.status, corrected.text).toBe(200);
    expect([(await read(id, first.file)).status, (await read(id, second.file)).status]).toEqual([404, 200]);
    await sentBefore(2 * day);
    await city.runtime.scheduled();
    const left = (await rows()).map((row) => row.id);
    expect([left.includes(first.file), left.includes(second.file)]).toEqual([false, true]);
    expect((await read(id, second.file)).status).toBe(200);
  });

  test('all files of what is withdrawn, at once', async () => {
    const id = responseId();
    const { file } = await attach(id, 'photo', png);
    const sent = await send(id, { photo: [file] });
    const gone = await city.anyone('POST', '/api/receipts/withdraw', { receipt: sent.body.receipt, rev: 1 });
    expect(gone.status, gone.text).toBe(204);
    expect((await rows()).some((row) => row.id === file)).toBe(false);
    expect((await read(id, file)).status).toBe(404);
  });

  test('all files of a run whose answers are erased', async () => {
    const id = responseId();
    const { file } = await attach(id, 'photo', png);
    await send(id, { photo: [file] });
    await city.db
      .prepare('UPDATE campaign SET closes_at = ?2, keep_days = 1 WHERE id = ?1')
      .bind(run.id, Date.now() - 3 * day)
      .run();
    await city.runtime.scheduled();
    await city.runtime.scheduled();
    expect((await rows()).some((row) => row.id === file)).toBe(false);
    expect((await read(id, file)).status).toBe(404);
  });
});

describe('an author’s picture', () => {
  test('is shown by its address, in parts when asked', async () => {
    const { form } = await city.publishForm(definition);
    const kept = await city.as('mayor')('POST', `/api/forms/${form}/media`, png, { 'x-linli-name': 'a.png' });
    expect(kept.body).toMatchObject({ media: 'image/png', bytes: png.byteLength });
    const whole = await city.anyone('GET', `/m/${kept.body.id}`);
    expect([whole.status, whole.headers.get('accept-ranges'), whole.headers.get('cache-control')]).toEqual([
      200,
      'bytes',
      'public, max-age=31536000, immutable',
    ]);
    const range = async (asked: string) => {
      const { status, headers } = await city.anyone('GET', `/m/${kept.body.id}`, undefined, { range: asked });
      return [status, headers.get('content-range'), headers.get('content-length')];
    };
    const all = png.byteLength;
    expect(await range('bytes=0-9')).toEqual([206, `bytes 0-9/${all}`, '10']);
    expect(await range('bytes=60-')).toEqual([206, `bytes 60-${all - 1}/${all}`, String(all - 60)]);
    expect(await range('bytes=-5')).toEqual([206, `bytes ${all - 5}-${all - 1}/${all}`, '5']);
    for (const odd of ['bytes=9-2', 'bytes=999-', 'bytes=0-1,4-5', 'lines=1'])
      expect((await range(odd))[0]).toBe(200);
    const page = new TextEncoder().encode('%PDF-1.7');
    const refused = await city.as('mayor')('POST', `/api/forms/${form}/media`, page, {
      'x-linli-name': 'a.png',
    });
    expect([refused.status, refused.body.code]).toEqual([415, 'file-kind']);
  });
});
