// Who answered, as far as a form asks for it: what a run may say about names follows from it.
import { describe, expect, test } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { identifying, namesNeeded } from '../../schema/form/identifying.ts';

const form = (...questions: Question[]): Definition => ({ title: '表', layout: 'pages', questions });
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);
const yes: Question = { id: 'yes', type: 'yes-no', title: '愿意留下姓名吗' };
const name: Question = { id: 'name', type: 'name', title: '姓名', required: true };
const onlyThen = { q: 'yes', op: 'equals', value: 'yes' } as const;

test('names, numbers, phones, plates and doors tell who answered; free texts and buildings do not', () => {
  const telling = identifying(
    form(
      name,
      { id: 'idno', type: 'id-number', title: '身份证号' },
      { id: 'tel', type: 'phone', title: '电话' },
      { id: 'mail', type: 'email', title: '邮箱' },
      { id: 'plate', type: 'plate', title: '车牌' },
      { id: 'door', type: 'unit', title: '门牌', room: true },
      { id: 'sign', type: 'signature', title: '签名' },
      { id: 'house', type: 'unit', title: '楼栋' },
      { id: 'said', type: 'text', title: '姓名和想说的话' },
      { id: 'pic', type: 'photo', title: '照片', most: 1 },
      yes,
    ),
  );
  expect(ids(telling)).toEqual(['name', 'idno', 'tel', 'mail', 'plate', 'door', 'sign']);
});

test('a table tells it by a column of phones', () => {
  const family = (kind: 'phone' | 'number') =>
    form({ id: 'f', type: 'rows', title: '家里人', columns: [{ id: 'c', label: '列', kind }] });
  expect([ids(identifying(family('phone'))), ids(identifying(family('number')))]).toEqual([['f'], []]);
});

describe('names have to be kept', () => {
  test('where everybody has to give one, and wherever an identity number is asked', () => {
    expect(ids(namesNeeded(form(name)))).toEqual(['name']);
    expect(ids(namesNeeded(form({ id: 'idno', type: 'id-number', title: '身份证号' })))).toEqual(['idno']);
  });

  test('not where the name may be left out, is asked of some, or stands on a page for some', () => {
    const some: Question = { ...name, showIf: onlyThen };
    const page: Question = { id: 'p', type: 'page-break', title: '留联系方式', showIf: onlyThen };
    expect(namesNeeded(form({ ...name, required: false }))).toEqual([]);
    expect(namesNeeded(form(yes, some))).toEqual([]);
    expect(namesNeeded(form(yes, page, name))).toEqual([]);
    expect(ids(namesNeeded(form(yes, page, { ...page, id: 'p2', showIf: undefined }, name)))).toEqual([
      'name',
    ]);
  });

  test('not for a phone, which only those who hold the list can look up', () => {
    expect(namesNeeded(form({ id: 'tel', type: 'phone', title: '电话', required: true }))).toEqual([]);
  });
});
