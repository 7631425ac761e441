// 居民需求: what a household needs, which of it first, and what it could do for neighbours.
import { other } from './phrases.ts';
import type { Template } from './template.ts';

const needs = [
  { id: 'meals', label: '老人吃饭、照料' },
  { id: 'children', label: '孩子托管、辅导' },
  { id: 'health', label: '看病、拿药' },
  { id: 'work', label: '找工作、学手艺' },
  { id: 'errands', label: '代办手续' },
  { id: 'repairs', label: '家里维修' },
  { id: 'safety', label: '楼道和小区安全' },
  { id: 'clean', label: '环境卫生' },
  { id: 'parking', label: '停车、充电' },
  { id: 'company', label: '有人说说话、搭个伴' },
  { id: 'law', label: '法律、调解' },
];

export const residentNeeds: Template = {
  id: 'resident-needs',
  kind: 'survey',
  group: 'helping',
  summary: {
    zh: '一户一户问需要什么、哪件最急、能帮邻居做什么。',
    en: 'Household by household: what is needed, what is most urgent, what one could do for neighbours.',
  },
  definition: {
    title: '居民需求收集',
    intro: '您家需要社区帮什么，请写下来。社区能办的办，办不了的帮您找人。',
    thanks: '社区两周内排出清单，写在楼栋码页面：哪些马上办、哪些要等、找谁办。要联系的，会先打电话给您。',
    layout: 'steps',
    questions: [
      {
        id: 'home',
        type: 'multi',
        title: '家里有下面的人吗？',
        hint: '只用来算各楼大概有多少人要照顾，不用写是谁。',
        options: [
          { id: 'old', label: '70岁以上的老人' },
          { id: 'alone', label: '一个人住的老人' },
          { id: 'small', label: '6岁以下的孩子' },
          { id: 'pupil', label: '上小学的孩子' },
          { id: 'none', label: '都没有', exclusive: true },
        ],
      },
      {
        id: 'needs',
        type: 'multi',
        title: '需要社区帮哪些忙？',
        required: true,
        options: [...needs, other, { id: 'none', label: '现在不需要', exclusive: true }],
      },
      {
        id: 'first',
        type: 'single',
        title: '其中最急的是哪一件？',
        required: true,
        carry: { from: 'needs', pick: 'chosen' },
        options: [...needs, { id: 'other', label: '刚才写的其他事' }],
      },
      {
        id: 'more',
        type: 'long-text',
        title: '请说具体一点',
        hint: '例如：想学用手机挂号，星期几方便。不用写病情和证件号码。',
        maxLength: 300,
        showIf: { q: 'first', op: 'answered' },
      },
      {
        id: 'offers',
        type: 'multi',
        title: '您能帮邻居做点什么？',
        options: [
          { id: 'sit', label: '陪老人聊天' },
          { id: 'buy', label: '顺路代买、代取' },
          { id: 'teach', label: '辅导孩子功课' },
          { id: 'fix', label: '修水电、小家电' },
          { id: 'hair', label: '理发' },
          { id: 'phone', label: '教老人用手机' },
          { id: 'law', label: '法律咨询' },
          other,
          { id: 'none', label: '暂时没空', exclusive: true },
        ],
      },
      {
        id: 'call',
        type: 'yes-no',
        title: '要社区联系您吗？',
        yes: '要',
        no: '不用',
        required: true,
      },
      {
        id: 'name',
        type: 'text',
        title: '怎么称呼您？',
        hint: '例如：王阿姨。',
        required: true,
        maxLength: 20,
        showIf: { q: 'call', op: 'equals', value: 'yes' },
      },
      {
        id: 'phone',
        type: 'phone',
        title: '您的电话',
        hint: '只用来联系这件事。',
        required: true,
        showIf: { q: 'call', op: 'equals', value: 'yes' },
      },
    ],
  },
};
