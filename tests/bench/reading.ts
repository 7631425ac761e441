// What reading costs with many answers stored: the city's card with its children, a page of its answers, and the export of
// everything.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { pageMost } from '../../schema/api/responses.ts';
import { listBranch } from '../../worker/responses/read.ts';
import { scorecard } from '../../worker/scorecards/card.ts';
import { type BigCity, origin } from './big-city.ts';
import { openClient, percentile } from './client.ts';
import { metered } from './metered.ts';

const looks = 100;

export async function measureScorecard(city: BigCity): Promise<{ rowsRead: number; p95: number; n: number }> {
  const { db, bill } = metered(city.runtime.db);
  const actor = {
    id: 'mayor',
    login: 'mayor',
    name: 'mayor',
    mustChange: false,
    grants: [{ role: 'admin' as const, unit: 'city', path: '/city/' }],
  };
  const card = await scorecard(
    { db, origin, now: Date.now(), language: 'zh', actor },
    { campaign: city.campaign.id, unit: 'city' },
  );
  const client = openClient(city.runtime.url, 1);
  const times: number[] = [];
  for (let look = 0; look < looks; look++) {
    const start = performance.now();
    const { status, text } = await client.send({
      method: 'GET',
      path: `/api/campaigns/${city.campaign.id}/units/city/scorecard`,
      headers: { cookie: city.cookie },
    });
    if (status !== 200) throw new Error(`scorecard: ${status} ${text}`);
    times.push(performance.now() - start);
  }
  client.close();
  times.sort((a, b) => a - b);
  return { rowsRead: bill.rowsRead, p95: percentile(times, 0.95), n: card.n ?? 0 };
}

/** Rows that the first page of the city's answers costs. */
export async function measureAnswers(city: BigCity): Promise<number> {
  const { db, bill } = metered(city.runtime.db);
  const call = { db, origin, now: Date.now(), language: 'zh' as const };
  const page = await listBranch(call, { campaign: city.campaign.id, unit: 'city' });
  if (page.responses.length < pageMost) throw new Error(`a page of ${page.responses.length} answers`);
  return bill.rowsRead;
}

/** Resident memory of the runtime, in MB. */
const memory = (city: BigCity) =>
  city.runtime
    .pids()
    .map(({ pid }) => /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    .reduce((sum, kilobytes) => sum + Number(kilobytes ?? 0) / 1024, 0);

export interface Exported {
  firstByte: number;
  /** most memory above what stood at the start, in MB */
  peak: number;
  lines: number;
  seconds: number;
}

export function measureExport(city: BigCity): Promise<Exported> {
  const before = memory(city);
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory(city));
  }, 25);
  const { hostname, port } = new URL(city.runtime.url);
  const start = performance.now();
  const exported = new Promise<Exported>((resolve, reject) => {
    const path = `/api/campaigns/${city.campaign.id}/units/city/export?format=csv`;
    const out = request({ hostname, port, path, headers: { cookie: city.cookie } }, (answer) => {
      let firstByte = 0;
      let lines = 0;
      answer.on('data', (part: Buffer) => {
        firstByte ||= performance.now() - start;
        for (const byte of part) if (byte === 10) lines++;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ firstByte, peak: peak - before, lines, seconds: (performance.now() - start) / 1000 }),
      );
    });
    out.on('error', reject);
    out.end();
  });
  return exported.finally(() => clearInterval(watch));
}
