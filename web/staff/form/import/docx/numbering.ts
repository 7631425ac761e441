// Automatic numbers of a document (ECMA-376 part 1, 17.9): what Word shows before a paragraph stands nowhere in its text
// and is counted here, by list and level, with restarts and overrides.
import { childOf, childrenOf, isOn, settingOf, type XmlElement } from '../xml.ts';
import { circled, numeral } from './numerals.ts';

interface Level {
  format: string;
  /** `第%1题`: %n stands for the number of level n */
  text: string;
  start: number;
  /** restarts after this level (counted from 1) and those above it; 0 never, undefined after any above */
  restart: number | undefined;
  /** all numbers of its text in digits */
  legal: boolean;
  /** id of the paragraph style that brings the level along */
  style: string | undefined;
}
interface Num {
  abstract: string;
  levels: ReadonlyMap<number, Level>;
  /** levels that start anew with the first paragraph of this list, and at which number */
  starts: ReadonlyMap<number, number>;
}

/** What stands before the paragraph. A bullet is a box to tick: in a questionnaire it marks an option. */
type Mark = { bullet: true } | { bullet: false; text: string };

const number = (text: string | undefined, otherwise: number) => {
  const parsed = Number(text);
  return text !== undefined && Number.isInteger(parsed) ? parsed : otherwise;
};

const levelOf = (element: XmlElement): Level => {
  const restart = settingOf(element, 'w:lvlRestart');
  return {
    format: settingOf(element, 'w:numFmt') ?? 'decimal',
    text: settingOf(element, 'w:lvlText') ?? '',
    start: number(settingOf(element, 'w:start'), 0),
    restart: restart === undefined ? undefined : number(restart, 0),
    legal: isOn(element, 'w:isLgl'),
    style: settingOf(element, 'w:pStyle'),
  };
};
const levelsOf = (element: XmlElement | undefined) =>
  new Map(childrenOf(element, 'w:lvl').map((level) => [number(level.attributes.ilvl, 0), levelOf(level)]));

/** Numbers of their own under numbers: options under a question, which 1. or 1) would turn into questions. */
const isBelowDigits = ({ levels }: Num, at: number) =>
  [at, at - 1].every((one) => levels.get(one)?.format.startsWith('decimal')) &&
  levels.get(at)?.text.match(/%\d/g)?.length === 1;

export class Numbering {
  #nums = new Map<string, Num>();
  #counts = new Map<string, (number | undefined)[]>();
  #begun = new Set<string>();

  constructor(part: XmlElement | undefined) {
    const abstracts = new Map(
      childrenOf(part, 'w:abstractNum').map((one) => [one.attributes.abstractNumId ?? '', one]),
    );
    const byStyle = new Map([...abstracts].map(([id, one]) => [settingOf(one, 'w:styleLink') ?? '', id]));
    for (const num of childrenOf(part, 'w:num')) {
      let abstract = settingOf(num, 'w:abstractNumId') ?? '';
      // A list may borrow its levels from a list style.
      abstract = byStyle.get(settingOf(abstracts.get(abstract), 'w:numStyleLink') ?? '-') ?? abstract;
      const levels = levelsOf(abstracts.get(abstract));
      const starts = new Map<number, number>();
      for (const override of childrenOf(num, 'w:lvlOverride')) {
        const at = number(override.attributes.ilvl, 0);
        const own = childOf(override, 'w:lvl');
        if (own) levels.set(at, levelOf(own));
        const start = settingOf(override, 'w:startOverride');
        if (start !== undefined) starts.set(at, number(start, 1));
        else if (own) starts.set(at, levelOf(own).start);
      }
      this.#nums.set(num.attributes.numId ?? '', { abstract, levels, starts });
    }
  }

  /** The level that a paragraph style brings along. */
  levelOfStyle(list: string, style: string): number | undefined {
    return [...(this.#nums.get(list)?.levels ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  /** Counts one paragraph of this list and level; undefined when there is no such list. */
  next(list: string, at: number): Mark | undefined {
    const num = this.#nums.get(list);
    const level = num?.levels.get(at);
    if (!num || !level) return undefined;
    if (level.format === 'bullet') return { bullet: true };
    const counts = this.#count(list, num, at);
    if (isBelowDigits(num, at)) return { bullet: false, text: circled(counts[at] ?? 1) };
    const shown = level.text.replace(/%([1-9])/g, (_, place: string) => {
      const index = Number(place) - 1;
      const other = num.levels.get(index);
      const count = counts[index] ?? other?.start ?? 1;
      return numeral(count, level.legal ? 'decimal' : (other?.format ?? 'decimal'));
    });
    return { bullet: false, text: shown };
  }

  #count(list: string, num: Num, at: number): (number | undefined)[] {
    const counts = this.#counts.get(num.abstract) ?? [];
    this.#counts.set(num.abstract, counts);
    const begun = `${list} ${at}`;
    const start = this.#begun.has(begun) ? undefined : num.starts.get(at);
    this.#begun.add(begun);
    const before = counts[at];
    counts[at] = start ?? (before === undefined ? (num.levels.get(at)?.start ?? 1) : before + 1);
    for (const [below, { restart }] of num.levels)
      if (below > at && (restart === undefined || (restart > 0 && at < restart))) counts[below] = undefined;
    return counts;
  }
}

/** The mark as the text of a questionnaire has it: `1. `, `一、`, `A. `; a bare number gets a point. */
export function markText(mark: Mark | undefined): string {
  if (!mark) return '';
  if (mark.bullet) return '□ ';
  const text = mark.text.trim();
  if (text === '') return '';
  if (/[0-9A-Za-z]$/.test(text)) return /^[0-9A-Za-z]+$/.test(text) ? `${text}. ` : `${text} `;
  if (/^[一二三四五六七八九十百零]+$/.test(text)) return `${text}、`;
  return /[!-~]$/.test(text) ? `${text} ` : text;
}
