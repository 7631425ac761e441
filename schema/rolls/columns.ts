// Which column of a sheet is what, guessed by its heading; and columns that a roll must not take: the law allows the
// least that serves the purpose (个人信息保护法, article 6), which is door, name and a way to reach people.
import { tidy } from './doors.ts';

export const columns = [
  'estate',
  'building',
  'stairwell',
  'floor',
  'door',
  'name',
  'phone',
  'area',
  'ownerNumber',
  'holding',
] as const;
export type Column = (typeof columns)[number];

/** In the order of asking: 房屋面积 is an area, not a door. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['area', /面积|㎡|m2|area/i],
  ['phone', /电话|手机|联系方式|phone|mobile|tel/i],
  ['ownerNumber', /(业主|产权人?|户主?)(编号|代码|号)|owner ?(no|id|number)/i],
  ['holding', /出售|销售|交付|交房|房屋状态|holding|sold/i],
  ['name', /姓名|户主|产权人|业主|代表|^名字$|name|owner/i],
  ['estate', /小区|estate/i],
  ['stairwell', /单元|stair/i],
  ['floor', /楼层|层数|^层$|所在层|floor/i],
  ['building', /楼栋|楼号|栋号|幢号|^[楼栋幢座]$|几号楼|building/i],
  ['door', /门牌|房号|室号|房间|住址|地址|坐落|户号|^房屋$|^室$|door|flat|room|address/i],
];

export const guessColumn = (heading: string): Column | undefined =>
  headings.find(([, words]) => words.test(tidy(heading)) || words.test(heading))?.[0];

export type Sensitive = 'id-number' | 'birth' | 'bank';

const byHeading: readonly (readonly [Sensitive, RegExp])[] = [
  ['id-number', /身份证|证件|公民身份|id ?card|passport/i],
  ['birth', /出生|生日|birth/i],
  ['bank', /银行|卡号|开户|bank|iban/i],
];
const byContent: readonly (readonly [Sensitive, RegExp])[] = [
  ['id-number', /^\d{17}[\dXx]$/],
  ['bank', /^\d{16,19}$/],
  ['birth', /^(19|20)\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/],
];

/** What a column holds that a roll must not: by its heading, or by half of what stands in it. */
function sensitiveColumn(heading: string, cells: readonly string[]): Sensitive | undefined {
  const named = byHeading.find(([, words]) => words.test(heading))?.[0];
  if (named) return named;
  const filled = cells.map(tidy).filter((cell) => cell !== '');
  return byContent.find(([, shape]) => {
    const like = filled.filter((cell) => shape.test(cell)).length;
    return like > 0 && like * 2 >= filled.length;
  })?.[0];
}

export interface Sheet {
  /** index of the heading line in all lines; -1 where there is none */
  head: number;
  titles: readonly string[];
  guess: readonly (Column | undefined)[];
  sensitive: readonly (Sensitive | undefined)[];
}

const lookedFor = 10;
const looked = 200;

/** The heading is the line of the first ten that names most columns; each column is guessed once, and never a sensitive one. */
export function readHead(lines: readonly (readonly string[])[]): Sheet {
  const named = lines.slice(0, lookedFor).map((line) => new Set(line.map(guessColumn).filter(Boolean)).size);
  const most = Math.max(0, ...named);
  const head = most > 0 ? named.indexOf(most) : -1;
  const width = lines.reduce((wide, line) => Math.max(wide, line.length), 0);
  const titles = Array.from({ length: width }, (_, at) => lines[head]?.[at]?.trim() ?? '');
  const body = lines.slice(head + 1, head + 1 + looked);
  const sensitive = titles.map((title, at) =>
    sensitiveColumn(
      title,
      body.map((line) => line[at] ?? ''),
    ),
  );
  const taken = new Set<Column>();
  const guess = titles.map((title, at) => {
    const column = sensitive[at] ? undefined : guessColumn(title);
    if (!column || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
  return { head, titles, guess, sensitive };
}
