// Shanghai: proxies asked for five days ahead, published two days ahead; the second round within 30 days.
import type { Pack } from '../pack.ts';
import { majority } from './majority.ts';
import { shanghai as article, local, reading, unread, villageLaw } from './sources.ts';

const { second } = majority.rounds;

export const shanghai: Pack = {
  ...majority,
  id: 'majority-shanghai',
  validFrom: '2020-09-25',
  name: { zh: '双过半（上海）', en: 'Double majority (Shanghai)' },
  ballot: { style: 'each', sources: [article('第十七条')] },
  writeIns: { allowed: true, sources: [article('第十七条')] },
  overSelection: { voids: 'ballot', sources: [article('第十九条')] },
  unclear: { voids: 'line', sources: [local] },
  box: { sources: [article('第十九条')] },
  rounds: {
    first: {
      turnout: majority.rounds.first.turnout,
      need: {
        ...majority.rounds.first.need,
        sources: [
          villageLaw('第十五条'),
          article('第二十条'),
          reading('废票计入总数', 'void ballots stay in the base'),
        ],
      },
    },
    second: second && {
      ...second,
      withinDays: 30,
      sources: [
        villageLaw('第十五条'),
        unread('上海市村民委员会选举办法，条号', 'Shanghai Measures, number of the article', null),
      ],
    },
    runOff: {
      turnout: majority.rounds.runOff.turnout,
      need: { ...majority.rounds.runOff.need, sources: [article('第二十条')] },
    },
  },
  tie: { how: 'run-off', sources: [article('第二十条')] },
  vacancies: { least: 3, sources: [article('第二十一条')] },
  proxies: {
    limit: 3,
    candidateMayHold: false,
    relativesOnly: true,
    applyDays: 5,
    publishDays: 2,
    sources: [
      villageLaw('第十五条'),
      article('第十六条'),
      reading('候选人不接受委托', 'a candidate holds no proxies'),
    ],
  },
  calendar: {
    ...majority.calendar,
    candidateDays: { days: 5, sources: [article('第十二条')] },
  },
};
