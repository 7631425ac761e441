// Sealing in a browser, built as residents' phones get it: the same bytes as everywhere else, a token blinded and unblinded,
// and little enough to load.
import { gzipSync } from 'node:zlib';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../schema/elections/bytes.ts';
import { castFault } from '../../schema/elections/cast.ts';
import { seal, type Terms } from '../../schema/elections/seal.ts';
import { importIssuer } from '../../schema/elections/token.ts';
import { esbuildOptions } from '../../worker/host/bundle.ts';
import { secret, tellers } from '../unit/election.ts';
import { launch } from './browser.ts';

// What a voting page is made of, called with bytes in base64url.
const entry = `
import { fromBase64url as read, toBase64url as write } from './schema/elections/bytes.ts';
import { ballotId, cast, electorKey, phraseOf, verifyReceipt } from './schema/elections/cast.ts';
import { encodeChoices } from './schema/elections/choices.ts';
import { hashText, readAct } from './schema/elections/ledger.ts';
import { proves } from './schema/elections/merkle.ts';
import { seal } from './schema/elections/seal.ts';
import { importIssuer } from './schema/elections/token.ts';
import { blind, unblind } from './web/vote/blind.ts';

let kept;
window.linli = {
  unused: [hashText, phraseOf, proves, readAct, verifyReceipt],
  async checkIn(issuer, secret) {
    const key = await electorKey(read(secret));
    const known = await importIssuer(read(issuer));
    kept = { key, known, ...(await blind(known, key.point)) };
    return write(kept.blinded);
  },
  async vote(signature, seed, ledger, quorum, tellers) {
    const { key, known, inverse } = kept;
    const token = await unblind(known, key.point, read(signature), inverse);
    const ballot = await ballotId(key.point);
    const content = encodeChoices({ head: { for: ['c1'], against: [], written: ['王小明'] } });
    const terms = { ledger: read(ledger), ballot, quorum, tellers: tellers.map(read) };
    const sealed = await seal(content.bytes, read(seed), terms);
    const sent = await cast(key, token, sealed, 1, read(ledger));
    return [sent.publicKey, sent.token, sent.sealed, sent.signature, ballot, content.bytes].map((part) => write(part));
  },
};`;

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const options = esbuildOptions(['chrome80', 'ios14', 'safari14']);
  const stdin = { contents: entry, resolveDir: options.absWorkingDir, loader: 'ts' as const };
  const built = await esbuild.build({ ...options, stdin, write: false });
  script = built.outputFiles[0]?.text ?? '';
  browser = await launch();
  page = await browser.newPage();
  // WebCrypto is there on https only.
  await page.route('https://linli.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><script type="module" src="/vote.js"></script>',
        }),
  );
  await page.goto('https://linli.test/');
  await page.waitForFunction(() => 'linli' in window);
}, 120_000);
afterAll(() => browser?.close());

const call = (act: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(
    ([name, given]) => {
      const acts: unknown = Reflect.get(window, 'linli');
      if (typeof acts !== 'object' || acts === null) throw new Error('no script');
      return Reflect.apply(Reflect.get(acts, name), acts, given);
    },
    [act, args] as const,
  );

const bytesOf = (text: unknown) => {
  const bytes = typeof text === 'string' ? fromBase64url(text) : undefined;
  if (!bytes) throw new Error('no base64url');
  return bytes;
};

test('a ballot from a phone is what sealing again gives here, byte for byte', async () => {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const rsa = await suite.generateKey({ publicExponent: Uint8Array.of(1, 0, 1), modulusLength: 2048 });
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', rsa.publicKey));
  const [ledger, seed] = [secret('entry 0'), secret('seed')];
  const keys = tellers.map(({ opening }) => opening.point);

  const blinded = bytesOf(await call('checkIn', toBase64url(spki), toBase64url(secret('elector'))));
  const signature = new Uint8Array(await suite.blindSign(rsa.privateKey, blinded));
  const sent = await call('vote', ...[signature, seed, ledger].map(toBase64url), 2, keys.map(toBase64url));
  if (!Array.isArray(sent)) throw new Error('nothing was sent');
  const [publicKey, token, sealed, signed, ballot, content] = sent.map(bytesOf);
  if (!publicKey || !token || !sealed || !signed || !ballot || !content) throw new Error('a part is missing');

  const terms: Terms = { ledger, ballot, quorum: 2, tellers: keys };
  expect(toBase64url(sealed)).toBe(toBase64url(await seal(content, seed, terms)));
  const issuer = await importIssuer(spki);
  if (!issuer) throw new Error('no issuer');
  const cast = { publicKey, token, sealed, counter: 1, signature: signed };
  expect(await castFault(cast, issuer, ledger)).toBeUndefined();
});

test('the cryptography of a voting page is at most 40 KiB', () => {
  expect(gzipSync(script).length).toBeLessThan(40 * 1024);
  expect(gzipSync(script).length).toBeGreaterThan(10 * 1024);
});
