// Applies schema/db/migrations to a database, in the order of their names, each in one transaction together
// with its entry in wrangler's own table, so that this and `wrangler d1 migrations` agree on what is done.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { migrationsDir } from './paths.ts';

/** Exactly what wrangler creates. */
const table = `CREATE TABLE IF NOT EXISTS "d1_migrations"(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`;

/** What may hide a semicolon: quoted text, quoted names, comments. */
const pieces = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'"`;/-]+|[-/]/g;

/** Cuts a migration into statements. Triggers are not for migrations here (DESIGN.md 5), so `;` ends one. */
export function statements(sql: string): string[] {
  const found: string[] = [];
  let current = '';
  for (const [piece] of sql.matchAll(pieces)) {
    if (piece === ';') {
      found.push(current.trim());
      current = '';
    } else if (!piece.startsWith('--') && !piece.startsWith('/*')) {
      current += piece;
    }
  }
  found.push(current.trim());
  return found.filter((it) => it !== '');
}

/** Brings the database up to date and resolves to the names of the files that were applied now. */
export async function migrate(db: D1Database, folder = migrationsDir): Promise<string[]> {
  if (!existsSync(folder)) return [];
  await db.prepare(table).run();
  const applied = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const done = new Set(applied.results.map((row) => row.name));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort();
  for (const name of files) {
    const sql = await readFile(`${folder}/${name}`, 'utf8');
    await db.batch([
      ...statements(sql).map((it) => db.prepare(it)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name),
    ]);
  }
  return files;
}
