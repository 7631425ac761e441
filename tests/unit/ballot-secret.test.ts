// The secret of secret ballots: made once beside the database, for its owner alone; and no request is logged.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ballotSecret, secretFile } from '../../worker/host/ballot-secret.ts';
import { root } from '../../worker/host/paths.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-secret-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('is made on the first start and stays', () => {
  const secret = ballotSecret(dataDir, {});
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(ballotSecret(dataDir, {})).toBe(secret);
  expect(statSync(join(dataDir, secretFile)).mode & 0o777).toBe(0o600);
  expect(ballotSecret(join(dataDir, 'other'), {})).not.toBe(secret);
});

test('the environment comes first, and a damaged file ends the start', () => {
  expect(ballotSecret(dataDir, { BALLOT_SECRET: 'from the environment' })).toBe('from the environment');
  writeFileSync(join(dataDir, secretFile), 'cut');
  expect(() => ballotSecret(dataDir, {})).toThrow('backup');
});

test('Cloudflare keeps no line for a request', () => {
  const toml = readFileSync(`${root}wrangler.toml`, 'utf8');
  expect(toml).toMatch(/^\[observability\.logs\]\ninvocation_logs = false$/m);
});

test('nor does the front of a self-hosted server', () => {
  for (const file of ['front.ts', 'proxy.ts', 'request-body.ts', 'files.ts'])
    expect(readFileSync(`${root}worker/host/${file}`, 'utf8')).not.toMatch(/console\.|\b(say|warn)\(/);
});
