// What a paragraph style brings along of lists (ECMA-376 part 1, 17.7): its own numbering, or that of the style it is
// based on.
import { childOf, childrenOf, settingOf, type XmlElement } from '../xml.ts';

interface ListOf {
  list: string;
  /** undefined: the level that the list gives to the style */
  level: number | undefined;
}

export interface Styles {
  /** the numbering of a paragraph with these properties; undefined when it has none */
  listOf(properties: XmlElement | undefined): (ListOf & { style: string | undefined }) | undefined;
}

const numbersOf = (properties: XmlElement | undefined) => {
  const numbering = childOf(properties, 'w:numPr');
  const level = settingOf(numbering, 'w:ilvl');
  return { list: settingOf(numbering, 'w:numId'), level: level === undefined ? undefined : Number(level) };
};

export function stylesOf(part: XmlElement | undefined): Styles {
  const styles = new Map<
    string,
    { list: string | undefined; level: number | undefined; base: string | undefined }
  >();
  let usual: string | undefined;
  for (const style of childrenOf(part, 'w:style')) {
    const id = style.attributes.styleId ?? '';
    if (style.attributes.type === 'paragraph' && ['1', 'true'].includes(style.attributes.default ?? ''))
      usual = id;
    styles.set(id, { ...numbersOf(childOf(style, 'w:pPr')), base: settingOf(style, 'w:basedOn') });
  }
  const inherited = (from: string | undefined) => {
    const seen = new Set<string>();
    for (let id = from; id !== undefined && !seen.has(id); id = styles.get(id)?.base) {
      seen.add(id);
      const style = styles.get(id);
      if (style?.list !== undefined) return { list: style.list, level: style.level, style: id };
    }
    return undefined;
  };
  return {
    listOf(properties) {
      const own = numbersOf(properties);
      const style = inherited(settingOf(properties, 'w:pStyle') ?? usual);
      const list = own.list ?? style?.list;
      // List 0 takes the numbering of the style away.
      if (list === undefined || list === '0') return undefined;
      return {
        list,
        level: own.level ?? (own.list === undefined ? style?.level : undefined),
        style: style?.style,
      };
    },
  };
}
