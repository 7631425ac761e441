// Written names: what is read as one name, and what is only shown as perhaps the same.
import { describe, expect, test } from 'vitest';
import type { BallotGroup, Contest } from '../../schema/elections/contest.ts';
import { readName, whomNames, writtenNames } from '../../schema/elections/names.ts';

const contest: Contest = {
  round: 'first',
  registered: 50,
  issued: 50,
  posts: [
    {
      id: 'chair',
      seats: 1,
      candidates: [
        { id: 'zjg', name: '张建国' },
        { id: 'l1', name: '李红' },
      ],
    },
    { id: 'member', seats: 1, candidates: [{ id: 'l2', name: '李红' }] },
  ],
};
const written = (n: number, ...names: string[]): BallotGroup => ({
  n,
  marks: { chair: { for: [], written: names } },
});

test('width, spaces, invisible signs and middle dots make no difference', () => {
  expect(['张建国', ' 张 建　国 ', '张\u200b建国\ufeff'].map(readName)).toEqual([
    '张建国',
    '张建国',
    '张建国',
  ]);
  expect(['阿依•古丽', '阿依・古丽', '阿依·古丽', '阿依．古丽'].map(readName)).toEqual(
    Array(4).fill('阿依·古丽'),
  );
  expect(readName('Ａｎｎ')).toBe('Ann');
  // Read once more it stays: what stood apart has composed.
  for (const name of ['e\u200d\u0301', '①', 'ｶﾞ']) expect(readName(readName(name))).toBe(readName(name));
});

test('all that was written is shown before it counts, with what may be the same', () => {
  const shown = writtenNames(contest, [
    written(3, '张 建国'),
    written(2, '张建囯'),
    written(1, '王芳'),
    written(4, '王芳'),
    written(1, '李红'),
    { ...written(9, '废票'), spoilt: true },
  ]);
  expect(shown).toEqual([
    { name: '张建囯', spellings: [{ written: '张建囯', ballots: 2 }], person: '=张建囯', perhaps: ['zjg'] },
    { name: '张建国', spellings: [{ written: '张 建国', ballots: 3 }], person: 'zjg', perhaps: ['=张建囯'] },
    { name: '李红', spellings: [{ written: '李红', ballots: 1 }], person: '=李红', perhaps: ['l1', 'l2'] },
    { name: '王芳', spellings: [{ written: '王芳', ballots: 5 }], person: '=王芳', perhaps: [] },
  ]);
});

test('names of two signs that share one are not brought together', () => {
  expect(
    writtenNames(contest, [written(1, '王芳'), written(1, '王方')]).map(({ perhaps }) => perhaps),
  ).toEqual([[], []]);
});

describe('decisions', () => {
  test('bind, for a candidate, another name, or nobody', () => {
    const whom = whomNames(contest, { 张建囯: 'zjg', 李红: 'l2', 王方: '=王芳', 孙悟空: null });
    expect(['张建囯', '李 红', '王方', '孙悟空', '王芳', '　'].map(whom)).toEqual([
      'zjg',
      'l2',
      '=王芳',
      null,
      '=王芳',
      undefined,
    ]);
  });

  test.each([
    ['somebody unknown', { 张建囯: 'zzz' }],
    ['a name that was decided itself', { 王方: '=王芳', 王芳: null }],
    ['a name that is not as it is read', { '王 方': null }],
    ['a name that would never be read', { 王方: '=王 芳' }],
  ])('not in favour of %s', (_, merges) => {
    expect(() => whomNames(contest, merges)).toThrow(RangeError);
  });
});
