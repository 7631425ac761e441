// 双过半: more than half take part, and more than half of those choose the person. The rules of villagers' committees;
// the province packs differ from this one in a few lines each.
import type { Pack } from '../pack.ts';
import { recall } from './recall.ts';
import { beijing, congressLaw, like, local, reading, shanghai, villageLaw, zhejiang } from './sources.ts';

const half = { num: 1, den: 2, strict: true };

export const majority: Pack = {
  id: 'majority',
  version: 1,
  validFrom: '2018-12-29',
  name: { zh: '双过半（差额）', en: 'Double majority (contested)' },
  about: {
    zh: '登记的人过半数参加，得票过参加人数的半数，当选；不够的再投一次。',
    en: 'More than half of the roll take part; more than half of them choose the person. Open seats are voted again.',
  },
  caution: {
    zh: '村民委员会组织法 2025 年 10 月有修改；城市居民委员会 2026 年起用新法。正式选举请先核对现行文本。',
    en: 'The village law was amended in October 2025, and urban committees have a new law from 2026. Check the text in force before a statutory election.',
  },
  electors: { basis: 'person', sources: [villageLaw('第十三条')] },
  candidates: { choice: 'contested', surplus: 1, sources: [villageLaw('第十五条')] },
  ballot: { style: 'choose', sources: [local] },
  writeIns: {
    allowed: true,
    sources: [like(zhejiang('第二十一条')), like(shanghai('第十七条')), like(beijing('第二十六条'))],
  },
  overSelection: {
    voids: 'ballot',
    sources: [like(congressLaw('第四十四条')), like(zhejiang('第二十七条'))],
  },
  unclear: { voids: 'line', sources: [like(zhejiang('第二十七条')), like(beijing('第二十八条'))] },
  twoPosts: { voids: 'ballot', sources: [like(zhejiang('第二十七条'))] },
  box: { sources: [like(congressLaw('第四十四条')), like(zhejiang('第二十七条'))] },
  rounds: {
    first: {
      turnout: { ...half, counted: 'collected', sources: [villageLaw('第十五条')] },
      need: { ...half, of: 'collected', sources: [villageLaw('第十五条'), like(beijing('第二十八条'))] },
    },
    second: {
      turnout: {
        ...half,
        counted: 'collected',
        sources: [
          villageLaw('第十五条'),
          reading('再投一次也要过半数参加', 'the second round needs the same turnout'),
        ],
      },
      need: { num: 1, den: 3, strict: false, of: 'collected', sources: [villageLaw('第十五条')] },
      withinDays: null,
      surplus: 1,
      sources: [villageLaw('第十五条')],
    },
    runOff: {
      turnout: {
        ...half,
        counted: 'collected',
        sources: [
          villageLaw('第十五条'),
          reading('票数相同再投也要过半数参加', 'a run-off needs the same turnout'),
        ],
      },
      need: { num: 0, den: 1, strict: true, of: 'collected', sources: [like(congressLaw('第四十五条'))] },
    },
  },
  tie: { how: 'run-off', sources: [like(congressLaw('第四十五条')), like(zhejiang('第二十八条'))] },
  vacancies: { least: 3, sources: [like(zhejiang('第三十条')), like(shanghai('第二十一条'))] },
  recall,
  proxies: {
    limit: 3,
    candidateMayHold: false,
    relativesOnly: true,
    applyDays: null,
    publishDays: null,
    sources: [villageLaw('第十五条'), like(congressLaw('第四十二条')), like(zhejiang('第二十五条'))],
  },
  calendar: {
    rollDays: { days: 20, sources: [villageLaw('第十四条')] },
    objectionDays: { days: 5, sources: [villageLaw('第十四条')] },
    rulingDays: { days: 3, sources: [villageLaw('第十四条')] },
    candidateDays: { days: 5, sources: [like(zhejiang('第十八条')), like(shanghai('第十二条'))] },
    resultDays: { days: null, sources: [local] },
  },
  cascade: { down: false, sources: [local] },
};
