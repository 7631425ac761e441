// 安全隐患随手拍: what is dangerous, where, with a photo if there is one; a name only for who wants an answer.
import { other } from './phrases.ts';
import type { Template } from './template.ts';

export const hazardReport: Template = {
  id: 'hazard-report',
  kind: 'survey',
  group: 'helping',
  summary: {
    zh: '看到不安全的地方，拍一张、说一句，社区派人处理。',
    en: 'Something dangerous seen: a photo and a line, and somebody is sent.',
  },
  definition: {
    title: '安全隐患随手拍',
    intro: '看到不安全的地方，请告诉我们。着火、煤气泄漏、有人受伤，先离开，打119或120，再来填。',
    thanks: '社区当天去看。能马上处理的马上处理，处理不了的报给有关部门，进度写在楼栋码页面。',
    layout: 'pages',
    questions: [
      {
        id: 'kind',
        type: 'single',
        title: '看到了什么？',
        required: true,
        options: [
          { id: 'exit', label: '消防通道、安全出口被堵' },
          { id: 'ebike', label: '电动车进楼、飞线充电' },
          { id: 'wires', label: '电线裸露、电箱坏了' },
          { id: 'gas', label: '煤气味、管道破损' },
          { id: 'ground', label: '井盖、路面、台阶坏了' },
          { id: 'falling', label: '墙皮、空调外机、树枝要掉' },
          { id: 'lift', label: '电梯有毛病' },
          { id: 'lamp', label: '灯不亮' },
          other,
        ],
      },
      {
        id: 'where',
        type: 'text',
        title: '在什么地方？',
        hint: '例如：2单元一楼楼梯下面。',
        required: true,
        maxLength: 100,
      },
      {
        id: 'near',
        type: 'unit',
        title: '在哪一栋附近？',
        hint: '就是页面最上面那栋的，可以不填。',
      },
      {
        id: 'photos',
        type: 'photo',
        title: '照片',
        hint: '拍东西，不拍人和车牌。拍不了的可以不拍。',
        most: 3,
      },
      {
        id: 'answer',
        type: 'yes-no',
        title: '处理好了，要告诉您吗？',
        yes: '要',
        no: '不用',
        required: true,
      },
      {
        id: 'phone',
        type: 'phone',
        title: '您的电话',
        hint: '只用来告诉您结果，或者问清楚在哪里。',
        required: true,
        showIf: { q: 'answer', op: 'equals', value: 'yes' },
      },
    ],
  },
};
