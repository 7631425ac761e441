// A resident stands, or proposes a neighbour, on the public page of a contest. Nothing of it is public before staff looked at
// it; how to reach the sender is kept until then and no longer.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import { type nominate as contract, proposedMost } from '../../schema/api/public-elections.ts';
import { placeDay } from '../../schema/day.ts';
import { isContact } from '../../schema/elections/person.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { nextPosition, personOf } from './candidates.ts';

/** Finds a contest (?2) of a slug that takes nominations on a day. */
const takesNominations = (
  slug: string,
  day: string,
) => `SELECT 1 FROM contest c JOIN election e ON e.id = c.election
  WHERE c.id = ?2 AND e.slug = ${slug} AND c.state = 'preparing' AND c.kind = 'first' AND e.cancelled_at IS NULL
    AND e.days ->> '$.nominate' >= ${day}`;

/** @throws Refusal person-wrong, consent-needed, nominations-over, nominated-already, nominations-many */
export async function nominate(
  { db, now }: Call,
  asked: { slug: string; contest: string; nomination: string; device: string | undefined } & Body<
    typeof contract
  >,
): Promise<Output<typeof contract>> {
  const { slug, contest, nomination, device, source, contact, consent } = asked;
  const { name, line } = personOf(asked);
  const self = source === 'self';
  if (!isContact(contact) || (!self && personOf({ name: asked.saidBy, line: '' }).name === ''))
    throw new Refusal('person-wrong');
  if (self && !consent) throw new Refusal('consent-needed');
  const day = placeDay(now);
  const [added, [stored], [state]] = await db
    .batch<Record<string, unknown>>([
      db
        .prepare(
          `INSERT INTO candidate (id, contest, position, name, line, source, said_by, contact, device, consent, state, at)
           SELECT ?1, ?2, ${nextPosition('?2')},
             ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'proposed', ?10
           WHERE EXISTS (${takesNominations('?12', '?13')})
             AND (SELECT count(*) FROM candidate WHERE contest = ?2 AND state = 'proposed') < ?11
           ON CONFLICT DO NOTHING`,
        )
        .bind(
          nomination,
          contest,
          name,
          line,
          source,
          self ? '' : asked.saidBy,
          contact,
          device ?? null,
          // A neighbour is asked by the staff.
          Number(self),
          now,
          proposedMost,
          slug,
          day,
        ),
      db.prepare('SELECT name FROM candidate WHERE id = ?1 AND contest = ?2').bind(nomination, contest),
      db
        .prepare(
          `SELECT EXISTS (SELECT 1 FROM candidate WHERE contest = ?2 AND device = ?1) AS again,
             EXISTS (${takesNominations('?3', '?4')}) AS open`,
        )
        .bind(device ?? '', contest, slug, day),
    ])
    .then(([first, second, third]) => [first, second?.results ?? [], third?.results ?? []] as const);
  if (stored || added?.meta.changes === 1) return { name };
  if (state?.open !== 1) throw new Refusal('nominations-over');
  throw new Refusal(state.again === 1 ? 'nominated-already' : 'nominations-many');
}

/** What was kept to reach people goes once their contest goes on without it. */
export const forgetContacts = (db: D1Database) =>
  db.prepare(
    `UPDATE candidate SET contact = NULL WHERE contact IS NOT NULL
       AND EXISTS (SELECT 1 FROM contest c WHERE c.id = candidate.contest AND c.state <> 'preparing')`,
  );
