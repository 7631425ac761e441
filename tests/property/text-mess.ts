// Texts as nobody writes them: real questionnaires cut, shuffled, joined and spoilt. And what of a line has to be found
// again once it was read.
import fc from 'fast-check';
import { fields } from '../../schema/fields/registry.ts';
import { groups } from '../unit/text-fragments/groups.ts';

export const texts = Object.values(groups).flatMap((fragments) => fragments.map(({ text }) => text.trim()));
const lines = texts.flatMap((text) => text.split('\n'));

const noise = [
  '\0',
  '\u0007',
  '\ud83d',
  '\udc00',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\v',
  '\f',
  '\t',
  '\u3000',
  '\\',
  '****',
  '[',
  '】',
  '（',
  '_____',
  '👨‍👩‍👧',
  '\ue000',
  '\u1680',
  '{',
  '}',
  '|',
  '~',
  '：',
  '1.',
  'A.',
  '□',
  '①',
  ' ',
];

const anyLine = fc.constantFrom(...lines);
const spoilt = fc
  .record({
    line: anyLine,
    noise: fc.constantFrom(...noise),
    at: fc.nat({ max: 40 }),
    times: fc.nat({ max: 30 }),
  })
  .map(({ line, noise: sign, at, times }) => line.slice(0, at) + sign.repeat(times) + line.slice(at));
const joined = fc.tuple(anyLine, anyLine).map(([a, b]) => a + b);
const piece = fc
  .record({
    text: fc.constantFrom(...texts),
    from: fc.nat({ max: 40 }),
    count: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ text, from, count }) =>
    text
      .split('\n')
      .slice(from, from + count)
      .join('\n'),
  );
const huge = fc
  .record({ line: anyLine, times: fc.integer({ min: 50, max: 400 }) })
  .map(({ line, times }) => line.repeat(times));

export const mess = fc
  .record({
    parts: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: anyLine },
        { weight: 5, arbitrary: piece },
        { weight: 2, arbitrary: spoilt },
        { weight: 1, arbitrary: joined },
        { weight: 1, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom(...texts) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      ),
      { minLength: 1, maxLength: 25 },
    ),
    huge: fc.option(huge, { freq: 40 }),
    end: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  })
  .map(({ parts, huge: long, end }) => [...parts, ...(long ? [long] : [])].join(end).replaceAll('\n', end));

/** Words that add nothing to the name of a type. */
const idle = '(?:输入框|框组|框|组件|控件|题型|题)';
const labels = Object.values(fields)
  .flatMap((field) => field.labels.map((label) => label.replace(new RegExp(`(?<=.)${idle}$`), '')))
  .filter((label) => label.length > 1)
  .sort((a, b) => b.length - a.length);

/** What a reader turns into settings, so that it need not stand anywhere as words. */
const others = [
  '考试|测试|测评|(?:必填|必答|必选|必做)题?|选填|可选|可多选|正确答案|答案解析|答案|解析|提示|欢迎语|问卷标题|问卷|标题|卷首语|结束语|感谢语|结尾语',
  '题目|问题\\d|选项\\d?|题型|是否必填|[行列]\\s*[:：]|分页符?|第.{1,3}[页题]|(?:最多|最少|至少|不超过|限选?)\\S{0,6}',
  '满分|每?题?[\\d.]+分(?:以上)?|(?:每次)?扣|逐人表态|应选\\d人|选出前三|\\d+字以内|选?\\d-\\d项|限\\d+人|不超过\\d+字|照片',
  '不了解|不清楚|说不清|勾选|简介|[年月日]|对|错|是|否|[一二三四五六七八九十]+[、.]|依赖于|个选项',
];
const settings = new RegExp(others.join('|'), 'gi');
/** The same in brackets, where types are named. */
const bracketed = new RegExp([`(?:${labels.join('|')})${idle}?`, ...others].join('|'), 'gi');

/** As a reader sees it: without what nobody sees, and with half-width letters and digits. */
const seenIn = (line: string) =>
  line
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[①-⑳❶-❿Ⅰ-Ⅻ]|🔟|\d\ufe0f?\u20e3/gu, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    );

/** What stands between signs. */
export const wordsIn = (text: string): string[] => seenIn(text).split(/[^\p{L}\p{N}]+/u);

/** Short words that a reader turns into settings, wherever they stand. */
const shortSetting =
  /^(?:题型|选项|行|列|答案|解析|提示|标题|分页|分|勾选|数字|文字|必填|选填|[年月日]|是|否|对|错|[一二三四五六七八九十]+)$/;

/**
 * Words of one or two signs, as options and fields have them: each has to be a word again, and no part of one. Words that
 * a bracket parts may become one.
 */
export const shortWords = (line: string): string[] =>
  wordsIn(
    seenIn(line)
      .replace(/[[［【(（][^[［【(（\p{L}\p{N}]{0,60}[\]］】)）]/gu, ' ')
      .replace(/[[［【(（][^[［【(（\]］】)）]{0,60}[\]］】)）](?=[\p{L}\p{N}])/gu, 'x')
      .replace(/[[［【(（][^[［【(（\]］】)）]{0,60}[\]］】)）]/gu, ' '),
  ).filter((word) => /^\d{0,3}[\u4e00-\u9fff]{1,2}$/.test(word) && !shortSetting.test(word));

/** Words of a line that have to be somewhere: pairs of signs, so that a text that was cut in two is found. */
export function traces(line: string): string[] {
  const seen = seenIn(line).replace(/^\s*(?:题目)?(?:题型|类型)\s*[:：]\s*\S+/, ' ');
  // A label is one with a blank in it too, and a blank that nobody sees.
  const whole = seen.replace(/[[［【(（][^[［【(（\]］】)）]{0,60}[\]］】)）]/g, (bracket) => {
    const rest = bracket.replace(/[\s\p{Cc}]/gu, '').replace(bracketed, ' ');
    return /[\p{L}\p{N}]/u.test(rest) ? bracket.replace(bracketed, ' ') : ' ';
  });
  const words = whole.replace(/\s+|[^\p{L}\p{N}]+/gu, ' ').replace(settings, ' ');
  return words.match(/[\u4e00-\u9fff]{3,}|[A-Za-z]{4,}|\d{4,}/g) ?? [];
}
