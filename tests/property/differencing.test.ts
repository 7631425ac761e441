// What published figures give away is found by elimination; here it is found by its definition: a sum of cells is given
// away when every change of the cells that leaves all published sums as they are leaves it as it is too.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedSizes, recoverable } from '../../schema/measures/audit.ts';
import { mayAllFollow, mayFollow, mayShowTogether } from '../../schema/measures/differencing.ts';

const cells = 5;
/** Every change of five cells by up to three each: as far as sums of up to four independent rows of 0 and 1 need. */
const changes = Array.from({ length: 7 ** cells }, (_, code) =>
  Array.from({ length: cells }, (_, at) => (Math.floor(code / 7 ** at) % 7) - 3),
);
const times = (row: readonly number[], change: readonly number[]) =>
  row.reduce((all, n, at) => all + n * (change[at] ?? 0), 0);
const unseen = (rows: readonly (readonly number[])[]) =>
  changes.filter((change) => rows.every((row) => times(row, change) === 0));

const group = fc.array(fc.constantFrom(0, 1), { minLength: cells, maxLength: cells });
const groups = fc.array(group, { maxLength: 5 });
const placesIn = (row: readonly number[]) => row.flatMap((n, at) => (n === 1 ? [at] : []));

describe('the rank audit', () => {
  it('finds exactly the hidden cells that shown sums determine', () => {
    fc.assert(
      fc.property(groups, group, (rows, hidden) => {
        const left = unseen([...rows, ...hidden.flatMap((is, at) => (is === 1 ? [] : [unit(at)]))]);
        const determined = placesIn(hidden).filter((at) => left.every((change) => change[at] === 0));
        const sums = rows.map((row) => new Map(row.map((n, at) => [at, BigInt(n)])));
        expect(recoverable(sums, (at) => hidden[at] === 1).sort()).toEqual(determined);
      }),
      { numRuns: 300 },
    );
  });

  it('counts a mean beside its answers as the sum that it is', () => {
    // 4 answers on 1, 2 and 3 points: two counts are hidden, their sum is known, and the mean gives away both.
    const all = new Map([0, 1, 2].map((at) => [at, 1n]));
    const points = new Map([0, 1, 2].map((at) => [at, BigInt(at + 1)]));
    expect(recoverable([all], (at) => at !== 1)).toEqual([]);
    expect(recoverable([all, points], (at) => at !== 1).sort()).toEqual([0, 2]);
  });

  it('keeps figures exact that no float could hold', () => {
    const big = 2n ** 70n;
    const sums = [
      new Map([
        [0, big],
        [1, 1n],
      ]),
      new Map([
        [0, big + 1n],
        [1, 1n],
      ]),
    ];
    expect(recoverable(sums, () => true).sort()).toEqual([0, 1]);
    expect(recoverable(sums.slice(1), () => true)).toEqual([]);
  });
});

const unit = (at: number) => Array.from({ length: cells }, (_, other) => (other === at ? 1 : 0));
const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: cells, maxLength: cells });

describe('groups that filters pick', () => {
  it('are published together exactly when no group of 1 to k − 1 people comes out of them', () => {
    let [refused, allowed] = [0, 0];
    fc.assert(
      fc.property(groups, sizes, fc.integer({ min: 2, max: 6 }), (rows, atoms, k) => {
        const left = unseen(rows);
        const small = Array.from({ length: 2 ** cells }, (_, code) => placesInCode(code)).some((row) => {
          const size = times(row, atoms);
          return size > 0 && size < k && left.every((change) => times(row, change) === 0);
        });
        const may = mayShowTogether(atoms, rows.map(placesIn), k);
        expect(may).toBe(!small);
        if (may) allowed++;
        else refused++;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(refused, allowed)).toBeGreaterThan(20);
  });

  it('two by two come out as their parts do, over 10,000 pairs', () => {
    const masks = fc.integer({ min: 0, max: 2 ** cells - 1 });
    fc.assert(
      fc.property(masks, masks, sizes, fc.integer({ min: 2, max: 10 }), (a, b, atoms, k) => {
        const size = (mask: number) => times(placesInCode(mask), atoms);
        // Of two groups, one may lie in the other, or they may have nobody in common.
        const inside = (a & b) === a || (a & b) === b ? [a ^ b] : [];
        const apart = (a & b) === 0 ? [a | b] : [];
        const small = [a, b, ...inside, ...apart].some((mask) => size(mask) > 0 && size(mask) < k);
        const both = [a, b].map((mask) => placesIn(placesInCode(mask)));
        expect(mayShowTogether(atoms, both, k)).toBe(!small);
      }),
      { numRuns: 10_000 },
    );
  });

  it('are refused when they are too many to try all that comes out of them', () => {
    const lone = Array.from({ length: 17 }, (_, at) => [at]);
    expect(derivedSizes(Array(17).fill(50), lone)).toBeNull();
    expect(mayShowTogether(Array(17).fill(50), lone, 5)).toBe(false);
    expect(mayShowTogether(Array(16).fill(50), lone.slice(0, 16), 5)).toBe(true);
  });
});

const placesInCode = (code: number) => Array.from({ length: cells }, (_, at) => (code >> at) & 1);

describe('publications one after the other', () => {
  const rounds = 4;
  const more = fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }), {
    minLength: rounds,
    maxLength: rounds,
  });

  /** Every figure that was published: the answers of a unit, or of one below it, up to a round. */
  function published(given: readonly (readonly number[])[], k: number) {
    const children = [0, 1, 2];
    const atom = (round: number, child: number) => round * children.length + child;
    const upTo = (round: number, child: number) =>
      Array.from({ length: round + 1 }, (_, at) => atom(at, child));
    const sizeAt = (round: number, child: number) => times(placesInRounds(given, round, child), given.flat());
    const groups: number[][] = [];
    let unit = 0;
    let below = [0, 0, 0];
    let renewed = 0;
    given.forEach((_, round) => {
      const now = children.map((child) => sizeAt(round, child));
      const whole = now.reduce((sum, n) => sum + n, 0);
      if (!mayFollow([unit], [whole], k)) return;
      unit = whole;
      groups.push(children.flatMap((child) => upTo(round, child)));
      if (
        !mayAllFollow(
          below.map((n) => [n]),
          now.map((n) => [n]),
          k,
        )
      )
        return;
      below = now;
      renewed++;
      for (const child of children) groups.push(upTo(round, child));
    });
    return { atoms: given.flat(), groups, renewed };
  }

  it('tell of no group of 1 to k − 1 answers, whatever is added to and taken from each other', () => {
    let all = 0;
    fc.assert(
      fc.property(more, fc.integer({ min: 2, max: 6 }), (given, k) => {
        const { atoms, groups, renewed } = published(given, k);
        all += renewed;
        for (const size of derivedSizes(atoms, groups) ?? [])
          expect(size === 0 || size >= k, `${JSON.stringify(given)} ${k}`).toBe(true);
      }),
      { numRuns: process.env.FULL ? 10_000 : 1_000 },
    );
    expect(all).toBeGreaterThan(300);
  });

  it('renew all below or none', () => {
    expect(mayAllFollow([[10], [20], [30]], [[15], [20], [37]], 5)).toBe(true);
    expect(mayAllFollow([[10], [20], [30]], [[12], [26], [37]], 5)).toBe(false);
    expect(mayFollow([14, 9], [19, 9], 5)).toBe(true);
    expect(mayFollow([14, 9], [19, 8], 5)).toBe(false);
  });
});

const placesInRounds = (given: readonly (readonly number[])[], round: number, child: number) =>
  given.flatMap((row, at) => row.map((_, other) => (at <= round && other === child ? 1 : 0)));
