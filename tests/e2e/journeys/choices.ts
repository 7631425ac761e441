// Choosing: options, pictures, levels, buildings, votes, candidates.
import type { FieldType } from '../../../schema/fields/registry.ts';
import { type Answered, picture } from './journey.ts';

export const choices = {
  single: {
    question: {
      id: 'single',
      type: 'single',
      title: '您多久下楼活动一次？',
      required: true,
      options: [
        { id: 'daily', label: '每天' },
        { id: 'weekly', label: '每周几次' },
        { id: 'other', label: '其他', text: true },
      ],
    },
    mistake: { make: ({ tap }) => tap('其他'), says: '选了“其他”，请在旁边写明。' },
    answer: ({ field }) => field('其他：请写明').fill('腿脚不便'),
    keys: async ({ press, type }) => {
      await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Tab');
      await type('腿脚不便');
    },
    plain: 'same',
    kept: {
      stored: { id: 'other', text: '腿脚不便' },
      words: '其他：腿脚不便',
      cells: { '': 'other', text: '腿脚不便' },
      counts: { other: 1 },
      card: { '您多久下楼活动一次？': /6 人回答.*每天0%.*其他100%/ },
    },
  },
  multi: {
    question: {
      id: 'multi',
      type: 'multi',
      title: '最想先解决哪些事？',
      required: true,
      max: 2,
      options: [
        { id: 'lift', label: '加装电梯' },
        { id: 'park', label: '停车难' },
        { id: 'lamp', label: '楼道照明' },
        { id: 'none', label: '都没有', exclusive: true },
      ],
    },
    mistake: {
      make: ({ tap }) => tap('加装电梯', '停车难', '楼道照明'),
      says: '最多选 2 项，您选了 3 项。',
    },
    answer: ({ tap }) => tap('停车难'),
    keys: ({ press }) => press('Space', 'Tab', 'Tab', 'Space'),
    plain: 'same',
    kept: {
      stored: ['lift', 'lamp'],
      words: '加装电梯、楼道照明',
      cells: { '': 'lift;lamp' },
      counts: { lift: 1, lamp: 1, _n: 1 },
      card: { '最想先解决哪些事？': /6 人回答.*加装电梯100%.*停车难0%.*楼道照明100%/ },
    },
  },
  dropdown: {
    question: {
      id: 'dropdown',
      type: 'dropdown',
      title: '您住在哪一片？',
      required: true,
      options: [
        { id: 'north', label: '北片' },
        { id: 'south', label: '南片' },
      ],
    },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: async ({ field }) => {
      await field('您住在哪一片？').selectOption('南片');
    },
    keys: ({ press }) => press('ArrowDown', 'ArrowDown'),
    plain: 'same',
    kept: {
      stored: 'south',
      words: '南片',
      cells: { '': 'south' },
      counts: { south: 1 },
      card: { '您住在哪一片？': /6 人回答.*北片0%.*南片100%/ },
    },
  },
  'yes-no': {
    question: { id: 'yesno', type: 'yes-no', title: '您认识本楼的楼栋长吗？', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ tap }) => tap('否'),
    keys: ({ press }) => press('ArrowDown'),
    plain: 'same',
    kept: {
      stored: 'no',
      words: '否',
      cells: { '': 'no' },
      counts: { no: 1 },
      card: { '您认识本楼的楼栋长吗？': /6 人回答.*是0%.*否100%/ },
    },
  },
  'image-choice': {
    question: {
      id: 'images',
      type: 'image-choice',
      title: '凉亭用哪个方案？',
      required: true,
      several: true,
      max: 2,
      options: [
        { id: 'a', label: '方案一，木亭', image: picture },
        { id: 'b', label: '方案二，石亭', image: picture },
        { id: 'c', label: '方案三，廊架', image: picture },
      ],
    },
    mistake: {
      make: ({ tap }) => tap('方案一，木亭', '方案二，石亭', '方案三，廊架'),
      says: '最多选 2 项，您选了 3 项。',
    },
    answer: ({ tap }) => tap('方案二，石亭'),
    keys: ({ press }) => press('Space', 'Tab', 'Tab', 'Space'),
    plain: 'same',
    kept: {
      stored: ['a', 'c'],
      words: '方案一，木亭、方案三，廊架',
      cells: { '': 'a;c' },
      counts: { a: 1, c: 1, _n: 1 },
      card: { '凉亭用哪个方案？': /6 人回答.*方案一，木亭100%.*方案二，石亭0%.*方案三，廊架100%/ },
    },
  },
  cascade: {
    question: {
      id: 'cascade',
      type: 'cascade',
      title: '老家在哪里？',
      required: true,
      levels: ['街道', '社区'],
      nodes: [
        { id: 'jinhu', label: '金湖街道' },
        { id: 'binhe', label: '滨河社区', under: 'jinhu' },
        { id: 'dongfeng', label: '东风社区', under: 'jinhu' },
        { id: 'luoqiao', label: '罗桥街道' },
      ],
    },
    mistake: {
      make: async ({ page, field }) => {
        // Without a script there is one list of whole paths, in which nobody stops half way.
        if (await page.getByLabel('街道', { exact: true }).count())
          await field('街道').selectOption('金湖街道');
      },
      says: '请一直选到最后一级。',
      at: ({ field }) => field('社区'),
    },
    answer: async ({ field }) => {
      await field('社区').selectOption('东风社区');
    },
    keys: ({ press }) => press('ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown'),
    plain: {
      says: '这一题要回答。',
      answer: async ({ field }) => {
        await field('街道 社区').selectOption('金湖街道 东风社区');
      },
    },
    kept: {
      stored: 'dongfeng',
      words: '金湖街道 东风社区',
      cells: { '': 'dongfeng' },
      counts: { jinhu: 1, dongfeng: 1 },
      card: {
        '老家在哪里：街道': /6 人回答.*金湖街道100%.*罗桥街道0%/,
        '老家在哪里：社区': /6 人回答.*滨河社区0%.*东风社区100%/,
      },
    },
  },
  unit: {
    question: { id: 'unit', type: 'unit', title: '您家住哪一栋？', required: true, room: true },
    mistake: {
      make: async ({ box, field }) => {
        await field('搜楼栋、小区或社区名').fill('b2');
        await box.getByRole('button', { name: /b2 building/ }).click();
      },
      says: '请填门牌，例如 2单元302。',
      at: ({ field }) => field('门牌，例如2单元302'),
    },
    answer: ({ field }) => field('门牌，例如2单元302').fill('2单元302'),
    keys: async ({ press, type }, { box }) => {
      await type('b2');
      await box.getByRole('button', { name: /b2 building/ }).waitFor();
      await press('Tab', 'Enter');
      await box.getByRole('button', { name: '换一个' }).waitFor();
      await press('Tab');
      await type('2单元302');
    },
    plain: {
      make: ({ tap }) => tap('这一栋：east street e1 community e1g grid b1 building'),
      answer: ({ field }) => field('门牌，例如2单元302').fill('2单元302'),
      kept: {
        stored: { id: 'b1', name: 'east street e1 community e1g grid b1 building', room: '2单元302' },
        words: 'east street e1 community e1g grid b1 building 2单元302',
        counts: { _n: 1 },
      },
    },
    kept: {
      stored: { id: 'b2', name: 'east street e1 community e1g grid b2 building', room: '2单元302' },
      words: 'east street e1 community e1g grid b2 building 2单元302',
      cells: { unit: 'b2', name: 'east street e1 community e1g grid b2 building', room: '2单元302' },
      counts: { _n: 1 },
      card: { '您家住哪一栋？': /6 人回答/ },
    },
  },
  vote: {
    question: {
      id: 'vote',
      type: 'vote',
      title: '加装电梯，您赞成吗？',
      required: true,
      options: [
        { id: 'yes', label: '赞成' },
        { id: 'no', label: '反对' },
      ],
    },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: ({ tap }) => tap('赞成'),
    keys: ({ press }) => press('Space'),
    plain: 'same',
    kept: {
      stored: 'yes',
      words: '赞成',
      cells: { '': 'yes' },
      counts: { yes: 1 },
      card: { '加装电梯，您赞成吗？': /6 人回答.*赞成100%.*反对0%/ },
    },
  },
  candidates: {
    question: {
      id: 'candidates',
      type: 'candidates',
      title: '推选楼栋长',
      mode: 'each',
      required: true,
      candidates: [
        { id: 'wang', label: '王芳', note: '62 岁，退休教师，住 2 单元', image: picture },
        { id: 'li', label: '李军', note: '55 岁，物业主管' },
      ],
    },
    mistake: {
      make: ({ box }) => box.getByRole('group', { name: /王芳/ }).getByText('赞成', { exact: true }).click(),
      says: '还没有对李军表态。',
      at: ({ box }) => box.getByRole('group', { name: /李军/ }).getByLabel('赞成'),
    },
    answer: ({ box }) => box.getByRole('group', { name: /李军/ }).getByText('弃权', { exact: true }).click(),
    keys: ({ press }) => press('Space', 'Tab', 'ArrowUp'),
    plain: 'same',
    kept: {
      stored: { wang: 'for', li: 'abstain' },
      words: '王芳 赞成、李军 弃权',
      cells: { wang: 'for', li: 'abstain' },
      counts: { 'wang:for': 1, 'li:abstain': 1, _n: 1 },
      card: {
        '推选楼栋长：王芳': /6 人回答.*赞成100%/,
        '推选楼栋长：李军': /6 人回答.*弃权100%/,
      },
    },
  },
} satisfies Partial<Record<FieldType, Answered>>;
