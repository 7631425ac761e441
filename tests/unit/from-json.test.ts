// An exported form comes back as it was, but for the files that stay where they are stored.
import { expect, it } from 'vitest';
import { definitionShape } from '../../schema/form/definition.ts';
import { textsOf } from '../../schema/form/texts.ts';
import { fromJson } from '../../web/staff/form/import/from-json.ts';
import { readJsonFile } from '../../web/staff/form/import/office-readers.ts';
import { Unreadable } from '../../web/staff/form/import/unreadable.ts';
import { everyType } from './every-type.ts';

it('comes back with every question and text; pictures and videos are told', () => {
  const { definition, unplaced } = fromJson(JSON.stringify(everyType));
  expect(definition.questions.map(({ id, type }) => [id, type])).toEqual(
    everyType.questions.map(({ id, type }) => [id, type]),
  );
  const texts = (form: typeof definition) =>
    new Map(textsOf(form).map(({ address, text }) => [address, text]));
  expect(texts(definition)).toEqual(texts(everyType));
  expect(unplaced.map(({ column, text }) => [column, text])).toEqual([
    ['image', '哪个方案'],
    ['image', '哪个方案'],
    ['image', '哪个方案'],
    ['image', '效果图'],
    ['video', '怎么分类'],
  ]);
  expect(JSON.stringify(definition)).not.toMatch(/"(image|video)":/);
  expect(definitionShape().safeParse(definition).success).toBe(true);
});

it.each([
  '',
  '{',
  '[]',
  '{"title":"x"}',
  '{"title":"x","layout":"steps","questions":[{"id":"a","type":"nothing","title":"t"}]}',
  '['.repeat(100_000),
])('refuses %.30s', (text) => {
  expect(() => fromJson(text)).toThrow(new Unreadable('not-form'));
});

it('is read from a file', async () => {
  const form = { title: '表', layout: 'steps', questions: [{ id: 'a', type: 'text', title: '题' }] };
  const file = new File([JSON.stringify(form)], '表.json');
  expect((await readJsonFile(file)).definition).toEqual(form);
});
