// 楼栋长选票: one seat, a stance on each candidate, or another name (选举法 arts. 41, 44: more chosen than there are seats
// makes a ballot void, so the paper does not let it happen). Asks nothing that tells who votes.
import type { Template } from './template.ts';

export const leaderVote: Template = {
  id: 'leader-vote',
  kind: 'election',
  group: 'choosing',
  summary: {
    zh: '对每位候选人赞成、反对或弃权，也可以另选他人；一户一票，先备好名册。',
    en: 'For, against or abstain on each candidate, or a write-in; one ballot a household, by the roll.',
  },
  definition: {
    title: '楼栋长推选选票',
    intro: '一户一票，由户代表投。选票上不写姓名。',
    thanks: '投票截止后，由监票人当众开箱、唱票、计票，结果当天贴在楼栋公告栏，也写在楼栋码页面。',
    layout: 'steps',
    questions: [
      {
        id: 'candidates',
        type: 'candidates',
        title: '请对每位候选人表态',
        hint: '应选1人，最多赞成1人。不赞成也不反对，就选弃权。',
        required: true,
        mode: 'each',
        candidates: [
          { id: 'first', label: '候选人一', note: '请改成姓名，写上年龄、做什么的、住几单元' },
          { id: 'second', label: '候选人二', note: '请改成姓名，写上年龄、做什么的、住几单元' },
        ],
        rules: [
          {
            check: 'holds',
            condition: { is: 'lte', left: { chosen: 'candidates' }, right: { number: 1 } },
            message: '应选1人，您赞成了不止1人。赞成太多，选票就作废了，请改一改。',
          },
        ],
      },
      {
        id: 'write_in',
        type: 'text',
        title: '另选他人',
        hint: '候选人都不赞成，想选别人的，在这里写姓名和门牌。',
        maxLength: 40,
        showIf: { is: 'equals', left: { chosen: 'candidates' }, right: { number: 0 } },
      },
    ],
  },
};
