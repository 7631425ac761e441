// What a press makes of a line that was taken for what it is not.
import { describe, expect, test } from 'vitest';
import { edited } from '../../schema/form/text/convert.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { type Recasting, recast, recastingsOf } from '../../schema/form/text/recast.ts';
import { sketch } from './text-brief.ts';

/** The text after the press on the line that says this. */
function made(text: string, words: string, as: Recasting): string | undefined {
  const reading = readText(text);
  const line = text.split('\n').findIndex((one) => one.includes(words)) + 1;
  expect(recastingsOf(text, reading, line)).toContain(as);
  const edit = recast(text, reading, line, as);
  return edit && edited(text, edit);
}
const read = (text: string | undefined) => sketch(readText(text ?? '')).split('\n');

const text =
  '停车调查\n请每户填一份\n1. 您家有车吗\n有\n没有\n停车服务\n2. 您的建议\n尽量写具体\n3. 您的电话\n';

describe('a line of a paper', () => {
  test('that was an option becomes a hint, a heading, a question, and is taken out', () => {
    expect(read(made(text, '停车服务', 'hint'))).toContain('single* 您家有车吗 ‹停车服务› — 有 · 没有');
    expect(made(text, '停车服务', 'hint')).toBe(text.replace('停车服务', '提示：停车服务'));
    expect(read(made(text, '停车服务', 'heading'))).toEqual(
      expect.arrayContaining(['single* 您家有车吗 — 有 · 没有', 'note 停车服务']),
    );
    expect(read(made(text, '停车服务', 'question'))).toContain('text 停车服务');
    expect(made(text, '停车服务', 'away')).toBe(text.replace('停车服务\n', ''));
  });

  test('that was a hint becomes a question, an option, and words at the end', () => {
    expect(read(made(text, '尽量写具体', 'question'))).toEqual(
      expect.arrayContaining(['long-text 您的建议', 'text 尽量写具体']),
    );
    const thanked = made(text, '尽量写具体', 'thanks');
    expect(read(thanked)).toEqual(
      expect.arrayContaining(['long-text 您的建议', 'phone* 您的电话', 'thanks: 尽量写具体']),
    );
    expect(thanked).toBe(text.replace('尽量写具体', '结束语：尽量写具体'));
  });

  test('that was a question becomes a hint of the one above, a heading, and a question again', () => {
    const hinted = made(text, '您的电话', 'hint');
    expect(read(hinted)).toContain('long-text 您的建议 ‹您的电话⏎尽量写具体›');
    expect(read(made(text, '您的建议', 'heading'))).not.toContain('long-text 您的建议');
    expect(read(made(hinted ?? '', '您的电话', 'question'))).toContain('phone* 您的电话');
  });

  test('that was an introduction becomes a question', () => {
    expect(read(made(text, '请每户', 'question'))).toContain('text 请每户填一份');
  });

  test('that asked among options takes the options below it along', () => {
    const asked = '1. 您是业主吗\n是\n否\n停车服务\n满意\n不满意\n2. 您的电话';
    expect(read(made(asked, '停车服务', 'question'))).toEqual([
      'single* 您是业主吗 — 是 · 否',
      'single* 停车服务 — 满意 · 不满意',
      'phone* 您的电话',
    ]);
  });

  test('stays where it would take others along, or leave them behind', () => {
    // Its answers would be those of the question above.
    expect(made(text, '您家有车吗', 'hint')).toBeUndefined();
    const options = '1. 您满意吗\n满意\n不满意\n2. 您的电话';
    // One answer alone is no list.
    expect(made(options, '不满意', 'hint')).toBeUndefined();
    expect(made(options, '不满意', 'heading')).toBeUndefined();
    // The second question would depend on an option that is no longer there.
    const depends = '1. 您家有车吗\n停车服务\n有\n没有\n2. 停在哪里\n依赖于第1题第3个选项';
    expect(made(depends, '停车服务', 'hint')).toBeUndefined();
  });
});

test('nothing else is made of lines with several things on them, of blank ones, and of those without a place', () => {
  const several =
    '1. 性别 A.男 B.女\n2. 年龄\nA. 老 B. 少\n\n3. 电话[录像题]\n=== 分页 ===\n姓名：____ 地址：____';
  const reading = readText(several);
  for (const line of [1, 3, 4, 5, 6, 7]) expect(recastingsOf(several, reading, line)).toEqual([]);
  expect(recastingsOf(several, reading, 2)).not.toContain('question');
});
