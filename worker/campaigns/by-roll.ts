// Runs that are answered by letter: the roll that says who may, and as how many each building counts.
import type { createCampaign as contract } from '../../schema/api/campaigns.ts';
import type { Body } from '../../schema/api/endpoint.ts';
import { Refusal } from '../http/refusal.ts';
import { mustCover } from '../rolls/covering.ts';

export interface Entries {
  id: string;
  /** those that stand, by building */
  entries: ReadonlyMap<string, number>;
}

/** @throws Refusal roll-missing, roll-draft, roll-other-kind; not-found for a roll of others */
export async function rollFor(
  db: D1Database,
  { access, roll }: Pick<Body<typeof contract>, 'access' | 'roll'>,
  path: string,
): Promise<Entries> {
  if (roll === undefined) throw new Refusal('roll-missing');
  await mustCover(db, roll, path);
  const [rolls, units] = await db.batch<unknown>([
    db.prepare('SELECT kind, state FROM roll WHERE id = ?1').bind(roll),
    db.prepare('SELECT unit, n FROM roll_unit WHERE roll = ?1').bind(roll),
  ]);
  const found = rolls?.results[0] as { kind: string; state: string } | undefined;
  if (found?.state !== 'frozen') throw new Refusal('roll-draft');
  const fits = access === 'household' ? found.kind === 'household' : found.kind !== 'owner';
  if (!fits) throw new Refusal('roll-other-kind');
  const counted = (units?.results ?? []) as { unit: string; n: number }[];
  return { id: roll, entries: new Map(counted.map(({ unit, n }) => [unit, n])) };
}
