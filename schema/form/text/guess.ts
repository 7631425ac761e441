// The type of a question that does not say it: by what its title asks for, and by what stands under it.
import type { FieldType } from '../../fields/registry.ts';
import { blanksOf } from './gaps.ts';
import type { Piece } from './lines.ts';
import type { Marks } from './marks.ts';
import { isField } from './openings.ts';
import { boxPlaces, optionMarkOf } from './option-marks.ts';
import { endsOf, pointsOf, rangeOf } from './points.ts';
import { isTickedRow, unnumbered } from './tabbed.ts';
import { cellsOf, opensSide } from './tables.ts';
import { levelOf } from './types/points.ts';

/** Several may be chosen: 选 after 多, 限, 最少, 至少; 哪些. */
const several = /(?:多|限|最少|至少)(?:可以|可)?选|哪些|(?:可|选择)多项/;

const asked: readonly (readonly [FieldType, RegExp])[] = [
  ['phone', /(?:电话|手机|联系方式|手机号|手机号码|联系号码)(?:号码|号)?$/],
  ['id-number', /身份证(?:号|号码)?$/],
  ['plate', /车牌(?:号|号码)?$/],
  ['email', /(?:邮箱|电子邮件|e-?mail)(?:地址)?$/i],
  ['url', /(?:网址|链接地址|网站地址)$/],
  ['name', /^(?!候选|推荐|被推)\S{0,5}姓名$/],
  ['date', /日期$/],
  ['number', /(?:年龄|周岁|人数|户数|人口数|数量|次数|金额|工龄|党龄)$/],
  [
    'number',
    /(?:几口人|几个人|几人|多少人|多少户|多少岁|几岁|多少平方米|多少元|几次|多少次|几年|多少年|几天|多少天)$/,
  ],
  ['signature', /(?:签名|签字)$/],
  ['photo', /(?:照片|拍照)$/],
  ['file', /(?:附件|上传文件)$/],
  [
    'long-text',
    /(?:建议|意见|看法|想法|感受|原因|理由|心得|体会|诉求|留言|期望|期待|简介|情况说明|问题描述|反映(?:的)?问题|存在(?:的)?问题)(?:和建议|与建议)?$/,
  ],
  ['long-text', /(?:是什么|有什么|为什么|什么原因|如何|怎样|怎么样|哪里|说说|谈谈|想说的).{0,20}$/],
];

/** What is asked for in words, by the end of the title. */
function wordsType(title: string): FieldType {
  const bare = title
    .replace(/[?!。.:…\s]{1,20}$/, '')
    .replace(/^(?:请(?:填写|输入|留下|写下|上传|提供)|填写|输入|上传)/, '');
  if (bare.length > 60) return 'long-text';
  return asked.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'text';
}

/** `很满意 满意 一般 不满意` and a thing to judge on each line below. */
function isTable(body: readonly Piece[]): boolean {
  const [head, ...rest] = body;
  if (!head || rest.length < 1) return false;
  if (body.some(opensSide)) return body.filter(opensSide).length > 1;
  const ticked = rest.filter((row) => {
    const [place] = boxPlaces(row);
    return place !== undefined && place > 0 && !optionMarkOf(row);
  });
  const columns = head.raw.length < 200 ? cellsOf(head) : [];
  if (columns.length < 2) return false;
  if (ticked.length === rest.length) return true;
  const judging = columns.filter(({ plain }) => /满意|同意|符合|重要|很好|一般|较差|经常|了解/.test(plain));
  const apart = /\s/.test(head.plain) && rest.every((row) => !/\s/.test(unnumbered(row).plain));
  return columns.length > 2 && rest.length > 1 && apart && judging.length > 1;
}

/** One line, or one and the words of the points. */
function isScale(body: readonly Piece[]): boolean {
  const [first] = body;
  if (!first || body.length > 3 || body.some(isTickedRow)) return false;
  if (rangeOf(first)) return true;
  const { from, to, range } = pointsOf([first]);
  if (range && from !== undefined && to !== undefined && to > from) return true;
  const ends = body.length === 1 ? endsOf(first) : undefined;
  return (
    ends?.low !== undefined && ends.high !== undefined && /满意|同意|愿意|重要|好|差|可能/.test(first.plain)
  );
}

/** Whether more than one answer may be chosen. */
export function takesSeveral({ plain }: Piece, marks: Marks): boolean {
  const one = marks.peek('most') === 1 || marks.peek('quota') === 1 || /单选|只选|选一项/.test(plain);
  const many =
    marks.has('several') || (['most', 'least', 'quota'] as const).some((key) => (marks.peek(key) ?? 0) > 1);
  return !one && (many || several.test(plain));
}

/** 环境整洁（20分）: full marks, and at most words for the levels under it. */
export const isCriterion = (marks: Marks, body: readonly Piece[]) =>
  marks.has('points') && body.every((line) => levelOf(line) !== undefined);

export function guessType(title: Piece, body: readonly Piece[], options: number, marks: Marks): FieldType {
  if (isScale(body))
    return /推荐/.test(title.plain) && rangeOf(body[0] ?? title)?.to === 10 ? 'nps' : 'scale';
  if (isTable(body)) return 'matrix-single';
  if (body.length > 1 && body.every((line) => isField(line) && /[:_]$/.test(line.plain))) return 'gap-fill';
  if (options > 0) return takesSeveral(title, marks) ? 'multi' : 'single';
  return blanksOf(title).length > 0 ? 'gap-fill' : wordsType(title.plain);
}
