// Candidates from a sheet of an office: headings found, merged cells, and every row that could not be used.
import { describe, expect, test } from 'vitest';
import { readCandidates } from '../../schema/elections/candidate-sheet.ts';
import { isContact, isName, mobileDigits, tellsTooMuch, tidyName } from '../../schema/elections/person.ts';
import { pastedLines } from '../../web/staff/elections/pasted-lines.ts';

const buildings = [
  { id: 'a1', name: '1号楼', code: 'BH-001', above: '滨河小区' },
  { id: 'a2', name: '2号楼', code: 'BH-002', above: '滨河小区' },
  { id: 'b1', name: '1号楼', code: 'YH-001', above: '园林小区' },
];

test('headings anywhere in the first lines, cells of a building merged', () => {
  const { rows, refused } = readCandidates(
    [
      ['滨河社区楼栋长候选人一览表'],
      ['序号', '小区', '楼栋', '候选人姓名', '一句话介绍'],
      ['1', '滨河小区', '1栋', '王 秀英', '退休教师，住了二十年'],
      ['2', '', '', '买买提•艾力', ''],
      ['3', '', '2号楼', '李建国', ' 党员 '],
    ],
    buildings,
  );
  expect(refused).toEqual([]);
  expect(rows).toEqual([
    { row: 3, unit: 'a1', name: '王秀英', line: '退休教师，住了二十年' },
    { row: 4, unit: 'a1', name: '买买提·艾力', line: '' },
    { row: 5, unit: 'a2', name: '李建国', line: '党员' },
  ]);
});

test('without headings: building, name, line', () => {
  expect(readCandidates([['BH-002', '赵敏', '热心人']], buildings).rows).toEqual([
    { row: 1, unit: 'a2', name: '赵敏', line: '热心人' },
  ]);
});

test('each row that could not be used says why', () => {
  const lines = [
    ['楼栋', '姓名', '简介'],
    ['', '王五', ''],
    ['1号楼', '王五', ''],
    ['9号楼', '王五', ''],
    ['BH-001', '', ''],
    ['BH-001', '13871234567', ''],
    ['BH-001', '王五', '电话 138-7123-4567'],
    ['BH-001', '王五', '很'.repeat(61)],
    ['BH-001', '王五', ''],
    ['滨河小区1号楼', '王 五', ''],
    ['  ', '', ' '],
  ];
  const { rows, refused } = readCandidates(lines, buildings);
  expect(rows.map(({ row }) => row)).toEqual([9]);
  expect(refused.map(({ row, why }) => [row, why])).toEqual([
    [2, 'no-building'],
    [3, 'building-many'],
    [4, 'building-unknown'],
    [5, 'no-name'],
    [6, 'bad-name'],
    [7, 'line-tells'],
    [8, 'long-line'],
    [10, 'twice'],
  ]);
});

describe('what is written of a person', () => {
  test.each(['王秀英', '欧阳建国', '阿卜杜拉·买买提', 'John O’Neil', '李 Ann'])('%s is a name', (name) => {
    expect(isName(tidyName(name))).toBe(true);
  });
  test.each(['王', '', '王5', '138', '<b>王</b>', '王\u200b秀', 'a'.repeat(41)])('%s is none', (name) => {
    expect(isName(tidyName(name))).toBe(false);
  });
  test.each(['13871234567', '138 7123 4567', '420281196001011234', '见 https://x.cn', 'a@b.cn'])(
    'a line must not say %s',
    (line) => {
      expect(tellsTooMuch(line)).toBe(true);
    },
  );
  test.each(['住2单元301', '1998年起当楼长', '退休教师，会修水电'])('a line may say %s', (line) => {
    expect(tellsTooMuch(line)).toBe(false);
  });
  test('a telephone is digits', () => {
    expect(['13871234567', '+86 138 7123 4567', '0714-8700000'].map(isContact)).toEqual([true, true, true]);
    expect(['', '12345', '王五', '1'.repeat(30)].map(isContact)).toEqual([false, false, false, false]);
  });
});

test('a list put together from several places is cut line by line', () => {
  const read = (text: string) => readCandidates(pastedLines(text), buildings);
  const mixed = [
    '滨河小区2号楼\t王秀英\t退休教师',
    '滨河小区1号楼 李建国 党员，会修水电',
    '园林小区 1号楼，赵敏，热心人',
  ];
  for (const text of [mixed.join('\n'), ...mixed, mixed.slice(1).join('\n')])
    expect(read(text).refused).toEqual([]);
  expect(read(mixed.join('\n')).rows).toEqual([
    { row: 1, unit: 'a2', name: '王秀英', line: '退休教师' },
    { row: 2, unit: 'a1', name: '李建国', line: '党员，会修水电' },
    { row: 3, unit: 'b1', name: '赵敏', line: '热心人' },
  ]);
  expect(read('滨河小区2号楼\t王秀英，退休教师').rows).toMatchObject([
    { unit: 'a2', name: '王秀英', line: '退休教师' },
  ]);
  expect(read('小区,楼栋,姓名,一句话\n滨河小区,2号楼,王秀英,"教师，退休"').rows).toMatchObject([
    { line: '教师，退休' },
  ]);
  expect(read('滨河小区2号楼 138').refused).toMatchObject([{ why: 'bad-name' }]);
});

test('a mobile number of ten digits is no contact; a landline and a foreign number are', () => {
  expect(['1387123456', '138712345678', '+86 1387123456'].map(isContact)).toEqual([false, false, false]);
  expect(mobileDigits('138-7123-456')).toBe(10);
  expect(
    ['13871234567', '+8613871234567', '0714-8700000', '8700000', '+1 604 555 0100'].map(isContact),
  ).toEqual([true, true, true, true, true]);
});
