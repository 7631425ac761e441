// Results as they are read: all of an election in a table, one whole, and for residents once it is announced.
import type { Output } from '../../../schema/api/endpoint.ts';
import type {
  getPublicResult,
  getResult,
  listResults as listContract,
  ResultLine,
  ResultWhole,
} from '../../../schema/api/results.ts';
import type { Days } from '../../../schema/elections/days.ts';
import type { Took } from '../../../schema/elections/result.ts';
import { sha256 } from '../../db/hash.ts';
import type { Call, StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { Refusal } from '../../http/refusal.ts';
import { signedTooLittle, signersOf } from '../ballots/sign.ts';
import { branchesOf, inBranch, readElection } from '../store.ts';
import { readCounted, resultOf } from './counted.ts';
import { electedNames } from './elected.ts';

interface LineRow extends Omit<ResultLine, 'figures' | 'countedAt' | 'announcedAt' | 'unsigned'> {
  unsigned: number;
  /** JSON; null before the count */
  figures: string | null;
  counted_at: number | null;
  announced_at: number | null;
}

/** What the table says of a result: the one post, and who was elected by their names. */
const figures = `CASE WHEN c.result IS NOT NULL THEN json_object('valid', json(iif(c.result ->> '$.valid', 'true', 'false')),
  'registered', c.result -> '$.registered', 'issued', c.result -> '$.issued', 'collected', c.result -> '$.collected',
  'void', c.result -> '$.posts[0].void', 'blank', c.result -> '$.posts[0].blank', 'base', c.result -> '$.posts[0].base',
  'need', c.result -> '$.posts[0].need', 'took', (c.took ->> '$.token') + (c.took ->> '$.paper'),
  'assisted', c.took -> '$.assisted', 'elected', ${electedNames},
  'tied', json_array_length(c.result, '$.posts[0].tied'), 'second', json_array_length(c.result, '$.posts[0].second'),
  'vacant', c.result -> '$.posts[0].vacant') END AS figures`;

/** @throws Refusal not-found */
export async function listResults(
  { db, actor }: StaffCall,
  id: string,
): Promise<Output<typeof listContract>> {
  const election = await readElection(db, id);
  const { results } = await db
    .prepare(
      `SELECT c.id AS contest, c.unit, c.name, c.above, c.seats, c.round, c.kind, c.state, c.counted_at, c.announced_at,
         c.state IN ('counted', 'announced') AND ${signedTooLittle} AS unsigned, ${figures} 
       FROM json_each(?2) g JOIN contest c ON c.election = ?1 AND ${inBranch}
       ORDER BY c.position, c.round`,
    )
    .bind(id, JSON.stringify(branchesOf(actor)))
    .all<LineRow>();
  return {
    title: election.title,
    post: election.post,
    slug: election.slug,
    preset: election.preset,
    pack: election.pack,
    contests: results.map(({ counted_at, announced_at, ...row }) => ({
      ...row,
      figures: row.figures === null ? null : (JSON.parse(row.figures) as ResultLine['figures']),
      countedAt: counted_at,
      announcedAt: announced_at,
      unsigned: row.unsigned === 1,
    })),
    mayEdit: covers(actor, election.path, ['admin', 'editor']),
  };
}

/** Who checked in, as it was counted. */
export const tookOf = (took: string | null): Took | null =>
  took === null ? null : (JSON.parse(took) as Took);

interface WholeRow {
  election: string;
  slug: string;
  title: string;
  post: string;
  name: string;
  above: string;
  path: string;
  kind: ResultWhole['kind'];
  state: ResultWhole['state'];
  pack: string;
  days: string;
  result: string | null;
  took: string | null;
  counted_at: number | null;
  announced_at: number | null;
  announced_name: string | null;
}

/** @throws Refusal not-found */
export async function readResult(
  { db, actor }: StaffCall,
  contest: string,
): Promise<Output<typeof getResult>> {
  const row = await db
    .prepare(
      `SELECT c.election, e.slug, e.title, e.post, c.name, c.above, c.path, c.kind, c.state, e.pack,
         coalesce(c.days, e.days) AS days, c.result, c.took, c.counted_at, c.announced_at, s.name AS announced_name
       FROM contest c JOIN election e ON e.id = c.election LEFT JOIN staff s ON s.id = c.announced_by WHERE c.id = ?1`,
    )
    .bind(contest)
    .first<WholeRow>();
  if (!row) throw new Refusal('not-found');
  const { path, days, took, counted_at, announced_at, announced_name, ...facts } = row;
  return {
    contest,
    ...facts,
    days: JSON.parse(days) as Days,
    took: tookOf(took),
    sha256: row.result === null ? null : await sha256(row.result),
    countedAt: counted_at,
    announcedAt: announced_at,
    announcedBy: announced_name,
    signed: await signersOf(db, contest),
    mayEdit: covers(actor, path, ['admin', 'editor']),
  };
}

/** @throws Refusal not-found, not-counted */
export async function recountContest(
  { db }: StaffCall,
  contest: string,
): Promise<{ same: boolean; sha256: string }> {
  const counted = await readCounted(db, contest);
  if (counted.row.result === null) throw new Refusal('not-counted');
  const again = resultOf(counted);
  return { same: again === counted.row.result, sha256: await sha256(again) };
}

/** @throws Refusal not-found */
export async function publicResult(
  { db }: Call,
  { slug, contest }: { slug: string; contest: string },
): Promise<Output<typeof getPublicResult>> {
  const row = await db
    .prepare(
      `SELECT c.result, c.took, c.announced_at FROM contest c JOIN election e ON e.id = c.election
       WHERE e.slug = ?1 AND c.id = ?2`,
    )
    .bind(slug, contest)
    .first<{ result: string | null; took: string | null; announced_at: number | null }>();
  if (!row) throw new Refusal('not-found');
  const { result, took, announced_at } = row;
  if (result === null || announced_at === null) return { result: null };
  const sha = await sha256(result);
  return { result: { text: result, took: tookOf(took), sha256: sha, announcedAt: announced_at } };
}
