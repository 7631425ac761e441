// 红色驿站: its eight kinds of service, by those who have used them; and why others have not been there.
import { other, satisfaction, satisfactionWith } from './phrases.ts';
import type { Template } from './template.ts';

const services = [
  { id: 'party', label: '党的建设（党员活动）' },
  { id: 'civic', label: '文明实践（志愿服务）' },
  { id: 'mediation', label: '纠纷调解（邻里矛盾）' },
  { id: 'enforcement', label: '综合执法（占道、违建）' },
  { id: 'law', label: '法治宣传（法律咨询）' },
  { id: 'errands', label: '政务服务（代办手续）' },
  { id: 'care', label: '邻里关怀（看望、慰问）' },
  { id: 'family', label: '养老托幼（老人和孩子）' },
];

export const redStation: Template = {
  id: 'red-station',
  kind: 'survey',
  group: 'satisfaction',
  summary: {
    zh: '问红色驿站八类服务有没有人用、好不好用、还缺什么。',
    en: 'Whether the eight services of the red stations are used, how good they are, what is missing.',
  },
  definition: {
    title: '红色驿站服务评价',
    intro: '红色驿站就在小区里，谁都可以进去坐坐、办事。请您说说用得怎么样。',
    thanks: '截止后一周内，结果写在楼栋码页面；开门时间和要添的东西，驿站商量后贴在门口。',
    layout: 'steps',
    questions: [
      {
        id: 'been',
        type: 'single',
        title: '您去过附近的红色驿站吗？',
        required: true,
        options: [
          { id: 'often', label: '常去' },
          { id: 'sometimes', label: '去过' },
          { id: 'never', label: '知道，没去过' },
          { id: 'unknown', label: '不知道有' },
        ],
        jumps: [{ when: { q: 'been', op: 'equals', value: 'unknown' }, to: 'find_it' }],
      },
      {
        id: 'why_not',
        type: 'multi',
        title: '为什么没去？',
        required: true,
        showIf: { q: 'been', op: 'equals', value: 'never' },
        options: [
          { id: 'no_need', label: '没有事要办' },
          { id: 'far', label: '离家远' },
          { id: 'closed', label: '去了没开门' },
          { id: 'unclear', label: '不知道能办什么' },
          { id: 'shy', label: '不好意思进去' },
          other,
        ],
      },
      {
        id: 'used',
        type: 'multi',
        title: '您用过驿站的哪些服务？',
        required: true,
        showIf: { q: 'been', op: 'in', value: ['often', 'sometimes'] },
        options: [...services, { id: 'none', label: '都没用过，只是歇歇脚', exclusive: true }],
      },
      {
        id: 'rated',
        type: 'matrix-scale',
        title: '用过的这些，您满意吗？',
        ...satisfaction,
        required: true,
        carry: { from: 'used', pick: 'chosen' },
        rows: services,
      },
      {
        ...satisfactionWith('people', '驿站的人热心吗？您满意吗？'),
        showIf: { q: 'been', op: 'in', value: ['often', 'sometimes'] },
      },
      {
        id: 'hours',
        type: 'multi',
        title: '驿站什么时候开门最好？',
        options: [
          { id: 'now', label: '现在这样就好', exclusive: true },
          { id: 'early', label: '早上早点开' },
          { id: 'noon', label: '中午不关门' },
          { id: 'evening', label: '晚上开到九点' },
          { id: 'weekend', label: '周末也开' },
        ],
      },
      {
        id: 'wanted',
        type: 'multi',
        title: '驿站还想添点什么？',
        hint: '最多选3项。',
        max: 3,
        options: [
          { id: 'water', label: '饮水、热饭' },
          { id: 'charging', label: '手机充电' },
          { id: 'health', label: '血压计、急救箱' },
          { id: 'books', label: '书报、老花镜' },
          { id: 'children', label: '孩子写作业的地方' },
          { id: 'tools', label: '借工具、雨伞、轮椅' },
          { id: 'parcels', label: '代收快递' },
          other,
          { id: 'none', label: '够用了', exclusive: true },
        ],
      },
      { id: 'advice', type: 'long-text', title: '还有什么想说的？', maxLength: 500 },
    ],
    endings: [
      {
        id: 'find_it',
        title: '已收到，谢谢您告诉我们',
        text: '红色驿站能歇脚、喝水、办手续、找人调解。想知道离您最近的在哪里，请打页面上的电话，或者问楼栋长。',
      },
    ],
  },
};
