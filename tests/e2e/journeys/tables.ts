// Tables: a choice, some choices, a point, figures or words in each row, and lines that residents add.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Answered, Asked } from './journey.ts';

const rows = [
  { id: 'r1', label: '东门' },
  { id: 'r2', label: '西门' },
];
const inRow = ({ box }: Asked, name: string) => box.getByRole('group', { name, exact: true });
const press = (asked: Asked, row: string, words: string) =>
  inRow(asked, row).getByText(words, { exact: true }).click();

export const tables = {
  'matrix-single': {
    question: {
      id: 'table',
      type: 'matrix-single',
      title: '两个门怎么样？',
      required: true,
      rows,
      columns: [
        { id: 'good', label: '方便' },
        { id: 'bad', label: '不方便' },
      ],
    },
    mistake: {
      make: (asked) => press(asked, '东门', '方便'),
      says: '还有1行没有填：西门。',
      at: (asked) => inRow(asked, '西门').getByLabel('方便', { exact: true }),
    },
    answer: (asked) => press(asked, '西门', '不方便'),
    keys: ({ press }) => press('Space', 'Tab', 'ArrowDown'),
    plain: 'same',
    kept: {
      stored: { r1: 'good', r2: 'bad' },
      words: '东门：方便；西门：不方便',
      cells: { r1: 'good', r2: 'bad' },
      counts: { 'r1:good': 1, 'r2:bad': 1 },
      card: {
        '两个门怎么样：东门': /6 人回答.*方便100%.*不方便0%/,
        '两个门怎么样：西门': /6 人回答.*方便0%.*不方便100%/,
      },
    },
  },
  'matrix-multi': {
    question: {
      id: 'boxes',
      type: 'matrix-multi',
      title: '谁常走这两个门？',
      required: true,
      rows,
      columns: [
        { id: 'old', label: '老人' },
        { id: 'child', label: '孩子' },
      ],
    },
    mistake: {
      make: (asked) => press(asked, '东门', '老人'),
      says: '还有1行没有填：西门。',
      at: (asked) => inRow(asked, '西门').getByLabel('老人'),
    },
    answer: async (asked) => {
      await press(asked, '东门', '孩子');
      await press(asked, '西门', '孩子');
    },
    keys: ({ press }) => press('Space', 'Tab', 'Space', 'Tab', 'Tab', 'Space'),
    plain: 'same',
    kept: {
      stored: { r1: ['old', 'child'], r2: ['child'] },
      words: '东门：老人、孩子；西门：孩子',
      cells: { r1: 'old;child', r2: 'child' },
      counts: { 'r1:old': 1, 'r1:child': 1, 'r1:_n': 1, 'r2:child': 1, 'r2:_n': 1 },
      card: {
        '谁常走这两个门：东门': /6 人回答.*老人100%.*孩子100%/,
        '谁常走这两个门：西门': /6 人回答.*老人0%.*孩子100%/,
      },
    },
  },
  'matrix-scale': {
    question: {
      id: 'scales',
      type: 'matrix-scale',
      title: '下面几方面，您满意吗？',
      required: true,
      from: 1,
      to: 5,
      labels: ['很不满意', '不满意', '一般', '满意', '很满意'],
      na: true,
      rows: [
        { id: 'clean', label: '保洁' },
        { id: 'guard', label: '保安' },
      ],
    },
    mistake: {
      make: (asked) => press(asked, '保洁', '满意'),
      says: '还有1行没有填：保安。',
      at: (asked) => inRow(asked, '保安').getByLabel('很不满意'),
    },
    answer: (asked) => press(asked, '保安', '不了解'),
    keys: ({ press }) => press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab', 'ArrowUp'),
    plain: 'same',
    kept: {
      stored: { clean: 4, guard: 'na' },
      words: '保洁：满意；保安：不了解',
      cells: { clean: '4', guard: 'na' },
      counts: { 'clean:4': 1, 'guard:na': 1 },
      card: {
        '下面几方面，您满意吗：保洁': /6 人回答.*得分 75.0.*满意100%/,
        '下面几方面，您满意吗：保安': /0 人回答，另有 6 人不了解/,
      },
    },
  },
  'matrix-number': {
    question: {
      id: 'numbers',
      type: 'matrix-number',
      title: '每天出入几次？',
      required: true,
      rows,
      columns: [
        { id: 'foot', label: '步行' },
        { id: 'car', label: '开车' },
      ],
      max: 99,
      unit: '次',
    },
    mistake: {
      make: async (asked) => {
        await inRow(asked, '东门').getByLabel('步行').fill('2');
        await inRow(asked, '东门').getByLabel('开车').fill('0');
      },
      says: '还有1行没有填：西门。',
      at: (asked) => inRow(asked, '西门').getByLabel('步行'),
    },
    answer: async (asked) => {
      await inRow(asked, '西门').getByLabel('步行').fill('1');
      await inRow(asked, '西门').getByLabel('开车').fill('3');
    },
    keys: async ({ press, type }) => {
      for (const figure of ['2', '0', '1', '3']) {
        await type(figure);
        if (figure !== '3') await press('Tab');
      }
    },
    plain: 'same',
    kept: {
      stored: { r1: { foot: 2, car: 0 }, r2: { foot: 1, car: 3 } },
      words: '东门：步行 2次，开车 0次；西门：步行 1次，开车 3次',
      cells: { 'r1.foot': '2', 'r1.car': '0', 'r2.foot': '1', 'r2.car': '3' },
      counts: {
        'r1.foot:_n': 1,
        'r1.foot:_sum': 2,
        'r1.car:_n': 1,
        'r1.car:_sum': 0,
        'r2.foot:_n': 1,
        'r2.foot:_sum': 1,
        'r2.car:_n': 1,
        'r2.car:_sum': 3,
      },
      card: {
        '每天出入几次：东门 步行': /6 人回答.*平均 2/,
        '每天出入几次：东门 开车': /6 人回答.*平均 0/,
        '每天出入几次：西门 步行': /6 人回答.*平均 1/,
        '每天出入几次：西门 开车': /6 人回答.*平均 3/,
      },
    },
  },
  'matrix-text': {
    question: {
      id: 'texts',
      type: 'matrix-text',
      title: '两个门谁在管？',
      required: true,
      rows,
      columns: [{ id: 'who', label: '管门的人' }],
    },
    mistake: {
      make: (asked) => inRow(asked, '东门').getByLabel('管门的人').fill('王芳'),
      says: '还有1行没有填：西门。',
      at: (asked) => inRow(asked, '西门').getByLabel('管门的人'),
    },
    answer: (asked) => inRow(asked, '西门').getByLabel('管门的人').fill('没有人'),
    keys: async ({ press, type }) => {
      await type('王芳');
      await press('Tab');
      await type('没有人');
    },
    plain: 'same',
    kept: {
      stored: { r1: { who: '王芳' }, r2: { who: '没有人' } },
      words: '东门：管门的人 王芳；西门：管门的人 没有人',
      cells: { 'r1.who': '王芳', 'r2.who': '没有人' },
      counts: { _n: 1 },
      card: { '两个门谁在管？': /6 人回答/ },
    },
  },
  'matrix-dropdown': {
    question: {
      id: 'lists',
      type: 'matrix-dropdown',
      title: '两个门的设施怎么样？',
      required: true,
      rows,
      columns: [
        {
          id: 'lamp',
          label: '照明',
          options: [
            { id: 'on', label: '亮' },
            { id: 'off', label: '不亮' },
          ],
        },
        {
          id: 'lock',
          label: '门禁',
          options: [
            { id: 'ok', label: '好用' },
            { id: 'broken', label: '坏了' },
          ],
        },
      ],
    },
    mistake: {
      make: async (asked) => {
        await inRow(asked, '东门').getByLabel('照明').selectOption('亮');
        await inRow(asked, '东门').getByLabel('门禁').selectOption('好用');
      },
      says: '还有1行没有填：西门。',
      at: (asked) => inRow(asked, '西门').getByLabel('照明'),
    },
    answer: async (asked) => {
      await inRow(asked, '西门').getByLabel('照明').selectOption('不亮');
      await inRow(asked, '西门').getByLabel('门禁').selectOption('坏了');
    },
    keys: ({ press }) =>
      press(
        ...['ArrowDown', 'Tab', 'ArrowDown', 'Tab'],
        ...['ArrowDown', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown'],
      ),
    plain: 'same',
    kept: {
      stored: { r1: { lamp: 'on', lock: 'ok' }, r2: { lamp: 'off', lock: 'broken' } },
      words: '东门：照明 亮，门禁 好用；西门：照明 不亮，门禁 坏了',
      cells: { 'r1.lamp': 'on', 'r1.lock': 'ok', 'r2.lamp': 'off', 'r2.lock': 'broken' },
      counts: { 'r1.lamp:on': 1, 'r1.lock:ok': 1, 'r2.lamp:off': 1, 'r2.lock:broken': 1 },
      card: {
        '两个门的设施怎么样：东门 照明': /6 人回答.*亮100%/,
        '两个门的设施怎么样：东门 门禁': /6 人回答.*好用100%/,
        '两个门的设施怎么样：西门 照明': /6 人回答.*不亮100%/,
        '两个门的设施怎么样：西门 门禁': /6 人回答.*坏了100%/,
      },
    },
  },
  rows: {
    question: {
      id: 'people',
      type: 'rows',
      title: '同住的人',
      required: true,
      max: 3,
      addWord: '再加一人',
      columns: [
        { id: 'who', label: '姓名', kind: 'text', required: true },
        { id: 'age', label: '年龄', kind: 'number' },
        {
          id: 'tie',
          label: '和您的关系',
          kind: 'choice',
          options: [
            { id: 'spouse', label: '配偶' },
            { id: 'child', label: '子女' },
          ],
        },
      ],
    },
    mistake: {
      make: async (asked) => {
        await inRow(asked, '第1行').getByLabel('姓名').fill('王芳');
        await inRow(asked, '第1行').getByLabel('年龄').fill('七十');
      },
      says: '请填数字。',
      at: (asked) => inRow(asked, '第1行').getByLabel('年龄'),
    },
    answer: async (asked) => {
      await inRow(asked, '第1行').getByLabel('年龄').fill('70');
      await inRow(asked, '第1行').getByLabel('和您的关系').selectOption('配偶');
      const more = asked.box.getByRole('button', { name: '再加一人' });
      if (await more.count()) await more.click();
      await inRow(asked, '第2行').getByLabel('姓名').fill('李军');
    },
    keys: async ({ press, type }) => {
      await type('王芳');
      await press('Tab');
      await type('70');
      // To the list, and past it to the button for one more line.
      await press('Tab', 'ArrowDown', 'Tab', 'Enter');
      await type('李军');
    },
    plain: 'same',
    kept: {
      stored: [{ who: '王芳', age: 70, tie: 'spouse' }, { who: '李军' }],
      words: '1. 姓名 王芳，年龄 70，和您的关系 配偶\n2. 姓名 李军',
      cells: {
        '1.who': '王芳',
        '1.age': '70',
        '1.tie': 'spouse',
        '2.who': '李军',
        '2.age': '',
        '2.tie': '',
        '3.who': '',
        '3.age': '',
        '3.tie': '',
      },
      counts: { _n: 1, _sum: 2 },
      card: { 同住的人: /6 人回答.*平均 2/ },
    },
  },
} satisfies Partial<Record<FieldType, Answered>>;
