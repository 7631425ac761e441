// Lines into blocks: what stands before the questions, headings, page breaks, a question with the lines under it, and
// prose. Two modes of one reader: where numbers or labels begin the questions they rule (问卷星's compact mode), else blank
// lines do (its strict mode).
import type { FieldType } from '../../fields/registry.ts';
import { isInBrackets } from './brackets.ts';
import { closed, thanksLine } from './closing.ts';
import { examLineOf } from './exam.ts';
import { isLabelled } from './head.ts';
import { isAnnex } from './header.ts';
import { headsAll, isHeading } from './headings.ts';
import { typeOf } from './labels.ts';
import { type Line, linesOf, notSaidLine, part } from './lines.ts';
import { listsApart } from './lists.ts';
import { markedSpans } from './marks.ts';
import { numberingOf } from './numbering.ts';
import { numberOf } from './numbers.ts';
import {
  bearsList,
  doubleSpaced,
  fieldsIn,
  headsList,
  isField,
  isGapped,
  isKeyed,
  opensForm,
  opensQuestion,
  saysToTick,
} from './openings.ts';
import { isAnswer, isFirstAnswer, type OptionStyle, optionMarkOf } from './option-marks.ts';
import { isBlank } from './options.ts';
import { logicLine } from './routes.ts';
import { isSending } from './sends.ts';
import { cornerOf, headsBlanks, headsTicks, isTickedRow } from './tabbed.ts';
import { cellsOf, opensSide } from './tables.ts';
import { textTypeOf } from './types/registry.ts';
import { hintLine } from './under.ts';

export interface Block {
  kind: 'question' | 'heading' | 'page' | 'prose' | 'thanks';
  head: Line;
  body: Line[];
  /** its lines are those of a table on paper; and the type that this makes it */
  table?: true;
  type?: FieldType;
  /** the newest number of each kind of option mark, and whether every line of the newest list has one */
  last: Map<OptionStyle, number>;
  marked: boolean;
}

const blockOf = (kind: Block['kind'], head: Line): Block => ({
  kind,
  head,
  body: [],
  last: new Map(),
  marked: true,
});

/** Whether it names a type that is nothing without a list, and has none yet. */
function listMissing({ head, body }: Block): boolean {
  if (body.length > 0) return false;
  const marks = markedSpans(head).flatMap((span) => span.marks);
  const type = marks.flatMap(({ key, value }) => (key === 'type' ? (typeOf(value) ?? []) : []))[0];
  return type !== undefined && textTypeOf(type).listed === true;
}

/** Options that go on after a blank line: B after A, or one more box. */
function goesOn({ body, last }: Block, line: Line): boolean {
  const mark = optionMarkOf(line);
  if (!mark || mark.style === 'loose') return false;
  const before = last.get(mark.style);
  if (mark.style === 'letter' || mark.style === 'circle') return mark.n === (before ?? 0) + 1;
  return before !== undefined || body.length === 0;
}

function put(block: Block, line: Line, next: Line | undefined): void {
  const mark = optionMarkOf(line);
  block.body.push(line);
  if (isTickedRow(line)) block.table = true;
  if (mark) block.last.set(mark.style, mark.n);
  else
    block.marked =
      isTickedRow(line) || headsList(line, next) || (block.marked && (isAnswer(line) || bearsList(line)));
}

/** The line under the head of a table in Markdown. */
const tableRule = /^\|?(?:\s?:?-{2,}:?\s?\|)+(?:\s?:?-{2,}:?)?$/;

interface Blocks {
  header: Line[];
  blocks: Block[];
  /** what has no place in a form, and what a text says of what it could not say */
  notSaid: Line[];
}

export function blocksOf(text: string): Blocks {
  const all = linesOf(text);
  const end = all.findIndex(({ raw }) => raw === notSaidLine);
  const lines = all
    .slice(0, end < 0 ? all.length : end)
    .filter(({ plain }) => !tableRule.test(plain))
    .flatMap((line) => (line.blank ? [line] : fieldsIn(line)));
  const { heads, parts } = numberingOf(lines);
  const labelled = labelledLines(lines);
  const ruled = heads.size > 0;
  const loose =
    (ruled || labelled.size > 1) && doubleSpaced(lines, (at) => heads.has(at) || labelled.has(at));
  const header: Line[] = [];
  const blocks: Block[] = [];
  const notSaid: Line[] = [];
  let current: Block | undefined;
  let gap = false;
  const open = (kind: Block['kind'], head: Line) => {
    current = blockOf(kind, head);
    blocks.push(current);
  };
  lines.forEach((line, at) => {
    if (line.blank) {
      gap = true;
      return;
    }
    const next = lines[at + 1];
    const apart = gap && !loose;
    gap = false;
    const number = numberOf(line);
    const headed = number !== undefined && parts.has(number.style);
    if (line.page !== undefined) {
      open('page', line);
      current = undefined;
    } else if (thanksLine.test(line.plain)) open('thanks', line);
    else if (heads.has(at) || labelled.has(at)) open('question', line);
    else if (blocks.length + header.length === 0 && headsAll(line)) header.push(line);
    else if (isHeading(line) || (headed && line.raw.length <= 80)) open(headKind(line, next), line);
    else if (blocks.length + header.length === 0 && isAnnex(line)) header.push(line);
    else if ((isField(line) || isKeyed(line) || (!ruled && isGapped(line))) && fieldFits(current, ruled))
      open('question', line);
    else if (headsTicks(line, next) || (headsBlanks(line, next) && (current || !ruled))) {
      if (!current || !awaits(current, apart)) {
        current = tableBlock(line, captionAbove(current, lines[at - 1]), notSaid);
        blocks.push(current);
      } else current.body.push(line);
      current.table = true;
      if (headsBlanks(line, next)) current.type = 'rows';
    } else if (!ruled && bearsList(line) && listFits(current)) open('question', line);
    else if (!current && blocks.length === 0) {
      if (!ruled && opensForm(line, lines, at, labelled.size > 0, header.length)) open('question', line);
      else header.push(line);
    } else if (!current) open(opensQuestion(line, lines, at, ruled) ? 'question' : 'prose', line);
    else if (!apart && !endsBefore(current, line, ruled)) put(current, line, next);
    else if (current.kind === 'question' && belongs(current, line)) put(current, line, next);
    else if (opensQuestion(line, lines, at, ruled)) open('question', line);
    else if (current.kind === 'heading') put(current, line, next);
    else open('prose', line);
  });
  const { blocks: asked, thanks, told } = closed(blocks);
  return {
    header,
    blocks: [
      ...asked.flatMap((block) => listsApart(block, ruled)),
      ...thanks.map((line) => blockOf('thanks', line)),
    ],
    notSaid: [...notSaid, ...told, ...(end < 0 ? [] : all.slice(end + 1))],
  };
}

/** A part of the form, unless its answers stand below it: 一、您的性别. */
const headKind = (line: Line, next: Line | undefined) =>
  next && isFirstAnswer(next) && !isHeading(line) ? 'question' : 'heading';

/** Whether a table that begins here is what the question asks for: nothing but words to read stands between. */
const awaits = ({ kind, head, body, table }: Block, apart: boolean) =>
  kind === 'question' && (isLabelled(head) || (!apart && !table && !bearsList(head) && body.every(isAside)));
const isAside = (line: Line) => isInBrackets(line) || hintLine.test(line.plain) || saysToTick(line);

/** The line right above a table, which is none of the lines that it stands under. */
function captionAbove(current: Block | undefined, above: Line | undefined): Line | undefined {
  const last = current?.body.at(-1);
  const fits = last && last === above && last.raw.length <= 60 && !isAnswer(last) && !isTickedRow(last);
  return fits && !optionMarkOf(last) && !isAside(last) && !isBlank(last) ? current?.body.pop() : undefined;
}

/** A table of a paper form, under its caption or under the words over its rows. */
function tableBlock(line: Line, caption: Line | undefined, told: Line[]): Block {
  const corner = caption ? undefined : cornerOf(line, cellsOf(line));
  const head = caption ?? { ...line, ...(corner?.words.at(-1) ?? part(line, line.raw.length)) };
  told.push(...(corner?.words.slice(0, -1) ?? []).map((words): Line => ({ ...line, ...words })));
  return { ...blockOf('question', head), body: [{ ...line, ...corner?.rest }] };
}

/** A field is one after a heading, after another field, and in a text without numbers anywhere but among options. */
function fieldFits(current: Block | undefined, ruled: boolean): boolean {
  if (!current) return !ruled;
  if (current.kind !== 'question') return current.kind !== 'thanks';
  if (current.table) return true;
  return current.marked && (!ruled || isField(current.head));
}

/** Answers beside words are a question after a heading or another such line, and else a row of a table. */
const listFits = (current: Block | undefined) =>
  current?.kind === 'question' ? bearsList(current.head) : current !== undefined && current.kind !== 'thanks';

/** Lines that a label makes questions of. Where labels stand in front, a word that names no type begins one too. */
function labelledLines(lines: readonly Line[]): Set<number> {
  const found = lines.flatMap((line, at) => (!line.blank && begins(line) ? [at] : []));
  const front = found.filter((at) => lines[at]?.plain.startsWith('['));
  if (front.length < 2) return new Set(found);
  const odd = lines.flatMap(({ plain }, at) => (/^\[[\p{L}\s]{2,10}\]\s?[^\s[(]/u.test(plain) ? [at] : []));
  return new Set([...found, ...odd]);
}

/** A label begins a question, unless the line is an option that only mentions one. */
function begins(line: Line): boolean {
  const mark = optionMarkOf(line);
  return (!mark || mark.style === 'loose') && isLabelled(line);
}

/** What asks is no part of a heading. Without numbers, a question is whole with answers above what asks, or beside it. */
function endsBefore(block: Block, line: Line, ruled: boolean): boolean {
  const { kind, head, body } = block;
  const isAsking = line.plain.endsWith('?') && !optionMarkOf(line);
  if (kind !== 'question' || ruled) return kind === 'heading' && isAsking;
  if (block.table) return !isTickedRow(line);
  const last = body.at(-1);
  if (last) return isAsking && isAnswer(last);
  return (bearsList(head) || isKeyed(head)) && !isAnswer(line) && !isBlank(line) && !isInBrackets(line);
}

const belongs = (block: Block, line: Line) =>
  goesOn(block, line) ||
  examLineOf(line) !== undefined ||
  hintLine.test(line.plain) ||
  logicLine.test(line.plain) ||
  isSending(line) ||
  opensSide(line) ||
  (listMissing(block) && !line.plain.endsWith('?'));
