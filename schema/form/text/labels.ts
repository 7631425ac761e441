// Names of question types as staff and other products write them: those of the field registry, with and without the words
// that add nothing (单选题, 单选框, 单选框组; 考试单选题).
import { type FieldType, fields, fieldTypes } from '../../fields/registry.ts';
import { plainOf } from './lines.ts';

const tidy = (word: string) => plainOf(word).replace(/\s/g, '').toLowerCase();
const bare = (word: string) =>
  tidy(word)
    .replace(/^(?:考试|测试|测评)(?=.)/, '')
    .replace(/(?<=.)(?:输入框|框组|框|组件|控件|题型|题)$/, '');

let built: { exact: Map<string, FieldType>; bare: Map<string, FieldType> } | undefined;
function words() {
  if (built) return built;
  built = { exact: new Map(), bare: new Map() };
  for (const type of fieldTypes)
    for (const label of fields[type].labels) {
      built.exact.set(tidy(label), type);
      // Where two types share a bare word, the one that people look for first has it.
      if (!built.bare.has(bare(label))) built.bare.set(bare(label), type);
    }
  return built;
}

const longest = 16;

/** The type that a word names, as it stands in square brackets. */
export function typeOf(word: string): FieldType | undefined {
  if (word.length > longest) return undefined;
  const { exact, bare: short } = words();
  return exact.get(tidy(word)) ?? short.get(bare(word));
}

/**
 * The same in round brackets, where words of the title stand too: 联系方式（电话） names no type. A bare noun is one only
 * with 题 after it, or when it can mean nothing else.
 */
export const typeInRound = (word: string) =>
  /题|单选|多选|单项|多项|单行|多行|填空|量表|矩阵|下拉|NPS/i.test(word) ? typeOf(word) : undefined;

/** Whether two words name one type, so that the second says nothing new. */
export const sameType = (word: string, other: string | undefined) =>
  other !== undefined && typeOf(word) === typeOf(other);

/** The name that is written out. */
export const labelOf = (type: FieldType) => fields[type].labels[0] ?? type;

/** Points that count the other way round: 反向量表题. */
export const isReversed = (word: string) => word.includes('反向');
