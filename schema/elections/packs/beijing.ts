// Beijing: void ballots count in the total by its own words, the second round comes within 15 days.
import type { Pack } from '../pack.ts';
import { majority } from './majority.ts';
import { beijing as article, villageLaw } from './sources.ts';

const { second } = majority.rounds;

export const beijing: Pack = {
  ...majority,
  id: 'majority-beijing',
  validFrom: '2012-11-01',
  name: { zh: '双过半（北京）', en: 'Double majority (Beijing)' },
  caution: {
    zh: '只有当选的三人里有主任，其余名额才可以空缺。村民委员会组织法 2025 年 10 月有修改，正式选举请先核对现行文本。',
    en: 'Seats may stay vacant only if the chair is among the three elected. The village law was amended in October 2025: check the text in force first.',
  },
  ballot: { style: 'each', sources: [article('第二十六条')] },
  writeIns: { allowed: true, sources: [article('第二十六条')] },
  overSelection: { voids: 'ballot', sources: [article('第二十八条')] },
  unclear: { voids: 'line', sources: [article('第二十八条')] },
  box: { sources: [article('第二十八条')] },
  rounds: {
    first: {
      turnout: majority.rounds.first.turnout,
      need: { ...majority.rounds.first.need, sources: [villageLaw('第十五条'), article('第二十八条')] },
    },
    second: second && {
      ...second,
      need: { ...second.need, sources: [villageLaw('第十五条'), article('第三十条')] },
      withinDays: 15,
      sources: [article('第三十条')],
    },
    runOff: majority.rounds.runOff,
  },
  vacancies: { least: 3, sources: [article('第三十条')] },
  proxies: {
    limit: 3,
    candidateMayHold: false,
    relativesOnly: true,
    applyDays: null,
    publishDays: null,
    sources: [villageLaw('第十五条'), article('第二十五条')],
  },
};
