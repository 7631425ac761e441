// What the papers of contests are set from.
import type { Output, Query } from '../../../schema/api/endpoint.ts';
import type { listPapers as contract, PaperOf, PapersElection } from '../../../schema/api/results.ts';
import type { Days } from '../../../schema/elections/days.ts';
import { sha256 } from '../../db/hash.ts';
import type { StaffCall } from '../../http/context.ts';
import { branchesOf, readElection } from '../store.ts';

interface Row extends Omit<PaperOf, 'days' | 'candidates' | 'tellers' | 'sha256' | 'announcedAt'> {
  days: string;
  candidates: string;
  tellers: string;
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
        `SELECT c.id AS contest, c.unit, c.name, c.above, c.seats, c.round, c.kind, c.state, coalesce(c.days, e.days) AS days,
           coalesce(c.registered, (SELECT n FROM roll_unit WHERE roll = e.roll AND unit = c.unit)) AS registered,
           (SELECT json_group_array(json_object('id', k.id, 'name', k.name, 'line', k.line) ORDER BY k.position, k.id)
             FROM candidate k WHERE k.contest = c.id AND k.state = 'accepted' AND k.consent = 1) AS candidates,
           (SELECT json_group_array(t.name ORDER BY t.created_at) FROM teller t WHERE t.election = e.id
             AND t.removed_at IS NULL AND instr(c.path, '/' || t.unit || '/') > 0) AS tellers,
           c.result, c.announced_at
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
        sha256: row.result === null ? null : await sha256(row.result),
        announcedAt: announced_at,
      })),
    ),
  };
}
