// 志愿者报名: what somebody can do and when. A young volunteer needs a guardian's word.
import { other } from './phrases.ts';
import type { Template } from './template.ts';

export const volunteerSignup: Template = {
  id: 'volunteer-signup',
  kind: 'survey',
  group: 'joining',
  summary: {
    zh: '愿意出力的居民报名：能做什么、什么时候有空。',
    en: 'Residents who want to help: what they can do and when they have time.',
  },
  definition: {
    title: '社区志愿者报名',
    intro: '多少都行，一个月来一次也欢迎。请选您愿意做的、有空的时候。',
    thanks: '一周内社区打电话给您，说清要做什么；第一次有老志愿者带着。不想参加了，随时可以退出。',
    layout: 'steps',
    questions: [
      {
        id: 'work',
        type: 'multi',
        title: '您愿意做哪些事？',
        required: true,
        options: [
          { id: 'elders', label: '看望、陪伴老人' },
          { id: 'children', label: '照看孩子、辅导功课' },
          { id: 'clean', label: '打扫楼道、垃圾分类' },
          { id: 'patrol', label: '巡逻、查安全' },
          { id: 'events', label: '帮忙办活动' },
          { id: 'mediate', label: '劝和邻里矛盾' },
          { id: 'phone', label: '教老人用手机' },
          { id: 'skills', label: '理发、修理、量血压' },
          other,
        ],
      },
      {
        id: 'free',
        type: 'matrix-multi',
        title: '您什么时候有空？',
        hint: '不固定的可以不选。',
        rows: [
          { id: 'weekdays', label: '周一到周五' },
          { id: 'weekend', label: '周末' },
        ],
        columns: [
          { id: 'morning', label: '上午' },
          { id: 'afternoon', label: '下午' },
          { id: 'evening', label: '晚上' },
        ],
      },
      {
        id: 'often',
        type: 'single',
        title: '大概多久来一次？',
        required: true,
        options: [
          { id: 'weekly', label: '每周' },
          { id: 'monthly', label: '每月' },
          { id: 'called', label: '有事叫我就来' },
        ],
      },
      {
        id: 'age',
        type: 'single',
        title: '您的年龄',
        hint: '好安排合适的事。',
        required: true,
        options: [
          { id: 'minor', label: '不满18岁' },
          { id: 'adult', label: '18–59岁' },
          { id: 'senior', label: '60–69岁' },
          { id: 'old', label: '70岁及以上' },
        ],
      },
      {
        id: 'guardian',
        type: 'consent',
        title: '请家长来勾选',
        text: '我是孩子的家长（监护人），同意孩子参加。不满14岁的，活动时我陪着。下面的姓名和电话写我的。',
        version: 1,
        agree: '我同意',
        required: true,
        showIf: { q: 'age', op: 'equals', value: 'minor' },
      },
      { id: 'name', type: 'name', title: '姓名', required: true },
      {
        id: 'phone',
        type: 'phone',
        title: '电话',
        hint: '只用来通知志愿服务的事。',
        required: true,
      },
    ],
  },
};
