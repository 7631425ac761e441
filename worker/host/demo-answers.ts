// Answers as a real city gives them: communities and buildings differ, one thing is worse than another, some buildings
// stay almost silent, few people write a comment, most answer in the evening.
import { Dice, shareOut } from './dice.ts';

export interface DemoBuilding {
  id: string;
  community: string;
  households: number;
}

export interface DemoAnswer {
  unit: string;
  answers: Record<string, unknown>;
  at: number;
  channel: 'self' | 'assisted' | 'paper';
}

export interface Occasion {
  buildings: readonly DemoBuilding[];
  count: number;
  from: number;
  until: number;
  /** added to what everybody thinks: 0 is the running survey */
  mood: number;
}

/** How each aspect differs from the whole: parking is the sore point everywhere. */
const aspects = { clean: 0.1, safe: 0.35, repair: -0.2, parking: -0.75, green: 0.2 } as const;
type Aspect = keyof typeof aspects;
const aspectNames = Object.keys(aspects) as Aspect[];

/** Where the five points begin, for a mind that is 0 in the middle and 1 apart. */
const cuts = [-1.7, -1.0, -0.2, 0.9];
const pointOf = (mind: number) => 1 + cuts.filter((cut) => mind > cut).length;

const urgent = ['rubbish', 'ebike', 'cars', 'leak', 'noise', 'fee'] as const;
const urgentWeight = [1, 1.3, 2, 0.9, 0.6, 0.8];
const other = [
  '楼道灯不亮',
  '快递柜太少',
  '健身器材坏了',
  '想要晾衣架',
  '宠物粪便没人管',
  '路面坑洼',
] as const;
const where = ['楼道', '单元门口', '小区大门', '地下车库', '垃圾桶旁', '后面的绿地'] as const;
const complaints = [
  '堆的东西一直没人清',
  '的灯坏了一个多月',
  '每天被车堵住',
  '打扫得太少',
  '下雨就积水',
  '没有人巡逻',
] as const;
const slowness = [
  '报修打了三次电话才来',
  '说了几回没有下文',
  '收费涨了服务没跟上',
  '电梯老是停',
  '公共收益从来不公示',
] as const;
const praise = [
  '谢谢社区的工作人员',
  '网格员很负责',
  '今年比去年好',
  '保洁阿姨辛苦了',
  '活动办得不错',
  '楼栋长很热心',
] as const;
const wishes = [
  '希望加装充电桩',
  '希望多划些车位',
  '建议给老人装扶手',
  '希望公示维修资金',
  '想在楼下装几条长椅',
  '请把垃圾桶挪远一点',
  '希望晚上八点后别施工',
  '能不能加装电梯',
] as const;

/** Answers in the order in which they came. */
export function demoAnswers(dice: Dice, occasion: Occasion): DemoAnswer[] {
  const { buildings, from, until, mood } = occasion;
  const communities = new Map<string, { mood: number; zeal: number; lift: number }>();
  const weights = buildings.map((building) => {
    if (!communities.has(building.community))
      communities.set(building.community, {
        mood: 0.55 * dice.normal(),
        zeal: Math.exp(0.5 * dice.normal()),
        lift: dice.next(),
      });
    const zeal = communities.get(building.community)?.zeal ?? 1;
    // One building in forty has not begun at all.
    return dice.chance(1 / 40) ? 0 : building.households * zeal * Math.exp(0.6 * dice.normal());
  });
  const counts = shareOut(occasion.count, weights);
  // Times depend on now; drawn apart, they leave everything else the same at each first start.
  const clock = new Dice(dice.whole(1, 2 ** 31));
  const answers: DemoAnswer[] = [];
  for (const [index, building] of buildings.entries()) {
    const community = communities.get(building.community) ?? { mood: 0, zeal: 1, lift: 0 };
    const local = mood + community.mood + 0.4 * dice.normal();
    const lift = dice.chance(community.lift);
    const biases = aspectNames.map((aspect) => aspects[aspect] + 0.3 * dice.normal());
    for (let n = counts[index] ?? 0; n > 0; n -= 1)
      answers.push({
        unit: building.id,
        answers: oneAnswer(dice, local + 0.8 * dice.normal(), biases, lift),
        at: moment(clock, from, until),
        channel: (['self', 'assisted', 'paper'] as const)[dice.weighted([88, 10, 2])] ?? 'self',
      });
  }
  return answers.sort((a, b) => a.at - b.at);
}

function oneAnswer(
  dice: Dice,
  mind: number,
  biases: readonly number[],
  lift: boolean,
): Record<string, unknown> {
  const overall = pointOf(mind);
  const items = aspectNames.map((aspect, index) => [
    aspect,
    dice.chance(0.04) ? 'na' : pointOf(mind + (biases[index] ?? 0) + 0.7 * dice.normal()),
  ]);
  const answers: Record<string, unknown> = {
    overall,
    items: Object.fromEntries(items),
    lift: lift ? 'yes' : 'no',
    urgent: wanted(dice, overall),
  };
  if (lift && dice.chance(0.9)) {
    const soon = Math.max(0.2, 1 + mind);
    answers.lift_fix = ['same_day', 'days', 'week', 'unknown'][dice.weighted([soon, 2, 1.2, 0.8])];
  }
  if (overall <= 2 && dice.chance(0.6))
    answers.why = dice.chance(0.6)
      ? `${dice.pick(where)}${dice.pick(complaints)}。`
      : `${dice.pick(slowness)}。`;
  if (dice.chance(0.14))
    answers.advice = dice.chance(overall >= 4 ? 0.5 : 0.1)
      ? `${dice.pick(praise)}。`
      : `${dice.pick(wishes)}。`;
  return answers;
}

function wanted(dice: Dice, overall: number): unknown[] {
  if (overall === 5 && dice.chance(0.5)) return ['none'];
  const chosen = new Set<string>();
  for (let n = dice.whole(1, 3); n > 0; n -= 1) chosen.add(urgent[dice.weighted(urgentWeight)] ?? 'cars');
  const all: unknown[] = [...chosen];
  if (all.length < 3 && dice.chance(0.06)) all.push({ id: 'other', text: dice.pick(other) });
  return all;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Share of a day's answers by the hour in China: little at night, most after supper. */
const hours = [1, 0, 0, 0, 0, 1, 4, 9, 12, 12, 11, 10, 12, 9, 7, 7, 8, 11, 16, 24, 26, 19, 9, 3];

/** More in the first days than later, inside the window. */
function moment(clock: Dice, from: number, until: number): number {
  for (let tries = 0; tries < 20; tries += 1) {
    const start = from + (until - from) * clock.next() ** 1.6;
    const midnight = Math.floor((start + 8 * hour) / day) * day - 8 * hour;
    const at = midnight + clock.weighted(hours) * hour + clock.whole(0, hour - 1);
    if (at >= from && at < until) return at;
  }
  return from + Math.floor((until - from) * clock.next());
}
