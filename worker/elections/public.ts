// An election and its contests as residents read them. Who stands is told from the day of the notice on, and only of
// those who agreed to it.
import type { Output } from '../../schema/api/endpoint.ts';
import type {
  ElectionFacts,
  getPublicContest,
  getPublicElection,
  PublicContest,
} from '../../schema/api/public-elections.ts';
import { contestsListed } from '../../schema/api/public-elections.ts';
import { placeDay } from '../../schema/day.ts';
import type { Days } from '../../schema/elections/days.ts';
import type { Pack, Round } from '../../schema/elections/pack.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';

interface ElectionRow {
  id: string;
  slug: string;
  title: string;
  post: string;
  preset: ElectionFacts['preset'];
  organiser: string;
  phone: string;
  words: string;
  days: string;
  pack: string;
  cancelled_at: number | null;
  place: string;
  demo: number;
}
interface ContestRow {
  id: string;
  name: string;
  above: string;
  state: PublicContest['contest']['state'];
  round: number;
  seats: number;
  kind: PublicContest['contest']['kind'];
  reason: string;
  days: string | null;
}

const election = `SELECT e.id, e.slug, e.title, e.post, e.preset, e.organiser, e.phone, e.words, e.days, e.pack,
    e.cancelled_at, u.name AS place, coalesce(s.body ->> '$.demo', 0) AS demo
  FROM election e JOIN unit u ON u.id = e.unit LEFT JOIN setting s ON s.root = u.root WHERE e.slug = ?1`;

/** @throws Refusal not-found */
export async function publicElection(
  { db }: Call,
  asked: { slug: string; search?: string | undefined },
): Promise<Output<typeof getPublicElection>> {
  const words = (asked.search ?? '').normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 5);
  const [elections, contests, counted] = await db.batch<unknown>([
    db.prepare(election).bind(asked.slug),
    db
      .prepare(
        `SELECT c.id, c.name, c.above, c.state, c.round FROM contest c
         WHERE c.election = (SELECT id FROM election WHERE slug = ?1)
           AND NOT EXISTS (SELECT 1 FROM json_each(?2) w WHERE instr(c.above || ' ' || c.name, w.value) = 0)
         ORDER BY c.position, c.round LIMIT ?3`,
      )
      .bind(asked.slug, JSON.stringify(words), contestsListed + 1),
    db
      .prepare('SELECT count(*) AS n FROM contest WHERE election = (SELECT id FROM election WHERE slug = ?1)')
      .bind(asked.slug),
  ]);
  const row = elections?.results[0] as ElectionRow | undefined;
  if (!row) throw new Refusal('not-found');
  const found = (contests?.results ?? []) as Pick<ContestRow, 'id' | 'name' | 'above' | 'state' | 'round'>[];
  return {
    election: factsOf(row),
    contests: found.slice(0, contestsListed),
    total: (counted?.results[0] as { n: number } | undefined)?.n ?? 0,
    more: found.length > contestsListed,
  };
}

/** @throws Refusal not-found */
export async function publicContest(
  { db, now }: Call,
  asked: { slug: string; contest: string },
): Promise<Output<typeof getPublicContest>> {
  const [elections, contests, stand, rounds, raised] = await db.batch<unknown>([
    db.prepare(election).bind(asked.slug),
    db
      .prepare(
        `SELECT c.id, c.name, c.above, c.state, c.round, c.seats, c.kind, c.reason, c.days FROM contest c
         JOIN election e ON e.id = c.election WHERE e.slug = ?1 AND c.id = ?2`,
      )
      .bind(asked.slug, asked.contest),
    db
      .prepare(
        `SELECT id, name, line, photo FROM candidate
         WHERE contest = ?1 AND state = 'accepted' AND consent = 1 ORDER BY position, id`,
      )
      .bind(asked.contest),
    db
      .prepare(
        `SELECT o.id, o.round, o.state FROM contest c JOIN contest o ON o.election = c.election AND o.unit = c.unit
         WHERE c.id = ?1 ORDER BY o.round`,
      )
      .bind(asked.contest),
    db
      .prepare(
        `SELECT count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'upheld') AS upheld,
           count(*) FILTER (WHERE state = 'refused') AS refused
         FROM contest_objection WHERE contest = ?1 AND about = 'result'`,
      )
      .bind(asked.contest),
  ]);
  const row = elections?.results[0] as ElectionRow | undefined;
  const contest = contests?.results[0] as ContestRow | undefined;
  if (!row || !contest) throw new Refusal('not-found');
  const { days: own, ...facts } = contest;
  const about = factsOf({ ...row, days: own ?? row.days }, facts.kind);
  const posted = facts.state !== 'preparing' || about.days.candidates <= placeDay(now);
  return {
    election: about,
    contest: facts,
    candidates: posted ? ((stand?.results ?? []) as PublicContest['candidates']) : [],
    posted,
    rounds: (rounds?.results ?? []) as PublicContest['rounds'],
    raised: raised?.results[0] as PublicContest['raised'],
    nominates:
      facts.state === 'preparing' &&
      facts.kind === 'first' &&
      row.cancelled_at === null &&
      placeDay(now) <= about.days.nominate,
  };
}

function factsOf(row: ElectionRow, kind: Round = 'first'): ElectionFacts {
  const { id, days, pack, cancelled_at, demo, ...facts } = row;
  const stored = JSON.parse(pack) as Pack;
  const { name, about, caution } = stored;
  const later = kind === 'first' ? null : stored.rounds[kind];
  const { turnout, need } = later ?? stored.rounds.first;
  const share = ({ num, den, strict }: Omit<typeof need, 'of' | 'sources'>) => ({ num, den, strict });
  return {
    ...facts,
    days: JSON.parse(days) as Days,
    rule: {
      name,
      about,
      round: later && { turnout: turnout && share(turnout), need: { ...share(need), of: need.of } },
      caution,
      sources: need.sources.map(({ text, article, standing }) => ({ text, article, standing })),
    },
    cancelled: cancelled_at !== null,
    demo: demo === 1,
  };
}
