// A form with a question of each kind of answer, and the other language: for tests of what staff are shown.
import { vi } from 'vitest';
import type { QuestionOf } from '../../schema/fields/shapes.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { speak } from '../../web/ui/words/language.ts';

export const lift: QuestionOf<'single'> = {
  id: 'lift',
  type: 'single',
  title: '有电梯吗',
  options: [
    { id: 'yes', label: '有' },
    { id: 'no', label: '没有' },
  ],
};
export const wishes: QuestionOf<'multi'> = {
  id: 'wishes',
  type: 'multi',
  title: '想要什么',
  options: [
    { id: 'meal', label: '送餐' },
    { id: 'walk', label: '陪诊' },
  ],
};
export const likes: QuestionOf<'scale'> = {
  id: 'likes',
  type: 'scale',
  title: '满意吗',
  from: 1,
  to: 3,
  labels: ['不满意', '一般', '满意'],
};
export const people: QuestionOf<'number'> = {
  id: 'people',
  type: 'number',
  title: '几口人',
  min: 1,
  max: 30,
};
export const born: QuestionOf<'date'> = { id: 'born', type: 'date', title: '生日' };
export const name: QuestionOf<'text'> = { id: 'name', type: 'text', title: '称呼' };
export const grid: Question = {
  id: 'grid',
  type: 'matrix-scale',
  title: '几方面',
  from: 1,
  to: 3,
  rows: [
    { id: 'clean', label: '干净' },
    { id: 'calm', label: '安静' },
  ],
};
export const page: QuestionOf<'page-break'> = { id: 'page', type: 'page-break', title: '家里' };
export const total: Question = {
  id: 'total',
  type: 'calculated',
  title: '合计',
  formula: { value: 'people' },
};

/** Numbers: 有电梯吗 1, 想要什么 2, 满意吗 3, 几口人 4, 生日 5, 称呼 6, 几方面 7. */
export const form: Definition = {
  title: '表',
  layout: 'steps',
  questions: [lift, wishes, likes, page, people, born, name, grid, total],
};

export const formOf = (...questions: Question[]): Definition => ({ title: '表', layout: 'steps', questions });

/** What is said with the pages in English; there is no page in these tests. */
export function inEnglish<T>(work: () => T): T {
  vi.stubGlobal('document', { documentElement: {} });
  try {
    speak('en');
    return work();
  } finally {
    speak('zh');
    vi.unstubAllGlobals();
  }
}
