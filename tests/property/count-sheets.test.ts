// Paper: what a count sheet keeps is enough. Boxes of ballots are drawn, read off into sums as people do, and made into
// ballots again: every figure of the count is the same, however the box was split into batches and in whatever order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BallotGroup, Contest, Merges } from '../../schema/elections/contest.ts';
import { count } from '../../schema/elections/count.ts';
import { sameTogether, sheetGroups } from '../../schema/elections/count-groups.ts';
import {
  type CountSheet,
  sheetDifferences,
  sheetFaults,
  sheetFields,
  sheetText,
} from '../../schema/elections/count-sheet.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { packs } from '../../schema/elections/packs/registry.ts';

interface Drawn {
  pack: Pack;
  contest: Contest;
  ballots: BallotGroup[];
  merges: Merges;
}

/** Everybody who can be chosen: candidates, and people with the spellings that electors have for them. */
const others = [['孙七', '孙 七'], ['周八', '周捌'], ['吴九']] as const;
const decided: Merges = { 周捌: '=周八' };

const box = fc
  .record({
    pack: fc.constantFrom(...packs),
    style: fc.constantFrom('choose' as const, 'each' as const),
    writing: fc.boolean(),
    seats: fc.integer({ min: 1, max: 3 }),
    candidates: fc.integer({ min: 1, max: 5 }),
    ballots: fc.array(
      fc.record({
        kind: fc.constantFrom('chosen', 'chosen', 'chosen', 'chosen', 'blank', 'spoilt', 'over'),
        order: fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }),
        many: fc.integer({ min: 0, max: 3 }),
        against: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        n: fc.integer({ min: 1, max: 30 }),
      }),
      { maxLength: 14 },
    ),
    spare: fc.nat(5),
    absent: fc.nat(60),
  })
  .map((drawn): Drawn => {
    const { seats, style } = drawn;
    const candidates = Array.from({ length: drawn.candidates }, (_, at) => ({
      id: `c${at}`,
      name: `候选${at}`,
    }));
    const pack: Pack = {
      ...drawn.pack,
      ballot: { ...drawn.pack.ballot, style },
      writeIns: { ...drawn.pack.writeIns, allowed: drawn.writing },
    };
    const ballots = drawn.ballots.flatMap(({ kind, order, many, against, n }): BallotGroup[] => {
      if (kind === 'spoilt') return [{ n, marks: {}, spoilt: true }];
      if (kind === 'blank') return [{ n, marks: { post: { for: [] } } }];
      const all = [
        ...candidates.map(({ id }) => ({ id })),
        ...(drawn.writing
          ? others.map((names, at) => ({ name: names[(order[at] ?? 0) % names.length] ?? '' }))
          : []),
      ];
      const mixed = all
        .map((one, at) => ({ one, at: order[at] ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const size = kind === 'over' ? seats + 1 : Math.min(many, seats);
      const chosen = mixed.slice(0, size);
      if (kind === 'over' && chosen.length <= seats) return [{ n, marks: {}, spoilt: true }];
      const ids = chosen.flatMap((one) => ('id' in one ? [one.id] : []));
      const written = chosen.flatMap((one) => ('name' in one ? [one.name] : []));
      const opposed =
        style === 'each'
          ? candidates.map(({ id }) => id).filter((id, at) => against[at] && !ids.includes(id))
          : [];
      return [
        {
          n,
          marks: {
            post: {
              for: ids,
              ...(opposed.length > 0 && { against: opposed }),
              ...(written.length > 0 && { written }),
            },
          },
        },
      ];
    });
    const collected = ballots.reduce((sum, { n }) => sum + n, 0);
    const issued = collected + drawn.spare;
    const contest: Contest = {
      round: 'first',
      posts: [{ id: 'post', seats, candidates }],
      registered: issued + drawn.absent,
      issued,
    };
    return { pack, contest, ballots, merges: decided };
  });

/** The sheet as people fill it in, ballot by ballot. */
function readOff({ contest }: Drawn, ballots: readonly BallotGroup[]): CountSheet {
  const [{ seats }] = contest.posts;
  const sheet: CountSheet = {
    issued: 0,
    present: null,
    collected: 0,
    over: 0,
    spoilt: 0,
    blank: 0,
    votes: [],
    written: [],
  };
  const votes = new Map<string, { for: number; against: number }>();
  const names = new Map<string, number>();
  for (const { n, marks, spoilt } of ballots) {
    sheet.collected += n;
    const { for: chosen = [], against = [], written = [] } = marks.post ?? {};
    if (spoilt) sheet.spoilt += n;
    else if (chosen.length + written.length > seats) sheet.over += n;
    else if (chosen.length + written.length + against.length === 0) sheet.blank += n;
    else {
      for (const id of chosen)
        votes.set(id, { against: 0, ...votes.get(id), for: (votes.get(id)?.for ?? 0) + n });
      for (const id of against)
        votes.set(id, { for: 0, ...votes.get(id), against: (votes.get(id)?.against ?? 0) + n });
      for (const name of written) names.set(name, (names.get(name) ?? 0) + n);
    }
  }
  sheet.issued = sheet.collected;
  sheet.votes = [...votes].map(([candidate, sums]) => ({ candidate, ...sums }));
  sheet.written = [...names].map(([name, n]) => ({ name, for: n }));
  return sheet;
}

const ballotOf = ({ pack, contest }: Drawn) => ({
  method: 'paper' as const,
  seats: contest.posts[0].seats,
  style: pack.ballot.style,
  writeIns: pack.writeIns.allowed,
  candidates: contest.posts[0].candidates.map(({ id }) => id),
});

test('a box and the sheet read off it count to the same figures', () => {
  fc.assert(
    fc.property(box, (drawn) => {
      const { pack, contest, ballots, merges } = drawn;
      const sheet = readOff(drawn, ballots);
      expect(sheetFaults(sheet, ballotOf(drawn))).toEqual([]);
      const again = sheetGroups(sheet, contest, merges);
      expect(count(pack, contest, again, merges)).toEqual(count(pack, contest, ballots, merges));
    }),
    { numRuns: 4_000 },
  );
});

test('a box in batches, in any order, counts as one', () => {
  fc.assert(
    fc.property(
      box,
      fc.array(fc.nat(2), { minLength: 14, maxLength: 14 }),
      fc.boolean(),
      (drawn, to, turned) => {
        const { pack, contest, ballots, merges } = drawn;
        const batches = [0, 1, 2].map((at) => ballots.filter((_, index) => to[index] === at));
        const groups = batches.map((batch) => sheetGroups(readOff(drawn, batch), contest, merges));
        const whole = sameTogether((turned ? [...groups].reverse() : groups).flat());
        expect(whole).toEqual(sameTogether(groups.flat()));
        expect(count(pack, contest, whole, merges)).toEqual(count(pack, contest, ballots, merges));
      },
    ),
    { numRuns: 1_500 },
  );
});

test('two sheets are one text when they read the same, and differ in exactly the figures that do', () => {
  fc.assert(
    fc.property(box, fc.nat(20), fc.nat(9), (drawn, field, by) => {
      const sheet = readOff(drawn, drawn.ballots);
      const shuffled = { ...sheet, votes: [...sheet.votes].reverse(), written: [...sheet.written].reverse() };
      expect(sheetText(shuffled)).toBe(sheetText(sheet));
      expect(sheetDifferences(sheet, shuffled)).toEqual([]);
      const at = field % (sheetFields.length + sheet.votes.length);
      const name = sheetFields[at];
      const other: CountSheet =
        name === undefined
          ? {
              ...sheet,
              votes: sheet.votes.map((one, index) =>
                index === at - sheetFields.length ? { ...one, for: one.for + by } : one,
              ),
            }
          : { ...sheet, [name]: (sheet[name] ?? 0) + by };
      const found = sheetDifferences(sheet, other);
      const same = by === 0 && !(name === 'present');
      expect(sheetText(other) === sheetText(sheet)).toBe(same);
      expect(found.length).toBe(same ? 0 : 1);
    }),
    { numRuns: 2_000 },
  );
});

test('figures that no box can have are refused, whichever is wrong', () => {
  fc.assert(
    fc.property(box, fc.integer({ min: 1, max: 9 }), (drawn, by) => {
      const sheet = readOff(drawn, drawn.ballots);
      const ballot = ballotOf(drawn);
      expect(sheetFaults({ ...sheet, spoilt: sheet.spoilt + sheet.collected + by }, ballot)).not.toEqual([]);
      expect(sheetFaults({ ...sheet, collected: sheet.collected + 10_000 }, ballot)).not.toEqual([]);
      // One post with one seat: the figures add up to the ballot.
      if (ballot.style === 'choose' && ballot.seats === 1) {
        expect(sheetFaults({ ...sheet, collected: sheet.collected + by }, ballot)).not.toEqual([]);
        expect(sheetFaults({ ...sheet, blank: sheet.blank + by }, ballot)).not.toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
});
