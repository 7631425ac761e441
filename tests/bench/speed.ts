// How many a second: the Worker alone, with one D1 call, and accepted submissions of thirty questions counted at five
// levels. One client, 16 connections, all three in turns, so that a ratio is of one run on one machine in one mood.
import { encodeId } from '../../schema/ids.ts';
import { thirtyAnswers } from '../property/sample.ts';
import type { BigCity } from './big-city.ts';
import { type Measured, openClient, percentile, type Sent } from './client.ts';

export const connections = 16;
const rounds = 9;
const turn = 1_200;

export interface Speed {
  echoPerSecond: number;
  select1PerSecond: number;
  submitPerSecond: number;
  submitP99: number;
  /** submissions over SELECT 1, each pair of turns by itself; the middle one, so that a neighbour's load tips no scale */
  ratio: number;
}

/** Without a session this refuses before any database call: the Worker, its router, its headers, and nothing else. */
const echo = (): Sent => ({ method: 'GET', path: '/api/session' });
/** One `SELECT 1`. */
const select1 = (): Sent => ({ method: 'GET', path: '/api/health' });

let sent = 0;
const submission = (city: BigCity) => (): Sent => {
  const seed = ++sent;
  return {
    method: 'PUT',
    path: `/api/campaigns/${city.campaign.slug}/responses/${encodeId(crypto.getRandomValues(new Uint8Array(24)))}`,
    headers: {
      'content-type': 'application/json',
      // As the front says it: a town of phones, each with an address of its own.
      'cf-connecting-ip': `10.${(seed >> 16) & 255}.${(seed >> 8) & 255}.${seed & 255}`,
    },
    body: JSON.stringify({
      version: 1,
      unit: city.buildings[(seed * 7919) % city.buildings.length],
      answers: thirtyAnswers(seed),
    }),
  };
};

function expectAll({ statuses }: Measured, wanted: number): void {
  const others = [...statuses].filter(([status]) => status !== wanted);
  if (others.length > 0) throw new Error(`answers other than ${wanted}: ${JSON.stringify(others)}`);
}

export async function measureSpeed(city: BigCity, progress: (part: number) => void): Promise<Speed> {
  const client = openClient(city.runtime.url, connections);
  const submit = submission(city);
  for (const next of [echo, select1, submit]) await client.load(500, next);
  const sum = { echo: 0, select1: 0, submit: 0 };
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = await client.load(turn / 3, echo);
    const two = await client.load(turn, select1);
    const three = await client.load(turn, submit);
    expectAll(one, 401);
    expectAll(two, 200);
    expectAll(three, 200);
    sum.echo += one.perSecond;
    sum.select1 += two.perSecond;
    sum.submit += three.perSecond;
    ratios.push(three.perSecond / two.perSecond);
    times.push(...three.times);
    progress((round + 1) / rounds);
  }
  client.close();
  times.sort((a, b) => a - b);
  ratios.sort((a, b) => a - b);
  return {
    echoPerSecond: sum.echo / rounds,
    select1PerSecond: sum.select1 / rounds,
    submitPerSecond: sum.submit / rounds,
    submitP99: percentile(times, 0.99),
    ratio: percentile(ratios, 0.5),
  };
}
