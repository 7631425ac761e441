// Settings belong to the root of a tree and are saved by its admins only.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { getSettings as getContract, saveSettings as saveContract } from '../../schema/api/settings.ts';
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { settingsOf } from './read.ts';

async function rootOf(db: D1Database, unit: string): Promise<{ root: string; path: string }> {
  const row = await db
    .prepare('SELECT r.id AS root, r.path FROM unit u JOIN unit r ON r.id = u.root WHERE u.id = ?1')
    .bind(unit)
    .first<{ root: string; path: string }>();
  if (!row) throw new Refusal('not-found');
  return row;
}

export async function getSettings(
  { db, actor }: StaffCall,
  unit: string,
): Promise<Output<typeof getContract>> {
  const { root, path } = await rootOf(db, unit);
  return { ...(await settingsOf(db, root)), mayEdit: covers(actor, path, ['admin']) };
}

/** @throws Refusal forbidden (not a root), stale */
export async function saveSettings(
  call: StaffCall,
  unit: string,
  asked: Body<typeof saveContract>,
): Promise<Output<typeof saveContract>> {
  const { db, now, actor } = call;
  const { root, path } = await rootOf(db, unit);
  if (root !== unit) throw new Refusal('forbidden');
  const before = await settingsOf(db, root);
  if (before.rev !== asked.rev) throw new Refusal('stale', {}, { current: before });
  // Whether the city is made up is a fact of how it came to be, not a matter of taste.
  const settings = { ...asked.settings, demo: before.settings.demo };
  const names = Object.keys(settings) as (keyof typeof settings)[];
  const changed = names.filter(
    (name) => JSON.stringify(settings[name]) !== JSON.stringify(before.settings[name]),
  );
  const entry = { at: now, actor: actor.id, act: 'settings.save', target: root, path, detail: { changed } };
  const results = await db.batch([
    recordWhere(
      db,
      entry,
      'SELECT 1 FROM unit WHERE id = ?7 AND coalesce((SELECT rev FROM setting WHERE root = ?7), 0) = ?8',
      [root, asked.rev],
    ),
    db
      .prepare(
        `INSERT INTO setting (root, body, rev) SELECT ?1, ?2, 1
         WHERE coalesce((SELECT rev FROM setting WHERE root = ?1), 0) = ?3
         ON CONFLICT (root) DO UPDATE SET body = excluded.body, rev = rev + 1`,
      )
      .bind(root, JSON.stringify(settings), asked.rev),
  ]);
  if (results.at(-1)?.meta.changes !== 1)
    throw new Refusal('stale', {}, { current: await settingsOf(db, root) });
  return { rev: asked.rev + 1 };
}
