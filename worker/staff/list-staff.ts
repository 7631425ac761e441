// The accounts of a branch, a page at a time.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type { listStaff as contract } from '../../schema/api/staff.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { accountOf } from './account.ts';
import { type GrantRow, grantsOf, inBranch, type StaffRow, unitPath } from './store.ts';

const page = 50;

export async function listStaff(
  { db }: StaffCall,
  unit: string,
  asked: Query<typeof contract>,
): Promise<Output<typeof contract>> {
  const branch = await unitPath(db, unit).first<{ path: string }>();
  if (!branch) throw new Refusal('not-found');
  const found = inBranch(db, branch.path, asked.after ?? '', asked.search?.trim() ?? '', page + 1);
  const { results } = await found.all<StaffRow>();
  const shown = results.slice(0, page);
  const grants = await grantsOf(
    db,
    shown.map(({ id }) => id),
  ).all<GrantRow>();
  return {
    accounts: shown.map((row) => accountOf(row, grants.results)),
    next: results.length > page ? (shown.at(-1)?.login ?? null) : null,
  };
}
