// Points, figures, orders, shares and marks.
import type { FieldType } from '../../../schema/fields/registry.ts';
import { choose } from './files.ts';
import { type Answered, file } from './journey.ts';
import { aPicture } from './sent.ts';

const five = ['很不满意', '不满意', '一般', '满意', '很满意'];

export const figures = {
  rating: {
    question: { id: 'rating', type: 'rating', title: '楼道干净吗？', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ box }) => box.locator('label').filter({ hasText: '4星' }).click(),
    keys: ({ press }) => press('ArrowRight', 'ArrowRight', 'ArrowRight'),
    plain: 'same',
    kept: {
      stored: 4,
      words: '4 星',
      cells: { '': '4' },
      counts: { 4: 1 },
      card: { '楼道干净吗？': /6 人回答.*得分 75.0.*4 星100%/ },
    },
  },
  scale: {
    question: {
      id: 'scale',
      type: 'scale',
      title: '总的来说，您对物业满意吗？',
      from: 1,
      to: 5,
      labels: five,
      na: true,
      required: true,
    },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ tap }) => tap('满意'),
    keys: ({ press }) => press('ArrowDown', 'ArrowDown', 'ArrowDown'),
    plain: 'same',
    kept: {
      stored: 4,
      words: '满意',
      cells: { '': '4' },
      counts: { 4: 1 },
      card: { '总的来说，您对物业满意吗？': /6 人回答.*得分 75.0.*满意100%/ },
    },
  },
  nps: {
    question: { id: 'nps', type: 'nps', title: '您愿意劝亲友搬来住吗？', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ tap }) => tap('9'),
    keys: ({ press }) => press('ArrowLeft', 'ArrowLeft'),
    plain: 'same',
    kept: {
      stored: 9,
      words: '9',
      cells: { '': '9' },
      counts: { 9: 1 },
      card: { '您愿意劝亲友搬来住吗？': /6 人回答.*推荐净值 100.*9100%/ },
    },
  },
  slider: {
    question: {
      id: 'slider',
      type: 'slider',
      title: '您给这次活动打几分？',
      required: true,
      min: 0,
      max: 100,
      step: 5,
      unit: '分',
    },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: async ({ field }) => {
      // The handle is pressed where it stands, half way, and then moved by the button beside it.
      await field(/您给这次活动打几分？/).click();
      await field('加一档').click();
    },
    // Past the button for a step less.
    keys: ({ press }) => press('Tab', 'ArrowRight'),
    plain: { answer: ({ field }) => field('您给这次活动打几分？').fill('55') },
    kept: {
      stored: 55,
      words: '55分',
      cells: { '': '55' },
      counts: { 55: 1 },
      card: { '您给这次活动打几分？': /6 人回答.*平均 55.*55分100%/ },
    },
  },
  rank: {
    question: {
      id: 'rank',
      type: 'rank',
      title: '最该先做哪两件事？',
      required: true,
      places: 2,
      options: [
        { id: 'lift', label: '加装电梯' },
        { id: 'park', label: '画停车位' },
        { id: 'lamp', label: '换楼道灯' },
      ],
    },
    mistake: {
      make: async ({ box, tap, field }) => {
        if (await box.getByRole('button').count()) await tap('换楼道灯');
        else await field('第 1 位').selectOption('换楼道灯');
      },
      says: '要排出 2 项，您排了 1 项。',
    },
    answer: ({ tap }) => tap('加装电梯'),
    keys: ({ press }) => press('Tab', 'Tab', 'Space', 'Shift+Tab', 'Shift+Tab', 'Space'),
    plain: {
      answer: async ({ field }) => {
        await field('第 2 位').selectOption('加装电梯');
      },
    },
    kept: {
      stored: ['lamp', 'lift'],
      words: '1 换楼道灯、2 加装电梯',
      cells: { '': 'lamp;lift' },
      counts: { 'lamp:1': 1, 'lift:2': 1 },
      card: {
        '最该先做哪两件事：换楼道灯': /6 人回答.*第 1 位100%/,
        '最该先做哪两件事：加装电梯': /6 人回答.*第 2 位100%/,
        '最该先做哪两件事：画停车位': /没有人/,
      },
    },
  },
  allocate: {
    question: {
      id: 'allocate',
      type: 'allocate',
      title: '公共收益怎么分？',
      required: true,
      unit: '%',
      options: [
        { id: 'repair', label: '修电梯' },
        { id: 'green', label: '补绿化' },
        { id: 'save', label: '存起来' },
      ],
    },
    mistake: { make: ({ field }) => field('修电梯').fill('60'), says: '加起来要正好是 100，现在是 60。' },
    answer: ({ field }) => field('存起来').fill('40'),
    keys: async ({ press, type }) => {
      await type('60');
      await press('Tab', 'Tab');
      await type('40');
    },
    plain: 'same',
    kept: {
      stored: { repair: 60, green: 0, save: 40 },
      words: '修电梯 60%、存起来 40%',
      cells: { repair: '60', green: '0', save: '40' },
      counts: { repair: 60, green: 0, save: 40, _n: 1 },
      card: {
        '公共收益怎么分：修电梯': /6 人回答.*平均 60/,
        '公共收益怎么分：补绿化': /6 人回答.*平均 0/,
        '公共收益怎么分：存起来': /6 人回答.*平均 40/,
      },
    },
  },
  indicator: {
    question: {
      id: 'indicator',
      type: 'indicator',
      title: '楼道整洁',
      required: true,
      full: 20,
      reasonBelow: 12,
      levels: [
        { label: '没有堆物，墙面干净', from: 16 },
        { label: '有少量堆物', from: 12 },
      ],
    },
    mistake: {
      make: ({ field }) => field('得分').fill('8'),
      says: '低于 12 分，请写明原因。',
      at: ({ field }) => field('请写明原因'),
    },
    answer: ({ field }) => field(/原因|说明/).fill('三楼有旧家具'),
    keys: async ({ press, type }) => {
      await type('8');
      await press('Tab');
      await type('三楼有旧家具');
    },
    plain: 'same',
    kept: {
      stored: { marks: 8, reason: '三楼有旧家具' },
      words: '8 / 20：三楼有旧家具',
      cells: { '': '8', reason: '三楼有旧家具' },
      counts: { 8: 1 },
      card: { 楼道整洁: /6 人回答.*得分 40.0.*平均 8/ },
    },
  },
  deductions: {
    question: {
      id: 'deductions',
      type: 'deductions',
      title: '现场检查',
      required: true,
      photos: 2,
      evidence: true,
      list: [
        { id: 'junk', label: '楼道堆物', points: 2, times: 3 },
        { id: 'wire', label: '飞线充电', points: 5 },
      ],
    },
    mistake: {
      make: async ({ field }) => {
        await field(/楼道堆物/).selectOption('2次');
      },
      says: '扣了分，请附照片。',
      at: ({ box }) => box.locator('input[type=file]'),
    },
    answer: async ({ box, field }) => {
      await box.locator('input[type=file]').setInputFiles(aPicture);
      await box.getByText('已传好').waitFor();
      await field('说明（选填）').fill('三楼');
    },
    keys: async (keys, asked) => {
      await keys.press('ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Tab');
      await choose(keys, asked, aPicture);
      await keys.press('Tab');
      await keys.type('三楼');
    },
    plain: {
      // Without a photo nothing can be taken off.
      answer: async ({ tap, field }) => {
        await field(/楼道堆物/).selectOption('没有');
        await tap('没有发现问题');
      },
      kept: { stored: { found: {} }, words: '没有发现问题', counts: { _n: 1, _sum: 0 } },
    },
    kept: {
      stored: { found: { junk: 2 }, photos: [file], note: '三楼' },
      words: '扣 4 分：楼道堆物 ×2、三楼',
      cells: { points: '4', junk: '2', wire: '0', note_: '三楼', photos_: file },
      counts: { junk: 2, _n: 1, _sum: 8 },
      card: {
        现场检查: /6 人回答.*平均 4/,
        '现场检查：楼道堆物': /6 人回答.*平均 2/,
        '现场检查：飞线充电': /6 人回答.*平均 0/,
      },
    },
  },
  number: {
    question: {
      id: 'number',
      type: 'number',
      title: '家里常住几口人？',
      required: true,
      min: 1,
      max: 20,
      unit: '人',
    },
    mistake: { make: ({ field }) => field(/家里常住几口人/).fill('三'), says: '请填数字。' },
    answer: ({ field }) => field(/家里常住几口人/).fill('３'),
    keys: ({ type }) => type('3'),
    plain: 'same',
    kept: {
      stored: 3,
      words: '3人',
      cells: { '': '3' },
      counts: { 3: 1 },
      card: { '家里常住几口人？': /6 人回答.*平均 3.*3人100%/ },
    },
  },
} satisfies Partial<Record<FieldType, Answered>>;
