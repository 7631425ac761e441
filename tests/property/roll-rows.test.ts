// Sheets of every kind onto a roll: each line that says anything becomes a row or is refused, once; areas are what their
// digits say; a door is the same door however it is written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaMost, readArea, showArea } from '../../schema/rolls/area.ts';
import { type Column, columns, readHead } from '../../schema/rolls/columns.ts';
import { doorPosition, doorsOf, planMost } from '../../schema/rolls/doors.ts';
import { namesIn, ownerKey } from '../../schema/rolls/heads.ts';
import { placeOf, readRows, rollKinds } from '../../schema/rolls/rows.ts';

const runs = (n: number) => (process.env.FULL ? n * 10 : n);

const buildings = [
  { id: 'a', name: '滨河小区1号楼', code: 'BH-1', above: '滨河社区' },
  { id: 'b', name: '2号楼', code: 'BH-2', above: '滨河社区' },
  { id: 'c', name: '东方花园2号楼', code: 'DF-2', above: '东方社区' },
];

/** What offices write, near what is right and far from it. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '1',
    '1栋',
    '2号楼',
    'BH-2',
    '滨河小区1号楼',
    '1单元',
    '302',
    '1-302',
    '3-1-302',
    '合计',
  ),
  fc.constantFrom(
    '张三',
    '张三、李四',
    '13800138000',
    '89.5',
    '89.505',
    '1,089.50㎡',
    '未售',
    '已售',
    '-1',
    '420281198001011234',
  ),
  fc.string({ maxLength: 30 }),
);
const sheet = fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 40 });
const likely = fc.array(
  fc.tuple(
    fc.constantFrom('1栋', 'BH-2', '东方花园2号楼', '9栋', ''),
    fc.constantFrom('1', '2单元', ''),
    fc.constantFrom('101', '102室', '1-101', ''),
    fc.constantFrom('张三', '李四', ''),
    fc.constantFrom('89.5', '89.505', '100', ''),
    fc.constantFrom('已售', '未售', '不知道', ''),
  ),
  { maxLength: 40 },
);
const usual = new Map<Column, number>(
  (['building', 'stairwell', 'door', 'name', 'area', 'holding'] as const).map((one, at) => [one, at]),
);
const mapping = fc
  .uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: columns.length })
  .map((some) => new Map<Column, number>(some.map((column, at) => [column, at])));

const sheets: fc.Arbitrary<[string[][], Map<Column, number>]> = fc.oneof(
  fc.tuple(sheet, mapping),
  fc.tuple(likely, fc.constant(usual)),
);

describe('every line', () => {
  test('becomes a row or is refused, exactly once, and no place stands twice', () => {
    fc.assert(
      fc.property(sheets, fc.constantFrom(...rollKinds), fc.nat(5), ([lines, at], kind, first) => {
        const { rows, refused } = readRows(lines, first, at, buildings, kind);
        const told = [...rows, ...refused].map(({ row }) => row).sort((one, other) => one - other);
        const said = lines.flatMap((line, index) =>
          line.some((one) => one.trim() !== '') ? [first + index] : [],
        );
        expect(told).toEqual(said);
        expect(new Set(rows.map((row) => placeOf(row, kind))).size).toBe(rows.length);
        for (const row of rows) {
          expect(buildings.some(({ id }) => id === row.unit)).toBe(true);
          expect(row.door).not.toBe('');
          if (kind === 'owner') expect(Number.isInteger(row.area)).toBe(true);
          if (kind === 'person') expect(row.name).not.toBe('');
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('that carries a long number where the name stands keeps it out of the report', () => {
    const digits = fc.stringMatching(/^[1-9]\d{14,18}$/);
    fc.assert(
      fc.property(digits, (number) => {
        const at = new Map<Column, number>([
          ['door', 0],
          ['name', 1],
        ]);
        const read = readRows([['1栋101', `张三${number}`]], 1, at, buildings, 'household');
        expect(read.rows).toEqual([]);
        expect(JSON.stringify(read)).not.toContain(number);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('an area', () => {
  const whole = fc.integer({ min: 0, max: 1_000_000 });
  test('is its digits, never a binary fraction', () => {
    fc.assert(
      fc.property(
        whole,
        fc.stringMatching(/^\d{0,4}$/),
        fc.constantFrom('', '㎡', ' 平方米', 'm²'),
        (n, parts, unit) => {
          const words = `${n}${parts === '' ? '' : `.${parts}`}${unit}`;
          // In ten-thousandths, by big integers.
          const exact = BigInt(n) * 10_000n + BigInt(parts.padEnd(4, '0'));
          const wanted =
            exact % 100n !== 0n
              ? 'area-decimals'
              : exact === 0n || exact / 100n > BigInt(areaMost)
                ? 'area-size'
                : Number(exact / 100n);
          expect(readArea(words)).toBe(wanted);
        },
      ),
      { numRuns: runs(3000) },
    );
  });
  test('is read again as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: areaMost }), (area) => {
        expect(readArea(showArea(area))).toBe(area);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('a door', () => {
  const door = fc.record({
    stairwell: fc.integer({ min: 1, max: 20 }),
    number: fc.integer({ min: 101, max: 6099 }),
  });
  const styles: readonly ((stairwell: number, number: number) => string[])[] = [
    (stairwell, number) => ['1栋', `${stairwell}`, `${number}`],
    (stairwell, number) => ['1号楼', `${stairwell}单元`, `${number}室`],
    (stairwell, number) => ['滨河小区1#', '', `${stairwell}-${number}`],
    (stairwell, number) => ['', '', `1幢${stairwell}单元${number}`],
    (stairwell, number) => ['', '', `滨河小区1号楼${stairwell}单元${number}号`],
    (stairwell, number) => ['BH-1', '', `${stairwell}单元 ${number}`],
  ];
  test('is one door however it is written', () => {
    const at = new Map<Column, number>([
      ['building', 0],
      ['stairwell', 1],
      ['door', 2],
    ]);
    fc.assert(
      fc.property(door, ({ stairwell, number }) => {
        const { rows, refused } = readRows(
          styles.map((style) => style(stairwell, number)),
          1,
          at,
          buildings,
          'household',
        );
        expect(rows).toEqual([
          { row: 1, unit: 'a', stairwell: String(stairwell), door: String(number), name: '' },
        ]);
        expect(refused.map(({ reason }) => reason)).toEqual(styles.slice(1).map(() => 'twice'));
      }),
      { numRuns: runs(500) },
    );
  });
  test('of a plan stands once, in the order of its making', () => {
    const plan = fc.record({
      stairwells: fc.integer({ min: 1, max: planMost.stairwells }),
      floors: fc.integer({ min: 1, max: 40 }),
      perFloor: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(plan, (one) => {
        const doors = doorsOf(one);
        expect(doors.length).toBe(one.stairwells * one.floors * one.perFloor);
        const places = doors.map(({ stairwell, door: number }) => doorPosition(stairwell, number));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(new Set(places).size).toBe(doors.length);
      }),
      { numRuns: runs(100) },
    );
  });
});

test('co-owners are one head in any order, with any sign between them', () => {
  const name = fc.constantFrom('张三', '李 四', '王五', '欧阳　娜娜', 'Smith J');
  const between = fc.constantFrom('、', ',', '，', ';', '；', '/', ' 、');
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      between,
      fc.nat(3),
      (names, sign, turn) => {
        const turned = [...names.slice(turn), ...names.slice(0, turn)];
        expect(ownerKey(turned.join(sign), '', null)).toBe(ownerKey(names.join('、'), '', null));
        expect(namesIn(names.join(sign)).length).toBe(names.length);
      },
    ),
    { numRuns: runs(300) },
  );
});

test('no sheet guesses a column twice, nor one that a roll must not take', () => {
  fc.assert(
    fc.property(sheet, (lines) => {
      const { guess, sensitive, titles } = readHead(lines);
      const taken = guess.filter((one) => one !== undefined);
      expect(new Set(taken).size).toBe(taken.length);
      expect(guess.length).toBe(titles.length);
      guess.forEach((one, at) => {
        if (sensitive[at]) expect(one).toBeUndefined();
      });
    }),
    { numRuns: runs(500) },
  );
});
