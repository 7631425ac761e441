// The entry that every act of staff writes in the same batch as its change.
export interface Entry {
  at: number;
  /** staff id, or `system` */
  actor: string;
  act: string;
  target: string;
  /** materialised path of the unit that the act concerned */
  path: string;
  /** what changed, without answers or secrets */
  detail?: Readonly<Record<string, unknown>>;
}

const columns = 'INSERT INTO audit (at, actor, act, target, path, detail)';

export function record(db: D1Database, entry: Entry): D1PreparedStatement {
  return db.prepare(`${columns} VALUES (?1, ?2, ?3, ?4, ?5, ?6)`).bind(...values(entry));
}

/**
 * The same, only where a guarded change took effect: `guard` is a SELECT that finds a row then, with its values from
 * ?7 on.
 */
export function recordWhere(db: D1Database, entry: Entry, guard: string, bound: readonly unknown[]) {
  return db
    .prepare(`${columns} SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (${guard})`)
    .bind(...values(entry), ...bound);
}

const values = (entry: Entry) => [
  entry.at,
  entry.actor,
  entry.act,
  entry.target,
  entry.path,
  JSON.stringify(entry.detail ?? {}),
];
