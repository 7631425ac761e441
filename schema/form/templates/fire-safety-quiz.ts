// 消防培训小测验: five questions of 20 points each, the score shown, then how good the training was. What is right follows
// 高层民用建筑消防安全管理规定 art. 37 (no e-bikes in stairwells and halls) and what fire brigades teach.
import { satisfactionWith } from './phrases.ts';
import type { Template } from './template.ts';

const questions = ['ebike', 'pan', 'smoke', 'gas', 'stairs'];

export const fireSafetyQuiz: Template = {
  id: 'fire-safety-quiz',
  kind: 'survey',
  group: 'joining',
  summary: {
    zh: '培训完做五道题，自动算分，再说说培训好不好；题目可以换成别的培训。',
    en: 'Five scored questions after a training, then how good it was; swap them for any other subject.',
  },
  definition: {
    title: '消防安全培训小测验',
    intro: '五道题，每题20分，不记名次。答完再说说培训办得怎么样。',
    thanks: '您答对了大部分，请把学到的告诉家里人。讲得不清楚的地方，下次培训会改。',
    layout: 'steps',
    questions: [
      {
        id: 'ebike',
        type: 'yes-no',
        title: '电动车能推进楼道里停放、充电吗？',
        yes: '能',
        no: '不能',
        required: true,
        quiz: {
          right: ['no'],
          points: 20,
          explain: '电动车着火，几十秒就能封住楼道，楼上的人出不来。',
        },
      },
      {
        id: 'pan',
        type: 'single',
        title: '炒菜时油锅着火，先怎么办？',
        required: true,
        shuffle: true,
        options: [
          { id: 'lid', label: '关火，盖上锅盖' },
          { id: 'water', label: '泼水' },
          { id: 'carry', label: '端到外面去' },
          { id: 'run', label: '赶紧跑' },
        ],
        quiz: { right: ['lid'], points: 20, explain: '油锅遇水会炸溅；盖上锅盖没了空气，火就灭了。' },
      },
      {
        id: 'smoke',
        type: 'multi',
        title: '楼里着火，走楼梯出去时该怎么做？',
        hint: '不止一项，都对才得分。',
        required: true,
        shuffle: true,
        options: [
          { id: 'low', label: '弯下腰，贴着墙走' },
          { id: 'cloth', label: '用湿毛巾捂住口鼻' },
          { id: 'door', label: '随手关上门' },
          { id: 'lift', label: '坐电梯，快一点' },
          { id: 'things', label: '回去拿贵重东西' },
        ],
        quiz: {
          right: ['low', 'cloth', 'door'],
          points: 20,
          explain: '烟往上走，低处好呼吸；关门能挡烟。电梯会停电，把人困住。',
        },
      },
      {
        id: 'gas',
        type: 'single',
        title: '闻到家里有煤气味，先怎么办？',
        required: true,
        shuffle: true,
        options: [
          { id: 'valve', label: '关阀门、开窗，到屋外打电话' },
          { id: 'lamp', label: '开灯看看哪里漏' },
          { id: 'fan', label: '打开抽油烟机' },
          { id: 'call', label: '在屋里打电话报修' },
        ],
        quiz: { right: ['valve'], points: 20, explain: '开灯、开电器、在屋里打电话，都可能有火花。' },
      },
      {
        id: 'stairs',
        type: 'single',
        title: '看到楼道里堆了东西，该怎么办？',
        required: true,
        shuffle: true,
        options: [
          { id: 'clear', label: '自己的马上搬走，别人的告诉楼栋长' },
          { id: 'leave', label: '不挡我家的门就算了' },
          { id: 'move', label: '挪到消火栓前面' },
          { id: 'same', label: '我也放一点' },
        ],
        quiz: { right: ['clear'], points: 20, explain: '楼道是逃生的路，也是消防员进来的路。' },
      },
      {
        id: 'score',
        type: 'calculated',
        title: '您的得分',
        hint: '满分100分。',
        unit: '分',
        shown: true,
        formula: { sum: questions.map((score) => ({ score })), missing: 'null' },
      },
      satisfactionWith('course', '您对这次培训满意吗？'),
      {
        id: 'useful',
        type: 'single',
        title: '学到的东西用得上吗？',
        required: true,
        options: [
          { id: 'yes', label: '用得上' },
          { id: 'some', label: '有一些用得上' },
          { id: 'no', label: '用不上' },
        ],
      },
      { id: 'more', type: 'long-text', title: '还想学什么？哪里没听懂？', maxLength: 300 },
    ],
    endings: [
      {
        id: 'again',
        title: '已收到，有几题请再看看',
        text: '记住这几句：电动车不进楼；油锅着火盖锅盖；逃生弯腰、捂口鼻、随手关门，不坐电梯；闻到煤气味，关阀门、开窗、到屋外打电话；楼道不放东西。',
        when: { is: 'lt', left: { value: 'score' }, right: { number: 80 } },
      },
    ],
  },
};
