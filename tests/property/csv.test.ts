// What is written is read back, and nothing that is written can be run by a spreadsheet.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine, parseCsv } from '../../schema/csv.ts';

const runs = { numRuns: process.env.FULL ? 10_000 : 1_000 };
const hostile = fc.tuple(
  fc.constantFrom(
    '',
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\0',
    '＝',
    '＋',
    '－',
    '＠',
    ' =',
    '\n=',
    '"=',
    ';=',
    ',=',
  ),
  fc.string({ unit: 'binary' }),
);
const cell = fc.oneof(
  hostile.map(([first, rest]) => first + rest),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '\t', ';', 'a', '号', ' ') }),
);

test('what is written is read back, but for the apostrophe of a guarded cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), (rows) => {
      const read = parseCsv(`\uFEFF${rows.map(csvLine).join('')}`);
      expect(read.length).toBe(rows.length);
      rows.forEach((row, r) => {
        row.forEach((text, c) => {
          expect([text, `'${text}`]).toContain(read[r]?.[c]);
        });
      });
    }),
    runs,
  );
});

test('no text cell starts a formula, in any spreadsheet that splits at , ; or tab', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const written = csvCell(text);
      const content = parseCsv(written)[0]?.[0] ?? '';
      expect(content).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r\0]/);
      if (/[,;\t\r\n]/.test(content)) expect(written.startsWith('"')).toBe(true);
    }),
    runs,
  );
});

test('numbers stay numbers', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
      expect(Number(csvCell(n))).toBe(Number(String(n)));
    }),
    runs,
  );
});

test('any line end, other delimiters, quoted line ends and empty lines are read', () => {
  expect(parseCsv('a,b\r\nc,d\ne,f\rg,h')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
  ]);
  expect(parseCsv('a;"b;""c"""\n\n"x\ny";', ';')).toEqual([['a', 'b;"c"'], [''], ['x\ny', '']]);
  expect(parseCsv('')).toEqual([]);
});
