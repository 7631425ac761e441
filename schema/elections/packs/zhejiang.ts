// Zhejiang: proxies asked for three days ahead, the second round on the same day or within 30 days.
import type { Pack } from '../pack.ts';
import { majority } from './majority.ts';
import { zhejiang as article, reading, villageLaw } from './sources.ts';

const { second } = majority.rounds;

export const zhejiang: Pack = {
  ...majority,
  id: 'majority-zhejiang',
  validFrom: '2012-07-01',
  name: { zh: '双过半（浙江）', en: 'Double majority (Zhejiang)' },
  ballot: { style: 'each', sources: [article('第二十一条')] },
  writeIns: { allowed: true, sources: [article('第二十一条')] },
  overSelection: { voids: 'ballot', sources: [article('第二十七条')] },
  unclear: { voids: 'line', sources: [article('第二十七条')] },
  twoPosts: { voids: 'ballot', sources: [article('第二十七条')] },
  box: { sources: [article('第二十七条')] },
  rounds: {
    first: {
      turnout: majority.rounds.first.turnout,
      need: {
        ...majority.rounds.first.need,
        sources: [
          villageLaw('第十五条'),
          article('第二十八条'),
          reading('废票计入总数', 'void ballots stay in the base'),
        ],
      },
    },
    second: second && {
      ...second,
      need: { ...second.need, sources: [villageLaw('第十五条'), article('第二十九条')] },
      withinDays: 30,
      sources: [article('第二十九条')],
    },
    runOff: {
      turnout: majority.rounds.runOff.turnout,
      need: { ...majority.rounds.runOff.need, sources: [article('第二十八条')] },
    },
  },
  tie: { how: 'run-off', sources: [article('第二十八条')] },
  vacancies: { least: 3, sources: [article('第三十条')] },
  proxies: {
    limit: 3,
    candidateMayHold: false,
    relativesOnly: true,
    applyDays: 3,
    publishDays: null,
    sources: [villageLaw('第十五条'), article('第二十五条')],
  },
  calendar: {
    ...majority.calendar,
    candidateDays: { days: 5, sources: [article('第十八条')] },
  },
};
