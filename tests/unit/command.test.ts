// What the command palette finds for some letters.
import { expect, it } from 'vitest';
import { foundIn } from '../../web/staff/command/found.ts';

const act = (name: string) => ({ name, go() {} });
const groups = [
  { title: '页面', acts: ['首页', '辖区', '操作记录'].map(act) },
  { title: '表单', acts: ['小区物业服务满意度', '物业', '物业费 用途', '垃圾分类'].map(act) },
];
const names = (words: string) =>
  foundIn(groups, words).map(({ title, acts }) => [title, ...acts.map(({ name }) => name)]);

it('everything while nothing is typed, a group without a find left out', () => {
  expect(names(' ')).toEqual([
    ['页面', '首页', '辖区', '操作记录'],
    ['表单', '小区物业服务满意度', '物业', '物业费 用途', '垃圾分类'],
  ]);
  expect(names('没有')).toEqual([]);
});
it('by letters in their order, the nearest first', () => {
  expect(names('物业')).toEqual([['表单', '物业', '物业费 用途', '小区物业服务满意度']]);
  expect(names('物满')).toEqual([['表单', '小区物业服务满意度']]);
  expect(names('费用')).toEqual([['表单', '物业费 用途']]);
});
it('the group with the nearest name comes first', () => {
  const near = [
    { title: '操作', acts: [act('照着做一份：物业')] },
    { title: '表单', acts: [act('物业满意度')] },
  ];
  expect(foundIn(near, '物业').map(({ title }) => title)).toEqual(['表单', '操作']);
  expect(foundIn(near, '').map(({ title }) => title)).toEqual(['操作', '表单']);
});
