// The words of the screen on a wall that the board does not have.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    asOf: '数到 {at}，每分钟更新 · 内部看的数，不对外',
    version: '公布版第 {number} 版，{at} 的数；公布了新的一版，这里自己换上',
    lost: '没有连上，这是 {at} 的数',
    whole: '全屏',
    forStaff: '这样上墙的是工作人员看的数：随时在变，不足 {k} 份才藏。居民看得到的地方不能放。',
    forHall: '放在大厅，请先生成一条链接，用那条链接的“上墙”：那是公布版，不足 {k} 份的不写。',
    noHall: '这里没有能公布的数（社区以下，或者份数太少），不能放在大厅。',
    toShare: '给大厅生成链接',
    inside: '只在内部上墙',
  },
  {
    asOf: 'As of {at}, read again every minute · for staff, not for the public',
    version: 'Publication {number}, as of {at}; the next one comes here by itself',
    lost: 'No connection; these are the figures of {at}',
    whole: 'Full screen',
    forStaff:
      'This puts the figures of staff on the screen: they move, and only fewer than {k} are hidden. Not for a place where residents see it.',
    forHall:
      'For a hall, make a link first and use its wall screen: that is the publication, with nothing below {k} responses.',
    noHall: 'Nothing here can be published (below a community, or too few responses): not for a hall.',
    toShare: 'Make a link for the hall',
    inside: 'Inside only',
  },
);
