// What election papers are set from, read from the Worker.
import type { Output } from '../../../schema/api/endpoint.ts';
import {
  listPapers,
  listResults,
  type PaperOf,
  type PapersElection,
  papersMost,
} from '../../../schema/api/results.ts';
import { type Entry, listEntries } from '../../../schema/api/rolls.ts';
import { whoAmI } from '../../../schema/api/session.ts';
import { call } from '../../ui/call.ts';

export interface ElectionFrom {
  id: string;
  list: Output<typeof listResults>;
  demo: boolean;
}

export async function readElection(election: string): Promise<ElectionFrom> {
  const [list, me] = await Promise.all([call(listResults, { params: { election } }), call(whoAmI, {})]);
  return { id: election, list, demo: me.demo };
}

export interface Papers {
  election: PapersElection;
  papers: PaperOf[];
  /** by contest: entries that stand, where the roll itself is printed */
  entries: ReadonlyMap<string, Entry[]>;
}

export async function readPapers(
  election: string,
  contests: readonly string[],
  withRoll: boolean,
): Promise<Papers> {
  const parts: Output<typeof listPapers>[] = [];
  for (let at = 0; at < contests.length; at += papersMost)
    parts.push(
      await call(listPapers, {
        params: { election },
        query: { contests: contests.slice(at, at + papersMost).join(',') },
      }),
    );
  const [first] = parts;
  if (!first) throw new RangeError('no contest was chosen');
  const papers = parts.flatMap((part) => part.papers);
  const entries = new Map<string, Entry[]>();
  const { roll } = first.election;
  if (withRoll && roll !== null)
    for (const { contest, unit } of papers) entries.set(contest, await entriesOf(roll, unit));
  return { election: first.election, papers, entries };
}

/** Entries of a building that stand, in the order of the doors. */
export async function entriesOf(roll: string, unit: string): Promise<Entry[]> {
  const found: Entry[] = [];
  let after: string | undefined;
  do {
    const page = await call(listEntries, {
      params: { roll },
      query: { unit, ...(after !== undefined && { after }) },
    });
    found.push(...page.entries);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found.filter(({ struckAt }) => struckAt === null);
}
