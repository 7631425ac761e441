// Many statements from Node at once. Miniflare makes a round trip of every prepare() and every bind() that Node calls
// (about a millisecond each), which is nothing for an act and minutes for 20,000 submissions. Here statements are only
// noted, and sent as plain SQL by one exec() for hundreds of them. The SQL is that of the Worker's stores, unchanged.

interface Noted {
  sql: string;
  values: readonly unknown[];
}
const noted = new WeakMap<D1PreparedStatement, Noted>();

const onlyNoted = (): never => {
  throw new Error('this statement is only noted, for a bulk load');
};

function note(sql: string, values: readonly unknown[]): D1PreparedStatement {
  const statement = {
    bind: (...given: unknown[]) => note(sql, given),
    first: onlyNoted,
    run: onlyNoted,
    all: onlyNoted,
    raw: onlyNoted,
  };
  noted.set(statement, { sql, values });
  return statement;
}

/** A database that only notes what is prepared on it; {@link sendAll} runs that. */
export const notebook: D1Database = {
  prepare: (sql: string) => note(sql, []),
  batch: onlyNoted,
  exec: onlyNoted,
  withSession: onlyNoted,
  dump: onlyNoted,
};

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  // exec() cuts at line ends, so text with one cannot go this way; JSON never has any.
  if (typeof value === 'string' && !/[\0\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  throw new Error('a value that cannot be written into SQL');
}

const written = ({ sql, values }: Noted) =>
  sql
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\?(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]));

/** Runs noted statements in their order. */
export async function sendAll(db: D1Database, statements: readonly D1PreparedStatement[]): Promise<void> {
  const lines = statements.map((statement) => {
    const one = noted.get(statement);
    if (!one) throw new Error('not a noted statement');
    return `${written(one)};`;
  });
  if (lines.length > 0) await db.exec(lines.join('\n'));
}
