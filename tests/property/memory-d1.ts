// D1 in the memory of a test, migrated: acts of the Worker run on it as they are. A batch is one transaction, and between two
// statements any other call may come in.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { statements } from '../../worker/host/migrate.ts';
import { migrationsDir } from '../../worker/host/paths.ts';

function bound(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`D1 is bound no ${typeof value} here`);
}

class Statement {
  readonly #db: DatabaseSync;
  readonly #sql: string;
  readonly #values: readonly unknown[];

  constructor(db: DatabaseSync, sql: string, values: readonly unknown[] = []) {
    this.#db = db;
    this.#sql = sql;
    this.#values = values;
  }

  bind(...values: unknown[]): Statement {
    return new Statement(this.#db, this.#sql, values);
  }

  now() {
    const before = this.#changed();
    const results = this.#db.prepare(this.#sql).all(...this.#values.map(bound));
    return { success: true as const, results, meta: { changes: this.#changed() - before } };
  }

  #changed(): number {
    return Number(this.#db.prepare('SELECT total_changes() AS n').get()?.n);
  }

  async all() {
    await pause();
    return this.now();
  }

  run() {
    return this.all();
  }

  async first() {
    return (await this.all()).results[0] ?? null;
  }
}

const pause = () => new Promise<void>((done) => setImmediate(done));

/** Migrated and empty. */
export function memoryD1(): D1Database {
  const db = new DatabaseSync(':memory:');
  const files = readdirSync(migrationsDir).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort())
    for (const sql of statements(readFileSync(`${migrationsDir}/${name}`, 'utf8'))) db.exec(sql);
  const memory = {
    prepare: (sql: string) => new Statement(db, sql),
    async batch(list: readonly Statement[]) {
      await pause();
      db.exec('BEGIN');
      try {
        const done = list.map((one) => one.now());
        db.exec('COMMIT');
        return done;
      } catch (thrown) {
        db.exec('ROLLBACK');
        throw thrown;
      }
    },
  };
  // Only what the acts of the Worker use of it is here.
  return memory as unknown as D1Database;
}
