// Where the blocks of a report stand: on as many sheets as it takes, none cut, headings with what they head, tables with
// their heads again. And a screen on a wall that asks for what is new, and for nothing else.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Placed, sheetsOf } from '../../web/board/report/place.ts';
import { boardAgain } from '../../web/board/wall/again.ts';
import { cardOf, sideOf } from '../property/board-card.ts';

describe('sheets', () => {
  const plain = (...heights: number[]): Placed[] => heights.map((height) => ({ height }));

  test('a block that does not fit opens the next sheet', () => {
    expect(sheetsOf(plain(40, 40, 40), 100)).toEqual([[0, 1], [2]]);
    expect(sheetsOf(plain(40, 60, 1), 100)).toEqual([[0, 1], [2]]);
    expect(sheetsOf([], 100)).toEqual([]);
  });

  test('a heading goes with the first line of what it heads', () => {
    expect(sheetsOf([{ height: 80 }, { height: 10, keep: true }, { height: 20 }], 100)).toEqual([
      [0],
      [1, 2],
    ]);
    const table = { name: 'a', head: 8 };
    expect(
      sheetsOf(
        [{ height: 75 }, { height: 10, keep: true }, { height: 10, table }, { height: 10, table }],
        100,
      ),
    ).toEqual([[0], [1, 2, 3]]);
  });

  test('a table that goes on has its head on every sheet', () => {
    const table = { name: 'a', head: 20 };
    const rows = Array.from({ length: 9 }, () => ({ height: 20, table }));
    expect(sheetsOf(rows, 100)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
  });

  test('whatever is printed: every block once and in order, and no sheet is fuller than it can be', () => {
    const block = fc.record({
      height: fc.integer({ min: 1, max: 60 }),
      keep: fc.boolean(),
      table: fc.option(
        fc.record({ name: fc.constantFrom('a', 'b'), head: fc.integer({ min: 1, max: 15 }) }),
        {
          nil: undefined,
        },
      ),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
        const sheets = sheetsOf(blocks, 100);
        expect(sheets.flat()).toEqual(blocks.map((_, at) => at));
        for (const sheet of sheets) {
          const high = sheet.reduce((sum, at, place) => {
            const { height = 0, table } = blocks[at] ?? {};
            const before = place > 0 ? blocks[sheet[place - 1] ?? -1] : undefined;
            return sum + height + (table && table.name !== before?.table?.name ? table.head : 0);
          }, 0);
          if (sheet.length > 1) expect(high).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a screen on a wall', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('asks with the tag of what it shows, and keeps it where nothing changed', async () => {
    const card = cardOf(sideOf([{ households: 100, given: [[1, 2, 3, 4, 5]] }]));
    const asked: [string, string | undefined][] = [];
    const answers = [
      () => Response.json({ ...card, n: 16 }, { headers: { etag: '"7"' } }),
      () => new Response(null, { status: 304 }),
      () => Response.json({ ...card, n: 17 }, { headers: { etag: '"8"' } }),
      () => new Response('{}', { status: 503 }),
    ];
    vi.stubGlobal('fetch', async (address: string, { headers }: { headers: Record<string, string> }) => {
      asked.push([address, headers['if-none-match']]);
      return answers.shift()?.();
    });
    const again = boardAgain({ card, chosen: 'c0' });
    expect((await again())?.n).toBe(16);
    expect(await again()).toBe(undefined);
    expect((await again())?.n).toBe(17);
    await expect(again()).rejects.toThrow('503');
    const address = '/api/campaigns/c1/units/top/scorecard?compare=c0';
    expect(asked).toEqual([undefined, '"7"', '"7"', '"8"'].map((tag) => [address, tag]));
  });
});
