// What the papers of contests are set from.
import type { Output, Query } from '../../../schema/api/endpoint.ts';
import type { listPapers as contract, PaperOf, PapersElection } from '../../../schema/api/results.ts';
import type { Days } from '../../../schema/elections/days.ts';
import { sha256 } from '../../db/hash.ts';
import type { StaffCall } from '../../http/context.ts';
import { branchesOf, readElection } from '../store.ts';
import { tookOf } from './results.ts';

interface Row
  extends Omit<PaperOf, 'days' | 'candidates' | 'tellers' | 'proxies' | 'took' | 'sha256' | 'announcedAt'> {
  days: string;
  candidates: string;
  tellers: string;
  proxies: string;
  took: string | null;
  announced_at: number | null;
}

/** @throws Refusal not-found */
export async function listPapers(
  { db, actor, origin }: StaffCall,
  id: string,
  { contests }: Query<typeof contract>,
): Promise<Output<typeof contract>> {
  const election = await readElection(db, id);
  const [found, rolls] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT c.id AS contest, c.unit, c.name, c.seats, c.round, c.kind, c.state, coalesce(c.days, e.days) AS days,
           coalesce(c.registered, (SELECT n FROM roll_unit WHERE roll = e.roll AND unit = c.unit)) AS registered,
           (SELECT json_group_array(json_object('id', k.id, 'name', k.name, 'line', k.line) ORDER BY k.position, k.id)
             FROM candidate k WHERE k.contest = c.id AND k.state = 'accepted' AND k.consent = 1) AS candidates,
           (SELECT json_group_array(t.name ORDER BY t.created_at) FROM teller t WHERE t.election = e.id
             AND t.removed_at IS NULL AND instr(c.path, '/' || t.unit || '/') > 0) AS tellers,
           (SELECT json_group_array(json_object('stairwell', a.stairwell, 'door', a.door, 'name', a.name,
               'holderStairwell', h.stairwell, 'holderDoor', h.door, 'holderName', h.name, 'relation', p.relation)
               ORDER BY a.position, a.id) FROM proxy p
             JOIN roll_entry a ON a.roll = coalesce(c.roll, e.roll) AND a.id = p.principal
             JOIN roll_entry h ON h.roll = coalesce(c.roll, e.roll) AND h.id = p.holder
             WHERE p.contest = c.id) AS proxies,
           coalesce((SELECT group_concat(a.name, '') FROM (SELECT a.name FROM unit a,
               json_each('["' || replace(trim(c.path, '/'), '/', '","') || '"]') p
             WHERE a.id = p.value AND a.kind IN ('community', 'estate') ORDER BY length(a.path)) a), '') AS place,
           (SELECT hash FROM ledger_entry WHERE contest = c.id AND seq = 0) AS settled, c.result, c.took, c.announced_at
         FROM json_each(?3) g JOIN json_each(?2) j JOIN contest c ON c.id = j.value AND c.election = ?1
           AND instr(c.path, g.value) = 1
         JOIN election e ON e.id = c.election ORDER BY c.position, c.round`,
      )
      .bind(id, JSON.stringify(contests.split(',')), JSON.stringify(branchesOf(actor))),
    db.prepare('SELECT kind FROM roll WHERE id = ?1').bind(election.roll),
  ]);
  const rollKind = (rolls?.results[0] as { kind: PapersElection['rollKind'] } | undefined)?.kind ?? null;
  const { slug, title, post, preset, organiser, phone, words, pack, roll, unit_name } = election;
  return {
    election: {
      id,
      slug,
      title,
      post,
      preset,
      organiser,
      phone,
      words,
      pack,
      roll,
      rollKind,
      place: unit_name,
      origin,
    },
    papers: await Promise.all(
      ((found?.results ?? []) as Row[]).map(async ({ announced_at, ...row }) => ({
        ...row,
        days: JSON.parse(row.days) as Days,
        candidates: JSON.parse(row.candidates) as PaperOf['candidates'],
        tellers: JSON.parse(row.tellers) as string[],
        proxies: JSON.parse(row.proxies) as PaperOf['proxies'],
        took: tookOf(row.took),
        sha256: row.result === null ? null : await sha256(row.result),
        announcedAt: announced_at,
      })),
    ),
  };
}
