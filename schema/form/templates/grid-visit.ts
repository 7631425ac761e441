// 网格巡诊: a round through the grid, what was found and what became of it. No positions, no photos of people, no scores:
// a record that helps to mend things and does not measure who walks most (国办函〔2026〕12号).
import type { Condition } from '../../logic/shapes.ts';
import { other } from './phrases.ts';
import type { Template } from './template.ts';

const something: Condition = {
  all: [{ q: 'found', op: 'answered' }, { not: { q: 'found', op: 'contains', value: 'none' } }],
};

export const gridVisit: Template = {
  id: 'grid-visit',
  kind: 'survey',
  group: 'helping',
  summary: {
    zh: '网格员走一圈，记下看到的问题、怎么处理、哪天回头看。',
    en: 'A grid worker’s round: what was found, how it was dealt with, when to look again.',
  },
  unlisted: true,
  definition: {
    title: '网格巡诊记录',
    intro: '走到哪记到哪，一处填一张。不用打卡，不用定位。',
    thanks: '当场没办好的，会转给要办的人；到了回头看的日子，请再去一次。',
    layout: 'pages',
    questions: [
      {
        id: 'where',
        type: 'text',
        title: '走到哪里？',
        hint: '例如：2单元五楼，小区东门。楼栋看页面最上面，不对请先换。',
        required: true,
        maxLength: 60,
      },
      {
        id: 'found',
        type: 'multi',
        title: '看到了什么？',
        required: true,
        options: [
          { id: 'hazard', label: '安全隐患' },
          { id: 'dirty', label: '环境卫生差' },
          { id: 'broken', label: '公共设施坏了' },
          { id: 'quarrel', label: '邻里矛盾' },
          { id: 'hardship', label: '有难处的人家' },
          { id: 'stranger', label: '可疑的推销、诈骗' },
          { id: 'wish', label: '居民提的要求' },
          other,
          { id: 'none', label: '没有发现问题', exclusive: true },
        ],
      },
      {
        id: 'what',
        type: 'long-text',
        title: '请说具体一点',
        hint: '写事情。涉及人家的，写门牌，不写病情和收入。',
        required: true,
        maxLength: 300,
        showIf: something,
      },
      {
        id: 'photos',
        type: 'photo',
        title: '照片',
        hint: '说得清楚就不用拍。拍东西，不拍人。',
        most: 3,
        showIf: something,
      },
      {
        id: 'done',
        type: 'single',
        title: '怎么处理的？',
        required: true,
        showIf: something,
        options: [
          { id: 'solved', label: '当场办好了' },
          { id: 'property', label: '交给物业了' },
          { id: 'leader', label: '交给楼栋长了' },
          { id: 'community', label: '要社区来办' },
          { id: 'above', label: '要街道或部门来办' },
        ],
      },
      {
        id: 'danger',
        type: 'yes-no',
        title: '会不会马上出事？',
        yes: '会',
        no: '不会',
        required: true,
        showIf: { q: 'found', op: 'contains', value: 'hazard' },
      },
      {
        id: 'call',
        type: 'note',
        title: '请马上打电话',
        hint: '火情打119，煤气泄漏先离开再打燃气抢修电话，别的打给社区。打完再发送这一张。',
        showIf: { q: 'danger', op: 'equals', value: 'yes' },
      },
      {
        id: 'again',
        type: 'date',
        title: '哪天回头看？',
        required: true,
        showIf: { q: 'done', op: 'in', value: ['property', 'leader', 'community', 'above'] },
      },
      { id: 'worker', type: 'name', title: '网格员姓名', required: true },
    ],
  },
};
