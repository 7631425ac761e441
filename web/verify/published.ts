// The published result against the ledger and against the own count, figure by figure.
import * as z from 'zod/mini';
import type { ContestRecord } from '../../schema/api/ballots.ts';
import { toHex } from '../../schema/elections/bytes.ts';
import { decodeChoices } from '../../schema/elections/choices.ts';
import { sha256, utf8 } from '../../schema/elections/crypto.ts';
import type { Freeze } from '../../schema/elections/ledger.ts';
import type { OpenedBallot, VoidBallot } from '../../schema/elections/open.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { togetherOnly } from '../../schema/elections/publication.ts';
import type { Close } from './box.ts';
import type { Fault } from './fault.ts';
import { recount, type Sheet } from './recount.ts';

const figure = () => z.int().check(z.minimum(0));
const names = () => z.array(z.string());

const paperShape = () =>
  z.object({
    n: figure(),
    spoilt: z.optional(z.boolean()),
    overSelected: z.optional(z.boolean()),
    marks: z.record(
      z.string(),
      z.object({
        for: z.optional(names()),
        against: z.optional(names()),
        written: z.optional(names()),
        unclear: z.optional(z.boolean()),
      }),
    ),
  });
type OnPaper = z.infer<ReturnType<typeof paperShape>>;

const publishedShape = () =>
  z.object({
    valid: z.boolean(),
    collected: figure(),
    registered: figure(),
    issued: figure(),
    void: figure(),
    posts: z.array(
      z.object({
        post: z.string(),
        valid: figure(),
        void: figure(),
        need: figure(),
        base: figure(),
        standings: z.array(
          z.object({ person: z.string(), name: z.string(), votes: figure(), against: figure() }),
        ),
        elected: names(),
        tied: names(),
        second: names(),
      }),
    ),
    /** null: told only together with what phones cast */
    paper: z.nullable(z.array(paperShape())),
    merges: z.record(z.string(), z.nullable(z.string())),
  });
export type Published = z.infer<ReturnType<typeof publishedShape>>;

/** The published result; undefined where it is not the one that was signed, or none at all. */
export async function signedResult({ result }: ContestRecord, hash: string): Promise<Published | undefined> {
  if (result === null || toHex(await sha256(utf8(result))) !== hash) return undefined;
  try {
    return publishedShape().safeParse(JSON.parse(result)).data;
  } catch {
    return undefined;
  }
}

const sheetOf = ({ n, spoilt, overSelected, marks }: OnPaper): Sheet => ({
  n,
  spoilt: spoilt === true,
  over: overSelected === true,
  marks: Object.fromEntries(
    Object.entries(marks).map(([post, one]) => [
      post,
      {
        for: one.for ?? [],
        against: one.against ?? [],
        written: one.written ?? [],
        unclear: one.unclear === true,
      },
    ]),
  ),
});

/** A ballot as its content says; void where that is none which this product writes. */
function sheetFrom(opening: OpenedBallot | VoidBallot | undefined): Sheet {
  const choices = opening?.outcome === 'opened' ? decodeChoices(opening.content) : undefined;
  if (!choices) return { n: 1, spoilt: true, over: false, marks: {} };
  const marks = Object.entries(choices).map(
    ([post, one]) =>
      [post, { for: one.for, against: one.against, written: one.written, unclear: false }] as const,
  );
  return { n: 1, spoilt: false, over: false, marks: Object.fromEntries(marks) };
}

interface Counting {
  pack: Pack;
  freeze: Freeze;
  close: Close;
  openings: readonly (OpenedBallot | VoidBallot | undefined)[];
}

const ballotsIn = (paper: readonly OnPaper[]): number => paper.reduce((sum, { n }) => sum + n, 0);

/** What the ledger says of the result even where the ballots are not published: each ballot came out of one of two boxes. */
export function checkFigures(theirs: Published, close: Close, box: number, faults: Fault[]): void {
  const paper = theirs.paper ? ballotsIn(theirs.paper) : theirs.collected - box;
  if (togetherOnly(box, paper) !== (theirs.paper === null)) faults.push({ code: 'published' });
  if (theirs.valid && paper > close.paper) faults.push({ code: 'paper', has: paper, ledger: close.paper });
  compareTo(faults)('issued', close.issued + close.paper, theirs.issued);
  compareTo(faults)('collected', box + paper, theirs.collected);
}

/** Names the two figures where they differ. */
const compareTo =
  (faults: Fault[]) =>
  (what: string, one: unknown, other: unknown): void => {
    const [mine, theirs] = [JSON.stringify(one), JSON.stringify(other)];
    if (mine !== theirs) faults.push({ code: 'count', what, mine, theirs });
  };

/** The own count against the published one, figure by figure. */
export function checkCount(
  theirs: Published & { paper: OnPaper[] },
  { pack, freeze, close, openings }: Counting,
  faults: Fault[],
): void {
  const asked = {
    pack,
    round: freeze.round,
    posts: freeze.posts,
    registered: freeze.roll.entries,
    issued: close.issued + close.paper,
    overfull: ballotsIn(theirs.paper) > close.paper,
    merges: theirs.merges,
  };
  const sheets = [...openings.map(sheetFrom), ...theirs.paper.map(sheetOf)];
  const mine = recount(asked, sheets);
  const compare = compareTo(faults);
  compare('valid', mine.valid, theirs.valid);
  compare('registered', asked.registered, theirs.registered);
  compare('collected', mine.collected, theirs.collected);
  compare('void', mine.void, theirs.void);
  const sorted = (list: readonly string[]) => [...list].sort();
  for (const post of mine.posts) {
    const other = theirs.posts.find((one) => one.post === post.post);
    compare('valid', post.valid, other?.valid);
    compare('void', post.void, other?.void);
    compare('need', post.need, other?.need);
    compare('base', post.base, other?.base);
    const people = [...post.votes].sort(([one], [two]) => (one < two ? -1 : 1));
    const said = [...(other?.standings ?? [])].sort((one, two) => (one.person < two.person ? -1 : 1));
    compare(
      'votes',
      people.map(([person, { votes, against }]) => [person, votes, against]),
      said.map(({ person, votes, against }) => [person, votes, against]),
    );
    compare('elected', sorted(post.elected), sorted(other?.elected ?? []));
    compare('tied', sorted(post.tied), sorted(other?.tied ?? []));
    compare('second', sorted(post.second), sorted(other?.second ?? []));
  }
}
