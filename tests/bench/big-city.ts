// The city that is measured: the real shape of Daye (4 streets, 42 communities, 393 grids, 1,269 buildings), one
// administrator, one open campaign of the thirty questions over all of it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../worker/db/hash.ts';
import { migrate } from '../../worker/host/migrate.ts';
import { openRuntime, type Runtime } from '../../worker/host/runtime.ts';
import { thirtyQuestions } from '../property/sample.ts';

export const origin = 'http://localhost:8787';
const levels = [
  { kind: 'street', count: 4 },
  { kind: 'community', count: 42 },
  { kind: 'grid', count: 393 },
  { kind: 'building', count: 1269 },
] as const;

export interface BigCity {
  runtime: Runtime;
  campaign: { id: string; slug: string };
  buildings: readonly string[];
  /** the administrator's session, as a Cookie header */
  cookie: string;
  dataDir: string;
  close(): Promise<void>;
}

interface Unit {
  id: string;
  parent: string | null;
  kind: string;
  path: string;
  position: number;
  households: number;
}

/** Children spread evenly over their parents, level by level. */
function units(): Unit[] {
  const all: Unit[] = [
    { id: 'city', parent: null, kind: 'city', path: '/city/', position: 0, households: 0 },
  ];
  let above: Unit[] = all;
  for (const { kind, count } of levels) {
    const level = Array.from({ length: count }, (_, index): Unit => {
      const parent = above[Math.floor((index * above.length) / count)];
      if (!parent) throw new Error('a level without a level above it');
      const id = `${kind.slice(0, 1)}${index}`;
      return {
        id,
        parent: parent.id,
        kind,
        path: `${parent.path}${id}/`,
        position: index,
        households: kind === 'building' ? 80 + ((index * 37) % 61) : 0,
      };
    });
    all.push(...level);
    above = level;
  }
  return all;
}

async function seed(db: D1Database, cookie: string): Promise<string[]> {
  const all = units();
  const now = Date.now();
  await db.batch([
    db
      .prepare(
        `INSERT INTO unit (id, root, parent, kind, name, code, path, position, households)
         SELECT j.value ->> '$.id', 'city', j.value ->> '$.parent', j.value ->> '$.kind', j.value ->> '$.id',
           j.value ->> '$.id', j.value ->> '$.path', j.value ->> '$.position', j.value ->> '$.households'
         FROM json_each(?1) j`,
      )
      .bind(JSON.stringify(all)),
    db
      .prepare(
        "INSERT INTO staff (id, login, name, home, created_at) VALUES ('mayor', 'mayor', 'mayor', 'city', ?1)",
      )
      .bind(now),
    db.prepare("INSERT INTO staff_grant (staff, role, unit) VALUES ('mayor', 'admin', 'city')"),
    db
      .prepare("INSERT INTO session (token_hash, staff, created_at, seen_at) VALUES (?1, 'mayor', ?2, ?2)")
      .bind(await sha256(cookie.split('=')[1] ?? ''), now),
  ]);
  return all.filter((unit) => unit.kind === 'building').map((unit) => unit.id);
}

export async function openBigCity(): Promise<BigCity> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-'));
  const runtime = await openRuntime({ dataDir, vars: { ORIGIN: origin } });
  await migrate(runtime.db);
  const cookie = '__Host-linli=the-bench';
  const buildings = await seed(runtime.db, cookie);
  const post = async (path: string, body: unknown) => {
    const reply = await fetch(runtime.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as { id: string; rev: number; slug: string };
  };
  const form = await post('/api/units/city/forms', { kind: 'survey', definition: thirtyQuestions() });
  await post(`/api/forms/${form.id}/versions`, { rev: form.rev });
  const now = Date.now();
  const { id, slug } = await post('/api/units/city/campaigns', {
    form: form.id,
    scope: ['city'],
    opensAt: now - 60_000,
    closesAt: now + 7 * 86_400_000,
    access: 'anyone',
    named: false,
    organiser: '测速',
    phone: '0714-8700000',
    keepDays: 90,
  });
  return {
    runtime,
    campaign: { id, slug },
    buildings,
    cookie,
    dataDir,
    async close() {
      await runtime.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
