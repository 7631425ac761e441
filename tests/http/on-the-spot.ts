// A contest of the test city whose votes are counted by hand: open, with three candidates, and sheets for it.
import type { CountSheet } from '../../schema/elections/count-sheet.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { type City, type Client, responseId } from './city.ts';
import { electionOf, type Made, standing, type Wanted } from './election-of.ts';

export interface OnTheSpot extends Made {
  /** candidates' ids */
  a: string;
  b: string;
  c: string;
}

export async function onTheSpot(
  city: City,
  {
    unit = 'b1',
    registered = 36,
    rule,
    ...more
  }: { unit?: string; registered?: number; rule?: Pack } & Partial<Wanted> = {},
): Promise<OnTheSpot> {
  const made = await electionOf(city, 'e1', { preset: 'spot', scope: [unit], ...more }, rule);
  const [a, b, c] = [
    await standing(city, made.contest, '王秀英'),
    await standing(city, made.contest, '李建国'),
    await standing(city, made.contest, '赵六'),
  ];
  await city.db
    .prepare("UPDATE contest SET state = 'open', frozen_at = 1, opened_at = 1, registered = ?2 WHERE id = ?1")
    .bind(made.contest, registered)
    .run();
  return { ...made, a, b, c };
}

/** 30 of 32 ballots: 16 and 11 votes, one blank, two void. */
export const sheetOf = (
  { a, b }: Pick<OnTheSpot, 'a' | 'b'>,
  more: Partial<CountSheet> = {},
): CountSheet => ({
  issued: 32,
  present: null,
  collected: 30,
  over: 2,
  spoilt: 0,
  blank: 1,
  votes: [
    { candidate: a, for: 16, against: 0 },
    { candidate: b, for: 11, against: 0 },
  ],
  written: [],
  ...more,
});

export const batchOf = async (
  by: Client,
  contest: string,
  method: 'paper' | 'hands' = 'paper',
  name = '一号票箱',
): Promise<string> => {
  const batch = responseId();
  const made = await by('PUT', `/api/contests/${contest}/batches/${batch}`, { name, method });
  if (made.status !== 200) throw new Error(made.text);
  return batch;
};

export const enter = (by: Client, contest: string, batch: string, sheet: CountSheet) =>
  by('PUT', `/api/contests/${contest}/batches/${batch}/sheet`, { sheet });

/** Two people agree on this sheet, as a batch of its own. */
export async function agree(
  city: City,
  contest: string,
  sheet: CountSheet,
  method: 'paper' | 'hands' = 'paper',
) {
  const [one, other] = [city.as('easteditor'), city.as('easthelper')];
  const batch = await batchOf(one, contest, method);
  for (const by of [one, other]) {
    const reply = await enter(by, contest, batch, sheet);
    if (reply.status !== 200) throw new Error(reply.text);
  }
  return batch;
}

/** Voting ended and counted by the editor. */
export async function counted(city: City, contest: string) {
  for (const act of ['end', 'count']) {
    const reply = await city.as('easteditor')('POST', `/api/contests/${contest}/${act}`, {});
    if (reply.status !== 200) throw new Error(reply.text);
  }
}
