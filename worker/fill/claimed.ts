// What answers lay claim to, as statements ask for it: in the statement that stores them, and again when they were refused.
import type { Claims } from '../../schema/form/claims.ts';

const kinds = ['quotas', 'files', 'units'] as const satisfies readonly (keyof Claims)[];

/** A claim k of a `response` of campaign ?1 does not hold. A place that it has already (`had` of it) is not taken twice. */
const lacks: Record<keyof Claims, (response: string, had: string) => string> = {
  quotas: (_, had) => `(k.value ->> 'add') > ${had}
      AND (k.value ->> 'add') - ${had} + (
        SELECT coalesce(sum(t.counts ->> (k.value ->> 'path')), 0) FROM tally t JOIN campaign q ON q.id = t.campaign AND q.unit = t.unit
        WHERE t.campaign = +?1) > (k.value ->> 'max')`,
  files: (response) => `NOT EXISTS (SELECT 1 FROM attachment a WHERE a.id = k.value ->> 0 AND a.campaign = +?1
      AND a.response = ${response} AND a.question = k.value ->> 1 AND a.stored_at IS NOT NULL)`,
  units: () => `NOT EXISTS (SELECT 1 FROM campaign_unit x WHERE x.campaign = +?1 AND x.unit = k.value ->> 0
      AND trim(x.above || ' ' || x.name) = k.value ->> 1)`,
};

/** All of these claims (JSON, null for none) hold. */
export const granted = (claims: string, response: string, had: string) =>
  `(${claims} IS NULL OR (${kinds
    .map(
      (kind) =>
        `NOT EXISTS (SELECT 1 FROM json_each(${claims}, '$.${kind}') k WHERE ${lacks[kind](response, had)})`,
    )
    .join(' AND ')}))`;

const had = `coalesce((SELECT r.delta ->> (k.value ->> 'path') FROM response r
  WHERE r.campaign = +?1 AND r.id = +?2 AND r.state = 'accepted'), 0)`;
const denied = kinds
  .map(
    (kind) =>
      `SELECT '${kind}' AS kind, k.key AS at FROM json_each(?3, '$.${kind}') k WHERE ${lacks[kind]('+?2', had)}`,
  )
  .join(' UNION ALL ');

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
    .prepare(denied)
    .bind(campaign, id, claimText(claims))
    .all<{ kind: keyof Claims; at: number }>();
  const lacking = (kind: keyof Claims) =>
    new Set(results.flatMap((row) => (row.kind === kind ? [Number(row.at)] : [])));
  const [quotas, files, units] = [lacking('quotas'), lacking('files'), lacking('units')];
  return {
    quotas: claims.quotas.filter((_, at) => quotas.has(at)),
    files: claims.files.filter((_, at) => files.has(at)),
    units: claims.units.filter((_, at) => units.has(at)),
  };
}
