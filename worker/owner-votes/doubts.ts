// Heads of the roll that a notice will freeze which may be told wrong: who posts it has looked at them.
import { doubtsOf, unsure } from '../rolls/read.ts';
import { newestRoll } from '../rolls/store.ts';
import type { VoteRow } from './store.ts';

export async function doubtsBefore(db: D1Database, { line }: VoteRow) {
  const roll = await db
    .prepare(`SELECT ${newestRoll('?1')} AS id`)
    .bind(line)
    .first<{ id: string }>();
  return doubtsOf((await unsure(db, roll?.id ?? '').all<{ units: string }>()).results);
}
