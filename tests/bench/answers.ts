// Stored answers in bulk, by the statements of the product, and the bill of one more.

import { placeDay } from '../../schema/day.ts';
import { compile } from '../../schema/form/compile.ts';
import { encodeId } from '../../schema/ids.ts';
import { type Submission, submissionStatements } from '../../worker/fill/submission.ts';
import { submit } from '../../worker/fill/submit.ts';
import { notebook, sendAll } from '../../worker/host/bulk.ts';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { type BigCity, origin } from './big-city.ts';
import { type Bill, metered } from './metered.ts';

const form = compile(thirtyQuestions());
const together = 250;
const newId = () => encodeId(crypto.getRandomValues(new Uint8Array(24)));

function submissionOf(city: BigCity, seed: number, unit: string): Submission {
  const { answers } = form.check(thirtyAnswers(seed));
  const at = Date.now();
  return {
    campaign: city.campaign.id,
    id: newId(),
    version: 1,
    limits: 1,
    unit,
    group: 'self',
    answers: JSON.stringify(answers),
    delta: JSON.stringify(form.delta(answers)),
    at,
    day: placeDay(at),
    entry: null,
    holder: null,
  };
}

/** Adds answers until `total` are stored, spread over all buildings or all of one. */
export async function fillUp(
  city: BigCity,
  total: number,
  progress: (part: number) => void,
  building?: string,
): Promise<void> {
  const row = await city.runtime.db
    .prepare('SELECT accepted FROM campaign WHERE id = ?1')
    .bind(city.campaign.id)
    .first<{ accepted: number }>();
  const start = row?.accepted ?? 0;
  for (let at = start; at < total; at += together) {
    const statements: D1PreparedStatement[] = [];
    for (let seed = at; seed < Math.min(total, at + together); seed++) {
      const unit = building ?? city.buildings[(seed * 7919) % city.buildings.length] ?? '';
      statements.push(...(await submissionStatements(notebook, submissionOf(city, seed, unit))));
    }
    await sendAll(city.runtime.db, statements);
    progress((at - start) / (total - start));
  }
}

/** What one more submission to this building costs: the act itself, on a database that keeps the bill. */
export async function billOfOne(city: BigCity, building: string): Promise<Bill> {
  const call = { origin, now: Date.now(), language: 'zh' as const };
  const send = (db: D1Database, seed: number) =>
    submit(
      { ...call, db },
      {
        slug: city.campaign.slug,
        response: newId(),
        version: 1,
        unit: building,
        answers: thirtyAnswers(seed),
      },
    );
  // The first one reads the campaign and its form, which stay in memory after it.
  await send(city.runtime.db, 1);
  const { db, bill } = metered(city.runtime.db);
  await send(db, 2);
  return bill;
}
