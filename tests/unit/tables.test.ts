// The tables as drizzle sees them are the tables that the migrations make; and every migration only adds.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as declared from '../../schema/db/tables.ts';
import { statements } from '../../worker/host/migrate.ts';
import { migrationsDir } from '../../worker/host/paths.ts';

const files = readdirSync(migrationsDir)
  .filter((name) => name.endsWith('.sql'))
  .sort();
const db = new DatabaseSync(':memory:');
for (const name of files)
  for (const sql of statements(readFileSync(`${migrationsDir}/${name}`, 'utf8'))) db.exec(sql);

interface Column {
  name: string;
  type: string;
  notnull: boolean;
  pk: number;
  default: string | null;
}
const stored = (table: string): Column[] =>
  db
    .prepare('SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_info(?)')
    .all(table)
    .map(({ name, type, notnull, pk, dflt_value }) => ({
      name: String(name),
      type: String(type),
      // A primary key of these tables is never null, whether the pragma says so or not.
      notnull: notnull === 1 || Number(pk) > 0,
      pk: Number(pk),
      default: dflt_value === null ? null : String(dflt_value),
    }));

function seen(table: SQLiteTable): Column[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const composite = primaryKeys[0]?.columns.map((column) => column.name) ?? [];
  return columns.map((column) => {
    const value = column.hasDefault ? column.default : undefined;
    return {
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull || column.primary,
      pk: column.primary ? 1 : composite.indexOf(column.name) + 1,
      default: value === undefined ? null : typeof value === 'string' ? `'${value}'` : String(value),
    };
  });
}

const tables = Object.values(declared).map((table): [string, SQLiteTable] => [
  getTableConfig(table).name,
  table,
]);

test('every stored table is declared and the other way round', () => {
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
  expect(tables.map(([name]) => name).sort()).toEqual(names.map(({ name }) => name));
});

test.each(tables)('%s: the same columns in the same order', (name, table) => {
  expect(seen(table)).toEqual(stored(name));
});

test.each(tables)('%s is STRICT', (name) => {
  const row = db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(name);
  expect(row?.sql).toMatch(/\)\s*STRICT\b/);
});

test('there are no triggers and no cascades', () => {
  expect(db.prepare("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").all()).toEqual([]);
});

/** Made while scorecards were built; no version that was given out wrote to it, and none reads it. */
const takenAway = 'DROP TABLE issued_counts';

describe('every migration only adds', () => {
  test.each(files)('%s', (name) => {
    expect(name).toMatch(/^\d{4}_[a-z0-9-]+\.sql$/);
    for (const sql of statements(readFileSync(`${migrationsDir}/${name}`, 'utf8'))) {
      if (sql === takenAway) continue;
      expect(sql).not.toMatch(
        /\bDROP\b|__new_|\bRENAME\b|\bDELETE\s+FROM\b|ON DELETE|CREATE\s+TRIGGER|PRAGMA/i,
      );
      expect(sql).toMatch(/^(CREATE (TABLE|(UNIQUE )?INDEX)|ALTER TABLE \w+ ADD COLUMN|INSERT|UPDATE)\b/);
    }
  });
});

test('a database that still has the table comes up to date, and keeps what was signed', () => {
  const old = new DatabaseSync(':memory:');
  const bring = (names: readonly string[]) => {
    for (const name of names)
      for (const sql of statements(readFileSync(`${migrationsDir}/${name}`, 'utf8'))) old.exec(sql);
  };
  const last = files.indexOf('0020_signed-once.sql') + 1;
  bring(files.slice(0, last));
  old.exec("INSERT INTO issued_counts (campaign, unit, cells) VALUES ('c', 'u', '{}')");
  old.exec(
    `INSERT INTO issued_card (id, unit, year, number, about, title, card, sha256, signer, signed_by, signed_at, organiser, phone)
     VALUES ('i', 'u', 2026, 1, 'c', '记分卡', '{}', '0', '王', 's', 1, '居委会', '')`,
  );
  bring(files.slice(last));
  expect(old.prepare("SELECT name FROM sqlite_master WHERE name = 'issued_counts'").all()).toEqual([]);
  expect(old.prepare('SELECT count(*) AS n FROM issued_card').get()).toEqual({ n: 1 });
});

test('statements are cut at their ends, and not inside words, comments or names', () => {
  expect(
    statements(
      "CREATE TABLE a (b TEXT DEFAULT ';'); -- one; two\nINSERT INTO a VALUES ('it''s; x'); /* ; */ SELECT \";\"",
    ),
  ).toEqual(["CREATE TABLE a (b TEXT DEFAULT ';')", "INSERT INTO a VALUES ('it''s; x')", 'SELECT ";"']);
});
