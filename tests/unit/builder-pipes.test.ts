// Earlier answers in texts as staff see them: never as braces, and kept letter for letter through the field.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf, tokensOf } from '../../web/staff/form/pipes/tokens.ts';
import { form, inEnglish, total } from './builder-form.ts';

const { show, keep, mark, endingIn } = tokensOf(form);

it('shows the number of the question and what stands for a missing answer', () => {
  expect(show('{{name|您}}，电梯好用吗')).toBe('〔第6题的回答，没有就写“您”〕，电梯好用吗');
  expect(show('一共{{total}}分')).toBe('一共〔“合计”的回答〕分');
  expect(show('{{gone}}和{{old|谁}}')).toBe('〔已删除的题的回答〕和〔已删除的题2的回答，没有就写“谁”〕');
  expect(inEnglish(() => tokensOf(form).show('{{name|you}}'))).toBe('〔answer to question 6, else “you”〕');
});

it('takes what is typed by hand, and leaves what is no token', () => {
  expect(keep('您好〔第6题的回答〕', '')).toBe('您好{{name}}');
  expect(keep('您好〔第6题的回答，没有就写“您”〕', '')).toBe('您好{{name|您}}');
  expect(keep('您好〔第6题的回〕', '您好{{name}}')).toBe('您好〔第6题的回〕');
  expect(keep('〔第99题的回答〕', '')).toBe('〔第99题的回答〕');
  expect(keep('〔注〕', '')).toBe('〔注〕');
});

it('keeps a token that is the beginning of another, and one that stands inside another', () => {
  for (const kept of ['{{lift|}}{{lift|”〕}}', '{{lift|〔第6题的回答〕}}{{name}}'])
    expect(keep(show(kept), kept)).toBe(kept);
});

it('knows the token that the caret stands behind', () => {
  expect(endingIn('您好〔第6题的回答，没有就写“您”〕', '')).toBe('〔第6题的回答，没有就写“您”〕');
  expect(endingIn('〔已删除的题的回答〕', '{{gone}}')).toBe('〔已删除的题的回答〕');
  expect(endingIn('〔第6题的回答〕，', '{{name}}，')).toBeUndefined();
  expect(endingIn('〔注〕', '')).toBeUndefined();
});

it('puts in what a mark can hold', () => {
  expect(mark('name', '')).toBe('{{name}}');
  expect(mark('name', ' 您|{好}〕 ')).toBe('{{name|您好}}');
});

it('tells two questions of one title apart', () => {
  const twins = { ...form, questions: [...form.questions, { ...total, id: 'again' }] };
  const tokens = tokensOf(twins);
  expect(tokens.show('{{total}}{{again}}')).toBe('〔“合计”的回答〕〔“合计”2的回答〕');
  expect(tokens.keep('〔“合计”2的回答〕', '')).toBe('{{again}}');
});

describe('whatever is kept', () => {
  const words = fc.stringMatching(/^[^〔{}|]{0,12}$/);
  const mark = fc
    .tuple(
      fc.constantFrom('name', 'lift', 'total', 'gone', 'away'),
      fc.option(fc.string({ unit: fc.constantFrom('您', 'a', '〔', '〕', '”', '的回答'), maxLength: 4 }), {
        nil: undefined,
      }),
    )
    .map(([id, otherwise]) => (otherwise === undefined ? `{{${id}}}` : `{{${id}|${otherwise}}}`));
  const text = fc.array(fc.oneof(words, mark), { maxLength: 6 }).map((pieces) => pieces.join(''));

  it('comes back from the field as it was', () => {
    fc.assert(
      fc.property(text, (kept) => {
        expect(keep(show(kept), kept)).toBe(kept);
      }),
    );
  });
  it('shows no braces', () => {
    fc.assert(
      fc.property(text, (kept) => {
        expect(show(kept)).not.toMatch(/\{\{|\}\}/);
      }),
    );
  });
  it('stays the same marks when something is typed behind it', () => {
    fc.assert(
      fc.property(text, words, (kept, typed) => {
        const after = keep(`${show(kept)}${typed}`, kept);
        expect(after).toBe(`${kept}${typed}`);
      }),
    );
  });
});

it('reads with an answer and without one', () => {
  expect(sampleOf('{{name|您}}好，{{total}}分', form)).toEqual({
    answered: '【第6题的回答】好，【“合计”的回答】分',
    unanswered: '您好，……分',
  });
});
