// One row into one table, typed by schema/db/tables.ts. Drizzle's own runtime stays out of the Worker: its query builder
// weighs more than all the SQL here, and a prepared statement is what a batch needs.
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

type Names<T extends SQLiteTable> = T['_']['name'];

/** The statement that inserts `row`; its keys are column names, from our own code and never from a request. */
export function insert<T extends SQLiteTable>(
  db: D1Database,
  table: Names<T>,
  row: T['$inferInsert'],
): D1PreparedStatement {
  const columns = Object.entries(row).filter(([, value]) => value !== undefined);
  const names = columns.map(([name]) => name).join(', ');
  const marks = columns.map((_, index) => `?${index + 1}`).join(', ');
  return db
    .prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`)
    .bind(...columns.map(([, value]) => value));
}
