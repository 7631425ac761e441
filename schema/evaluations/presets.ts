// The two sets of rules that an evaluation starts from: marks of households alone, or four groups with deductions and vetoes.
// Dimensions, deductions with a cap and items that rule a building out follow what communities publish of theirs.
import type { Group, Indicator, Rules } from './scheme.ts';

export const presetKinds = ['simple', 'full'] as const;
export type PresetKind = (typeof presetKinds)[number];

const indicators: Indicator[] = [
  { id: 'clean', title: '楼道环境', criteria: '没有堆物、小广告，墙面地面干净', weight: 20, most: 20 },
  { id: 'safe', title: '安全意识', criteria: '通道畅通，不飞线充电，车停在车位里', weight: 20, most: 20 },
  { id: 'civil', title: '文明行为', criteria: '不高空抛物，养犬牵绳，不吵到别人', weight: 20, most: 20 },
  { id: 'near', title: '邻里关系', criteria: '互相帮忙，有事商量', weight: 20, most: 20 },
  { id: 'sort', title: '垃圾分类', criteria: '分得对，投得准', weight: 20, most: 20 },
];

const residents: Group = {
  id: 'residents',
  weight: 100,
  minimum: 5,
  middle: { rule: 'trimmed', percent: 10, from: 10 },
};

const simple: Rules = {
  indicators,
  groups: [residents],
  missing: 'incomplete',
  deductions: [],
  deductionCap: 0,
  bonuses: [],
  bonusCap: 0,
  vetoes: [],
  gates: [],
  bands: [
    { id: 'model', from: 90 },
    { id: 'standard', from: 75 },
    { id: 'mend', from: 0 },
  ],
  awards: [{ id: 'flag', title: '流动红旗', places: 10, from: 75 }],
  tie: { by: ['residents'], rest: 'decide' },
};

const few = (id: Group['id'], weight: number): Group => ({
  id,
  weight,
  minimum: 1,
  middle: { rule: 'mean' },
});

const full: Rules = {
  ...simple,
  groups: [{ ...residents, weight: 50 }, few('grid', 20), few('property', 15), few('community', 15)],
  deductions: [
    { id: 'heap', title: '楼道堆物，提醒后没有清', tenths: 10, photo: true },
    { id: 'cable', title: '飞线充电', tenths: 20, photo: true },
    { id: 'toss', title: '高空抛物，查实', tenths: 20, photo: false },
  ],
  deductionCap: 10,
  bonuses: [{ id: 'kind', title: '好人好事、志愿服务，有记录', tenths: 10, photo: false }],
  bonusCap: 5,
  vetoes: [
    { id: 'fire', title: '发生火灾' },
    { id: 'crime', title: '发生刑事案件' },
    { id: 'illegal', title: '新增违法建设' },
  ],
  awards: [{ id: 'flag', title: '文明楼栋', places: 10, from: 80 }],
  tie: { by: ['residents', 'deductions'], rest: 'decide' },
};

export const presets: Record<PresetKind, Rules> = { simple, full };
