// Who may: session, roles and branch, in one round trip. The object's unit comes from the database, never from the
// request. What lies outside the own branches does not exist for the caller (404); a missing role is said (403).
import type { Context } from 'hono';
import { type ObjectKind, type Policy, type Role, roles } from '../../schema/api/endpoint.ts';
import type { Actor, Call, Env } from './context.ts';
import { Refusal } from './refusal.ts';
import { absoluteLife, idleLife, sessionHash, touchEvery } from './session.ts';

/** Whether one of the grants covers a unit with this materialised path (current or frozen), with one of the roles. */
export const covers = (actor: Actor, path: string, wanted: readonly Role[] = roles): boolean =>
  actor.grants.some((grant) => wanted.includes(grant.role) && path.includes(`/${grant.unit}/`));

/** Paths of the object that a route names, by ids in its address and, where it is a question of who asks, by the session. */
const pathsOf: Record<
  ObjectKind,
  { sql: string; ids: (params: Record<string, string>, session: string) => (string | undefined)[] }
> = {
  unit: { sql: 'SELECT path FROM unit WHERE id = ?1', ids: (params) => [params.unit] },
  form: {
    sql: 'SELECT u.path FROM form f JOIN unit u ON u.id = f.unit WHERE f.id = ?1',
    ids: (params) => [params.form],
  },
  staff: {
    sql: 'SELECT u.path FROM staff s JOIN unit u ON u.id = s.home WHERE s.id = ?1',
    ids: (params) => [params.staff],
  },
  campaign: {
    sql: 'SELECT u.path FROM campaign c JOIN unit u ON u.id = c.unit WHERE c.id = ?1',
    ids: (params) => [params.campaign],
  },
  'campaign-reach': {
    // Its own unit, and every unit of the caller's grants that it touches.
    sql: `SELECT u.path FROM campaign c JOIN unit u ON u.id = c.unit WHERE c.id = ?1
      UNION ALL SELECT t.path FROM session s JOIN staff_grant g ON g.staff = s.staff
        JOIN campaign_unit t ON t.campaign = ?1 AND t.unit = g.unit WHERE s.token_hash = ?2`,
    ids: (params, session) => [params.campaign, session],
  },
  'campaign-unit': {
    sql: 'SELECT path FROM campaign_unit WHERE campaign = ?1 AND unit = ?2',
    ids: (params) => [params.campaign, params.unit],
  },
  response: {
    sql: 'SELECT path FROM response WHERE campaign = ?1 AND id = ?2',
    ids: (params) => [params.campaign, params.response],
  },
  template: {
    sql: 'SELECT u.path FROM template t JOIN unit u ON u.id = t.unit WHERE t.id = ?1 AND t.removed_at IS NULL',
    ids: (params) => [params.template],
  },
  'template-reach': {
    sql: `SELECT u.path FROM template t JOIN unit u ON u.id = t.unit WHERE t.id = ?1 AND t.removed_at IS NULL
      UNION ALL SELECT u.path FROM template t JOIN session s ON s.token_hash = ?2
        JOIN staff_grant g ON g.staff = s.staff JOIN unit u ON u.id = g.unit
        WHERE t.id = ?1 AND t.removed_at IS NULL AND instr(u.path, '/' || t.unit || '/') > 0`,
    ids: (params, session) => [params.template, session],
  },
  'bank-question': {
    sql: `SELECT u.path FROM bank_question b JOIN unit u ON u.id = b.unit JOIN session s ON s.token_hash = ?2
      WHERE b.id = ?1 AND b.removed_at IS NULL AND (b.shared = 1 OR b.owner = s.staff)`,
    ids: (params, session) => [params.question, session],
  },
  roll: {
    sql: 'SELECT u.path FROM roll r JOIN unit u ON u.id = r.unit WHERE r.id = ?1',
    ids: (params) => [params.roll],
  },
  election: {
    sql: 'SELECT u.path FROM election e JOIN unit u ON u.id = e.unit WHERE e.id = ?1',
    ids: (params) => [params.election],
  },
  'election-reach': {
    sql: `SELECT u.path FROM election e JOIN unit u ON u.id = e.unit WHERE e.id = ?1
      UNION ALL SELECT u.path FROM session s JOIN staff_grant g ON g.staff = s.staff JOIN unit u ON u.id = g.unit
        WHERE s.token_hash = ?2 AND EXISTS (SELECT 1 FROM contest c
          WHERE c.election = ?1 AND c.path >= u.path AND c.path < substr(u.path, 1, length(u.path) - 1) || '0')`,
    ids: (params, session) => [params.election, session],
  },
  contest: {
    sql: 'SELECT path FROM contest WHERE id = ?1',
    ids: (params) => [params.contest],
  },
  'owner-vote': {
    sql: 'SELECT u.path FROM owner_vote v JOIN unit u ON u.id = v.unit WHERE v.id = ?1',
    ids: (params) => [params.vote],
  },
  evaluation: {
    sql: 'SELECT u.path FROM evaluation e JOIN unit u ON u.id = e.unit WHERE e.id = ?1',
    ids: (params) => [params.evaluation],
  },
  'evaluation-reach': {
    sql: `SELECT u.path FROM evaluation e JOIN unit u ON u.id = e.unit WHERE e.id = ?1
      UNION ALL SELECT u.path FROM session s JOIN staff_grant g ON g.staff = s.staff JOIN unit u ON u.id = g.unit
        WHERE s.token_hash = ?2 AND EXISTS (SELECT 1 FROM evaluation_subject o
          WHERE o.evaluation = ?1 AND o.path >= u.path AND o.path < substr(u.path, 1, length(u.path) - 1) || '0')`,
    ids: (params, session) => [params.evaluation, session],
  },
  'evaluation-subject': {
    sql: 'SELECT path FROM evaluation_subject WHERE evaluation = ?1 AND id = ?2',
    ids: (params) => [params.evaluation, params.subject],
  },
  scorecard: {
    sql: 'SELECT u.path FROM scorecard s JOIN unit u ON u.id = s.unit WHERE s.id = ?1',
    ids: (params) => [params.scorecard],
  },
};

interface SessionRow {
  id: string;
  login: string;
  name: string;
  must_change: number;
  seen_at: number;
}
interface GrantRow {
  role: Role;
  unit: string;
  path: string;
}

/** What staff with a first password may still do. */
const beforeChange = new Set(['whoAmI', 'changePassword', 'signOut']);

export async function authorize(
  c: Context<{ Bindings: Env }>,
  call: Call,
  policy: Extract<Policy, { who: 'staff' | 'role' }>,
  params: Record<string, string>,
  endpoint: string,
): Promise<Actor> {
  const hash = await sessionHash(c);
  if (!hash) throw new Refusal('not-signed-in');
  const { db, now } = call;
  const statements = [
    db
      .prepare(
        `SELECT s.id, s.login, s.name, s.must_change, e.seen_at FROM session e JOIN staff s ON s.id = e.staff
         WHERE e.token_hash = ?1 AND e.seen_at > ?2 AND e.created_at > ?3 AND s.disabled_at IS NULL`,
      )
      .bind(hash, now - idleLife, now - absoluteLife),
    db
      .prepare(
        `SELECT g.role, g.unit, u.path FROM session e JOIN staff_grant g ON g.staff = e.staff
         JOIN unit u ON u.id = g.unit WHERE e.token_hash = ?1 ORDER BY length(u.path), u.path, g.role`,
      )
      .bind(hash),
  ];
  if (policy.who === 'role') {
    const { sql, ids } = pathsOf[policy.of];
    statements.push(db.prepare(sql).bind(...ids(params, hash).map((id) => id ?? '')));
  }
  const [sessions, grants, paths] = await db.batch<unknown>(statements);
  const session = sessions?.results[0] as SessionRow | undefined;
  if (!session) throw new Refusal('not-signed-in');
  const actor: Actor = {
    id: session.id,
    login: session.login,
    name: session.name,
    mustChange: session.must_change === 1,
    grants: (grants?.results ?? []) as GrantRow[],
  };
  if (actor.mustChange && !beforeChange.has(endpoint)) throw new Refusal('password-must-change');
  if (policy.who === 'role') {
    const found = (paths?.results ?? []) as { path: string }[];
    if (!found.some(({ path }) => covers(actor, path))) throw new Refusal('not-found');
    if (!found.some(({ path }) => covers(actor, path, policy.roles))) throw new Refusal('forbidden');
  }
  if (now - session.seen_at > touchEvery)
    await db.prepare('UPDATE session SET seen_at = ?2 WHERE token_hash = ?1').bind(hash, now).run();
  return actor;
}

/** SHA-256 of the session in use, for acts that end all others. */
export { sessionHash } from './session.ts';
