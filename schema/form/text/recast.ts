// A line that was taken for what it is not, made what its reader says that it is: the smallest change to the text after
// which the reader of texts agrees, its words are gone from where they were, and everything else is read as before.

import { fieldOf } from '../../fields/registry.ts';
import type { Definition, Question } from '../definition.ts';
import type { Fate, TextReading } from '../reading.ts';
import { optionsBeside } from './beside.ts';
import { thanksLine } from './closing.ts';
import {
  added,
  edited,
  isOne,
  labelsIn,
  lastOfQuestion,
  type TextEdit,
  without,
  writings,
} from './convert.ts';
import { lineSpan } from './line-span.ts';
import { type Line, linesOf, type Piece, part } from './lines.ts';
import { numberOf } from './numbers.ts';
import { cutByMarks, optionMarkOf } from './option-marks.ts';
import { readText } from './read-text.ts';

/** `away`: it is not wanted. */
export const recastings = ['question', 'option', 'hint', 'heading', 'thanks', 'away'] as const;
export type Recasting = (typeof recastings)[number];

/** Where the words of a form stand, by what a line of them is. */
const kinds = ['title', 'intro', 'question', 'option', 'hint', 'heading', 'thanks'] as const;
type Kind = (typeof kinds)[number];

const kindOf: Readonly<Partial<Record<Fate, Kind | 'setting'>>> = {
  title: 'title',
  intro: 'intro',
  question: 'question',
  option: 'option',
  hint: 'hint',
  setting: 'setting',
  note: 'heading',
  thanks: 'thanks',
};

const lineAt = (text: string, line: number): Line | undefined => {
  const { from, to } = lineSpan(text, line);
  const [only, ...more] = linesOf(text.slice(from, to));
  return more.length === 0 ? only : undefined;
};

/** What it can be made, which it is not yet; nothing where it is more than one thing, or without a place. */
export function recastingsOf(text: string, { fates, starts }: TextReading, line: number): Recasting[] {
  const kind = kindOf[fates[line - 1]?.fate ?? 'nothing'];
  const whole = lineAt(text, line);
  if (!kind || !whole || starts.filter((start) => start === line).length > 1) return [];
  const words = wordsOf(whole, kind);
  const several = kind === 'question' ? optionsBeside(words) : cutByMarks(whole);
  return words.raw === '' || several ? [] : recastings.filter((as) => as !== kind);
}

/** Without what said what it was. */
function wordsOf(line: Piece, kind: Kind | 'setting'): Piece {
  const number = numberOf(line)?.length ?? 0;
  if (kind === 'question') return part(line, number);
  if (kind === 'option') return part(line, optionMarkOf(line)?.length ?? number);
  if (kind === 'thanks') return part(line, thanksLine.exec(line.plain)?.[0].length ?? 0);
  return kind === 'hint' ? part(line, /^提示\s?:\s?/.exec(line.plain)?.[0].length ?? 0) : line;
}

/** Undefined where no way of writing it is understood. */
export function recast(text: string, reading: TextReading, line: number, as: Recasting): Recast | undefined {
  const kind = kindOf[reading.fates[line - 1]?.fate ?? 'nothing'];
  const whole = lineAt(text, line);
  if (!kind || !whole) return undefined;
  const words = wordsOf(whole, kind).raw;
  const from = { reading, kind, owner: ownerOf(reading, line) };
  return waysOf(text, reading, line, words, as).find((one) => {
    const next = readText(edited(text, one));
    if (as !== 'away' && kindOf[next.fates[one.at - 1]?.fate ?? 'nothing'] !== as) return false;
    return isMoved(from, { reading: next, kind: as, owner: ownerOf(next, one.at) }, words);
  });
}

export interface Recast extends TextEdit {
  /** line on which the words stand then */
  at: number;
}

const linesIn = (text: string) => text.split(/\r\n?|\n/).length;

/** Where it stands, and then where such words belong. */
function waysOf(text: string, { fates }: TextReading, line: number, words: string, as: Recasting): Recast[] {
  const span = lineSpan(text, line);
  if (as === 'away') return [{ ...without(text, span), at: line }];
  const above = linesOf(text.slice(0, span.from)).filter(({ blank }) => !blank);
  const written = as === 'heading' || as === 'thanks' ? own[as](words) : writings[as](words, above);
  const here = written.map((insert): Recast => ({ ...span, insert, at: line }));
  if (as === 'question' || as === 'heading')
    return [...here, ...here.map((way) => ({ ...way, insert: `\n${way.insert}`, at: line + 1 }))];
  if (as === 'thanks') {
    const below = text.slice(span.to).trim();
    const ahead = below === '' ? '' : `${below}\n`;
    const at = line + (below === '' ? 0 : linesIn(below));
    return [
      ...here,
      ...written.map((one) => ({ from: span.from, to: text.length, insert: ahead + one, at })),
    ];
  }
  // What stands apart from its question goes up to it.
  const last = lastOfQuestion(fates, line);
  if (last === undefined || last === line - 1) return here;
  const { to } = lineSpan(text, last);
  const between = text.slice(to, span.from).replace(/(?:\r\n?|\n)$/, '');
  return [
    ...here,
    ...written.map((one) => ({ from: to, to: span.to, insert: `\n${one}${between}`, at: last + 1 })),
  ];
}

const own: Readonly<Record<'heading' | 'thanks', (words: string) => string[]>> = {
  heading: (words) => [words, `—— ${words} ——`, `【${words}】`, `${words}[段落说明]`, `[段落说明]\\${words}`],
  thanks: (words) => [`结束语：${words}`, `结束语：\\${words}`],
};

const ownerOf = ({ fates, definition }: TextReading, line: number): Question | undefined =>
  definition.questions[fates[line - 1]?.question ?? -1];

const linesOfWords = (words: string | undefined) => (words === undefined ? [] : words.split('\n'));

function wordsBy({ title, intro, thanks, questions }: Definition): Record<Kind, string[]> {
  const [asked, told] = [true, false].map((asks) => questions.filter((one) => fieldOf(one).asks === asks));
  return {
    title: [title],
    intro: linesOfWords(intro),
    question: (asked ?? []).map((one) => one.title),
    option: (asked ?? []).flatMap(labelsIn),
    hint: (asked ?? []).flatMap(({ hint }) => linesOfWords(hint)),
    heading: (told ?? []).flatMap((one) => [one.title, ...linesOfWords(one.hint)]),
    thanks: linesOfWords(thanks),
  };
}

/** All of a question; ids are places, and change with what stands above. */
const settingsOf = (question: Question) => JSON.stringify(question).replace(/"q\d+"/g, '"q"');

interface Side {
  reading: TextReading;
  kind: Kind | 'setting' | 'away';
  /** the question that the line belongs to */
  owner: Question | undefined;
}

/** Whether these words, and no others, are no longer of the one kind, and are of the other. */
function isMoved(before: Side, next: Side, words: string): boolean {
  const [old, now] = [wordsBy(before.reading.definition), wordsBy(next.reading.definition)];
  const isRight = kinds.every((kind) => {
    if (kind === before.kind) return isOne(added(now[kind], old[kind]), words);
    const more = added(old[kind], now[kind]);
    return kind === next.kind ? isOne(more, words) : more?.length === 0;
  });
  // Answers of a question that is none any more would be those of the one above it.
  const { owner } = before;
  if (!isRight || (before.kind === 'question' && owner && labelsIn(owner).length > 0)) return false;
  const titles = [before.owner?.title, next.owner?.title];
  const others = ({ reading: { definition, unplaced } }: Side) => [
    ...definition.questions.filter((one) => !titles.includes(one.title)).map(settingsOf),
    ...unplaced.map(({ text }) => text),
  ];
  return JSON.stringify(others(before)) === JSON.stringify(others(next));
}
