// An election is set up: its rules, its days, and a contest for each building of its scope as the tree stands, in one batch.
// The sender makes its id, so that asking again after a lost answer makes no second one.
import { contestsMost, type createElection as contract, type Election } from '../../schema/api/elections.ts';
import type { Body } from '../../schema/api/endpoint.ts';
import { placeDay } from '../../schema/day.ts';
import type { election } from '../../schema/db/election-tables.ts';
import { type DayFault, dayFaults } from '../../schema/elections/calendar.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { knownPacks } from '../../schema/elections/packs/known.ts';
import { record } from '../audit/record.ts';
import { freeze } from '../campaigns/freeze.ts';
import { subtree } from '../campaigns/store.ts';
import { chunks } from '../db/chunks.ts';
import { sha256 } from '../db/hash.ts';
import { insert } from '../db/insert.ts';
import { newId, newSlug } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { mustCover } from '../rolls/covering.ts';
import { type ElectionRecord, electionById, electionOf, readElection } from './store.ts';

/** @throws Refusal days-wrong, with the faults */
export function mustHold(faults: readonly DayFault[]): void {
  if (faults.length > 0) throw new Refusal('days-wrong', { count: faults.length }, { faults });
}

/** @throws Refusal pack-unknown, days-wrong, scope-outside, scope-empty, contests-many, not-found for a roll of others */
export async function createElection(
  { db, now, actor, origin }: StaffCall,
  params: { unit: string; election: string },
  asked: Body<typeof contract>,
): Promise<Election> {
  const { unit, election: id } = params;
  const made = async () => {
    const row = await electionById(db, id).first<ElectionRecord>();
    if (row && (row.unit !== unit || row.created_by !== actor.id)) throw new Refusal('not-found');
    return row && electionOf(row, actor, origin);
  };
  const existing = await made();
  if (existing) return existing;
  if (!knownPacks.has(await sha256(asked.pack))) throw new Refusal('pack-unknown');
  const { scope, seats, phases, listed, days, ...facts } = asked;
  mustHold(dayFaults(JSON.parse(asked.pack) as Pack, days, { preset: asked.preset, phases }, placeDay(now)));
  const top = await db.prepare('SELECT path FROM unit WHERE id = ?1').bind(unit).first<{ path: string }>();
  if (!top) throw new Refusal('not-found');
  await mustCover(db, asked.roll, top.path);
  const units = await subtree(db, top.path);
  const known = new Set(units.map((one) => one.id));
  if (!scope.every((one) => known.has(one))) throw new Refusal('scope-outside');
  const buildings = freeze(unit, scope, units).filter(({ answers }) => answers === 1);
  if (buildings.length === 0) throw new Refusal('scope-empty');
  if (buildings.length > contestsMost)
    throw new Refusal('contests-many', { n: buildings.length, most: contestsMost });
  const making = db.batch([
    insert<typeof election>(db, 'election', {
      ...facts,
      id,
      slug: newSlug(),
      unit,
      phases: Number(phases),
      listed: Number(listed),
      days: JSON.stringify(days),
      created_by: actor.id,
      created_at: now,
    }),
    ...insertContests(db, id, seats, buildings),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'election.create',
      target: id,
      path: top.path,
      detail: { title: asked.title, n: buildings.length },
    }),
  ]);
  // Whoever asked for the same at the same moment may have been first.
  await making.catch(async (thrown: unknown) => {
    if (!(await made())) throw thrown;
  });
  return electionOf(await readElection(db, id), actor, origin);
}

function insertContests(
  db: D1Database,
  election: string,
  seats: number,
  buildings: readonly { unit: string; path: string; name: string; above: string; position: number }[],
): D1PreparedStatement[] {
  const rows = buildings.map(({ unit, path, name, above, position }) => [
    newId(),
    unit,
    path,
    name,
    above,
    position,
  ]);
  return chunks(rows).map((part) =>
    db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state)
         SELECT j.value ->> 0, ?1, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, ?2, 'preparing'
         FROM json_each(?3) j`,
      )
      .bind(election, seats, JSON.stringify(part)),
  );
}
