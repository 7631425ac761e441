// Shipped forms to start from. Words as community staff use them; ids never change once shipped.
import type { Definition } from './definition.ts';

export interface Template {
  id: string;
  kind: 'survey' | 'evaluation';
  definition: Definition;
}

const five = ['很不满意', '不满意', '一般', '满意', '很满意'];
const satisfaction = (id: string, title: string) =>
  ({ id, type: 'scale', title, from: 1, to: 5, labels: five, na: true, required: true }) as const;

const propertySatisfaction: Template = {
  id: 'property-satisfaction',
  kind: 'survey',
  definition: {
    title: '物业服务满意度调查',
    intro: '请您说说住得怎么样。您的意见用来督促物业改进，结果会在楼栋码页面公布。',
    thanks: '结果汇总后在楼栋码页面公布，办理情况也写在那里。',
    layout: 'steps',
    questions: [
      satisfaction('overall', '总的来说，您对物业服务满意吗？'),
      {
        id: 'items',
        type: 'matrix-scale',
        title: '下面几方面，您满意吗？',
        from: 1,
        to: 5,
        labels: five,
        na: true,
        required: true,
        rows: [
          { id: 'clean', label: '楼道和环境卫生' },
          { id: 'safe', label: '门岗和安全' },
          { id: 'repair', label: '报修和维修' },
          { id: 'parking', label: '停车秩序' },
          { id: 'green', label: '绿化养护' },
        ],
      },
      {
        id: 'lift',
        type: 'single',
        title: '您住的楼有电梯吗？',
        required: true,
        options: [
          { id: 'yes', label: '有' },
          { id: 'no', label: '没有' },
        ],
      },
      {
        id: 'lift_fix',
        type: 'single',
        title: '电梯坏了，物业多久来修？',
        showIf: { q: 'lift', op: 'equals', value: 'yes' },
        options: [
          { id: 'same_day', label: '当天' },
          { id: 'days', label: '两三天' },
          { id: 'week', label: '一周以上' },
          { id: 'unknown', label: '不了解' },
        ],
      },
      {
        id: 'urgent',
        type: 'multi',
        title: '最想先解决哪些事？',
        hint: '最多选 3 项',
        required: true,
        max: 3,
        options: [
          { id: 'rubbish', label: '楼道堆物、垃圾清运' },
          { id: 'ebike', label: '电动车停放和充电' },
          { id: 'cars', label: '停车难' },
          { id: 'leak', label: '漏水、下水道堵' },
          { id: 'noise', label: '噪音扰民' },
          { id: 'fee', label: '收费不清楚' },
          { id: 'other', label: '其他', text: true },
          { id: 'none', label: '没有要解决的', exclusive: true },
        ],
      },
      {
        id: 'why',
        type: 'long-text',
        title: '哪里让您不满意？',
        showIf: { q: 'overall', op: 'lte', value: 2 },
      },
      { id: 'advice', type: 'long-text', title: '还有什么想对社区和物业说的？', maxLength: 500 },
    ],
  },
};

const communityLife: Template = {
  id: 'community-life',
  kind: 'survey',
  definition: {
    title: '社区服务满意度调查',
    intro: '请每位居民说说对社区工作的看法，大约两分钟。',
    layout: 'steps',
    questions: [
      {
        id: 'age',
        type: 'single',
        title: '您的年龄段',
        options: [
          { id: 'young', label: '35 岁以下' },
          { id: 'middle', label: '36–59 岁' },
          { id: 'senior', label: '60–74 岁' },
          { id: 'old', label: '75 岁及以上' },
        ],
      },
      satisfaction('overall', '您对社区服务总体满意吗？'),
      satisfaction('errands', '到社区办事方便吗？满意吗？'),
      satisfaction('safety', '您对小区安全满意吗？'),
      satisfaction('culture', '您对社区活动满意吗？'),
      { id: 'knows', type: 'yes-no', title: '您认识本楼的楼栋长吗？', required: true },
      {
        id: 'leader',
        type: 'rating',
        title: '请给楼栋长打分',
        showIf: { q: 'knows', op: 'equals', value: 'yes' },
      },
      { id: 'recommend', type: 'nps', title: '您愿意劝亲友搬来本社区住吗？' },
      { id: 'people', type: 'number', title: '家里常住几口人？', min: 1, max: 20, unit: '人' },
      { id: 'advice', type: 'long-text', title: '您最希望社区办哪件事？', maxLength: 500 },
    ],
  },
};

const civilizedBuilding: Template = {
  id: 'civilized-building',
  kind: 'evaluation',
  definition: {
    title: '文明楼栋评议表',
    intro: '请按您住的这栋楼的实际情况来评。',
    layout: 'steps',
    questions: [
      {
        id: 'five',
        type: 'matrix-scale',
        title: '请给本楼打分',
        from: 1,
        to: 5,
        labels: ['很差', '差', '一般', '好', '很好'],
        na: true,
        required: true,
        rows: [
          { id: 'tidy', label: '楼道环境' },
          { id: 'fire', label: '安全意识' },
          { id: 'manner', label: '文明行为' },
          { id: 'neighbour', label: '邻里关系' },
          { id: 'sorting', label: '垃圾分类' },
        ],
      },
      {
        id: 'junk',
        type: 'single',
        title: '楼道里堆放杂物吗？',
        required: true,
        options: [
          { id: 'never', label: '从不' },
          { id: 'sometimes', label: '偶尔' },
          { id: 'often', label: '经常' },
        ],
      },
      {
        id: 'where',
        type: 'text',
        title: '堆在哪里？',
        hint: '例如：三楼转角',
        showIf: { q: 'junk', op: 'in', value: ['sometimes', 'often'] },
      },
      { id: 'good', type: 'long-text', title: '您想表扬本楼的谁，或哪件事？', maxLength: 300 },
    ],
  },
};

const leaderIdeas: Template = {
  id: 'leader-ideas',
  kind: 'survey',
  definition: {
    title: '楼栋长推选意见征集',
    intro: '请每户派一人填写，约一分钟。这是征求意见，不是投票。',
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
          { id: 'abstain', label: '弃权' },
        ],
      },
      {
        id: 'merits',
        type: 'multi',
        title: '您最看重哪些条件？',
        hint: '最多选 2 项',
        max: 2,
        required: true,
        options: [
          { id: 'public', label: '热心公益' },
          { id: 'time', label: '有空闲时间' },
          { id: 'phone', label: '会用手机' },
          { id: 'fair', label: '办事公道' },
          { id: 'other', label: '其他', text: true },
        ],
      },
      { id: 'who', type: 'text', title: '您想推荐谁？', maxLength: 50 },
      { id: 'advice', type: 'long-text', title: '其他建议', maxLength: 500 },
    ],
  },
};

export const templates: readonly Template[] = [
  propertySatisfaction,
  communityLife,
  civilizedBuilding,
  leaderIdeas,
];
