// 楼栋长推选意见: what kind of leader a building wants, and how to choose one, before any name stands.
import { other } from './phrases.ts';
import type { Template } from './template.ts';

export const leaderIdeas: Template = {
  id: 'leader-ideas',
  kind: 'survey',
  group: 'choosing',
  summary: {
    zh: '推选以前先问一问：愿不愿参加、看重什么、想怎么选。',
    en: 'Before choosing a building leader: who takes part, what counts, how to choose.',
  },
  definition: {
    title: '楼栋长推选意见征集',
    intro: '本楼要推选楼栋长。请每户派一人填写。这是征求意见，不是投票。',
    thanks: '截止后三天内，大家的意见写在楼栋码页面；怎么推选、哪天推选，会贴在楼栋公告栏。',
    layout: 'pages',
    questions: [
      {
        id: 'join',
        type: 'single',
        title: '您愿意参加推选吗？',
        required: true,
        options: [
          { id: 'yes', label: '愿意' },
          { id: 'no', label: '不愿意' },
          { id: 'unsure', label: '还没想好' },
        ],
      },
      {
        id: 'merits',
        type: 'multi',
        title: '您最看重哪些条件？',
        hint: '最多选2项。',
        max: 2,
        required: true,
        options: [
          { id: 'public', label: '热心公益' },
          { id: 'time', label: '有空闲时间' },
          { id: 'phone', label: '会用手机' },
          { id: 'fair', label: '办事公道' },
          other,
        ],
      },
      {
        id: 'way',
        type: 'single',
        title: '您觉得怎么推选好？',
        options: [
          { id: 'meeting', label: '在楼下开会，当场投票' },
          { id: 'doors', label: '上门发票、收票' },
          { id: 'phones', label: '用手机投票' },
          { id: 'any', label: '都可以' },
        ],
      },
      {
        id: 'who',
        type: 'text',
        title: '您想推荐谁？',
        hint: '写姓名和门牌，也可以推荐自己。社区会先问他愿不愿意。',
        maxLength: 50,
      },
      { id: 'advice', type: 'long-text', title: '其他建议', maxLength: 500 },
    ],
  },
};
