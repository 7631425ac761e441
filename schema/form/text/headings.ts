// Lines that head a part of a questionnaire: 一、基本信息, 第二部分, 【个人情况】, —— 家庭情况 ——; and what a heading says of
// the questions under it (一、单选题（每题2分）).
import type { FieldType } from '../../fields/registry.ts';
import { typeInRound } from './labels.ts';
import { type Line, part } from './lines.ts';
import { numberOf } from './numbers.ts';

const longest = 80;
const strong =
  /^(?:第\s?[一二三四五六七八九十\d]{1,3}\s?(?:部分|章|节|单元|模块|板块|篇|大题)|(?:part|section)\s?[\dA-Z]{1,2}\b|(?:您的|您家的?|居民|业主)?(?:基本|个人|背景|家庭|住户|受访者|填表人|填写人|被访者){1,2}(?:信息|情况|资料)(?:部分)?\s*:?$)/i;

/** Whatever else the text has, this line is a heading. */
export const isHeading = ({ plain, raw, framed }: Line) =>
  raw.length <= longest &&
  (framed === true ||
    strong.test(plain) ||
    (/^\[[^[\]]{2,20}\]:?$/.test(plain) && !/题|选填|必填/.test(plain)));

/** 【停车问卷】 as the first line is what the whole is called. */
const whole = /调查|问卷|表$|测评|评议|征集|登记|报名|通知|接龙|投票|票$/;
export const headsAll = (line: Line) => isHeading(line) && !strong.test(line.plain) && whole.test(line.plain);

export interface Part {
  type?: FieldType;
  /** points of each question */
  each?: number;
}

/** What holds for the questions of a part. */
export function partOf(heading: Line): Part {
  const words = part(heading, numberOf(heading)?.length ?? 0).plain;
  const named = typeInRound(/^[^\s([:,，。]{2,10}/.exec(words)?.[0] ?? '');
  const each = /每(?:小)?题\s?(\d{1,2}(?:\.\d)?)\s?分/.exec(words.slice(0, longest))?.[1];
  return { ...(named && { type: named }), ...(each !== undefined && { each: Number(each) }) };
}
