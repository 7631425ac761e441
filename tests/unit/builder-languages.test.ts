// The table of translations: every text named by its place, out to a spreadsheet and back, and nothing kept of texts
// that are gone.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { localize, untranslated } from '../../schema/form/localize.ts';
import { placedTexts } from '../../web/staff/form/languages/places.ts';
import {
  pruned,
  sharedOut,
  sheetOf,
  takenIn,
  translated,
  withoutTongue,
  withTongue,
} from '../../web/staff/form/languages/table.ts';
import { form, grid, lift, likes } from './builder-form.ts';
import { everyType } from './every-type.ts';

const told: Definition = {
  ...form,
  thanks: '谢谢{{name|您}}',
  endings: [{ id: 'e', title: '不用填了', text: '请找\n"居委会"' }],
  quotas: [{ id: 'n', label: '上午场', max: 3 }],
  translations: { en: {} },
};
const where = (definition: Definition) => placedTexts(definition).map((one) => one.where);

it('names every text by where it stands', () => {
  expect(where(told)).toEqual(
    expect.arrayContaining([
      '表单标题',
      '结束语',
      '第1题 · 题目',
      '第1题 · 选项 2',
      '第3题 · 第 1 个词',
      '第7题 · 第 2 行',
      '“家里” · 题目',
      '结尾 1 · 文字',
      '名额 1',
    ]),
  );
  expect(where(everyType).filter((one) => one.trim() === '' || /undefined|list-/.test(one))).toEqual([]);
  expect(new Set(placedTexts(everyType).map(({ address }) => address)).size).toBe(where(everyType).length);
});

describe('a sheet', () => {
  /** What a translator does in a spreadsheet: writes into the last column. */
  const worked = (text: string, translate: (own: string) => string) => {
    const [head = '', ...rows] = text.split('\n');
    return [
      head,
      ...rows.map((row) => row.replace(/\t([^\t]*)\t[^\t]*$/, (_, own) => `\t${own}\t${translate(own)}`)),
    ].join('\n');
  };

  it('goes out, is translated, and comes back', () => {
    const plain: Definition = { ...told, endings: undefined };
    const { text, rows } = sheetOf(plain, 'en');
    expect(rows).toBe(placedTexts(plain).length);
    expect(text).not.toContain('{{');
    const { definition, taken, lost } = takenIn(
      plain,
      'en',
      worked(text, (own) => `EN ${own}`),
    );
    expect([taken, lost]).toEqual([rows, 0]);
    expect(untranslated(definition, 'en')).toEqual([]);
    const english = localize(definition, 'en', 'en');
    expect(english.thanks).toBe('EN 谢谢{{name|您}}');
    expect(english.questions[0]?.title).toBe('EN 有电梯吗');
  });

  it('keeps line ends, quotation marks and what a spreadsheet would calculate', () => {
    const first = translated(told, 'en', 'endings.e.text', 'Ask\n"them"\tplease');
    const second = translated(first, 'en', 'q.lift.title', '=1+1');
    const again = takenIn({ ...told, translations: { en: {} } }, 'en', sheetOf(second, 'en').text);
    expect(again.definition.translations?.en).toEqual({
      'endings.e.text': 'Ask\n"them"\tplease',
      'q.lift.title': '=1+1',
    });
  });

  it('finds a text by itself where the numbers are gone, and says which rows it did not know', () => {
    const { definition, taken, lost } = takenIn(
      told,
      'en',
      '有电梯吗\tA lift?\n没有\tNone\n从没写过\tNever\n\n',
    );
    expect([taken, lost]).toEqual([2, 1]);
    expect(definition.translations?.en).toEqual({
      'q.lift.title': 'A lift?',
      'q.lift.options.no.label': 'None',
    });
  });

  it('leaves what has no translation as it is', () => {
    const before = translated(told, 'en', 'title', 'Form');
    expect(takenIn(before, 'en', sheetOf(told, 'en').text).definition).toBe(before);
  });
});

it('a text that reads the same is translated with it, and what was said of it stays', () => {
  const twice: Definition = {
    ...form,
    questions: [likes, { ...likes, id: 'again' }, { ...likes, id: 'third' }],
    translations: { en: { 'q.likes.labels.0': 'Bad', 'q.third.labels.0': 'Poor' } },
  };
  expect(sharedOut(twice, 'en', 'q.likes.labels.0').translations?.en).toEqual({
    'q.likes.labels.0': 'Bad',
    'q.again.labels.0': 'Bad',
    'q.third.labels.0': 'Poor',
  });
  expect(sharedOut(twice, 'en', 'q.likes.labels.1')).toBe(twice);
});

it('a language comes and goes whole', () => {
  const two = withTongue(withTongue(form, 'en'), 'ja');
  expect(Object.keys(two.translations ?? {})).toEqual(['en', 'ja']);
  expect(withoutTongue(withoutTongue(two, 'en'), 'ja').translations).toBeUndefined();
});

it('nothing is stored of texts that are gone, and a blank translation is none', () => {
  const all = { 'q.lift.title': 'Lift', 'q.grid.rows.calm.label': 'Calm', title: '' };
  const left: Definition = { ...form, questions: [lift], translations: { en: all } };
  expect(pruned(left).translations).toEqual({ en: { 'q.lift.title': 'Lift' } });
  expect(pruned({ ...left, questions: [lift, grid] }).translations?.en).toEqual({
    'q.lift.title': 'Lift',
    'q.grid.rows.calm.label': 'Calm',
  });
});
