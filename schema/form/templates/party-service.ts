// 党员下沉: reporting in at the community where one lives, and afterwards what was done. No photos, no positions, no
// ranking by hours (国办函〔2026〕12号).
import type { Condition } from '../../logic/shapes.ts';
import { other } from './phrases.ts';
import type { Template } from './template.ts';

const first: Condition = { q: 'act', op: 'equals', value: 'first' };
const service: Condition = { q: 'act', op: 'equals', value: 'service' };

export const partyService: Template = {
  id: 'party-service',
  kind: 'survey',
  group: 'recording',
  summary: {
    zh: '下沉党员到社区报到、认领岗位，以后每次服务记一笔。',
    en: 'Party members report in to their community, take on a post, and note each service.',
  },
  definition: {
    title: '党员下沉报到和服务登记',
    intro: '第一次来先报到，以后每次服务记一笔。不用拍照，不用定位，也不按时长排名。',
    thanks: '社区已经记下。有合适的事会打电话给您；记错了，凭回执号更正。',
    layout: 'steps',
    questions: [
      {
        id: 'act',
        type: 'single',
        title: '这次要登记什么？',
        required: true,
        options: [
          { id: 'first', label: '第一次来报到' },
          { id: 'service', label: '记一次服务' },
        ],
      },
      { id: 'name', type: 'name', title: '姓名', required: true },
      {
        id: 'employer',
        type: 'text',
        title: '工作单位',
        hint: '退休的写原来的单位，没有的写“无”。',
        required: true,
        maxLength: 60,
        showIf: first,
      },
      {
        id: 'phone',
        type: 'phone',
        title: '电话',
        hint: '社区有事找您时用。',
        required: true,
        showIf: first,
      },
      {
        id: 'posts',
        type: 'multi',
        title: '您愿意认领哪些岗位？',
        hint: '最多选3项。',
        required: true,
        max: 3,
        showIf: first,
        options: [
          { id: 'policy', label: '宣传讲解' },
          { id: 'mediation', label: '调解矛盾' },
          { id: 'safety', label: '查安全、巡逻' },
          { id: 'clean', label: '环境卫生' },
          { id: 'elders', label: '看望老人孩子' },
          { id: 'errands', label: '代办跑腿' },
          { id: 'culture', label: '办活动' },
          { id: 'skills', label: '用专业特长（医疗、法律、维修等）' },
          other,
        ],
      },
      {
        id: 'free',
        type: 'multi',
        title: '一般什么时候有空？',
        required: true,
        showIf: first,
        options: [
          { id: 'day', label: '平时白天' },
          { id: 'evening', label: '平时晚上' },
          { id: 'weekend', label: '周末' },
          { id: 'urgent', label: '有急事随叫随到' },
        ],
      },
      { id: 'day', type: 'date', title: '哪天做的？', required: true, showIf: service },
      {
        id: 'done',
        type: 'multi',
        title: '做了什么？',
        required: true,
        showIf: service,
        options: [
          { id: 'visit', label: '走访、看望' },
          { id: 'errands', label: '代办、送东西' },
          { id: 'mediation', label: '调解矛盾' },
          { id: 'safety', label: '查安全、巡逻' },
          { id: 'clean', label: '打扫卫生' },
          { id: 'events', label: '帮忙办活动' },
          { id: 'policy', label: '宣传讲解' },
          other,
        ],
      },
      {
        id: 'hours',
        type: 'number',
        title: '大约多长时间？',
        hint: '半小时填0.5。',
        required: true,
        min: 0.5,
        max: 12,
        decimals: 1,
        unit: '小时',
        showIf: service,
      },
      {
        id: 'result',
        type: 'long-text',
        title: '办成了什么，还有什么没办成？',
        hint: '一两句话。不写被帮的人的姓名。',
        maxLength: 300,
        showIf: service,
      },
    ],
  },
};
