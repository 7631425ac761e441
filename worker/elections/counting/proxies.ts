// The register of proxies 委托 of a contest. What the rules refuse is refused with the reason; what two people enter at one
// moment is held by the statement itself.
import type { Body } from '../../../schema/api/endpoint.ts';
import type { addProxy as addContract, ProxyRegister } from '../../../schema/api/proxies.ts';
import { placeDay } from '../../../schema/day.ts';
import { type Days, dayAfter } from '../../../schema/elections/days.ts';
import { readName } from '../../../schema/elections/names.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { proxyList } from '../../../schema/elections/proxies.ts';
import { recordWhere } from '../../audit/record.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';

interface ContestRow {
  title: string;
  election: string;
  name: string;
  above: string;
  path: string;
  unit: string;
  state: string;
  pack: string;
  days: string;
  roll: string | null;
}
interface ProxyRow {
  principal: string;
  holder: string;
  relation: string;
  relative: number;
  day: string;
}
type Elector = ProxyRegister['electors'][number];

async function readProxies(db: D1Database, id: string) {
  const [contests, given, electors, stand] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT e.title, c.election, c.name, c.above, c.path, c.unit, c.state, e.pack, coalesce(c.days, e.days) AS days,
           coalesce(c.roll, e.roll) AS roll FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ?1`,
      )
      .bind(id),
    db.prepare('SELECT * FROM proxy WHERE contest = ?1 ORDER BY at').bind(id),
    db
      .prepare(
        `SELECT r.id AS entry, r.stairwell, r.door, r.name FROM contest c JOIN election e ON e.id = c.election
         JOIN roll_entry r ON r.roll = coalesce(c.roll, e.roll) AND r.path = c.path AND r.struck_at IS NULL
         WHERE c.id = ?1 ORDER BY r.position, r.id LIMIT 3000`,
      )
      .bind(id),
    db.prepare("SELECT name FROM candidate WHERE contest = ?1 AND state = 'accepted'").bind(id),
  ]);
  const row = contests?.results[0] as ContestRow | undefined;
  if (!row) throw new Refusal('not-found');
  const pack = JSON.parse(row.pack) as Pack;
  const days = JSON.parse(row.days) as Days;
  const candidates = new Set(
    ((stand?.results ?? []) as { name: string }[]).map(({ name }) => readName(name)),
  );
  return {
    row,
    rule: pack.proxies,
    days,
    proxies: (given?.results ?? []) as ProxyRow[],
    electors: (electors?.results ?? []) as Elector[],
    isCandidate: ({ name }: Elector) => candidates.has(readName(name)),
    open: ['preparing', 'frozen', 'open'].includes(row.state),
  };
}

/** @throws Refusal not-found */
export async function listProxies({ db }: StaffCall, contest: string): Promise<ProxyRegister> {
  const { row, rule, days, proxies, electors, open } = await readProxies(db, contest);
  const place = new Map(electors.map((one, at) => [one.entry, at]));
  const elector = (entry: string) =>
    electors[place.get(entry) ?? -1] ?? { entry, stairwell: '', door: '', name: '' };
  const at = ({ principal }: ProxyRow) => place.get(principal) ?? electors.length;
  return {
    contest,
    title: row.title,
    name: row.name,
    above: row.above,
    election: row.election,
    roll: row.roll,
    unit: row.unit,
    rule: rule && {
      limit: rule.limit,
      relativesOnly: rule.relativesOnly,
      applyBy: dayAfter(days.vote, -(rule.applyDays ?? 0)),
      publishBy: dayAfter(days.vote, -(rule.publishDays ?? 0)),
      sources: rule.sources.map(({ text, article, standing }) => ({ text, article, standing })),
    },
    proxies: [...proxies]
      .sort((one, other) => at(one) - at(other))
      .map(({ principal, holder, relation, day }) => ({
        principal: elector(principal),
        holder: elector(holder),
        relation,
        day,
      })),
    electors,
    open,
  };
}

/** @throws Refusal not-found also for entries of another building, contest-settled, proxy-refused with `why`, checked-in, stale */
export async function addProxy(
  call: StaffCall,
  { contest, principal }: { contest: string; principal: string },
  { holder, relation, relative, written }: Body<typeof addContract>,
): Promise<ProxyRegister> {
  const { db, now, actor } = call;
  const { row, rule, days, proxies, electors, isCandidate, open } = await readProxies(db, contest);
  if (!open) throw new Refusal('contest-settled');
  if (![principal, holder].every((entry) => electors.some((one) => one.entry === entry)))
    throw new Refusal('not-found');
  const asked = { principal, holder, written, relative, day: placeDay(now) };
  const standing = proxies.map((one) => ({ ...one, written: true, relative: one.relative === 1 }));
  const candidates = new Set(electors.filter(isCandidate).map(({ entry }) => entry));
  const refused = proxyList(rule, days.vote, candidates, [...standing, asked]).refused.find(
    ({ request }) => request === asked,
  );
  if (refused) throw new Refusal('proxy-refused', {}, { why: refused.why });
  const free = `SELECT 1 FROM contest c WHERE c.id = ?1 AND c.state IN ('preparing', 'frozen', 'open')
    AND NOT EXISTS (SELECT 1 FROM check_in WHERE contest = ?1 AND entry = ?2)
    AND (SELECT count(*) FROM proxy WHERE contest = ?1 AND holder = ?3) < ?8
    AND NOT EXISTS (SELECT 1 FROM proxy WHERE contest = ?1 AND (principal IN (?2, ?3) OR holder = ?2))`;
  const [added] = await db.batch([
    db
      .prepare(
        `INSERT INTO proxy (contest, principal, holder, relation, relative, day, created_by, at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?9 WHERE EXISTS (${free})`,
      )
      .bind(
        contest,
        principal,
        holder,
        relation,
        relative ? 1 : 0,
        asked.day,
        actor.id,
        rule?.limit ?? 0,
        now,
      ),
    recordWhere(db, audited(call, 'contest.proxy', contest, row), 'SELECT 1 WHERE changes() = 1', []),
  ]);
  if (added?.meta.changes !== 1)
    throw new Refusal((await tookPart(db, contest, principal)) ? 'checked-in' : 'stale');
  return listProxies(call, contest);
}

/** @throws Refusal not-found, contest-settled, checked-in */
export async function withdrawProxy(
  call: StaffCall,
  { contest, principal }: { contest: string; principal: string },
): Promise<ProxyRegister> {
  const { db } = call;
  const { row, open } = await readProxies(db, contest);
  if (!open) throw new Refusal('contest-settled');
  // By what somebody voted for another stays on record.
  if (await tookPart(db, contest, principal)) throw new Refusal('checked-in');
  await db.batch([
    db
      .prepare(
        `DELETE FROM proxy WHERE contest = ?1 AND principal = ?2
           AND NOT EXISTS (SELECT 1 FROM check_in WHERE contest = ?1 AND entry = ?2)`,
      )
      .bind(contest, principal),
    recordWhere(db, audited(call, 'contest.unproxy', contest, row), 'SELECT 1 WHERE changes() = 1', []),
  ]);
  return listProxies(call, contest);
}

const tookPart = async (db: D1Database, contest: string, entry: string): Promise<boolean> =>
  (await db
    .prepare('SELECT 1 FROM check_in WHERE contest = ?1 AND entry = ?2')
    .bind(contest, entry)
    .first()) !== null;

const audited = ({ now, actor }: StaffCall, act: string, target: string, row: ContestRow) => ({
  at: now,
  actor: actor.id,
  act,
  target,
  path: row.path,
  detail: { title: row.title, unit: row.name },
});
