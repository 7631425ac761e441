// Doors, buildings, areas and columns of a roll, as they stand in the sheets that offices keep.
import { describe, expect, it } from 'vitest';
import { readArea, showArea } from '../../schema/rolls/area.ts';
import { buildingFinder } from '../../schema/rolls/buildings.ts';
import { type Column, guessColumn, readHead } from '../../schema/rolls/columns.ts';
import { doorPosition, doorsOf, numeral, splitDoor } from '../../schema/rolls/doors.ts';
import { doubtsIn } from '../../schema/rolls/doubts.ts';
import { headOf, ownerKey, postedName } from '../../schema/rolls/heads.ts';
import { isPersonal, readRows } from '../../schema/rolls/rows.ts';

describe('a name on a list that is posted', () => {
  it.each([
    ['王秀英', '王**'],
    ['王 五', '王*'],
    ['张三、李四光', '张*、李**'],
    ['Smith John', 'S***'],
    ['大冶某某置业有限公司', '大冶某某置业有限公司'],
    ['', ''],
  ])('%s', (name, shown) => {
    expect(postedName(name)).toBe(shown);
  });
});

describe('a door', () => {
  it.each([
    ['3号楼1单元302', '3号楼', '1', '302'],
    ['１单元３０２室', '', '1', '302'],
    ['302', '', '', '302'],
    ['1-302', '', '1', '302'],
    ['3-1-302', '3', '1', '302'],
    ['滨河小区2号楼二单元1201', '滨河小区2号楼', '2', '1201'],
    ['A座1203', 'A座', '', '1203'],
    ['2#1单元101', '2#', '1', '101'],
    ['门面5', '', '', '门面5'],
    ['3栋2-302', '3栋', '2', '302'],
    ['3栋2单元302', '3栋', '2', '302'],
    ['3栋02单元0302', '3栋', '2', '302'],
    ['3栋第二单元302', '3栋', '2', '302'],
    ['3栋东单元302', '3栋', '东', '302'],
    ['3栋302-1', '3栋', '', '302-1'],
    ['2-302-1', '', '2', '302-1'],
    ['302—1', '', '', '302-1'],
    ['a-302b', '', 'A', '302B'],
    ['-101', '', '', '-101'],
    ['1--101', '', '1', '-101'],
    ['', '', '', ''],
  ])('%s', (words, building, stairwell, door) => {
    expect(splitDoor(words)).toEqual({ building, stairwell, door });
  });

  it('numbers are read, other words left', () => {
    expect(['十', '十二', '二十', '二十三', '三', '一百', '乙', ''].map(numeral)).toEqual([
      '10',
      '12',
      '20',
      '23',
      '3',
      '一百',
      '乙',
      '',
    ]);
  });

  it('stands where a postman meets it', () => {
    const doors = [
      ['2', '101'],
      ['1', '1001'],
      ['1', '302B'],
      ['1', '302'],
      ['1', '302A'],
      ['', '101'],
      ['10', '101'],
      ['', '车位A12'],
      ['1', '门面5'],
      ['2', 'A201'],
    ] as const;
    const at = ([stairwell, door]: (typeof doors)[number]) => doorPosition(stairwell, door);
    const order = [...doors].sort((one, other) => at(one) - at(other));
    expect(order.map((door) => door.join('-'))).toEqual([
      '-101',
      '1-302',
      '1-302A',
      '1-302B',
      '1-1001',
      '2-101',
      '2-A201',
      '10-101',
      '-车位A12',
      '1-门面5',
    ]);
  });

  it('3 stairwells × 6 floors × 2 are 36 doors, 101, 102, 201 … in each', () => {
    const doors = doorsOf({ stairwells: 3, floors: 6, perFloor: 2 });
    expect(doors.length).toBe(36);
    expect(doors.slice(0, 3).map(({ stairwell, door }) => `${stairwell}-${door}`)).toEqual([
      '1-101',
      '1-102',
      '1-201',
    ]);
    expect(doors.at(-1)).toEqual({ stairwell: '3', floor: 6, door: '602' });
    expect(new Set(doors.map(({ stairwell, door }) => `${stairwell} ${door}`)).size).toBe(36);
    expect(doorsOf({ stairwells: 1, floors: 1, perFloor: 1 })).toEqual([
      { stairwell: '', floor: 1, door: '101' },
    ]);
  });
});

describe('the rows of a sheet', () => {
  const two = [
    { id: 'a', name: '1号楼', code: 'A', above: '' },
    { id: 'b', name: '2号楼', code: 'B', above: '' },
  ];
  const read = (lines: string[][]) =>
    readRows(
      lines,
      2,
      new Map([
        ['building', 0],
        ['stairwell', 1],
        ['door', 2],
        ['name', 3],
      ]),
      two,
      'household',
    );
  const doorsIn = (lines: string[][]) =>
    read(lines).rows.map(({ unit, stairwell, door, name }) => [unit, stairwell, door, name].join(' '));

  it('take building and stairwell from above where cells were merged, and never a name', () => {
    const lines = [
      ['1号楼', '1单元', '101', '张三'],
      ['', '', '102', ''],
      ['', '2单元', '101', '李四'],
      ['', '', '102', '王五'],
      ['2号楼', '', '101', '赵六'],
      ['', '', '102', '钱七'],
    ];
    expect(doorsIn(lines)).toEqual([
      'a 1 101 张三',
      'a 1 102 ',
      'a 2 101 李四',
      'a 2 102 王五',
      'b  101 赵六',
      'b  102 钱七',
    ]);
    expect(read(lines)).toMatchObject({ refused: [], filled: [3, 4, 5, 7] });
  });
  it('below the last door are no doors: a sum is refused', () => {
    const { rows, refused } = read([
      ['1号楼', '1', '101', ''],
      ['', '', '合计', ''],
    ]);
    expect([rows.length, refused]).toEqual([1, [{ row: 3, reason: 'no-building', text: '' }]]);
  });
  it('are one door though written twice: with a zero, in capitals, with the stairwell again', () => {
    const pairs: readonly (readonly [string[], string[]])[] = [
      [
        ['1', '1', '101'],
        ['1', '01', '0101'],
      ],
      [
        ['1', 'a', '101b'],
        ['1', 'A单元', '101B室'],
      ],
      [
        ['1', '2', '302'],
        ['1', '2单元', '2-302'],
      ],
      [
        ['1', '2', '302'],
        ['1', '', '2-302'],
      ],
    ];
    for (const [one, other] of pairs)
      expect(read([one, other]).refused).toEqual([{ row: 3, reason: 'twice', text: '2' }]);
    expect(doorsIn([['1', '2', '3-302']])).toEqual(['a 2 3-302 ']);
  });
});

describe('a building', () => {
  const find = buildingFinder([
    { id: 'a', name: '滨河小区1号楼', code: 'BH-1', above: '滨河社区' },
    { id: 'b', name: '滨河小区2号楼', code: 'BH-2', above: '滨河社区' },
    { id: 'c', name: '2号楼', code: 'X2', above: '东方花园' },
    { id: 'd', name: '综合楼', code: 'Z', above: '' },
    { id: 'e', name: '三号楼', code: 'E3', above: '' },
  ]);
  const meant = (words: string, estate?: string) => {
    const found = find(words, estate);
    return typeof found === 'string' ? found : found.id;
  };
  it.each([
    ['1栋', 'a'],
    ['1', 'a'],
    ['滨河小区2幢', 'b'],
    ['东方花园2#', 'c'],
    ['BH-2', 'b'],
    ['综合楼', 'd'],
    ['3栋', 'e'],
    ['9栋', 'building-unknown'],
    ['别的小区1栋', 'building-unknown'],
  ])('%s', (words, id) => {
    expect(meant(words)).toBe(id);
  });
  it('that two may be is not guessed, unless the estate tells', () => {
    expect(meant('2号楼')).toBe('building-many');
    expect(meant('2号楼', '滨河')).toBe('b');
    expect(meant('2', '东方花园')).toBe('c');
  });
});

describe('an area', () => {
  it.each([
    ['89.5', 8950],
    ['1,089.50㎡', 108950],
    ['89.500', 8950],
    ['８９.５ 平方米', 8950],
    ['0.07', 7],
    ['89.505', 'area-decimals'],
    ['0', 'area-size'],
    ['9999999', 'area-size'],
    ['约90', 'area-shape'],
    ['-3', 'area-shape'],
    ['1e3', 'area-shape'],
    ['89,5', 'area-shape'],
    ['89，50', 'area-shape'],
    ['1,0,89', 'area-shape'],
    ['1089,50', 'area-shape'],
    ['89 5', 'area-shape'],
    ['1,234,567', 'area-size'],
  ])('%s', (words, wanted) => {
    expect(readArea(words)).toBe(wanted);
  });
  it('is shown with two decimals', () => {
    expect([showArea(8950), showArea(7), showArea(100)]).toEqual(['89.50', '0.07', '1.00']);
  });
});

describe('a head', () => {
  it('is one for all units of an owner and for co-owners in any order', () => {
    expect(ownerKey('李四、张三', '', 'abcdef00')).toBe(ownerKey('张三,李四', '', 'abcdef00'));
    expect(ownerKey('张三', 'Y-7', null)).toBe('Y-7');
  });
  it('is two for two people of one name whose phones differ', () => {
    expect(ownerKey('张伟', '', 'aaaaaaaa')).not.toBe(ownerKey('张伟', '', 'bbbbbbbb'));
  });
  it('is one for all that the developer has not sold or not handed over', () => {
    const all = [
      { owner: '甲公司', holding: 'unsold', developer: true },
      { owner: '王五', holding: 'undelivered', developer: false },
      { owner: '甲公司', holding: 'sold', developer: true },
    ] as const;
    expect(new Set(all.map(headOf)).size).toBe(1);
    expect(headOf({ owner: '王五', holding: 'sold', developer: false })).toBe('王五');
  });
});

describe('a doubtful head', () => {
  const row = { unit: 'a', stairwell: '', door: '', area: 100 };
  it('is one that a number joins under two names, or a name alone', () => {
    const rows = [
      { ...row, row: 2, name: '甲', ownerNumber: '1' },
      { ...row, row: 3, name: '乙', ownerNumber: '1' },
      { ...row, row: 4, name: '张伟' },
      { ...row, row: 5, name: '张伟' },
      { ...row, row: 6, name: '丙、丁', ownerNumber: '2' },
      { ...row, row: 7, name: '丁,丙', ownerNumber: '2' },
      { ...row, row: 8, name: '戊', phone: '138-0013-8000' },
      { ...row, row: 9, name: '戊', phone: '13800138000' },
      { ...row, row: 10, name: '张伟', developer: true },
    ];
    expect(doubtsIn(rows)).toEqual([
      { why: 'names', rows: [2, 3] },
      { why: 'name-only', rows: [4, 5] },
    ]);
  });
  it.each(['13800138000', '+86 138-0013-8000', '420281197001011234', '0714-8700000', '6222021234567890123'])(
    'is not told apart by %s: that is kept nowhere',
    (number) => {
      const at = new Map<Column, number>([
        ['door', 0],
        ['name', 1],
        ['area', 2],
        ['ownerNumber', 3],
      ]);
      const only = [{ id: 'a', name: '1号楼', code: 'A', above: '' }];
      const { rows, refused } = readRows([['101', '张三', '89.5', number]], 2, at, only, 'owner');
      expect([rows, refused[0]?.reason]).toEqual([[], 'number-personal']);
      expect(refused[0]?.text).not.toMatch(/\d/);
    },
  );
  it.each(['7', 'Y-12', '20260001', '1-2-302'])('is told apart by %s', (number) => {
    expect(isPersonal(number)).toBe(false);
  });
});

describe('the columns of a sheet', () => {
  const card = '420281198001011234';
  const sheet = [
    ['滨河社区户名册'],
    ['序号', '楼栋', '单元', '房号', '户主姓名', '身份证号', '联系电话', '建筑面积(㎡)', '业主编号', '备注'],
    ['1', '1', '1', '101', '张三', card, '13800000000', '89.5', '', ''],
  ];
  it('are guessed below a title line, each once', () => {
    const { head, guess } = readHead(sheet);
    expect(head).toBe(1);
    expect(guess).toEqual([
      undefined,
      'building',
      'stairwell',
      'door',
      'name',
      undefined,
      'phone',
      'area',
      'ownerNumber',
      undefined,
    ]);
  });
  it.each([
    ['an identity number by its heading', ['楼栋', '身份证'], ['1', ''], 'id-number'],
    ['an identity number by what stands there', ['楼栋', '房号'], ['1', card], 'id-number'],
    ['a day of birth', ['楼栋', '日子'], ['1', '1980-01-01'], 'birth'],
    ['a bank card', ['楼栋', '号'], ['1', '6222021234567890123'], 'bank'],
  ])('that a roll must not take are found: %s', (_, head, line, wanted) => {
    const { sensitive, guess } = readHead([head, line]);
    expect(sensitive[1]).toBe(wanted);
    expect(guess[1]).toBeUndefined();
  });
  it.each([
    [
      'a first household',
      [
        ['1号楼', '1单元', '101室', '张三'],
        ['1号楼', '1单元', '102室', '李四'],
      ],
      -1,
    ],
    [
      'one in words',
      [
        ['东楼', '一单元', '东户', '金代表'],
        ['东楼', '二单元', '西户', '张业主'],
      ],
      -1,
    ],
    [
      'one in two columns',
      [
        ['1单元101', '张三'],
        ['1单元102', '李四'],
      ],
      -1,
    ],
    [
      'a line that was filled in',
      [
        ['楼栋', '房号'],
        ['1号楼', '101'],
        ['填表人', '电话：0714', '单元负责人 姓名：李'],
      ],
      0,
    ],
    ['a title', [['业主名册'], ['楼栋', '房号', '面积(m2)'], ['1号楼', '101', '89.5']], 1],
    [
      'figures',
      [
        ['楼栋', '房号', '户主'],
        ['1', '101', '张三'],
      ],
      0,
    ],
  ])('%s is not taken for the headings', (_, lines, head) => {
    expect(readHead(lines).head).toBe(head);
  });
  it('a heading can be pointed out, or that there is none', () => {
    expect(readHead(sheet, -1)).toMatchObject({ head: -1, titles: sheet[1]?.map(() => '') });
    expect(readHead(sheet, 0).titles[0]).toBe('滨河社区户名册');
  });
  it.each([
    ['业主号码', 'phone'],
    ['户主号码', 'phone'],
    ['业主编号', 'ownerNumber'],
    ['户号', undefined],
    ['门牌号码', 'door'],
  ])('%s is %s', (heading, column) => {
    expect(guessColumn(heading)).toBe(column);
  });
  it('phones and doors are not taken for such', () => {
    const { sensitive } = readHead(sheet);
    expect(sensitive.filter(Boolean)).toEqual(['id-number']);
  });
});
