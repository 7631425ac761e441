// The limit of a body on the Worker itself, which a front before it does not keep for it everywhere.
import { request as send } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualLimit } from '../../worker/http/body.ts';
import { type City, openCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** JSON of so many bytes, sent in pieces without a word of its length. */
function inPieces(bytes: number): Promise<{ status: number; code: string }> {
  const whole = JSON.stringify({ login: 'nobody', password: 'wrong-wrong-wrong' }).padEnd(bytes, ' ');
  return new Promise((done, fail) => {
    const options = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const request = send(`${city.url}/api/session`, options, async (reply) => {
      request.off('error', fail).on('error', () => {}); // refused before the end was sent
      let text = '';
      for await (const part of reply) text += String(part);
      done({ status: reply.statusCode ?? 0, code: JSON.parse(text).code });
    });
    request.on('error', fail);
    for (let at = 0; at < whole.length; at += 10_000) request.write(whole.slice(at, at + 10_000));
    request.end();
  });
}

test('a body in pieces is taken up to the limit and refused beyond it', async () => {
  expect(await inPieces(usualLimit)).toEqual({ status: 401, code: 'sign-in-failed' });
  expect(await inPieces(usualLimit + 1)).toEqual({ status: 413, code: 'too-large' });
  expect(await inPieces(usualLimit * 4)).toEqual({ status: 413, code: 'too-large' });
});
