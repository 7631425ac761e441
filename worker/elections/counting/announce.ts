// Announcing what was counted: from then on residents read it.
import { record, recordWhere } from '../../audit/record.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { readContest, readElection } from '../store.ts';

const announcing = "SET state = 'announced', announced_at = ?2, announced_by = ?3, rev = rev + 1";

/** Announced before, it stands. @throws Refusal not-found, rehearsal, not-counted */
export async function announceResult(
  { db, now, actor }: StaffCall,
  id: string,
): Promise<{ announcedAt: number }> {
  const row = await readContest(db, id);
  if (row.rehearsal === 1) throw new Refusal('rehearsal');
  const entry = {
    at: now,
    actor: actor.id,
    act: 'contest.announce',
    target: id,
    path: row.path,
    detail: { title: row.title, unit: row.name },
  };
  const [, , stands] = await db.batch<{ announced_at: number | null }>([
    recordWhere(db, entry, "SELECT 1 FROM contest WHERE id = ?7 AND state = 'counted'", [id]),
    db.prepare(`UPDATE contest ${announcing} WHERE id = ?1 AND state = 'counted'`).bind(id, now, actor.id),
    db.prepare('SELECT announced_at FROM contest WHERE id = ?1').bind(id),
  ]);
  const announcedAt = stands?.results[0]?.announced_at;
  if (announcedAt == null) throw new Refusal('not-counted');
  return { announcedAt };
}

/** @throws Refusal not-found, rehearsal */
export async function announceResults(
  { db, now, actor }: StaffCall,
  id: string,
): Promise<{ announced: number }> {
  const election = await readElection(db, id);
  if (election.rehearsal === 1) throw new Refusal('rehearsal');
  const [done] = await db.batch([
    db
      .prepare(`UPDATE contest ${announcing} WHERE election = ?1 AND state = 'counted'`)
      .bind(id, now, actor.id),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'election.announce',
      target: id,
      path: election.path,
      detail: { title: election.title },
    }),
  ]);
  return { announced: done?.meta.changes ?? 0 };
}
