// The SQL that a new deployment starts with: it runs on the migrated tables, and only once.
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { firstAdminSql } from '../../worker/host/first-admin.ts';

test('the first admin is created once, and a second run writes nothing', async () => {
  const db = new DatabaseSync(':memory:');
  db.exec(readFileSync(new URL('../../schema/db/migrations/0001_house.sql', import.meta.url), 'utf8'));
  db.exec(await firstAdminSql("O'Hara 市", 'admin', 'secret', 1000));
  db.exec(await firstAdminSql('另一个市', 'second', 'secret2', 2000));
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;
  expect(['unit', 'staff', 'staff_grant', 'invitation', 'audit'].map(count)).toEqual([1, 1, 1, 1, 1]);
  const row = db
    .prepare('SELECT u.name, s.login, g.role, i.token_hash FROM unit u, staff s, staff_grant g, invitation i')
    .get();
  expect(row).toMatchObject({ name: "O'Hara 市", login: 'admin', role: 'admin' });
  expect(String(row?.token_hash)).toMatch(/^[0-9a-f]{64}$/);
});
