// Who stands: entered by staff one by one or from a sheet, checked, accepted or refused. How to reach a person is erased by
// the statement that decides.
import type {
  addCandidate as addContract,
  decideCandidate as decideContract,
  importCandidates as importContract,
} from '../../schema/api/elections.ts';
import type { Body, Output } from '../../schema/api/endpoint.ts';
import { candidatesNeeded } from '../../schema/elections/nominations.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { isName, tellsTooMuch, tidyName } from '../../schema/elections/person.ts';
import { record, recordWhere } from '../audit/record.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { prepared, readContest, readElection } from './store.ts';

/** Name and line as they are kept. @throws Refusal person-wrong */
export function personOf({ name, line }: { name: string; line: string }): { name: string; line: string } {
  const tidy = tidyName(name);
  if (!isName(tidy) || tellsTooMuch(line)) throw new Refusal('person-wrong');
  return { name: tidy, line };
}

/** SQL: the place after all that a contest has. */
export const nextPosition = (contest: string) =>
  `(SELECT coalesce(max(position), 0) + 1 FROM candidate WHERE contest = ${contest})`;

/**
 * Finds a contest (?2) in which a name (?3) may stand: any in a first round, nobody more in a run-off. In a second round,
 * while fewer stand than it needs (?12), who comes next by the votes before it.
 */
const takes = `SELECT 1 FROM contest c LEFT JOIN contest b ON b.id = c.before
  WHERE c.id = ?2 AND c.state = 'preparing' AND (c.kind = 'first' OR c.kind = 'second'
    AND (SELECT count(*) FROM candidate WHERE contest = c.id AND state IN ('proposed', 'accepted')) < ?12
    AND ?3 = (SELECT s.value ->> 'name' FROM json_each(b.result, '$.posts[0].standings') s
      WHERE s.value ->> 'name' NOT IN (SELECT name FROM candidate WHERE contest = c.id)
        AND s.value ->> 'person' NOT IN (SELECT value FROM json_each(b.result, '$.posts[0].elected'))
      ORDER BY s.key LIMIT 1))`;

/** SQL: tellers `t` who watch over a contest `c`. */
const watch = 't.election = c.election AND t.removed_at IS NULL AND instr(c.path, t.path) = 1';

/** @throws Refusal stands-teller for a name of one who watches over the box */
async function mustNotWatch(db: D1Database, contest: string, name: string): Promise<void> {
  const found = await db
    .prepare(`SELECT 1 FROM contest c JOIN teller t ON ${watch} WHERE c.id = ?1 AND t.name = ?2`)
    .bind(contest, name)
    .first();
  if (found) throw new Refusal('stands-teller', { name });
}

/** @throws Refusal person-wrong, stands-teller, contest-settled, round-counted for one whom the count before does not send */
export async function addCandidate(
  { db, now, actor }: StaffCall,
  contest: string,
  asked: Body<typeof addContract>,
): Promise<Output<typeof addContract>> {
  const { path, title, name: building, kind, state: at, seats, pack } = await readContest(db, contest);
  const { name, line } = personOf(asked);
  const id = newId();
  const state = asked.consent ? 'accepted' : 'proposed';
  if (asked.consent) await mustNotWatch(db, contest, name);
  const [added] = await db.batch([
    db
      .prepare(
        `INSERT INTO candidate (id, contest, position, name, line, source, said_by, consent, state, at, decided_by, decided_at)
         SELECT ?1, ?2, ${nextPosition('?2')}, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE EXISTS (${takes})`,
      )
      .bind(
        id,
        contest,
        name,
        line,
        asked.source,
        asked.saidBy,
        Number(asked.consent),
        state,
        now,
        asked.consent ? actor.id : null,
        asked.consent ? now : null,
        candidatesNeeded(JSON.parse(pack) as Pack, seats, kind),
      ),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'contest.candidate',
        target: contest,
        path,
        detail: { title, unit: building, state },
      },
      'SELECT 1 FROM candidate WHERE id = ?7',
      [id],
    ),
  ]);
  if (added?.meta.changes !== 1)
    throw new Refusal(at === 'preparing' && kind !== 'first' ? 'round-counted' : 'contest-settled');
  return { id };
}

/** @throws Refusal stale, person-wrong, consent-needed, stands-teller, contest-settled, round-counted, not-found */
export async function decideCandidate(
  { db, now, actor }: StaffCall,
  params: { contest: string; candidate: string },
  { rev, state, reason, ...set }: Body<typeof decideContract>,
): Promise<Output<typeof decideContract>> {
  const { path, title, name: building, state: at, kind } = await readContest(db, params.contest);
  const old = await db
    .prepare(
      `SELECT k.name, k.line, k.consent, k.state, k.rev, EXISTS (SELECT 1 FROM contest c JOIN candidate b ON b.contest = c.before
         WHERE c.id = k.contest AND b.name = k.name AND b.state = 'accepted') AS stood
       FROM candidate k WHERE k.id = ?1 AND k.contest = ?2`,
    )
    .bind(params.candidate, params.contest)
    .first<{ name: string; line: string; consent: number; state: string; rev: number; stood: number }>();
  if (!old) throw new Refusal('not-found');
  if (old.rev !== rev) throw new Refusal('stale');
  const person = personOf({ name: set.name ?? old.name, line: set.line ?? old.line });
  const consent = Number(set.consent ?? old.consent === 1);
  const to = state ?? old.state;
  // Who was written in is asked first; whoever stood before stands because of the votes.
  if (kind !== 'first' && (person.name !== old.name || (old.stood === 1 && old.state === 'accepted')))
    throw new Refusal('round-counted');
  if (to === 'accepted' && consent === 0) throw new Refusal('consent-needed');
  if (to === 'accepted') await mustNotWatch(db, params.contest, person.name);
  const decided = to !== 'proposed';
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE candidate SET name = ?3, line = ?4, consent = ?5, state = ?6, reason = ?7, decided_by = ?8,
           decided_at = iif(decided_at IS NOT NULL AND name = ?3 AND state = ?6, decided_at, ?9),
           contact = CASE WHEN ?6 = 'proposed' THEN contact END,
           photo = CASE WHEN ?10 THEN NULL ELSE photo END, rev = rev + 1
         WHERE id = ?1 AND rev = ?2 AND EXISTS (${prepared('?11')})`,
      )
      .bind(
        params.candidate,
        rev,
        person.name,
        person.line,
        consent,
        to,
        decided ? (reason ?? '') : '',
        decided ? actor.id : null,
        decided ? now : null,
        Number(set.photo === null),
        params.contest,
      ),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'contest.candidate',
        target: params.contest,
        path,
        detail: { title, unit: building, state: to },
      },
      'SELECT 1 WHERE changes() = 1',
      [],
    ),
  ]);
  if (changed?.meta.changes !== 1) throw new Refusal(at === 'preparing' ? 'stale' : 'contest-settled');
  return { rev: rev + 1 };
}

interface Standing {
  unit: string;
  contest: string;
  state: string;
  names: string;
  /** JSON: names of those who watch over it */
  watching: string;
}

/** Of the newest round of each building. */
const newest = `SELECT c.unit, c.id AS contest, iif(c.kind = 'first', c.state, 'counted') AS state,
    (SELECT json_group_array(name) FROM candidate WHERE contest = c.id AND state IN ('proposed', 'accepted')) AS names,
    (SELECT json_group_array(t.name) FROM teller t WHERE ${watch}) AS watching
  FROM contest c WHERE c.election = ?1 AND c.unit IN (SELECT value FROM json_each(?2))
    AND NOT EXISTS (SELECT 1 FROM contest n WHERE n.election = c.election AND n.unit = c.unit AND n.round > c.round)`;

/** @throws Refusal not-found */
export async function importCandidates(
  { db, now, actor }: StaffCall,
  election: string,
  { rows, dryRun }: Body<typeof importContract>,
): Promise<Output<typeof importContract>> {
  const { path, title } = await readElection(db, election);
  const units = JSON.stringify([...new Set(rows.map(({ unit }) => unit))]);
  const { results } = await db.prepare(newest).bind(election, units).all<Standing>();
  const found = new Map(
    results.map((one) => [
      one.unit,
      {
        ...one,
        taken: new Set(JSON.parse(one.names) as string[]),
        watching: new Set(JSON.parse(one.watching) as string[]),
      },
    ]),
  );
  const report: Output<typeof importContract> = { added: 0, same: 0, refused: [] };
  const fresh: (string | number)[][] = [];
  for (const { row, unit, name: typed, line, consent } of rows) {
    const name = tidyName(typed);
    const at = found.get(unit);
    const refuse = (reason: (typeof report.refused)[number]['reason']) =>
      report.refused.push({ row, reason });
    if (!at) refuse('no-contest');
    else if (at.state !== 'preparing') refuse('settled');
    else if (!isName(name)) refuse('name');
    else if (tellsTooMuch(line)) refuse('line');
    else if (at.watching.has(name)) refuse('teller');
    else if (at.taken.has(name)) report.same += 1;
    else {
      at.taken.add(name);
      report.added += 1;
      fresh.push([newId(), at.contest, name, line, Number(consent)]);
    }
  }
  if (dryRun || fresh.length === 0) return report;
  await db.batch([
    db
      .prepare(
        `INSERT INTO candidate (id, contest, position, name, line, source, consent, state, at, decided_by, decided_at)
         SELECT j.value ->> 0, c.id, ${nextPosition('c.id')} - 1 + row_number() OVER (PARTITION BY c.id ORDER BY j.key),
           j.value ->> 2, j.value ->> 3, 'community', j.value ->> 4,
           iif(j.value ->> 4, 'accepted', 'proposed'), ?2, iif(j.value ->> 4, ?3, NULL), iif(j.value ->> 4, ?2, NULL)
         FROM json_each(?1) j JOIN contest c ON c.id = j.value ->> 1 AND c.state = 'preparing'`,
      )
      .bind(JSON.stringify(fresh), now, actor.id),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'election.candidates',
      target: election,
      path,
      detail: { title, n: fresh.length },
    }),
  ]);
  return report;
}
