// Drizzle builds and types plain queries. For a change, its query becomes a prepared statement, so that an act puts
// several into one batch (drizzle's own transaction() type-checks and then fails on D1).
import { drizzle } from 'drizzle-orm/d1';

export const orm = (db: D1Database) => drizzle(db);

interface Built {
  toSQL(): { sql: string; params: unknown[] };
}

export function statement(db: D1Database, built: Built): D1PreparedStatement {
  const { sql, params } = built.toSQL();
  return db.prepare(sql).bind(...params);
}
