// 下加法: one ballot for several posts, where votes for a higher post count for the lower ones too.
import type { Pack } from '../pack.ts';
import { majority } from './majority.ts';
import { unread } from './sources.ts';

const told = (article: string) =>
  unread('部分省的村民委员会选举办法', 'Village election measures of some provinces', article);

export const downward: Pack = {
  ...majority,
  id: 'majority-downward',
  name: { zh: '双过半，一票多岗下加', en: 'Double majority, votes count downwards' },
  about: {
    zh: '一张选票选几个岗位，主任的票也算作副主任和委员的票；登记的人过半数参加，得票过参加人数的半数，当选。',
    en: 'One ballot for several posts; votes for a higher post count for the lower ones too. More than half take part, more than half of them choose the person.',
  },
  unclear: { voids: 'line', sources: [told('第二十六条')] },
  cascade: { down: true, sources: [told('第二十七条')] },
};
