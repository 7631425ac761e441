// 居民小组 and 楼栋 by a meeting: two thirds of the households come, more than half of those present agree. The rule of
// villagers' groups, the nearest that the law has to a building.
import type { Pack } from '../pack.ts';
import { majority } from './majority.ts';
import { recall } from './recall.ts';
import { like, local, reading, villageLaw } from './sources.ts';

const group = [like(villageLaw('第二十八条'))];
const turnout = { num: 2, den: 3, strict: false, counted: 'present' as const, sources: group };
const need = { num: 1, den: 2, strict: true, of: 'present' as const, sources: group };

export const meeting: Pack = {
  ...majority,
  id: 'meeting-two-thirds',
  name: { zh: '到场三分之二且过半数', en: 'Two thirds present, then over half' },
  about: {
    zh: '三分之二以上的户有代表到场，得票过到场人数的半数，当选。',
    en: 'Two thirds of the households come; more than half of those present choose the person.',
  },
  caution: {
    zh: '楼栋长没有全国统一规定，这里参照村民小组会议。请组织者先公布采用这个办法。',
    en: 'No national rule covers building leaders; this follows villagers’ group meetings. The organiser should announce it first.',
  },
  electors: { basis: 'household', sources: group },
  candidates: { choice: 'none', surplus: 0, sources: [local] },
  writeIns: { allowed: true, sources: [local] },
  overSelection: { voids: 'line', sources: [local] },
  unclear: { voids: 'line', sources: [local] },
  twoPosts: { voids: 'ballot', sources: [local] },
  box: { sources: [local] },
  rounds: {
    first: { turnout, need },
    second: {
      turnout,
      need: {
        ...need,
        sources: [...group, reading('再投一次仍要过半数', 'the second round needs over half again')],
      },
      withinDays: null,
      surplus: 1,
      sources: [local],
    },
    runOff: {
      turnout,
      need: {
        ...need,
        sources: [...group, reading('票数相同再投仍要过半数', 'a run-off needs over half again')],
      },
    },
  },
  tie: { how: 'run-off', sources: [local] },
  vacancies: { least: null, sources: [local] },
  recall: {
    ...recall,
    asked: recall.asked
      .filter(({ by }) => by === 'electors')
      .map((one) => ({ ...one, sources: one.sources.map(like) })),
    turnout,
    need,
  },
  proxies: null,
  calendar: {
    rollDays: { days: null, sources: [local] },
    objectionDays: { days: null, sources: [local] },
    rulingDays: { days: null, sources: [local] },
    candidateDays: { days: null, sources: [local] },
    resultDays: { days: 3, sources: [local] },
  },
};
