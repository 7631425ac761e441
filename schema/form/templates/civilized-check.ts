// 文明楼栋现场评分: five criteria of 20, deductions with photos, a bonus of at most 5, one-veto items. The veto decides
// the outcome and does not erase the score.
import type { QuestionOf } from '../../fields/shapes.ts';
import type { Template } from './template.ts';

const criterion = (id: string, title: string, hint: string): QuestionOf<'indicator'> => ({
  id,
  type: 'indicator',
  title,
  hint,
  required: true,
  full: 20,
  reasonBelow: 12,
  levels: [
    { label: '好', from: 18 },
    { label: '较好', from: 15 },
    { label: '一般', from: 12 },
    { label: '差，要写原因', from: 0 },
  ],
});
const criteria = [
  criterion('tidy', '楼道环境', '地面、墙面、扶手、门窗、灯。满分20分。'),
  criterion('safety', '安全意识', '消防器材在位能用，通道畅通，门禁好用。满分20分。'),
  criterion('manners', '文明行为', '不乱扔、不乱贴、不吵闹，文明养宠。满分20分。'),
  criterion('neighbours', '邻里关系', '有人管事，互相帮忙，矛盾能说开。满分20分。'),
  criterion('sorting', '垃圾分类', '分得对，投得准，桶边干净。满分20分。'),
];
const bonusMost = 5;

export const civilizedCheck: Template = {
  id: 'civilized-check',
  kind: 'evaluation',
  group: 'choosing',
  summary: {
    zh: '评选小组到现场打分：五项各20分，扣分要有照片，自动算总分。',
    en: 'Judges on the spot: five criteria of 20, deductions with photos, the total worked out.',
  },
  unlisted: true,
  definition: {
    title: '文明楼栋现场评分表',
    intro: '到楼里走一遍再填，从一层走到顶层。看到什么写什么，不打人情分。',
    thanks: '初评结果先告诉楼栋长，三天内可以申诉；核对以后再公示。',
    layout: 'pages',
    questions: [
      ...criteria,
      { id: 'page_found', type: 'page-break', title: '发现的问题' },
      {
        id: 'faults',
        type: 'deductions',
        title: '扣分',
        hint: '看到几处记几处。照片拍东西，不拍人和门牌。',
        required: true,
        photos: 6,
        evidence: true,
        list: [
          { id: 'junk', label: '楼道堆放杂物', points: 2, times: 5 },
          { id: 'ads', label: '乱贴小广告', points: 1, times: 5 },
          { id: 'ebike', label: '电动车进楼，飞线充电', points: 5, times: 3 },
          { id: 'exit', label: '消防通道被占、被堵', points: 5, times: 2 },
          { id: 'equipment', label: '灭火器过期、缺少', points: 3, times: 3 },
          { id: 'litter', label: '垃圾落地、混投', points: 2, times: 3 },
          { id: 'garden', label: '毁绿种菜，圈占公共地方', points: 2, times: 2 },
          { id: 'pets', label: '宠物粪便没人清', points: 1, times: 3 },
        ],
      },
      {
        id: 'bonus',
        type: 'multi',
        title: '加分',
        hint: '合计最多加5分。',
        required: true,
        options: [
          { id: 'good_deed', label: '有被市里以上表扬的好人好事', score: 3 },
          { id: 'mutual', label: '有邻里互助队，在做事', score: 2 },
          { id: 'corner', label: '居民自己动手美化楼道', score: 2 },
          { id: 'meeting', label: '半年内开过楼栋议事会', score: 1 },
          { id: 'none', label: '没有', score: 0, exclusive: true },
        ],
      },
      {
        id: 'veto',
        type: 'multi',
        title: '一票否决',
        hint: '今年以来，本楼有没有下面的事？',
        required: true,
        options: [
          { id: 'fire', label: '有责任的火灾' },
          { id: 'crime', label: '刑事案件' },
          { id: 'illegal', label: '新建的违法建筑' },
          { id: 'none', label: '都没有', exclusive: true },
        ],
      },
      {
        id: 'total',
        type: 'calculated',
        title: '总分',
        hint: '五项相加，加上加分（最多5分），减去扣分，最低0分。',
        unit: '分',
        decimals: 1,
        shown: true,
        formula: {
          most: [
            {
              minus: [
                {
                  sum: [
                    ...criteria.map(({ id }) => ({ value: id })),
                    { least: [{ score: 'bonus' }, { number: bonusMost }], missing: 'null' },
                  ],
                  missing: 'null',
                },
                { value: 'faults' },
              ],
            },
            { number: 0 },
          ],
          missing: 'null',
        },
      },
      { id: 'page_sign', type: 'page-break', title: '评分人' },
      {
        id: 'rater',
        type: 'name',
        title: '评分人姓名',
        hint: '打分要有人负责。只给评选小组看。',
        required: true,
      },
      { id: 'note', type: 'long-text', title: '要说明的', maxLength: 300 },
    ],
    endings: [
      {
        id: 'vetoed',
        title: '已收到，本楼有一票否决的事',
        text: '分数照样保留，本次不评为文明楼栋。评选小组会核对，并告诉楼栋长；三天内可以申诉。',
        when: {
          all: [{ q: 'veto', op: 'answered' }, { not: { q: 'veto', op: 'contains', value: 'none' } }],
        },
      },
    ],
  },
};
