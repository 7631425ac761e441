// Contests whose box is or was open, as staff look for them: the desks at which they hand out ballots, what they count and read.
import { contestsFound, type findContests as contract } from '../../../schema/api/boxes.ts';
import { deskRoles, type Output, type Query, type Role } from '../../../schema/api/endpoint.ts';
import type { StaffCall } from '../../http/context.ts';

type Found = Output<typeof contract>['contests'][number];
interface Row extends Omit<Found, 'election' | 'desk' | 'reads'> {
  election: string;
  title: string;
  preset: Found['election']['preset'];
  desk: number;
  reads: number;
}

const within = (paths: '?1' | '?2') =>
  `EXISTS (SELECT 1 FROM json_each(${paths}) g WHERE instr(c.path, g.value) = 1)`;

export async function findContests(
  { db, now, actor }: StaffCall,
  { search = '', desks }: Query<typeof contract>,
): Promise<Output<typeof contract>> {
  const paths = (roles: readonly Role[]) =>
    JSON.stringify(actor.grants.filter(({ role }) => roles.includes(role)).map(({ path }) => path));
  const states = desks ? "'open'" : "'open', 'closed', 'opened', 'counted', 'announced'";
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         SELECT c.id, c.name, c.above, c.state, c.election, e.title, e.preset, e.created_at, c.position, c.round,
           c.state = 'open' AND c.check_in_from <= ?3 AND c.check_in_to > ?3 AND ${within('?2')} AS desk, ${within('?1')} AS reads
         FROM contest c JOIN election e ON e.id = c.election
         WHERE c.state IN (${states}) AND instr(lower(c.name || ' ' || e.title), lower(?4)) > 0)
       WHERE desk OR (reads AND ?5) ORDER BY created_at DESC, election, position, round LIMIT ?6`,
    )
    .bind(
      paths(['admin', 'editor', 'leader']),
      paths(deskRoles),
      now,
      search,
      desks ? 0 : 1,
      desks ? -1 : contestsFound,
    )
    .all<Row>();
  return {
    contests: results.map(({ id, name, above, state, election, title, preset, desk, reads }) => ({
      ...{ id, name, above, state },
      election: { id: election, title, preset },
      desk: desk === 1,
      reads: reads === 1,
    })),
  };
}
