// The words of the screen on a wall that the board does not have.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    asOf: '数到 {at}，每分钟更新',
    lost: '没有连上，这是 {at} 的数',
    whole: '全屏',
  },
  {
    asOf: 'As of {at}, read again every minute',
    lost: 'No connection; these are the figures of {at}',
    whole: 'Full screen',
  },
);
