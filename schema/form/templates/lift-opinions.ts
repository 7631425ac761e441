// 加装电梯意见: household by household, what for, what against, on which terms. Not the vote that the law asks for.
import { other } from './phrases.ts';
import type { Template } from './template.ts';

export const liftOpinions: Template = {
  id: 'lift-opinions',
  kind: 'survey',
  group: 'deciding',
  summary: {
    zh: '装电梯以前先摸清一家一户的想法、顾虑和条件。',
    en: 'Before a lift is added: what each household thinks, fears and asks for.',
  },
  definition: {
    title: '加装电梯意见征询',
    intro: '有人提出给本单元加装电梯。请每户填一份。这是征求意见，不是正式表决。',
    thanks:
      '截止后一周内，大家的意见写在楼栋码页面。有顾虑的，社区会请您一起坐下来谈；谈妥了才进入正式表决。',
    layout: 'steps',
    questions: [
      {
        id: 'floor',
        type: 'single',
        title: '您家住几楼？',
        required: true,
        options: [
          { id: 'first', label: '1楼' },
          { id: 'second', label: '2楼' },
          { id: 'middle', label: '3–4楼' },
          { id: 'high', label: '5楼及以上' },
        ],
      },
      {
        id: 'stance',
        type: 'single',
        title: '您家同意加装电梯吗？',
        required: true,
        options: [
          { id: 'yes', label: '同意' },
          { id: 'terms', label: '谈好条件就同意' },
          { id: 'no', label: '不同意' },
          { id: 'unsure', label: '还没想好' },
        ],
      },
      {
        id: 'terms',
        type: 'multi',
        title: '您家的条件是什么？',
        required: true,
        showIf: { q: 'stance', op: 'equals', value: 'terms' },
        options: [
          { id: 'share', label: '出钱的比例要公平' },
          { id: 'not_paying', label: '我家不用，不出钱' },
          { id: 'plans', label: '先看图纸' },
          { id: 'light', label: '不挡我家的光和风' },
          { id: 'upkeep', label: '先说好以后谁管、谁修' },
          { id: 'amends', label: '给受影响的人家补偿' },
          other,
        ],
      },
      {
        id: 'fears',
        type: 'multi',
        title: '您家担心什么？',
        required: true,
        showIf: { q: 'stance', op: 'in', value: ['no', 'unsure'] },
        options: [
          { id: 'light', label: '挡光、不通风' },
          { id: 'noise', label: '有噪音' },
          { id: 'cost', label: '花钱多' },
          { id: 'safe', label: '楼的结构不安全' },
          { id: 'value', label: '房子掉价' },
          { id: 'yard', label: '占路、占车位' },
          { id: 'upkeep', label: '以后没人管' },
          other,
        ],
      },
      {
        id: 'money',
        type: 'single',
        title: '出钱怎么分，您家觉得哪种好？',
        showIf: { q: 'stance', op: 'in', value: ['yes', 'terms', 'unsure'] },
        options: [
          { id: 'floors', label: '楼层越高出得越多' },
          { id: 'area', label: '按面积分' },
          { id: 'equal', label: '用的人家平分' },
          { id: 'rent', label: '先不出钱，用一次付一次' },
          { id: 'talk', label: '大家商量' },
          { id: 'unsure', label: '说不好' },
        ],
      },
      {
        id: 'stairs',
        type: 'yes-no',
        title: '家里有人上下楼困难吗？',
        yes: '有',
        no: '没有',
      },
      {
        id: 'talk',
        type: 'yes-no',
        title: '愿意坐下来一起商量吗？',
        yes: '愿意',
        no: '不愿意',
        required: true,
      },
      {
        id: 'phone',
        type: 'phone',
        title: '您的电话',
        hint: '定了日子好通知您。不填的，请看楼栋公告栏。',
        showIf: { q: 'talk', op: 'equals', value: 'yes' },
      },
      { id: 'advice', type: 'long-text', title: '还有什么想说的？', maxLength: 500 },
    ],
  },
};
