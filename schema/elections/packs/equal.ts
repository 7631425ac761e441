// 等额: as many candidates as seats, each voted for or against. Not for villagers' committees, whose law asks for more
// candidates than seats.
import type { Pack } from '../pack.ts';
import { majority } from './majority.ts';
import { beijing, like, local, reading, shanghai, unread } from './sources.ts';

export const equal: Pack = {
  ...majority,
  id: 'majority-equal',
  name: { zh: '双过半（等额）', en: 'Double majority (uncontested)' },
  about: {
    zh: '候选人和名额一样多，逐个投赞成、反对或弃权；登记的人过半数参加，赞成过参加人数的半数，当选。',
    en: 'As many candidates as seats, each voted for, against or abstained. More than half take part, more than half of them are for.',
  },
  electors: { basis: 'household', sources: [local] },
  candidates: {
    choice: 'equal',
    surplus: 0,
    sources: [
      unread('河南省居民委员会选举的规定', 'Henan rules on residents’ committee elections', '第九条'),
    ],
  },
  ballot: { style: 'each', sources: [like(shanghai('第十七条')), like(beijing('第二十六条'))] },
  rounds: {
    ...majority.rounds,
    second: majority.rounds.second && {
      ...majority.rounds.second,
      surplus: 0,
      sources: [reading('等额推选再投一次也可以等额', 'the second round may be uncontested too')],
    },
  },
};
