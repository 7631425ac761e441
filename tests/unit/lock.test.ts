// The lock of a data folder: one owner at a time, and a killed owner's lock does not stop the next start.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataInUse, lock } from '../../worker/host/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second owner is refused while the first lives', async () => {
  const first = await lock(folder);
  await expect(lock(folder)).rejects.toThrow(DataInUse);
  first.release();
  (await lock(folder)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock whose pid now belongs to another process is taken over', async () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: 'before', nonce: 'x' }));
  (await lock(folder)).release();
});

test('of many that find a stale lock at once exactly one gets it', async () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, started: 'before', nonce: 'x' }));
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lock(folder)));
  expect(tries.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
});
