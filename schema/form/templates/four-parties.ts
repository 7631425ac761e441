// 四方协商: what was talked over, where each party stands, what was agreed, who does what by when.
import type { Condition } from '../../logic/shapes.ts';
import { other } from './phrases.ts';
import type { Template } from './template.ts';

const parties = [
  { id: 'branch', label: '小区党支部' },
  { id: 'committee', label: '业委会' },
  { id: 'property', label: '物业' },
  { id: 'residents', label: '居民代表' },
  { id: 'community', label: '社区居委会' },
];
const present = [...parties, { id: 'other', label: '其他' }];
const someAgreement: Condition = { q: 'result', op: 'in', value: ['agreed', 'partly'] };

export const fourParties: Template = {
  id: 'four-parties',
  kind: 'survey',
  group: 'deciding',
  summary: {
    zh: '记下党支部、业委会、物业、居民代表商量的事：各方态度、谈成什么、谁去办。',
    en: 'Minutes of the four parties: where each stands, what was agreed, who does what by when.',
  },
  unlisted: true,
  definition: {
    title: '四方协商记录',
    intro: '会上填，当场念给大家听，没有意见再发送。一件事填一张。',
    thanks: '谈成的事和进度写在楼栋码页面；没谈成的，到约定的那天再谈。',
    layout: 'pages',
    questions: [
      {
        id: 'topic',
        type: 'text',
        title: '商量什么事？',
        hint: '一句话，例如：2号楼后面划不划车位。',
        required: true,
        maxLength: 60,
      },
      { id: 'day', type: 'date', title: '哪天商量的？', required: true },
      {
        id: 'came',
        type: 'multi',
        title: '哪几方到了？',
        required: true,
        options: [...parties, other],
      },
      { id: 'page_said', type: 'page-break', title: '各方怎么说' },
      {
        id: 'stances',
        type: 'matrix-single',
        title: '各方的态度',
        required: true,
        carry: { from: 'came', pick: 'chosen' },
        rows: present,
        columns: [
          { id: 'agree', label: '同意' },
          { id: 'terms', label: '有条件同意' },
          { id: 'oppose', label: '不同意' },
          { id: 'silent', label: '没有表态' },
        ],
      },
      {
        id: 'said',
        type: 'matrix-text',
        title: '各方的理由和条件',
        hint: '一两句话，写主要的。',
        maxLength: 200,
        carry: { from: 'came', pick: 'chosen' },
        rows: present,
        columns: [{ id: 'words', label: '主要意见' }],
      },
      { id: 'page_result', type: 'page-break', title: '结果' },
      {
        id: 'result',
        type: 'single',
        title: '谈成了吗？',
        required: true,
        options: [
          { id: 'agreed', label: '谈成了' },
          { id: 'partly', label: '谈成一部分' },
          { id: 'not', label: '没谈成' },
        ],
      },
      {
        id: 'agreement',
        type: 'long-text',
        title: '谈成了什么？',
        required: true,
        maxLength: 500,
        showIf: someAgreement,
      },
      {
        id: 'tasks',
        type: 'rows',
        title: '接下来谁做什么？',
        required: true,
        max: 10,
        addWord: '再加一件',
        showIf: someAgreement,
        columns: [
          { id: 'task', label: '要做的事', kind: 'text', required: true },
          { id: 'who', label: '谁负责', kind: 'text', required: true },
          { id: 'due', label: '哪天以前做好', kind: 'date', required: true },
        ],
      },
      {
        id: 'again',
        type: 'date',
        title: '哪天再谈？',
        hint: '还没说好的，可以不填。',
        showIf: { q: 'result', op: 'in', value: ['partly', 'not'] },
      },
      { id: 'recorder', type: 'name', title: '记录人', required: true },
    ],
  },
};
