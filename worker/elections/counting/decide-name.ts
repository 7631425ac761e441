// Whom a written name counts for, decided by people and kept with who and when. Only before the count.
import type { CountDesk, decideName as contract } from '../../../schema/api/counts.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { personSums } from '../../../schema/elections/count-groups.ts';
import { readName } from '../../../schema/elections/names.ts';
import { recordWhere } from '../../audit/record.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { readCounted } from './counted.ts';
import { readDesk } from './desk.ts';

/** @throws Refusal not-found, bad-input for a person whom nobody knows, names-overlap, count-over */
export async function decideName(
  call: StaffCall,
  id: string,
  { name: asked, decision }: Body<typeof contract>,
): Promise<CountDesk> {
  const { db, now, actor } = call;
  const { row, contest, sheets, merges: before } = await readCounted(db, id);
  const name = readName(asked);
  const { [name]: _, ...others } = before;
  const merges = decision ? { ...others, [name]: decision.person } : others;
  for (const sheet of sheets) {
    const { overlap } = sumsOf(() => personSums(sheet, contest, merges));
    if (overlap !== null) throw new Refusal('names-overlap', { name: overlap });
  }
  // Without a sheet nobody has looked at the names yet.
  if (sheets.length === 0) sumsOf(() => personSums(nothing, contest, merges));
  const entry = {
    at: now,
    actor: actor.id,
    act: 'contest.name',
    target: id,
    path: row.path,
    detail: { title: row.title, unit: row.name },
  };
  const counting = (of: string) =>
    `SELECT 1 FROM contest WHERE id = ${of} AND state IN ('open', 'closed', 'opened')`;
  const [, changed] = await db.batch([
    recordWhere(db, entry, counting('?7'), [id]),
    decision
      ? db
          .prepare(
            `INSERT INTO name_decision (contest, name, person, decided_by, decided_at)
             SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (${counting('?1')})
             ON CONFLICT (contest, name) DO UPDATE SET person = ?3, decided_by = ?4, decided_at = ?5`,
          )
          .bind(id, name, decision.person, actor.id, now)
      : db
          .prepare(
            `DELETE FROM name_decision WHERE contest = ?1 AND name = ?2 AND EXISTS (${counting('?1')})`,
          )
          .bind(id, name),
  ]);
  if (changed?.meta.changes !== 1 && decision) throw new Refusal('count-over');
  return readDesk(call, id);
}

const nothing = {
  issued: 0,
  present: null,
  collected: 0,
  over: 0,
  spoilt: 0,
  blank: 0,
  votes: [],
  written: [],
};

/** What cannot be decided so is the sender's mistake. */
function sumsOf<T>(sums: () => T): T {
  try {
    return sums();
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Refusal('bad-input', { where: 'decision' });
    throw thrown;
  }
}
