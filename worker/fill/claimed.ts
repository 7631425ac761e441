// What answers lay claim to, as statements ask for it: in the statement that stores them, and again when they were refused.
import type { Claims } from '../../schema/form/claims.ts';

/**
 * All of these claims (JSON, null for none) hold for this response of campaign ?1. A place that the response has already
 * (`had` of it) is not taken twice.
 */
export const granted = (claims: string, response: string, had: string) => `(${claims} IS NULL OR (
  NOT EXISTS (SELECT 1 FROM json_each(${claims}, '$.quotas') k
    WHERE (k.value ->> 'add') > ${had}
      AND (k.value ->> 'add') - ${had} + (
        SELECT coalesce(sum(t.counts ->> (k.value ->> 'path')), 0) FROM tally t JOIN campaign q ON q.id = t.campaign AND q.unit = t.unit
        WHERE t.campaign = +?1) > (k.value ->> 'max'))
  AND NOT EXISTS (SELECT 1 FROM json_each(${claims}, '$.files') f
    WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.id = f.value ->> 0 AND a.campaign = +?1
      AND a.response = ${response} AND a.question = f.value ->> 1 AND a.stored_at IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM json_each(${claims}, '$.units') n
    WHERE NOT EXISTS (SELECT 1 FROM campaign_unit x WHERE x.campaign = +?1 AND x.unit = n.value ->> 0
      AND trim(x.above || ' ' || x.name) = n.value ->> 1))))`;

const path = (question: string, key: string) => `$."${question}"."${key}"`;

/** Claims as the statements read them. */
export const claimText = (claims: Claims | undefined) =>
  claims
    ? JSON.stringify({
        ...claims,
        quotas: claims.quotas.map(({ question, key, ...rest }) => ({ ...rest, path: path(question, key) })),
      })
    : null;

/** Which of these claims do not hold now, in the order of {@link Claims}: for those who were refused. */
export async function deniedClaims(
  db: D1Database,
  { campaign, id, claims }: { campaign: string; id: string; claims: Claims },
): Promise<Claims> {
  const { results } = await db
    .prepare(
      `SELECT 'quotas' AS kind, k.key AS at FROM json_each(?3, '$.quotas') k
         WHERE (k.value ->> 'add') - coalesce((SELECT r.delta ->> (k.value ->> 'path') FROM response r WHERE r.campaign = ?1 AND r.id = ?2 AND r.state = 'accepted'), 0) + (
           SELECT coalesce(sum(t.counts ->> (k.value ->> 'path')), 0) FROM tally t JOIN campaign q ON q.id = t.campaign AND q.unit = t.unit
           WHERE t.campaign = ?1) > (k.value ->> 'max')
       UNION ALL SELECT 'files', f.key FROM json_each(?3, '$.files') f
         WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.id = f.value ->> 0 AND a.campaign = ?1
           AND a.response = ?2 AND a.question = f.value ->> 1 AND a.stored_at IS NOT NULL)
       UNION ALL SELECT 'units', n.key FROM json_each(?3, '$.units') n
         WHERE NOT EXISTS (SELECT 1 FROM campaign_unit x WHERE x.campaign = ?1 AND x.unit = n.value ->> 0
           AND trim(x.above || ' ' || x.name) = n.value ->> 1)`,
    )
    .bind(campaign, id, claimText(claims))
    .all<{ kind: keyof Claims; at: number }>();
  const denied = (kind: keyof Claims) =>
    new Set(results.filter((row) => row.kind === kind).map((row) => Number(row.at)));
  const [quotas, files, units] = [denied('quotas'), denied('files'), denied('units')];
  return {
    quotas: claims.quotas.filter((_, at) => quotas.has(at)),
    files: claims.files.filter((_, at) => files.has(at)),
    units: claims.units.filter((_, at) => units.has(at)),
  };
}
