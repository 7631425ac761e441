// How a whole run stands, as far as its pages show it: places that are taken, and votes.
import { hasQuotas } from '../../schema/form/claims.ts';
import type { Delta, LiveCounts } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { quotaCounts } from '../../schema/logic/quota-counts.ts';

/** Whether pages of this form show how the run stands. */
export const isLive = (definition: Definition) =>
  hasQuotas(definition) || definition.questions.some(({ type }) => type === 'vote');

/** undefined for forms that show none of it; `own`: what one response adds, which its holder does not compete with. */
export async function liveCounts(
  db: D1Database,
  definition: Definition,
  campaign: string,
  own: Delta = {},
): Promise<LiveCounts | undefined> {
  if (!isLive(definition)) return undefined;
  const { results } = await db
    .prepare(
      `SELECT t.counts FROM campaign c JOIN tally t ON t.campaign = c.id AND t.unit = c.unit WHERE c.id = ?1`,
    )
    .bind(campaign)
    .all<{ counts: string }>();
  const shown = new Set([
    quotaCounts,
    ...definition.questions
      .filter((one) => one.type === 'vote' || ('options' in one && one.options.some(({ quota }) => quota)))
      .map(({ id }) => id),
  ]);
  const sums: Record<string, Record<string, number>> = {};
  for (const row of results)
    for (const [question, counts] of Object.entries(JSON.parse(row.counts) as LiveCounts)) {
      if (!shown.has(question)) continue;
      const into = sums[question] ?? {};
      for (const [key, n] of Object.entries(counts)) into[key] = (into[key] ?? 0) + n;
      sums[question] = into;
    }
  for (const [question, counts] of Object.entries(own))
    for (const [key, n] of Object.entries(counts)) {
      const into = sums[question];
      if (into?.[key]) into[key] -= n;
    }
  return sums;
}
