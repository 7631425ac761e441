// A form with every question type, and answers to it that are right: for tests of the resident's page.
import type { Definition, Question } from '../../schema/form/definition.ts';
import { type TypeSample, typeSamples } from './type-samples.ts';

const { consent, ...others } = typeSamples;
const letters = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙' },
];
const five = ['很不满意', '不满意', '一般', '满意', '很满意'];

export const everyType: Definition = {
  title: '各种题型',
  intro: '每种一题。',
  layout: 'steps',
  questions: [
    { id: 'hello', type: 'note', title: '说明', hint: '两行\n说明' },
    {
      id: 'single',
      type: 'single',
      title: '单选',
      required: true,
      options: [...letters, { id: 'other', label: '其他', text: true }],
    },
    {
      id: 'multi',
      type: 'multi',
      title: '多选',
      required: true,
      max: 2,
      options: [
        ...letters,
        { id: 'other', label: '别的', text: true },
        { id: 'none', label: '都没有', exclusive: true },
      ],
    },
    { id: 'dropdown', type: 'dropdown', title: '下拉', options: letters },
    { id: 'yesno', type: 'yes-no', title: '判断', required: true },
    { id: 'rating', type: 'rating', title: '打分', required: true },
    { id: 'scale', type: 'scale', title: '量表', from: 1, to: 5, labels: five, na: true, required: true },
    { id: 'nps', type: 'nps', title: '推荐' },
    { id: 'number', type: 'number', title: '人数', min: 1, max: 20, unit: '人' },
    { id: 'second', type: 'page-break', title: '第二页' },
    { id: 'text', type: 'text', title: '填空', showIf: { q: 'single', op: 'equals', value: 'a' } },
    { id: 'long', type: 'long-text', title: '简答', showIf: { q: 'scale', op: 'lte', value: 2 } },
    { id: 'date', type: 'date', title: '日期' },
    { id: 'phone', type: 'phone', title: '电话' },
    {
      id: 'table',
      type: 'matrix-single',
      title: '矩阵单选',
      required: true,
      rows: [
        { id: 'id', label: '第一行' },
        { id: 'text', label: '第二行' },
      ],
      columns: letters,
    },
    {
      id: 'scales',
      type: 'matrix-scale',
      title: '矩阵量表',
      from: 1,
      to: 5,
      labels: five,
      na: true,
      rows: letters,
    },
    // What is sensitive may be asked for only after a consent that must be given.
    { ...consent.question, required: true },
    ...Object.values(others).map(({ question }) => question as Question),
  ],
};

export const everyAnswer: Record<string, unknown> = {
  single: 'a',
  multi: ['a', { id: 'other', text: '楼上漏水' }],
  dropdown: 'b',
  yesno: 'no',
  rating: 4,
  scale: 2,
  nps: 0,
  number: 3,
  text: '三楼转角',
  long: '一行\n又一行',
  date: '2026-01-31',
  phone: '13800001234',
  table: { id: 'a', text: 'b' },
  scales: { a: 5, b: 'na' },
  ...Object.fromEntries(
    Object.values(typeSamples as Record<string, TypeSample>).flatMap(({ question, right }) => {
      const [[given, stored = given] = []] = right;
      // A figure that is calculated is given by nobody.
      return right.length > 0 && question.type !== 'calculated' ? [[question.id, stored]] : [];
    }),
  ),
};
