// Units from a file: what is new is added, what is known gets its name and households, nothing moves and nothing goes.
// The plan is made outside the database and stored in one batch, which does nothing if the branch changed meanwhile.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { importUnits as contract } from '../../schema/api/units.ts';
import { recordWhere } from '../audit/record.ts';
import { newBuildingCode, newId, newUnitId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { hasCode } from './building-code.ts';
import {
  branchState,
  insertMany,
  type StandingRow,
  sameState,
  standing,
  updateMany,
} from './import-store.ts';
import { type Plan, planImport } from './plan-import.ts';
import { idsOf } from './store.ts';
import { readUnitFile } from './unit-file.ts';

/** Someone else's change in the branch makes a plan void; then it is made anew. */
const tries = 3;
/** Of units that the file does not name, so many are told by name. */
const namesMost = 500;

/** @throws Refusal bad-unit-file, not-found, stale */
export async function importUnits(
  call: StaffCall,
  unit: string,
  asked: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const file = readUnitFile(asked.file, call.language);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const { plan, path, state, known } = await makePlan(call, unit, file.rows);
    const named = new Set(file.rows.map(({ cells }) => cells.code));
    const unnamed = known.filter(
      (one) => one.mine && !one.retired && one.id !== unit && !named.has(one.code),
    );
    const changes = plan.created.length + plan.updated.length;
    if (asked.dryRun || changes === 0 || (await store(call, unit, path, state, plan)))
      return {
        encoding: file.encoding,
        rows: file.rows.length,
        created: plan.created.length,
        updated: plan.updated.length,
        unchanged: plan.unchanged,
        changes: plan.changes,
        unnamed: unnamed.slice(0, namesMost).map(({ name }) => name),
        absent: unnamed.length,
        refused: plan.refused,
      };
  }
  throw new Refusal('stale');
}

async function makePlan(call: StaffCall, unit: string, rows: ReturnType<typeof readUnitFile>['rows']) {
  const [states, units] = await call.db.batch<unknown>([branchState(call.db, unit), standing(call.db, unit)]);
  const found = states?.results[0] as { path: string; retired_at: number | null; state: string } | undefined;
  if (!found || found.retired_at !== null) throw new Refusal('not-found');
  const known = ((units?.results ?? []) as StandingRow[]).map(({ retired, mine, ...one }) => ({
    ...one,
    retired: retired === 1,
    mine: mine === 1,
  }));
  const top = known.find(({ id }) => id === unit);
  if (!top) throw new Refusal('not-found');
  const plan = planImport(rows, top, known, newUnitId, call.language);
  return { plan, path: found.path, state: found.state, known };
}

/** False when the branch is no longer as it was planned for, or a random code was taken. */
async function store(
  call: StaffCall,
  unit: string,
  path: string,
  state: string,
  plan: Plan,
): Promise<boolean> {
  const { db, now, actor } = call;
  const mark = newId();
  const entry = {
    at: now,
    actor: actor.id,
    act: 'unit.import',
    target: unit,
    path,
    detail: {
      created: plan.created.length,
      updated: plan.updated.length,
      refused: plan.refused.length,
      import: mark,
    },
  };
  const created = plan.created.map((one) => ({
    ...one,
    buildingCode: hasCode(one.kind) ? newBuildingCode() : '',
  }));
  try {
    const [recorded] = await db.batch([
      recordWhere(db, entry, sameState, [unit, path, state]),
      ...insertMany(db, idsOf(path)[0] ?? unit, created, mark, now),
      ...updateMany(db, plan.updated, mark),
    ]);
    return recorded?.meta.changes === 1;
  } catch (error) {
    // Two imports at once, or one chance in a million: the batch is undone as a whole, so plan again.
    if (error instanceof Error && /UNIQUE constraint/i.test(error.message)) return false;
    throw error;
  }
}
