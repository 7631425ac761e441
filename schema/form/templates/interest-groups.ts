// 兴趣小组报名: groups with places, who could lead one, which one is missing.
import { other } from './phrases.ts';
import type { Template } from './template.ts';

export const interestGroups: Template = {
  id: 'interest-groups',
  kind: 'survey',
  group: 'joining',
  summary: {
    zh: '唱歌、跳舞、书法、太极各组报名，有名额，报满为止。',
    en: 'Singing, dancing, calligraphy, tai chi: sign-up by group, with places.',
  },
  definition: {
    title: '兴趣小组报名',
    intro: '不收费，零基础也欢迎。每人最多报两个组，报满为止。',
    thanks: '报名截止后三天内，组长打电话告诉您第一次在哪里、几点。来不了请早点撤回，把名额让给别人。',
    layout: 'steps',
    questions: [
      {
        id: 'groups',
        type: 'multi',
        title: '您想参加哪个组？',
        hint: '最多选2个。',
        required: true,
        max: 2,
        options: [
          { id: 'choir', label: '合唱组', quota: 40 },
          { id: 'dance', label: '广场舞组', quota: 40 },
          { id: 'taichi', label: '太极组', quota: 30 },
          { id: 'writing', label: '书法组', quota: 20 },
          { id: 'phones', label: '手机学习组', quota: 20 },
          { id: 'chess', label: '象棋组', quota: 20 },
          { id: 'crafts', label: '手工组', quota: 20 },
        ],
      },
      {
        id: 'level',
        type: 'single',
        title: '以前学过吗？',
        required: true,
        options: [
          { id: 'new', label: '没学过' },
          { id: 'some', label: '学过一点' },
          { id: 'good', label: '学得不错' },
        ],
      },
      {
        id: 'lead',
        type: 'yes-no',
        title: '愿意帮忙带大家吗？',
        yes: '愿意',
        no: '先跟着学',
        showIf: { q: 'level', op: 'in', value: ['some', 'good'] },
      },
      {
        id: 'times',
        type: 'multi',
        title: '什么时候来方便？',
        required: true,
        options: [
          { id: 'morning', label: '平时上午' },
          { id: 'afternoon', label: '平时下午' },
          { id: 'evening', label: '平时晚上' },
          { id: 'weekend', label: '周末' },
        ],
      },
      {
        id: 'missing',
        type: 'multi',
        title: '还想有什么组？',
        options: [
          { id: 'photos', label: '摄影' },
          { id: 'cooking', label: '做菜' },
          { id: 'opera', label: '戏曲' },
          { id: 'table_tennis', label: '乒乓球' },
          { id: 'reading', label: '读书' },
          other,
        ],
      },
      { id: 'name', type: 'name', title: '姓名', hint: '组长点名用。', required: true },
      { id: 'phone', type: 'phone', title: '电话', hint: '改时间、改地方时通知您。', required: true },
    ],
  },
};
