// 活动反馈: how it was for those who came, and why others did not.
import type { Condition } from '../../logic/shapes.ts';
import { other, satisfaction, satisfactionWith } from './phrases.ts';
import type { Template } from './template.ts';

const came: Condition = { q: 'came', op: 'in', value: ['all', 'part'] };

export const eventFeedback: Template = {
  id: 'event-feedback',
  kind: 'survey',
  group: 'joining',
  summary: {
    zh: '活动办完问一问：满不满意、下次怎么办、还想参加什么。',
    en: 'After an event: how it was, what to change, what people want next.',
  },
  definition: {
    title: '活动反馈',
    intro: '谢谢您报名这次活动。请说说办得怎么样，没来成的也请填。',
    thanks: '意见会转给办活动的人。下次活动的通知贴在楼栋公告栏，也写在楼栋码页面。',
    layout: 'steps',
    questions: [
      {
        id: 'came',
        type: 'single',
        title: '这次活动您来了吗？',
        required: true,
        options: [
          { id: 'all', label: '来了' },
          { id: 'part', label: '来了，中途走了' },
          { id: 'absent', label: '报了名，没来成' },
        ],
      },
      {
        id: 'why_absent',
        type: 'multi',
        title: '为什么没来成？',
        required: true,
        showIf: { q: 'came', op: 'equals', value: 'absent' },
        options: [
          { id: 'busy', label: '临时有事' },
          { id: 'time', label: '时间不合适' },
          { id: 'forgot', label: '忘了，没人提醒' },
          { id: 'far', label: '路远、不方便' },
          { id: 'weather', label: '天气不好' },
          other,
        ],
      },
      {
        ...satisfactionWith('overall', '总的来说，您对这次活动满意吗？'),
        showIf: came,
      },
      {
        id: 'parts',
        type: 'matrix-scale',
        title: '下面几方面，您满意吗？',
        ...satisfaction,
        required: true,
        showIf: came,
        rows: [
          { id: 'content', label: '内容' },
          { id: 'hosts', label: '主持、讲解的人' },
          { id: 'place', label: '场地' },
          { id: 'time', label: '时间安排' },
          { id: 'notice', label: '通知和签到' },
        ],
      },
      {
        id: 'best',
        type: 'text',
        title: '印象最深的是什么？',
        maxLength: 100,
        showIf: came,
      },
      {
        id: 'again',
        type: 'single',
        title: '下次还来吗？',
        required: true,
        options: [
          { id: 'yes', label: '来' },
          { id: 'maybe', label: '看是什么活动' },
          { id: 'no', label: '不来了' },
        ],
      },
      {
        id: 'times',
        type: 'multi',
        title: '什么时候办，您最方便？',
        options: [
          { id: 'morning', label: '平时上午' },
          { id: 'afternoon', label: '平时下午' },
          { id: 'evening', label: '平时晚上' },
          { id: 'weekend', label: '周末' },
        ],
      },
      {
        id: 'next',
        type: 'multi',
        title: '还想参加什么活动？',
        hint: '最多选3项。',
        max: 3,
        options: [
          { id: 'health', label: '健康讲座、义诊' },
          { id: 'shows', label: '演出、电影' },
          { id: 'sports', label: '运动会、健步走' },
          { id: 'children', label: '亲子活动' },
          { id: 'festival', label: '过节聚一聚' },
          { id: 'skills', label: '学手机、学手艺' },
          { id: 'trips', label: '出去走走' },
          other,
        ],
      },
      { id: 'advice', type: 'long-text', title: '下次哪里可以办得更好？', maxLength: 300 },
    ],
  },
};
