// Votes of owners as staff find them: who took part and who is served, by heads and by area. Choices are told to nobody
// before the count, and after it only where the notice said so.
import type { Output } from '../../schema/api/endpoint.ts';
import type {
  getOwnerVote as getContract,
  listOwnerVotes as listContract,
  listOwnerUnits as unitsContract,
  VoteResult,
  listVoters as votersContract,
} from '../../schema/api/owner-votes.ts';
import { developerHead } from '../../schema/rolls/heads.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { headSql } from '../rolls/store.ts';
import { subtree } from '../units/read-units.ts';
import { doubtsBefore } from './doubts.ts';
import { numbered, papersOpen, pending, readVote, type VoteRow, voteOf, votes } from './store.ts';

export async function listOwnerVotes({ db, actor }: StaffCall): Promise<Output<typeof listContract>> {
  const { results } = await db
    .prepare(
      `${votes} WHERE EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(u.path, '/' || g.value || '/') > 0)
       ORDER BY v.created_at DESC LIMIT 200`,
    )
    .bind(JSON.stringify(actor.grants.map(({ unit }) => unit)))
    .all<VoteRow>();
  return {
    votes: results.map(voteOf).map(({ id, unit, title, state, opensAt, closesAt }) => ({
      id,
      unit,
      title,
      state,
      opensAt,
      closesAt,
    })),
  };
}

/** Units and heads of a vote: frozen with its notice, before that as the roll has them. */
const unitsOf = ({ id, roll, noticed_at }: VoteRow) =>
  noticed_at === null
    ? {
        from: `(SELECT ?2 AS vote, id AS entry, ${headSql} AS head, unit, area FROM roll_entry
          WHERE roll = ?1 AND struck_at IS NULL)`,
        bound: [roll, id],
      }
    : { from: '(SELECT * FROM owner_unit WHERE vote = ?1)', bound: [id] };
const live = 'b.vote = w.vote AND b.head = w.head AND b.void_at IS NULL';

interface BuildingRow {
  id: string;
  kind: string;
  name: string;
  units: number;
  area: number;
  units_in: number;
  area_in: number;
  served: number;
}

export async function getOwnerVote(
  { db, actor }: StaffCall,
  id: string,
): Promise<Output<typeof getContract>> {
  const row = await readVote(db, id);
  const { from, bound } = unitsOf(row);
  const [rolls, heads, buildings, papers] = await db.batch<unknown>([
    db.prepare('SELECT title, version, sha256 FROM roll WHERE id = ?1').bind(row.roll),
    db
      .prepare(
        `SELECT count(*) AS heads, coalesce(sum(area), 0) AS area, count(b.head) AS heads_in,
           coalesce(sum(CASE WHEN b.head IS NULL THEN 0 ELSE area END), 0) AS area_in
         FROM (SELECT vote, head, sum(area) AS area FROM ${from} GROUP BY head) w LEFT JOIN owner_ballot b ON ${live}`,
      )
      .bind(...bound),
    db
      .prepare(
        `SELECT u.id, u.kind, u.name, count(*) AS units, sum(w.area) AS area, count(b.head) AS units_in,
           sum(CASE WHEN b.head IS NULL THEN 0 ELSE w.area END) AS area_in, count(s.entry) AS served
         FROM ${from} w JOIN unit u ON u.id = w.unit LEFT JOIN owner_ballot b ON ${live}
         LEFT JOIN owner_service s ON s.vote = w.vote AND s.entry = w.entry GROUP BY u.id ORDER BY u.path`,
      )
      .bind(...bound),
    db.prepare(papersOpen('?1')).bind(id),
  ]);
  const order = await orderOf(db, row.path);
  const keeps = covers(actor, row.path, ['admin', 'editor']);
  const all = heads?.results[0] as Record<'heads' | 'area' | 'heads_in' | 'area_in', number> | undefined;
  return {
    vote: voteOf(row),
    keeps,
    roll: rolls?.results[0] as Output<typeof getContract>['roll'],
    doubts: row.state === 'preparing' && keeps ? await doubtsBefore(db, row) : [],
    all: { heads: all?.heads ?? 0, area: all?.area ?? 0 },
    part: { heads: all?.heads_in ?? 0, area: all?.area_in ?? 0 },
    papers: (papers?.results[0] as { n: number } | undefined)?.n ?? 0,
    buildings: ((buildings?.results ?? []) as BuildingRow[])
      .sort((one, other) => order(one.id) - order(other.id))
      .map((one) => ({
        unit: { id: one.id, kind: one.kind, name: one.name },
        units: one.units,
        area: one.area,
        unitsIn: one.units_in,
        areaIn: one.area_in,
        served: one.served,
      })),
    result: row.result === null ? null : (JSON.parse(row.result) as VoteResult),
  };
}

/** Where a building stands in its branch; what is out of use since stands last. */
async function orderOf(db: D1Database, top: string): Promise<(unit: string) => number> {
  const at = new Map((await subtree(db, top)).map(({ id }, index) => [id, index]));
  return (unit) => at.get(unit) ?? at.size;
}

interface UnitRow {
  entry: string;
  stairwell: string;
  door: string;
  name: string;
  area: number;
  head: number;
  developer: number;
  how: 'hand' | null;
  day: string;
  note: string;
  channel: 'self' | null;
  at: number;
  rev: number;
  papers: number;
  readings: number;
  mine: number;
}

export async function listOwnerUnits(
  { db, actor }: StaffCall,
  id: string,
  unit: string,
): Promise<Output<typeof unitsContract>> {
  const row = await readVote(db, id);
  const papers = `FROM owner_paper p WHERE p.vote = w.vote AND p.head = w.head AND ${pending}`;
  const { results } = await db
    .prepare(
      `WITH ${numbered}
       SELECT w.entry, e.stairwell, e.door, e.name, w.area, numbered.n AS head,
         w.head = '${developerHead}' AS developer, s.how, s.day, s.note, b.channel, b.at,
         b.rev, (SELECT count(*) ${papers}) AS papers, (SELECT count(DISTINCT p.choices || p.assistant) ${papers}) AS readings,
         EXISTS (SELECT 1 ${papers} AND p.staff = ?4) AS mine
       FROM owner_unit w INDEXED BY owner_unit_of_building CROSS JOIN numbered ON numbered.head = w.head
         CROSS JOIN roll_entry e ON e.roll = ?3 AND e.id = w.entry LEFT JOIN owner_ballot b ON ${live}
         LEFT JOIN owner_service s ON s.vote = w.vote AND s.entry = w.entry
       WHERE w.vote = ?1 AND w.unit = ?2 ORDER BY e.position, e.id`,
    )
    .bind(id, unit, row.roll, actor.id)
    .all<UnitRow>();
  const names = covers(actor, row.path, ['admin', 'editor']);
  return {
    units: results.map((one) => ({
      entry: one.entry,
      stairwell: one.stairwell,
      door: one.door,
      name: names ? one.name : '',
      area: one.area,
      head: one.head,
      developer: one.developer === 1,
      service: one.how && { how: one.how, day: one.day, note: one.note },
      ballot: one.channel && { channel: one.channel, at: one.at, rev: one.rev },
      papers: one.papers,
      mine: one.mine === 1,
      differ: one.readings > 1,
    })),
  };
}

interface VoterRow {
  unit: string;
  building: string;
  stairwell: string;
  door: string;
  area: number;
  channel: 'self' | null;
  choices: string;
}

/** @throws Refusal vote-running */
export async function listVoters({ db }: StaffCall, id: string): Promise<Output<typeof votersContract>> {
  const row = await readVote(db, id);
  if (row.result === null) throw new Refusal('vote-running');
  const { results } = await db
    .prepare(
      `SELECT w.unit, u.name AS building, e.stairwell, e.door, w.area, b.channel, b.choices
       FROM owner_unit w JOIN unit u ON u.id = w.unit JOIN roll_entry e ON e.roll = ?2 AND e.id = w.entry
         LEFT JOIN owner_ballot b ON ${live}
       WHERE w.vote = ?1 ORDER BY e.path, e.position, e.id`,
    )
    .bind(id, row.roll)
    .all<VoterRow>();
  const order = await orderOf(db, row.path);
  results.sort((one, other) => order(one.unit) - order(other.unit));
  return {
    units: results.map(({ choices, unit: _, ...unit }) => ({
      ...unit,
      choices: unit.channel && row.named !== '' ? JSON.parse(choices) : null,
    })),
  };
}
