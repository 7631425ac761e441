// `npm run recount [CAMPAIGN|ADDRESS]`: counts the stored answers of each campaign again and names every difference to
// its tallies; ends with 1 when there is one. It takes the data folder's lock like a server does, so it runs while the
// server is stopped; a running server does the same for an admin (POST /api/campaigns/:campaign/recount).
import { recount } from '../campaigns/recount.ts';
import { DataInUse, lock } from './lock.ts';
import { fail, PlainError, say } from './log.ts';
import { migrate } from './migrate.ts';
import { openRuntime } from './runtime.ts';
import { settings } from './settings.ts';

interface Campaign {
  id: string;
  slug: string;
  title: string;
}

/** Prints each report; resolves to the number of differences. @throws PlainError when no campaign is so named */
async function recountAll(db: D1Database, wanted: string | undefined): Promise<number> {
  const { results } = await db
    .prepare(
      'SELECT id, slug, title FROM campaign WHERE ?1 IS NULL OR id = ?1 OR slug = ?1 ORDER BY created_at',
    )
    .bind(wanted ?? null)
    .all<Campaign>();
  if (wanted !== undefined && results.length === 0)
    throw new PlainError(
      `没有编号或网址为 ${wanted} 的活动。`,
      `No campaign has the id or address ${wanted}.`,
    );
  let found = 0;
  for (const { id, slug, title } of results) {
    const { responses, tallies, differences } = await recount(db, id);
    found += differences.length;
    const verdict = differences.length === 0 ? '一致' : `有 ${differences.length} 处不一致`;
    say(
      `${title}（${slug}）：${responses} 份，${verdict}`,
      `${responses} responses, ${tallies} tallies, ${differences.length} difference(s)`,
    );
    for (const { unit, group, question, key, tallied, counted } of differences)
      console.log(`  ${[unit, group, question, key].filter(Boolean).join(' · ')}: ${tallied} ≠ ${counted}`);
  }
  return found;
}

async function run(): Promise<number> {
  const { dataDir, origin } = settings();
  const held = await lock(dataDir).catch((error: unknown) => {
    if (!(error instanceof DataInUse)) throw error;
    throw new PlainError(
      `${error.message.split('\n')[0]} 服务器运行时，请管理员在活动页面上复核，或先停止服务器。`,
      'The server is running on this data. Stop it first, or let an admin recount through it.',
    );
  });
  try {
    const runtime = await openRuntime({ dataDir, vars: { ORIGIN: origin.origin } });
    try {
      await migrate(runtime.db);
      return await recountAll(runtime.db, process.argv[2]);
    } finally {
      await runtime.close();
    }
  } finally {
    held.release();
  }
}

await run().then((found) => process.exit(found === 0 ? 0 : 1), fail);
