// The issuer as it runs: keys made, kept and used inside workerd; blinded and unblinded as the elector's browser does it.
import * as esbuild from 'esbuild';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concat, equal, fromBase64url, toBase64url } from '../../schema/elections/bytes.ts';
import { electorKey, verifyReceipt } from '../../schema/elections/cast.ts';
import { type Bytes, type Key, utf8 } from '../../schema/elections/crypto.ts';
import { importIssuer, verifyToken } from '../../schema/elections/token.ts';
import { blind, unblind } from '../../web/vote/blind.ts';
import { root } from '../../worker/host/paths.ts';

// Asks one act of worker/elections by name; bytes travel as base64url.
const entry = `
import { fromBase64url, toBase64url } from './schema/elections/bytes.ts';
import { makeIssuer, signBlinded } from './worker/elections/issuer.ts';
import { makeReceiptKey, receiptsOf } from './worker/elections/receipt-key.ts';
const acts = {
  makeIssuer,
  makeReceiptKey,
  signBlinded,
  signReceipt: async (key, secret, contest, ledger, leaf) => (await receiptsOf(key, secret, contest, ledger))(leaf),
};
const write = (_, value) => (value instanceof Uint8Array ? { bytes: toBase64url(value) } : value);
const read = (_, value) => (typeof value?.bytes === 'string' ? fromBase64url(value.bytes) : value);
export default {
  async fetch(request) {
    const { act, args } = JSON.parse(await request.text(), read);
    try {
      return new Response(JSON.stringify({ gave: await acts[act](...args) }, write));
    } catch (error) {
      return new Response(error.name, { status: 500 });
    }
  },
};`;

const secret = 'a secret of the Worker, in its settings';
let workerd: Miniflare;

async function ask(act: string, ...args: unknown[]): Promise<unknown> {
  const body = JSON.stringify({ act, args }, (_, value: unknown) =>
    value instanceof Uint8Array ? { bytes: toBase64url(value) } : value,
  );
  const response = await workerd.dispatchFetch('http://localhost/', { method: 'POST', body });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  const read = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string'
      ? fromBase64url(value.bytes)
      : value;
  return JSON.parse(text, read).gave;
}

interface Keys {
  publicKey: Bytes;
  kept: Bytes;
}
const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && 'kept' in value && value.kept instanceof Uint8Array;

async function keysBy(act: string): Promise<Keys> {
  const keys = await ask(act, secret, 'contest1');
  if (!isKeys(keys)) throw new Error(`${act} gave no keys`);
  return keys;
}

const bytesBy = async (act: string, ...args: unknown[]): Promise<Bytes> => {
  const gave = await ask(act, ...args);
  if (!(gave instanceof Uint8Array)) throw new Error(`${act} gave no bytes`);
  return new Uint8Array(gave);
};

beforeAll(async () => {
  const bundle = await esbuild.build({
    stdin: { contents: entry, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2024',
    logLevel: 'warning',
  });
  const contents = bundle.outputFiles[0]?.text ?? '';
  const manifest = { mainModule: 'index.js', modules: { 'index.js': { type: 'esm' as const, contents } } };
  const config = { name: 'elections', compatibilityDate: '2026-11-17', manifest };
  workerd = new Miniflare({ enableDevRegistry: false, cf: false, workers: [{ config }] });
});
afterAll(() => workerd.dispose());

describe('the issuer of tokens', () => {
  let keys: Keys;
  let issuer: Key;
  const point = electorKey(new Uint8Array(32).fill(5)).then((key) => key.point);

  beforeAll(async () => {
    keys = await keysBy('makeIssuer');
    const imported = await importIssuer(keys.publicKey);
    if (!imported) throw new Error('no public key');
    issuer = imported;
  });

  test('signs unseen what the browser then verifies', async () => {
    const { blinded, inverse } = await blind(issuer, await point);
    expect(blinded).toHaveLength(256);
    const signature = await bytesBy('signBlinded', keys, secret, 'contest1', blinded);
    const token = await unblind(issuer, await point, signature, inverse);
    expect(token).toHaveLength(256);
    if (!token) throw new Error('no token');
    expect(await verifyToken(issuer, token, await point)).toBe(true);
    expect(await verifyToken(issuer, token, utf8('another'))).toBe(false);
  });

  test('blinds the same key otherwise each time, and signs the same message alike', async () => {
    const [one, other] = [await blind(issuer, await point), await blind(issuer, await point)];
    expect(equal(one.blinded, other.blinded)).toBe(false);
    const [first, again] = [
      await bytesBy('signBlinded', keys, secret, 'contest1', one.blinded),
      await bytesBy('signBlinded', keys, secret, 'contest1', one.blinded),
    ];
    expect(equal(first, again)).toBe(true);
    expect(await unblind(issuer, await point, first, other.inverse)).toBeUndefined();
  });

  test('signs nothing that is too long, too short or beyond the modulus', async () => {
    for (const blinded of [new Uint8Array(255), new Uint8Array(257), new Uint8Array(256).fill(255)])
      expect(await ask('signBlinded', keys, secret, 'contest1', blinded)).toBeUndefined();
  });

  test('keeps its key under the secret, for one contest', async () => {
    const { blinded } = await blind(issuer, await point);
    await expect(ask('signBlinded', keys, `${secret}.`, 'contest1', blinded)).rejects.toThrow(
      'OperationError',
    );
    await expect(ask('signBlinded', keys, secret, 'contest2', blinded)).rejects.toThrow('OperationError');
    const changed = {
      ...keys,
      kept: concat(keys.kept.subarray(0, -1), Uint8Array.of((keys.kept.at(-1) ?? 0) ^ 1)),
    };
    await expect(ask('signBlinded', changed, secret, 'contest1', blinded)).rejects.toThrow('OperationError');
  });
});

test('receipts are signed by another key, which no issuer’s passes for', async () => {
  const [keys, issuer] = [await keysBy('makeReceiptKey'), await keysBy('makeIssuer')];
  const [ledger, leaf] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const receipt = await bytesBy('signReceipt', keys, secret, 'contest1', ledger, leaf);
  expect(keys.publicKey).toHaveLength(65);
  expect(await verifyReceipt(keys.publicKey, receipt, ledger, leaf)).toBe(true);
  expect(await verifyReceipt(keys.publicKey, receipt, leaf, ledger)).toBe(false);
  await expect(ask('signReceipt', issuer, secret, 'contest1', ledger, leaf)).rejects.toThrow(
    'OperationError',
  );
});
