// Tellers as staff appoint them: a name, a unit, and a link that is told once.
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import type { addTeller as addContract, listTellers as listContract } from '../../../schema/api/tellers.ts';
import { tidyName } from '../../../schema/elections/person.ts';
import { record, recordWhere } from '../../audit/record.ts';
import { sha256 } from '../../db/hash.ts';
import { newId, newSecret } from '../../db/random.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { fixedBy } from './teller-link.ts';

const tellersMost = 5;

interface Row {
  id: string;
  unit: string;
  kind: string;
  place: string;
  name: string;
  signing_key: string | null;
  proved_at: number | null;
  removed_at: number | null;
  fixed: number;
  unsigned: number;
}

/** @throws Refusal not-found */
export async function listTellers({ db }: StaffCall, election: string): Promise<Output<typeof listContract>> {
  const [elections, tellers] = await db.batch<unknown>([
    db.prepare('SELECT quorum FROM election WHERE id = ?1').bind(election),
    db
      .prepare(
        `SELECT t.*, u.kind, u.name AS place, ${fixedBy('t')} AS fixed,
           (SELECT count(*) FROM contest c WHERE c.election = t.election AND c.state = 'frozen' AND instr(c.path, t.path) = 1
             AND c.issuer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_signature s WHERE s.contest = c.id AND s.seq = 0
             AND s.teller = t.id)) AS unsigned
         FROM teller t JOIN unit u ON u.id = t.unit
         WHERE t.election = ?1 ORDER BY t.path, t.created_at, t.id`,
      )
      .bind(election),
  ]);
  const row = elections?.results[0] as { quorum: number } | undefined;
  if (!row) throw new Refusal('not-found');
  return {
    quorum: row.quorum,
    tellers: ((tellers?.results ?? []) as Row[]).map((one) => ({
      id: one.id,
      unit: { id: one.unit, kind: one.kind, name: one.place },
      name: one.name,
      registered: one.signing_key !== null,
      provedAt: one.proved_at,
      removedAt: one.removed_at,
      fixed: one.fixed === 1,
      unsigned: one.unsigned,
    })),
  };
}

const linkOf = (origin: string, secret: string) => `${origin}/t#${secret}`;

/**
 * Who stands watches over no box (Electoral Law, article 43): people are told apart by name alone.
 * @throws Refusal not-found for a unit outside the election, teller-stands, tellers-many
 */
export async function addTeller(
  { db, now, actor, origin }: StaffCall,
  election: string,
  { unit, name: typed }: Body<typeof addContract>,
): Promise<Output<typeof addContract>> {
  const name = tidyName(typed);
  const [id, secret] = [newId(), newSecret()];
  const place = await db
    .prepare(
      `SELECT u.path FROM unit u JOIN election e ON e.id = ?2 JOIN unit o ON o.id = e.unit
       WHERE u.id = ?1 AND instr(u.path, o.path) = 1 AND u.retired_at IS NULL`,
    )
    .bind(unit, election)
    .first<{ path: string }>();
  if (!place) throw new Refusal('not-found');
  const stands = await db
    .prepare(
      `SELECT c.name FROM contest c JOIN candidate k ON k.contest = c.id AND k.name = ?3 AND k.state = 'accepted'
       WHERE c.election = ?1 AND instr(c.path, ?2) = 1 AND c.state <> 'cancelled'`,
    )
    .bind(election, place.path, name)
    .first<{ name: string }>();
  if (stands) throw new Refusal('teller-stands', { name, unit: stands.name });
  // Those above a building and those at it, for the building that has most of them.
  const [appointed] = await db.batch([
    db
      .prepare(
        `INSERT INTO teller (id, election, unit, path, name, link_hash, created_by, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM contest c WHERE c.election = ?2
           AND instr(c.path, ?4) = 1 AND (SELECT count(*) FROM teller t WHERE t.election = ?2 AND t.removed_at IS NULL
             AND instr(c.path, t.path) = 1) >= ${tellersMost})`,
      )
      .bind(id, election, unit, place.path, name, await sha256(secret), actor.id, now),
    recordWhere(
      db,
      { at: now, actor: actor.id, act: 'teller.add', target: id, path: place.path, detail: { name } },
      'SELECT 1 WHERE changes() = 1',
      [],
    ),
  ]);
  if (appointed?.meta.changes !== 1) throw new Refusal('tellers-many');
  return { id, link: linkOf(origin, secret) };
}

/** @throws Refusal not-found */
async function standing(db: D1Database, params: { election: string; teller: string }) {
  const row = await db
    .prepare(
      `SELECT t.path, t.name, ${fixedBy('t')} AS fixed FROM teller t
       WHERE t.id = ?1 AND t.election = ?2 AND t.removed_at IS NULL`,
    )
    .bind(params.teller, params.election)
    .first<{ path: string; name: string; fixed: number }>();
  if (!row) throw new Refusal('not-found');
  return row;
}

/** @throws Refusal not-found */
export async function renewLink(
  { db, now, actor, origin }: StaffCall,
  params: { election: string; teller: string },
): Promise<{ link: string }> {
  const { path, name } = await standing(db, params);
  const secret = newSecret();
  await db.batch([
    db
      .prepare('UPDATE teller SET link_hash = ?2, rev = rev + 1 WHERE id = ?1')
      .bind(params.teller, await sha256(secret)),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'teller.link',
      target: params.teller,
      path,
      detail: { name },
    }),
  ]);
  return { link: linkOf(origin, secret) };
}

/** @throws Refusal not-found, teller-fixed */
export async function removeTeller(
  { db, now, actor }: StaffCall,
  params: { election: string; teller: string },
): Promise<void> {
  const { path, name } = await standing(db, params);
  const [removed] = await db.batch([
    db
      .prepare(
        `UPDATE teller AS t SET removed_at = ?2, rev = rev + 1
         WHERE id = ?1 AND removed_at IS NULL AND NOT ${fixedBy('t')}`,
      )
      .bind(params.teller, now),
    recordWhere(
      db,
      { at: now, actor: actor.id, act: 'teller.remove', target: params.teller, path, detail: { name } },
      'SELECT 1 FROM teller WHERE id = ?7 AND removed_at = ?8',
      [params.teller, now],
    ),
  ]);
  if (removed?.meta.changes !== 1) throw new Refusal('teller-fixed');
}
