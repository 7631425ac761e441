// An opened box as groups of equal ballots for the count, and what still has to be done by people before it. Paper ballots
// come in through `agreedPaper`: both are counted together.
import { contestOf, groupOf, resultOf } from '../../../schema/elections/box.ts';
import { fromBase64url } from '../../../schema/elections/bytes.ts';
import type { BallotGroup, Contest, Merges } from '../../../schema/elections/contest.ts';
import { writtenNames } from '../../../schema/elections/names.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { recordWhere } from '../../audit/record.ts';
import { sha256 } from '../../db/hash.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { type Frozen, readFrozen } from '../ballots/frozen.ts';
import { addEntry, headsOf, inTurn, place } from '../ballots/ledger-store.ts';

/** Ballots that say the same, in an order of their own words; void ones are spoilt. */
export async function openedGroups(db: D1Database, contest: string): Promise<BallotGroup[]> {
  const { results } = await db
    .prepare(
      'SELECT content, count(*) AS n FROM opened_ballot WHERE contest = ?1 GROUP BY content ORDER BY content',
    )
    .bind(contest)
    .all<{ content: string | null; n: number }>();
  return results.map(({ content, n }) => groupOf(content === null ? undefined : fromBase64url(content), n));
}

/** Of paper ballots: what two people entered alike. `waits`: some batch has no agreement yet. */
export async function agreedPaper(
  db: D1Database,
  contest: string,
): Promise<{ groups: BallotGroup[]; issued: number; waits: boolean }> {
  const { results } = await db
    .prepare('SELECT issued, agreed FROM paper_batch WHERE contest = ?1 ORDER BY created_at, id')
    .bind(contest)
    .all<{ issued: number; agreed: string | null }>();
  return {
    groups: results.flatMap(({ agreed }) => (agreed === null ? [] : (JSON.parse(agreed) as BallotGroup[]))),
    issued: results.reduce((sum, { issued }) => sum + issued, 0),
    waits: results.some(({ agreed }) => agreed === null),
  };
}

/** The contest as it is counted: by ledger entry 0 and what was handed out. */
async function countedAs(db: D1Database, { row, freeze }: Frozen): Promise<{ pack: Pack; contest: Contest }> {
  const facts = await db
    .prepare(
      `SELECT e.pack, (SELECT count(*) FROM check_in WHERE contest = c.id) AS issued
       FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ?1`,
    )
    .bind(row.id)
    .first<{ pack: string; issued: number }>();
  if (!facts) throw new Refusal('not-found');
  return { pack: JSON.parse(facts.pack) as Pack, contest: contestOf(freeze, facts.issued) };
}

/** What people have to do before the count; null where nothing is left. */
export async function waitsFor(db: D1Database, frozen: Frozen): Promise<'paper' | 'names' | null> {
  const paper = await agreedPaper(db, frozen.row.id);
  if (paper.waits) return 'paper';
  const { contest } = await countedAs(db, frozen);
  const ballots = [...(await openedGroups(db, frozen.row.id)), ...paper.groups];
  return writtenNames(contest, ballots).some(({ perhaps }) => perhaps.length > 0) ? 'names' : null;
}

/**
 * Counts box and paper together and writes the result into the ledger.
 *
 * @param merges what people decided about written names; without it names that look alike wait for them
 * @returns canonical JSON of the count, with the paper ballots and the merges that went into it
 * @throws Refusal not-found, box-not-closed before the opening, count-waits
 */
export const countBox = (
  { db, now }: Pick<Call, 'db' | 'now'>,
  id: string,
  actor: string,
  merges?: Merges,
): Promise<string> =>
  inTurn(async () => {
    const frozen = await readFrozen(db, id);
    const { row } = frozen;
    if (row.result !== null) return row.result;
    if (row.state !== 'opened') throw new Refusal('box-not-closed');
    const waits = await waitsFor(db, frozen);
    if (waits === 'paper' || (waits === 'names' && merges === undefined)) throw new Refusal('count-waits');
    const { pack, contest } = await countedAs(db, frozen);
    const paper = (await agreedPaper(db, id)).groups;
    const result = resultOf(pack, contest, await openedGroups(db, id), { paper, merges: merges ?? {} });
    const head = (await headsOf(db, [id])).get(id);
    const entry = await place(id, head, now, { act: 'result', sha256: await sha256(result) });
    await db.batch([
      addEntry(db, id, entry, "SELECT 1 FROM contest WHERE id = ?1 AND state = 'opened'"),
      recordWhere(
        db,
        { at: now, actor, act: 'contest.count', target: id, path: row.path },
        "SELECT 1 FROM contest WHERE id = ?7 AND state = 'opened'",
        [id],
      ),
      db
        .prepare(
          "UPDATE contest SET state = 'counted', result = ?2, rev = rev + 1 WHERE id = ?1 AND state = 'opened'",
        )
        .bind(id, result),
    ]);
    return result;
  });
