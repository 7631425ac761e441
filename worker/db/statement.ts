// Drizzle builds and types a query; D1 runs it as a prepared statement, so that an act puts several into one batch.
import { QueryBuilder } from 'drizzle-orm/sqlite-core';

export const query = new QueryBuilder();

interface Built {
  toSQL(): { sql: string; params: unknown[] };
}

export function statement(db: D1Database, built: Built): D1PreparedStatement {
  const { sql, params } = built.toSQL();
  return db.prepare(sql).bind(...params);
}
