// Secret ballots: what a check-in costs the processor, how long a cast takes, what a voter's phone loads, how long a recount of
// 2,000 ballots takes.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { verifyRecord } from '../../web/verify/check.ts';
import { assetsDir } from '../../worker/host/paths.ts';
import { must, openCity } from '../http/city.ts';
import { ballotOf, checkIn, forOne, freezeOf, fresh, openBox, plantSealed } from '../http/sealed-election.ts';
import { finishedElection } from '../property/finished-election.ts';

export interface Voting {
  checkInCpuMs: number | null;
  castP95Ms: number;
  pageBytes: number;
  verifySeconds: number;
  verified: number;
}

/** Processor milliseconds of these processes so far; null where the system does not tell. */
async function cpuOf(pids: readonly number[]): Promise<number | null> {
  let ticks = 0;
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined) return null;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  // 100 ticks a second on every Linux that Node runs on.
  return ticks * 10;
}

const percentile = (times: readonly number[], share: number) =>
  [...times].sort((one, two) => one - two)[Math.floor(times.length * share)] ?? 0;

/** HTML, style and scripts that voting loads, with the cryptography: the entry and all that the voting page names. */
export async function votingBytes(html: string): Promise<number> {
  const names = await readdir(`${assetsDir}/a`);
  const page = names.find((name) => /^vote-page-\w+\.js$/.test(name));
  const linked = [...html.matchAll(/(?:src|href)="\/a\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name ?? '');
  const files = new Set<string>();
  const take = async (name: string, lazily: boolean) => {
    if (files.has(name)) return;
    files.add(name);
    if (!name.endsWith('.js')) return;
    const text = await readFile(`${assetsDir}/a/${name}`, 'utf8');
    const named = lazily
      ? /["'](?:\.\/|\/a\/)([\w.-]+\.js)["']/g
      : /(?:from|import)\s*["'](?:\.\/|\/a\/)([\w.-]+\.js)["']/g;
    for (const [, next = ''] of text.matchAll(named)) await take(next, lazily);
  };
  // The entry names the other rooms too; of those only the voting page is loaded, and what it loads later with it.
  for (const name of linked) await take(name, false);
  if (!page) throw new Error('the voting page was not bundled');
  await take(page, true);
  let bytes = gzipSync(html).length;
  for (const name of files) bytes += gzipSync(await readFile(`${assetsDir}/a/${name}`)).length;
  return bytes;
}

const electors = 200;
const verified = 2_000;

export async function measureVoting(): Promise<Voting> {
  const city = await openCity();
  try {
    const planted = await plantSealed(city, { doors: electors * 2 });
    await openBox(planted);
    const frozen = await freezeOf(planted);
    const pids = city.runtime.pids().map(({ pid }) => pid);
    const phones = await Promise.all(Array.from({ length: electors }, () => fresh(frozen.freeze.issuer)));
    const before = await cpuOf(pids);
    for (const [at, { blinded }] of phones.entries())
      must(
        await city.anyone('POST', '/api/vote/check-in', {
          secret: planted.letters[at]?.secret,
          contest: planted.contest,
          blinded,
        }),
      );
    const after = await cpuOf(pids);
    const times: number[] = [];
    for (const letter of planted.letters.slice(electors)) {
      const elector = await checkIn(planted, frozen.freeze, letter);
      const { body } = await ballotOf(planted.contest, frozen, elector, forOne(planted.candidates[0] ?? ''));
      const start = performance.now();
      must(await city.anyone('POST', '/api/vote/ballots', body));
      times.push(performance.now() - start);
    }
    const pageBytes = await votingBytes((await city.anyone('GET', '/v')).text);
    const { record } = await finishedElection(verified);
    const start = performance.now();
    const { faults } = await verifyRecord(record);
    if (faults.length > 0) throw new Error('a sound election was not verified');
    return {
      checkInCpuMs: before === null || after === null ? null : (after - before) / electors,
      castP95Ms: percentile(times, 0.95),
      pageBytes,
      verifySeconds: (performance.now() - start) / 1000,
      verified,
    };
  } finally {
    await city.close();
  }
}
