// Nothing of a sheet is dropped in silence: every row that is not blank lands in a building or is told with why.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCandidates } from '../../schema/elections/candidate-sheet.ts';

const buildings = Array.from({ length: 12 }, (_, n) => ({
  id: `u${n}`,
  name: `${(n % 6) + 1}号楼`,
  code: `C${n}`,
  above: n < 6 ? '滨河小区' : '园林小区',
}));
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '1号楼',
    '滨河小区2栋',
    'C3',
    'C9',
    '三号楼',
    '99号楼',
    '王秀英',
    '李 建 国',
    '王',
    '138',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.string({ minLength: 61, maxLength: 80 }),
);
const heads = fc.constantFrom<string[][]>(
  [],
  [['楼栋', '姓名', '一句话']],
  [['候选人一览'], ['小区', '楼栋', '候选人', '简介']],
  [['姓名', '楼栋']],
);

test('every row lands or is told, once, with a name that is one in a building that there is', () => {
  fc.assert(
    fc.property(heads, fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (head, body) => {
      const { rows, refused } = readCandidates([...head, ...body], buildings);
      const filled = body.flatMap((line, at) =>
        line.some((one) => one.trim() !== '') ? [head.length + at + 1] : [],
      );
      const told = [...rows, ...refused].map(({ row }) => row);
      // A row of the body may itself be a heading, which only shortens what is read.
      const from = Math.min(...told, Number.POSITIVE_INFINITY);
      const late = filled.filter((row) => row >= from);
      expect([...told].sort((a, b) => a - b)).toEqual(late);
      if (head.length > 0) expect(late).toEqual(filled);
      const pairs = rows.map(({ unit, name }) => `${unit} ${name}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { unit, name, line } of rows) {
        expect(buildings.some(({ id }) => id === unit)).toBe(true);
        expect(name.length).toBeGreaterThan(1);
        expect(line.length).toBeLessThanOrEqual(60);
      }
    }),
  );
});
