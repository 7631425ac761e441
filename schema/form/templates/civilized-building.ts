// 文明楼栋评议: residents about their own building, five sides as the judges see them too.
import type { Template } from './template.ts';

const often = [
  { id: 'never', label: '没有' },
  { id: 'sometimes', label: '有时有' },
  { id: 'often', label: '常常有' },
];

export const civilizedBuilding: Template = {
  id: 'civilized-building',
  kind: 'evaluation',
  group: 'choosing',
  summary: {
    zh: '居民给自己住的楼打分：环境、安全、文明、邻里、垃圾分类。',
    en: 'Residents rate their own building: tidiness, safety, manners, neighbours, waste sorting.',
  },
  definition: {
    title: '文明楼栋评议表',
    intro: '请按您住的这栋楼平时的样子来评，好就是好，差就是差。',
    thanks: '居民评议和现场评分合在一起算。结果在楼栋码页面公示，有不同意见可以打页面上的电话。',
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
        options: often,
      },
      {
        id: 'ebike',
        type: 'single',
        title: '有人把电动车推进楼里停放、充电吗？',
        required: true,
        options: [...often, { id: 'unknown', label: '不清楚' }],
      },
      {
        id: 'where',
        type: 'text',
        title: '在哪里？',
        hint: '例如：三楼转角。不用写是谁。',
        maxLength: 100,
        showIf: {
          any: [
            { q: 'junk', op: 'in', value: ['sometimes', 'often'] },
            { q: 'ebike', op: 'in', value: ['sometimes', 'often'] },
          ],
        },
      },
      {
        id: 'part',
        type: 'multi',
        title: '今年您为本楼出过什么力？',
        options: [
          { id: 'cleaning', label: '打扫楼道' },
          { id: 'helping', label: '帮过邻居' },
          { id: 'meeting', label: '参加过楼栋的会' },
          { id: 'events', label: '参加过邻里活动' },
          { id: 'none', label: '还没有', exclusive: true },
        ],
      },
      { id: 'praise', type: 'long-text', title: '您想表扬本楼的谁，或哪件事？', maxLength: 300 },
    ],
  },
};
