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
  ['phone', /电话|手机|联系方式|(业主|户主|产权人?|联系人?|本人)号码|phone|mobile|tel/i],
  ['ownerNumber', /(业主|产权人?|户主)(编号|代码|号)|owner ?(no|id|number)/i],
  ['holding', /出售|销售|交付|交房|房屋状态|holding|sold/i],
  ['name', /姓名|户主|产权人|业主|代表|^名字$|name|owner/i],
  ['estate', /小区|estate/i],
  ['stairwell', /单元|stair/i],
  ['floor', /楼层|层数|^层$|所在层|floor/i],
  ['building', /楼栋|楼号|栋号|幢号|^[楼栋幢座]$|几号楼|building/i],
  ['door', /门牌|房号|室号|房间|住址|地址|坐落|^房屋$|^室$|door|flat|room|address/i],
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

const sensitiveHeading = (heading: string) => byHeading.find(([, words]) => words.test(heading))?.[0];

/** What a column holds that a roll must not: by its heading, or by half of what stands in it. */
function sensitiveColumn(heading: string, cells: readonly string[]): Sensitive | undefined {
  const named = sensitiveHeading(heading);
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

/** Lines among which the heading is looked for. */
export const headWithin = 10;
const looked = 200;

/** What stands below a heading and never in one: a figure alone, 1号楼, 一单元, 101室, or something filled in after a colon. */
const dataLike =
  /^[\d.,+-]+$|^(.*\d|[一二三四五六七八九十A-Za-z甲乙丙丁东西南北])(号楼|栋|幢|座|#楼?|单元|室|号|户|层|楼)|[:：]./;

const namedIn = (line: readonly string[]): number =>
  line.some((cell) => dataLike.test(tidy(cell)))
    ? 0
    : new Set(line.map((cell) => sensitiveHeading(cell) ?? guessColumn(cell)).filter(Boolean)).size;

/** The line of the first ten that names most columns, two at least, and holds nothing that is a household's; or -1. */
function headIn(lines: readonly (readonly string[])[]): number {
  const named = lines.slice(0, headWithin).map(namedIn);
  const most = Math.max(0, ...named);
  return most > 1 ? named.indexOf(most) : -1;
}

/** `head`: the line that holds the headings, -1 for none. Each column is guessed once, and never a sensitive one. */
export function readHead(lines: readonly (readonly string[])[], head = headIn(lines)): Sheet {
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
