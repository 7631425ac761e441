// The made-up city's tree as a sheet to import: the published figures of Daye, every name below the city invented.
// Buildings stand in grids, five levels down. Estates (each with its owners' committee) and stations stand beside the
// grids of their community.
import { csvLine } from '../../schema/csv.ts';
import daye from './daye.json' with { type: 'json' };
import { type Dice, shareOut } from './dice.ts';

export const city = { name: daye.city, code: 'DY' };
const households = 140_000;

const streets = ['湖滨街道', '铜都街道', '青石街道', '金桥街道'];
const firstWords = [
  '观湖',
  '滨江',
  '新桥',
  '翠屏',
  '城南',
  '东岳',
  '石榴',
  '荷塘',
  '红旗',
  '建设',
  '桂花',
  '长乐',
  '凤凰',
  '龙泉',
];
const secondWords = ['园', '里', '苑'];
const estateWords = [
  '锦绣',
  '翠竹',
  '丹桂',
  '银杏',
  '碧波',
  '阳光',
  '幸福',
  '和顺',
  '康乐',
  '春晖',
  '矿山',
  '铁路',
  '书香',
  '梧桐',
];
const estateEnds = ['花园', '家园', '小区', '新村', '佳苑', '公寓'];
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const digits = (value: number, width: number) => String(value).padStart(width, '0');
/** `total` things over `holders`, as even as it gets. */
const spread = (total: number, holders: number) =>
  shareOut(
    total,
    Array.from({ length: holders }, () => 1),
  );

/** The whole tree below the city as CSV, the way a city would bring it. */
export function demoTree(dice: Dice): string {
  const lines = [csvLine(['类型', '名称', '编码', '上级编码', '户数'])];
  const add = (kind: string, name: string, code: string, parent: string, homes: number | string = '') => {
    lines.push(csvLine([kind, name, code, parent, homes]));
  };
  const names = firstWords.flatMap((first) => secondWords.map((second) => `${first}${second}`));
  const communityNames = dice.shuffled(names).slice(0, daye.communities);
  const gridsOf = dice.shuffled(spread(daye.grids, daye.communities));
  const estatesOf = spread(daye.ownersCommittees, daye.communities);
  const stationsOf = dice.shuffled(spread(daye.redStations, daye.communities));
  // Old quarters have grids of many small buildings, new ones of few large ones.
  const buildingsOf = shareOut(
    daye.buildings,
    Array.from({ length: daye.grids }, () => 0.6 + dice.next()),
  );
  const homesOf = shareOut(
    households,
    Array.from({ length: daye.buildings }, () => Math.exp(0.45 * dice.normal())),
  );

  let community = 0;
  let grid = 0;
  let building = 0;
  for (const [s, inStreet] of spread(daye.communities, daye.streets).entries()) {
    const street = `${city.code}${digits(s + 1, 2)}`;
    add('街道', streets[s] ?? '', street, city.code);
    for (let c = 1; c <= inStreet; c += 1) {
      const code = `${street}${digits(c, 2)}`;
      const name = communityNames[community] ?? '';
      add('社区', `${name}社区`, code, street);
      const estates = estateNames(dice, estatesOf[community] ?? 0);
      for (const [e, estate] of estates.entries()) add('小区', estate, `${code}-X${digits(e + 1, 2)}`, code);
      for (let p = 1; p <= (stationsOf[community] ?? 0); p += 1)
        add('点位', `${name}社区红色驿站${p}号`, `${code}-D${digits(p, 2)}`, code);
      const numbers = new Map<string, number>();
      for (let g = 1; g <= (gridsOf[community] ?? 0); g += 1) {
        const gridCode = `${code}${digits(g, 2)}`;
        add('网格', `第${numerals[g - 1] ?? g}网格`, gridCode, code);
        const estate = estates[(g - 1) % estates.length] ?? name;
        for (let b = 1; b <= (buildingsOf[grid] ?? 0); b += 1) {
          const number = (numbers.get(estate) ?? 0) + 1;
          numbers.set(estate, number);
          add(
            '楼栋',
            `${estate}${number}号楼`,
            `${gridCode}${digits(b, 2)}`,
            gridCode,
            homesOf[building] ?? 0,
          );
          building += 1;
        }
        grid += 1;
      }
      community += 1;
    }
  }
  return lines.join('');
}

/** Different names within one community. */
function estateNames(dice: Dice, count: number): string[] {
  const all = estateWords.flatMap((word) => estateEnds.map((end) => `${word}${end}`));
  return dice.shuffled(all).slice(0, count);
}

const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '黄',
  '赵',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
] as const;
const given = [
  '桂兰',
  '建国',
  '秀英',
  '志强',
  '玉梅',
  '国平',
  '春花',
  '海波',
  '红霞',
  '卫东',
  '丽华',
  '大勇',
  '水生',
  '金枝',
  '明亮',
  '文斌',
] as const;

/** Whoever leads a building: an invented name, marked as such, and a number that rings nowhere. */
export const demoLeader = (dice: Dice, index: number) => ({
  name: `${dice.pick(surnames)}${dice.pick(given)}（演示）`,
  phone: `0714-000${digits(index, 4)}`,
});
