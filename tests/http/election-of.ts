// An election of the test city as staff set one up: what is asked for, and the way to its first contest.
import type { createElection } from '../../schema/api/elections.ts';
import type { Body } from '../../schema/api/endpoint.ts';
import { placeDay } from '../../schema/day.ts';
import { type Days, dayAfter } from '../../schema/elections/days.ts';
import { type Pack, packText } from '../../schema/elections/pack.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { type City, responseId } from './city.ts';

export const today = () => placeDay(Date.now());

/** Nominations end today, the candidates are posted since then, the vote is so many days away. */
export const daysFrom = (vote = 10): Days => {
  const day = (n: number) => dayAfter(today(), n);
  return {
    roll: day(-3),
    objections: day(2),
    nominate: today(),
    candidates: today(),
    checkIn: null,
    vote: day(vote),
    voteEnd: day(vote),
    opens: '08:00',
    closes: '20:00',
    result: day(vote + 3),
  };
};

export type Wanted = Body<typeof createElection>;

export const wanted = (scope: string[], more: Partial<Wanted> = {}, pack: Pack = plurality): Wanted => ({
  title: '推选楼栋长',
  post: '楼栋长',
  preset: 'sealed',
  phases: false,
  pack: packText(pack),
  roll: null,
  scope,
  seats: 1,
  days: daysFrom(),
  quorum: 2,
  organiser: '滨河社区居委会',
  phone: '0714-8700000',
  words: '',
  listed: true,
  ...more,
});

export interface Made {
  election: string;
  slug: string;
  /** of the first building */
  contest: string;
}

export async function electionOf(
  city: City,
  unit = 'e1',
  more: Partial<Wanted> = {},
  pack?: Pack,
): Promise<Made> {
  const election = responseId();
  const mayor = city.as('mayor');
  const made = await mayor(
    'PUT',
    `/api/units/${unit}/elections/${election}`,
    wanted(more.scope ?? [unit], more, pack),
  );
  if (made.status !== 200) throw new Error(made.text);
  const { body } = await mayor('GET', `/api/elections/${election}/contests`);
  return { election, slug: made.body.slug, contest: body.contests[0].id };
}

/** Somebody who stands in a contest. */
export async function standing(
  city: City,
  contest: string,
  name = '王秀英',
  consent = true,
): Promise<string> {
  const body = { name, line: '退休教师', consent, source: 'community', saidBy: '' };
  const added = await city.as('mayor')('POST', `/api/contests/${contest}/candidates`, body);
  if (added.status !== 200) throw new Error(added.text);
  return added.body.id;
}

/** A contest as if its votes had been counted. */
export const countedAs = (db: D1Database, contest: string, result: object) =>
  db
    .prepare("UPDATE contest SET state = 'counted', result = ?2, frozen_at = 1 WHERE id = ?1")
    .bind(contest, JSON.stringify(result))
    .run();
