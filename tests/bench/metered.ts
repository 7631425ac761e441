// A database that keeps the bill: how many calls it got, and the rows that D1 says it read and wrote. For the
// product's own acts, called with this database in place of the Worker's.
export interface Bill {
  calls: number;
  rowsRead: number;
  rowsWritten: number;
}

export interface Metered {
  db: D1Database;
  bill: Bill;
}

export function metered(db: D1Database): Metered {
  const bill: Bill = { calls: 0, rowsRead: 0, rowsWritten: 0 };
  const real = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const pay = (results: readonly D1Result<unknown>[]) => {
    bill.calls++;
    for (const { meta } of results) {
      bill.rowsRead += meta.rows_read;
      bill.rowsWritten += meta.rows_written;
    }
  };
  const watched = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => watched(target.bind(...values));
        if (name === 'all' || name === 'run' || name === 'raw')
          return async () => {
            const result = await target.all();
            pay([result]);
            return name === 'raw' ? result.results.map((row) => Object.values(row)) : result;
          };
        // first() says nothing of rows: it is all() and its first row.
        if (name === 'first')
          return async (column?: string) => {
            const result = await target.all<Record<string, unknown>>();
            pay([result]);
            const row = result.results[0];
            return column === undefined || !row ? (row ?? null) : row[column];
          };
        return Reflect.get(target, name);
      },
    });
    real.set(proxy, statement);
    return proxy;
  };
  return {
    bill,
    db: new Proxy(db, {
      get(target, name) {
        if (name === 'prepare') return (sql: string) => watched(target.prepare(sql));
        if (name === 'batch')
          return async (statements: D1PreparedStatement[]) => {
            const results = await target.batch(statements.map((one) => real.get(one) ?? one));
            pay(results);
            return results;
          };
        return Reflect.get(target, name);
      },
    }),
  };
}
