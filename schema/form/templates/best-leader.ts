// 最美楼栋长: neighbours about the leader of their own building; who does not know the leader says so and is done.
import { satisfaction } from './phrases.ts';
import type { Template } from './template.ts';

export const bestLeader: Template = {
  id: 'best-leader',
  kind: 'evaluation',
  group: 'choosing',
  summary: {
    zh: '邻居评本楼的楼栋长，说一件记得住的事，推不推荐当“最美楼栋长”。',
    en: 'Neighbours rate their building leader, tell a story, and say whether to recommend the leader.',
  },
  definition: {
    title: '最美楼栋长评选',
    intro: '请您评一评本楼的楼栋长。只评自己楼的，按平时看到的来评。',
    thanks: '评选看邻居的评分，也看做过的事。入选名单公示七天，公示期里有不同意见，请打页面上的电话。',
    layout: 'steps',
    questions: [
      {
        id: 'knows',
        type: 'single',
        title: '您认识本楼的楼栋长吗？',
        required: true,
        options: [
          { id: 'well', label: '认识，打过交道' },
          { id: 'face', label: '见过面' },
          { id: 'no', label: '不认识' },
        ],
        jumps: [{ when: { q: 'knows', op: 'equals', value: 'no' }, to: 'meet' }],
      },
      {
        id: 'work',
        type: 'matrix-scale',
        title: '楼栋长做的这些事，您满意吗？',
        ...satisfaction,
        required: true,
        rows: [
          { id: 'visits', label: '上门走访、通知大事' },
          { id: 'help', label: '帮老人、帮有难处的人' },
          { id: 'disputes', label: '劝和邻里矛盾' },
          { id: 'safety', label: '查安全、管楼道' },
          { id: 'voice', label: '替大家反映问题，有回音' },
          { id: 'fair', label: '办事公道' },
        ],
      },
      {
        id: 'story',
        type: 'long-text',
        title: '楼栋长做过哪件事，您还记得？',
        hint: '什么时候、帮了谁、怎么帮的。评选时会念给大家听，不念您的名字。',
        maxLength: 500,
      },
      {
        id: 'recommend',
        type: 'single',
        title: '您推荐本楼的楼栋长当“最美楼栋长”吗？',
        required: true,
        options: [
          { id: 'yes', label: '推荐' },
          { id: 'no', label: '不推荐' },
          { id: 'unsure', label: '说不好' },
        ],
      },
      { id: 'advice', type: 'long-text', title: '您想对楼栋长说什么？', maxLength: 300 },
    ],
    endings: [
      {
        id: 'meet',
        title: '已收到，谢谢您实话实说',
        text: '本楼楼栋长的姓名和电话写在楼栋码页面，有事可以找他（她）。',
      },
    ],
  },
};
