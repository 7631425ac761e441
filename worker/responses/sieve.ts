// A filter as conditions on the rows of responses. Values of answers are asked of what a response added to the tallies,
// which has the same keys for every type of question; words of what was written.
import type { AnswerFilter } from '../../schema/api/responses.ts';
import { type Wanted, wantedOf, writtenIn } from '../../schema/form/findable.ts';
import { Refusal } from '../http/refusal.ts';
import { type Sieve, sieveFrom, versionsOf } from './store.ts';

/** undefined where nothing is asked. @throws Refusal bad-input for a question that nothing can be found by */
export async function sieveOf(
  db: D1Database,
  campaign: string,
  filter: AnswerFilter,
): Promise<Sieve | undefined> {
  const values: unknown[] = [];
  const bound = (value: unknown) => `?${sieveFrom - 1 + values.push(value)}`;
  const conditions = [
    filter.from && `r.day >= ${bound(filter.from)}`,
    filter.to && `r.day <= ${bound(filter.to)}`,
    filter.channel && `r.grp = ${bound(filter.channel)}`,
    filter.state && `r.state = ${bound(filter.state)}`,
  ];
  const { question, words } = filter;
  if (question || words) {
    const versions = (await versionsOf(db, campaign)).map(({ definition }) => definition);
    if (question) {
      const wanted = wantedOf(versions, { ...filter, question });
      if (!wanted) throw new Refusal('bad-input', { where: 'question' });
      conditions.push(adds(question, wanted, bound));
    }
    if (words)
      conditions.push(
        `EXISTS (SELECT 1 FROM json_each(${bound(JSON.stringify(writtenIn(versions)))}) q,
          json_tree(r.answers, '$."' || (q.value ->> 'id') || '"') w
          WHERE w.type = 'text' AND (w.key = 'text' OR NOT q.value ->> 'other')
            AND instr(lower(w.atom), lower(${bound(words)})) > 0)`,
      );
  }
  const sql = conditions.filter(Boolean).join(' AND ');
  return sql ? { sql, values } : undefined;
}

function adds(question: string, { keys, sum }: Wanted, bound: (value: unknown) => string): string {
  const what = [
    keys ? `k.key IN (SELECT value FROM json_each(${bound(JSON.stringify(keys))})) AND k.value <> 0` : '1',
    sum && `k.key = ${bound(sum.key)} AND k.value BETWEEN ${bound(sum.from)} AND ${bound(sum.to)}`,
  ];
  return `EXISTS (SELECT 1 FROM json_each(r.delta, ${bound(`$."${question}"`)}) k
    WHERE ${what.filter(Boolean).join(' OR ')})`;
}
