// Typing: words, names, numbers of people and cars, days and times.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Answered } from './journey.ts';

export const words = {
  text: {
    question: { id: 'text', type: 'text', title: '哪里的灯坏了？', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ field }) => field('哪里的灯坏了？').fill('三楼转角'),
    keys: ({ type }) => type('三楼转角'),
    plain: 'same',
    kept: {
      stored: '三楼转角',
      words: '三楼转角',
      cells: { '': '三楼转角' },
      counts: { _n: 1 },
      card: {},
    },
  },
  'long-text': {
    question: { id: 'long', type: 'long-text', title: '还有什么想说的？', required: true, maxLength: 20 },
    mistake: {
      make: ({ field }) => field('还有什么想说的？').fill('物业说了三次要来修，可是到现在也没有人来过一次呢'),
      says: '最多写 20 个字，您写了 24 个字。',
    },
    answer: ({ field }) => field('还有什么想说的？').fill('说了三次\n没人来'),
    keys: async ({ press, type }) => {
      await type('说了三次');
      await press('Enter');
      await type('没人来');
    },
    plain: 'same',
    kept: {
      stored: '说了三次\n没人来',
      words: '说了三次\n没人来',
      cells: { '': '说了三次\n没人来' },
      counts: { _n: 1 },
      card: {},
    },
  },
  'gap-fill': {
    question: {
      id: 'gaps',
      type: 'gap-fill',
      title: '家里常住____人，其中60岁以上____人。',
      required: true,
      gaps: [
        { id: 'all', kind: 'number', label: '常住人数' },
        { id: 'old', kind: 'number', label: '60岁以上人数' },
      ],
    },
    mistake: {
      make: ({ field }) => field('常住人数').fill('4'),
      says: '还有一空没有填：60岁以上人数。',
      at: ({ field }) => field('60岁以上人数'),
    },
    answer: ({ field }) => field('60岁以上人数').fill('1'),
    keys: async ({ press, type }) => {
      await type('4');
      await press('Tab');
      await type('1');
    },
    plain: 'same',
    kept: {
      stored: { all: 4, old: 1 },
      words: '家里常住4人，其中60岁以上1人。',
      cells: { all: '4', old: '1' },
      counts: { _n: 1 },
      card: { '家里常住____人，其中60岁以上____人。': /6 人回答/ },
    },
  },
  name: {
    question: { id: 'name', type: 'name', title: '您的姓名', required: true },
    mistake: {
      make: ({ field }) => field('您的姓名').fill('王芳1'),
      says: '姓名里只能有文字和中间的点，请核对。',
    },
    answer: ({ field }) => field('您的姓名').fill('王芳'),
    keys: ({ type }) => type('王芳'),
    plain: 'same',
    kept: {
      stored: '王芳',
      words: '王芳',
      cells: { '': '王芳' },
      counts: { _n: 1 },
      card: { 您的姓名: /6 人回答/ },
    },
  },
  phone: {
    question: { id: 'phone', type: 'phone', title: '您的电话', required: true },
    mistake: {
      make: ({ field }) => field('您的电话').fill('138 0000 123'),
      says: '手机号是 11 位，您填了 10 位。',
    },
    answer: ({ field }) => field('您的电话').fill('138 0000 1234'),
    keys: ({ type }) => type('13800001234'),
    plain: 'same',
    kept: {
      stored: '13800001234',
      words: '13800001234',
      cells: { '': '13800001234' },
      counts: { _n: 1 },
      card: {},
    },
  },
  email: {
    question: { id: 'email', type: 'email', title: '您的邮箱', required: true },
    mistake: {
      make: ({ field }) => field('您的邮箱').fill('wangfang'),
      says: '请填邮箱，例如 name@example.cn。',
    },
    answer: ({ field }) => field('您的邮箱').fill('wangfang@Example.cn'),
    keys: ({ type }) => type('wangfang@example.cn'),
    plain: 'same',
    kept: {
      stored: 'wangfang@example.cn',
      words: 'wangfang@example.cn',
      cells: { '': 'wangfang@example.cn' },
      counts: { _n: 1 },
      card: { 您的邮箱: /6 人回答/ },
    },
  },
  url: {
    question: { id: 'url', type: 'url', title: '业主群公告的网址', required: true },
    mistake: {
      make: ({ field }) => field('业主群公告的网址').fill('公告栏'),
      says: '请填网址，例如 https://www.example.cn。',
    },
    answer: ({ field }) => field('业主群公告的网址').fill('www.example.cn/gg'),
    keys: ({ type }) => type('https://www.example.cn/gg'),
    plain: 'same',
    kept: {
      stored: 'https://www.example.cn/gg',
      words: 'https://www.example.cn/gg',
      cells: { '': 'https://www.example.cn/gg' },
      counts: { _n: 1 },
      card: { 业主群公告的网址: /6 人回答/ },
    },
  },
  'id-number': {
    question: { id: 'idnumber', type: 'id-number', title: '您的身份证号', required: true },
    mistake: {
      make: ({ field }) => field('您的身份证号').fill('11010519491231002'),
      says: '身份证号是 18 位，您填了 17 位。',
    },
    answer: ({ field }) => field('您的身份证号').fill('110105 19491231 002x'),
    keys: ({ type }) => type('11010519491231002X'),
    plain: 'same',
    kept: {
      stored: '11010519491231002X',
      words: '11010519491231002X',
      // masked in files unless an editor asks for the whole
      cells: { '': '110*************2X' },
      counts: { _n: 1 },
      card: { 您的身份证号: /6 人回答/ },
    },
  },
  plate: {
    question: { id: 'plate', type: 'plate', title: '您的车牌', required: true },
    mistake: { make: ({ field }) => field('您的车牌').fill('B12345'), says: '请填车牌，例如 鄂B12345。' },
    answer: ({ field }) => field('您的车牌').fill('鄂b 12345'),
    keys: ({ type }) => type('鄂B12345'),
    plain: 'same',
    kept: {
      stored: '鄂B12345',
      words: '鄂B·12345',
      cells: { '': '鄂B12345' },
      counts: { _n: 1 },
      card: { 您的车牌: /6 人回答/ },
    },
  },
  date: {
    question: { id: 'date', type: 'date', title: '哪天方便？', required: true, min: '2026-01-01' },
    mistake: {
      make: ({ field }) => field('哪天方便？').fill('2025-12-31'),
      says: '日期不能早于 2026-01-01。',
    },
    answer: ({ field }) => field('哪天方便？').fill('2026-03-08'),
    keys: ({ type }) => type('03082026'),
    plain: 'same',
    kept: {
      stored: '2026-03-08',
      words: '2026-03-08',
      cells: { '': '2026-03-08' },
      counts: { _n: 1 },
      card: {},
    },
  },
  time: {
    question: { id: 'time', type: 'time', title: '几点方便？', required: true, min: '08:00', max: '20:30' },
    mistake: { make: ({ field }) => field('几点方便？').fill('21:00'), says: '时间不能晚于 20:30。' },
    answer: ({ field }) => field('几点方便？').fill('09:30'),
    keys: ({ type }) => type('0930AM'),
    plain: 'same',
    kept: {
      stored: '09:30',
      words: '09:30',
      cells: { '': '09:30' },
      counts: { h09: 1 },
      card: { '几点方便？': /6 人回答.*09:00–09:59100%/ },
    },
  },
  'date-range': {
    question: { id: 'range', type: 'date-range', title: '哪几天不在家？', required: true },
    mistake: {
      make: ({ field }) => field('从哪天').fill('2026-02-27'),
      says: '请把开始和结束两个日期都填上。',
      at: ({ field }) => field('到哪天'),
    },
    answer: ({ field }) => field('到哪天').fill('2026-03-02'),
    keys: async ({ press, type }) => {
      await type('02272026');
      // A date has three parts that Tab goes through, and a button for its calendar.
      await press('Tab', 'Tab');
      await type('03022026');
    },
    plain: 'same',
    kept: {
      stored: { from: '2026-02-27', to: '2026-03-02' },
      words: '2026-02-27 – 2026-03-02',
      cells: { from: '2026-02-27', to: '2026-03-02' },
      counts: { _n: 1, _sum: 4 },
      card: { '哪几天不在家？': /6 人回答.*平均 4/ },
    },
  },
  consent: {
    question: {
      id: 'consent',
      type: 'consent',
      title: '知情同意',
      text: '您的姓名和电话只用来联系您修灯，修好以后删除。不同意也不影响修灯。',
      version: 2,
      required: true,
    },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ tap }) => tap('我已阅读并同意'),
    keys: ({ press }) => press('Space'),
    plain: 'same',
    kept: {
      stored: 2,
      words: '我已阅读并同意',
      cells: { '': '2' },
      counts: { v2: 1 },
      card: { 知情同意: /6 人/ },
    },
  },
} satisfies Partial<Record<FieldType, Answered>>;
