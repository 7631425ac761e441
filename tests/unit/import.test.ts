// A pasted form before it is made: files and their encodings, lines of the text field, and types that may be changed.
import { describe, expect, it } from 'vitest';
import { fieldOf, fieldTypes } from '../../schema/fields/registry.ts';
import { definitionShape, type Question } from '../../schema/form/definition.ts';
import type { LineFate } from '../../schema/form/reading.ts';
import { lineSpan } from '../../schema/form/text/line-span.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { textsOf } from '../../schema/form/texts.ts';
import { fileText } from '../../web/staff/file-text.ts';
import { keptFates } from '../../web/staff/form/import/kept-fates.ts';
import { readerFor } from '../../web/staff/form/import/readers.ts';
import { retyped, typesFor } from '../../web/staff/form/retype.ts';
import { everyType } from './every-type.ts';

const file = (name: string, ...bytes: number[]) => new File([new Uint8Array(bytes)], name);

describe('a file', () => {
  it('is read by the end of its name; old formats and strangers are told apart', async () => {
    const known = readerFor('问卷.v2.TXT');
    if (known.kind !== 'reader') throw new Error(known.kind);
    const read = await known.load();
    expect(await read(new File(['1. 您的姓名'], '问卷.txt'))).toEqual({ text: '1. 您的姓名' });
    expect(['a.doc', 'a.WPS', 'a.exe', 'a', 'a.constructor'].map((name) => readerFor(name).kind)).toEqual([
      'old',
      'old',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('is text in UTF-8, in UTF-16 of either order, and in GBK', async () => {
    expect(await fileText(file('a', 0xef, 0xbb, 0xbf, 0xe7, 0x94, 0xb2))).toBe('甲');
    expect(await fileText(file('a', 0xff, 0xfe, 0x32, 0x75))).toBe('甲');
    expect(await fileText(file('a', 0xfe, 0xff, 0x75, 0x32))).toBe('甲');
    expect(await fileText(file('a', 0xbc, 0xd7))).toBe('甲');
  });
});

it('a line of the text is found by its number', () => {
  const text = '甲\n\n乙丙\n丁';
  const line = (n: number) => {
    const { from, to } = lineSpan(text, n);
    return text.slice(from, to);
  };
  expect([1, 2, 3, 4, 5].map(line)).toEqual(['甲', '', '乙丙', '丁', '']);
});

it('lines that were not read again keep what they are, around those that change', () => {
  const fates: LineFate[] = [
    { fate: 'title' },
    { fate: 'question', question: 0 },
    { fate: 'option', question: 0 },
  ];
  const before = ['表', '1. 题', '甲'];
  const kept = (...now: string[]) => keptFates(fates, before, now).map((one) => one?.fate);
  expect(kept('表', '1. 题', '甲')).toEqual(['title', 'question', 'option']);
  expect(kept('表', '', '1. 题', '甲')).toEqual(['title', undefined, 'question', 'option']);
  expect(kept('表', '1. 题吗', '甲')).toEqual(['title', undefined, 'option']);
  expect(kept('甲')).toEqual(['option']);
  expect(kept('表', '1. 题', '甲', '甲')).toHaveLength(4);
});

describe('the type of a question', () => {
  const only = (text: string): Question => {
    const [question] = readText(text).definition.questions;
    if (!question) throw new Error('no question');
    return question;
  };

  it('changes where what stands under it fits, and keeps every word', () => {
    const question = only('1. 您对物业满意吗[单选题]\nA. 很满意\nB. 一般\nC. 很不满意');
    expect(typesFor(question)).toContain('multi');
    expect(retyped(question, 'multi')).toMatchObject({
      type: 'multi',
      options: [{ label: '很满意' }, {}, {}],
    });
    // Points count from the worst.
    expect(retyped(question, 'scale')).toMatchObject({
      from: 1,
      to: 3,
      labels: ['很不满意', '一般', '很满意'],
    });
    expect(typesFor(question)).not.toContain('text');
    expect(typesFor(only('1. 您的房号'))).toContain('unit');
    expect(typesFor(only('1. 您满意吗[单选题]\nA. 满意\nB. 其他____\nC. 不满意'))).not.toContain('scale');
  });

  it('is always one of those that hold, whatever it was', () => {
    for (const question of everyType.questions)
      for (const type of typesFor(question)) {
        const next = retyped(question, type);
        expect(next?.type).toBe(type);
        expect([question.id, next?.id, next?.title]).toEqual([question.id, question.id, question.title]);
        const form = { title: '表', layout: 'steps', questions: [next] };
        expect(definitionShape().safeParse(form).error).toBeUndefined();
        if (!next || question === next) continue;
        const words = textsOf(next).map(({ text }) => text);
        for (const { text, key } of textsOf(question))
          if (key === 'label' && fieldOf(next).asks)
            expect([type, words.includes(text)]).toEqual([type, true]);
      }
    expect(fieldTypes.length).toBeGreaterThan(40);
  });
});
