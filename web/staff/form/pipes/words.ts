// Words of earlier answers in texts.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    questionN: '第{n}题',
    titled: '“{title}”',
    lost: '已删除的题',
    token: '〔{name}的回答〕',
    tokenElse: '〔{name}的回答，没有就写“{otherwise}”〕',
    insert: '插入前面的回答',
    which: '哪一题的回答',
    otherwise: '没有回答时写',
    otherwiseHint: '例如：您',
    put: '插入',
    reads: '居民看到：{text}',
    readsElse: '没有回答的人看到：{text}',
    sample: '【{name}的回答】',
  },
  {
    questionN: 'question {n}',
    titled: '“{title}”',
    lost: 'a deleted question',
    token: '〔answer to {name}〕',
    tokenElse: '〔answer to {name}, else “{otherwise}”〕',
    insert: 'Insert an earlier answer',
    which: 'Whose answer',
    otherwise: 'When there is none',
    otherwiseHint: 'for example: neighbour',
    put: 'Insert',
    reads: 'Residents read: {text}',
    readsElse: 'Without an answer: {text}',
    sample: '[answer to {name}]',
  },
);
