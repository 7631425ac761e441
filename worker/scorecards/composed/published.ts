// What was signed off, for staff and for everybody; and what else a unit has published.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { getIssued, listIssued, openPublished } from '../../../schema/api/issued.ts';
import type { ShownScorecard } from '../../../schema/api/scorecards.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { endOfBranch } from '../../units/store.ts';
import { linesOf } from '../result.ts';
import { type IssuedRow, issuedCards, issuedLine, issuedOf, readIssued } from './issued-store.ts';

/** @throws Refusal not-found */
export async function issuedCard({ db, origin }: Call, id: string): Promise<Output<typeof getIssued>> {
  const row = await readIssued(db, id);
  if (!row) throw new Refusal('not-found');
  return issuedOf(origin, row);
}

export async function issuedUnder({ db, origin }: Call, unit: string): Promise<Output<typeof listIssued>> {
  const { results } = await db
    .prepare(
      `${issuedCards} JOIN unit u ON u.id = i.unit WHERE instr(u.path, '/' || ?1 || '/') > 0
       ORDER BY i.signed_at DESC, i.number DESC LIMIT 200`,
    )
    .bind(unit)
    .all<IssuedRow>();
  return { issued: results.map((row) => issuedLine(origin, row)) };
}

interface ResultRow {
  election: string;
  slug: string;
  contest: string;
  name: string;
  announced_at: number;
}

interface RunRow {
  id: string;
  title: string;
  opens_at: number;
  closes_at: number;
  number: number;
  at: number;
  card: string;
}

/** @throws Refusal not-found */
export async function published(
  { db, origin, now, language }: Call,
  id: string,
): Promise<Output<typeof openPublished>> {
  const unit = await db
    .prepare('SELECT id, kind, name, path FROM unit WHERE id = ?1')
    .bind(id)
    .first<{ id: string; kind: string; name: string; path: string }>();
  if (!unit) throw new Refusal('not-found');
  const [signed, results, ended] = await db.batch<unknown>([
    db
      .prepare(`${issuedCards} WHERE i.unit = ?1 ORDER BY i.signed_at DESC, i.number DESC LIMIT 200`)
      .bind(id),
    db
      .prepare(
        `SELECT e.title AS election, e.slug, c.id AS contest, c.name, c.announced_at FROM election e
         CROSS JOIN contest c INDEXED BY contest_order ON c.election = e.id AND c.path >= ?1 AND c.path < ?2
         WHERE e.listed = 1 AND e.rehearsal = 0 AND c.state = 'announced' ORDER BY c.announced_at DESC LIMIT 200`,
      )
      .bind(unit.path, endOfBranch(unit.path)),
    db
      .prepare(
        `SELECT c.id, c.title, c.opens_at, c.closes_at, p.number, p.at, k.card
         FROM campaign_unit t INDEXED BY campaign_unit_by_unit JOIN campaign c ON c.id = t.campaign
         JOIN publication p ON p.campaign = c.id AND p.number =
           (SELECT max(number) FROM publication WHERE campaign = c.id AND state = 'ready')
         JOIN publication_unit k ON k.campaign = c.id AND k.number = p.number AND k.unit = ?1 AND k.card IS NOT NULL
         WHERE t.unit = ?1 AND c.listed = 1 AND (c.state = 'closed' OR c.closes_at <= ?2) ORDER BY c.closes_at DESC, c.id LIMIT 200`,
      )
      .bind(id, now),
  ]);
  return {
    unit: { id: unit.id, kind: unit.kind, name: unit.name },
    issued: ((signed?.results ?? []) as IssuedRow[]).map((row) => issuedLine(origin, row)),
    results: ((results?.results ?? []) as ResultRow[]).map(
      ({ election, slug, contest, name, announced_at }) => ({
        election,
        contest,
        name,
        announcedAt: announced_at,
        page: `${origin}/e/${slug}/${contest}`,
        data: `${origin}/api/e/${slug}/contests/${contest}/result`,
      }),
    ),
    runs: ((ended?.results ?? []) as RunRow[]).map(({ card, opens_at, closes_at, ...run }) => {
      const told = JSON.parse(card) as ShownScorecard;
      return { ...run, opensAt: opens_at, closesAt: closes_at, n: told.n, lines: linesOf(told, language) };
    }),
  };
}
