// 楼栋服务小组（两长五员一户）: the eight posts, and whom neighbours propose for those that they choose.
import type { Condition } from '../../logic/shapes.ts';
import { door } from './phrases.ts';
import type { Template } from './template.ts';

const posts = [
  { id: 'group_leader', label: '楼栋党小组组长' },
  { id: 'building_leader', label: '楼栋长' },
  { id: 'health', label: '卫生委员（管环境卫生）' },
  { id: 'safety', label: '治安委员（管安全防范）' },
  { id: 'culture', label: '文体委员（组织活动）' },
  { id: 'steward', label: '物业房管员（物业的人）' },
  { id: 'grid_worker', label: '网格管理员（社区的人）' },
  { id: 'party_home', label: '党员中心户（家里能聚一聚）' },
];
const some: Condition = {
  all: [{ q: 'posts', op: 'answered' }, { not: { q: 'posts', op: 'contains', value: 'none' } }],
};

export const serviceTeam: Template = {
  id: 'service-team',
  kind: 'survey',
  group: 'choosing',
  summary: {
    zh: '为“两长五员一户”各个岗位推荐人或自荐，凑齐楼栋服务小组。',
    en: 'Propose people, or oneself, for the eight posts of the building’s service team.',
  },
  definition: {
    title: '楼栋服务小组推荐表',
    intro: '每栋楼要有一个服务小组，人就从邻居里来。谁合适、您自己愿不愿意，请写下来。',
    thanks: '截止后一周内，社区和小区党支部逐个问过本人，名单在楼栋公告栏公示，不少于三天。',
    layout: 'steps',
    questions: [
      {
        id: 'about',
        type: 'note',
        title: '什么是“两长五员一户”',
        hint: '两长：楼栋党小组组长、楼栋长。五员：卫生委员、治安委员、文体委员、物业房管员、网格管理员。一户：党员中心户。',
      },
      {
        id: 'posts',
        type: 'multi',
        title: '您想为哪些岗位推荐人？',
        hint: '自己愿意干的，也选上。',
        required: true,
        options: [...posts, { id: 'none', label: '没有要推荐的', exclusive: true }],
      },
      {
        id: 'people',
        type: 'matrix-text',
        title: '推荐谁？',
        hint: '自荐就写自己。',
        required: true,
        maxLength: 30,
        carry: { from: 'posts', pick: 'chosen' },
        rows: posts,
        columns: [
          { id: 'name', label: '姓名' },
          { id: 'door', label: '门牌' },
        ],
      },
      {
        id: 'asked',
        type: 'consent',
        title: '请先问过本人',
        text: '我推荐的人，我都问过，他们愿意干，也知道姓名要在楼栋公告栏公示。自荐的，我愿意干，也同意公示姓名。',
        version: 1,
        agree: '已经问过',
        required: true,
        showIf: some,
      },
      {
        id: 'own_door',
        ...door,
        title: '您住几单元几室？',
        hint: '社区要核对时好找您，可以不填。',
        showIf: some,
      },
      { id: 'advice', type: 'long-text', title: '希望服务小组先办哪件事？', maxLength: 300 },
    ],
  },
};
