// The patterns that an answer may be held to, as XLSForms write them: each with the way that we write it first, in
// characters that every engine of regular expressions knows. No other pattern is taken over.
import type { PatternName } from '../../../../schema/logic/shapes.ts';

const writings: Readonly<Record<PatternName, readonly string[]>> = {
  digits: ['^[0-9]+$', '^\\d+$', '[0-9]+', '\\d+', '^[0-9]*$', '^\\d*$'],
  letters: ['^[A-Za-z]+$', '^[a-zA-Z]+$', '[A-Za-z]+', '[a-zA-Z]+'],
  'letters-digits': ['^[A-Za-z0-9]+$', '^[a-zA-Z0-9]+$', '^[0-9A-Za-z]+$', '^[0-9a-zA-Z]+$'],
  chinese: [
    '^[一-龥]+$',
    '^[\\u4e00-\\u9fa5]+$',
    '^[\\u4E00-\\u9FA5]+$',
    '^\\p{Script=Han}+$',
    '^\\p{IsHan}+$',
  ],
  postcode: ['^[0-9]{6}$', '^\\d{6}$', '[0-9]{6}', '\\d{6}'],
  room: ['^[0-9A-Za-z一二三四五六七八九十单元号楼栋室层#－—-]+$'],
  'credit-code': ['^[0-9A-HJ-NPQRTUWXY]{18}$'],
};
const byWriting = new Map(
  Object.entries(writings).flatMap(([name, list]) => list.map((writing) => [writing, name])),
);
const isPattern = (name: string): name is PatternName => Object.hasOwn(writings, name);

export const writtenPattern = (name: PatternName): string => writings[name][0] ?? '';
export function patternOf(writing: string): PatternName | undefined {
  const name = byWriting.get(writing.trim());
  return name !== undefined && isPattern(name) ? name : undefined;
}
