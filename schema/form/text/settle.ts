// What a title holds besides its words: options, a range, the bracket for an answer, the line to write on. Each goes where
// it belongs, and the type is settled by what is left.
import { questionTextMax } from '../../fields/field.ts';
import type { FieldType } from '../../fields/registry.ts';
import type { Unplaced } from '../reading.ts';
import { answerSlot, judgedBeside, keyedList, optionsBeside, rangeBeside, strokesBeside } from './beside.ts';
import { endWithin } from './draft.ts';
import { answerBeside, type Exam, verdictInTitle } from './exam.ts';
import { blanksOf } from './gaps.ts';
import { guessType } from './guess.ts';
import { isLiteral, type Piece, part } from './lines.ts';
import { Marks } from './marks.ts';
import { isAnswer, optionMarkOf } from './option-marks.ts';
import { choicesOf, isBlank } from './options.ts';
import { rangeOf } from './points.ts';
import { stripBeside } from './strips.ts';
import { opensSide } from './tables.ts';
import { textTypeOf } from './types/registry.ts';
import { leadLines } from './under.ts';

/** Puts what stands on the line of the title into the body, and words under it that are none of the body into hints. */
export function spreadOut(
  whole: Piece,
  body: Piece[],
  given: FieldType | undefined,
  lose: (lost: Unplaced) => void,
): { title: Piece; hints: Piece[] } {
  let title = whole;
  const listed = given !== undefined && textTypeOf(given).listed === true;
  const choice = given === undefined || listed || given === 'yes-no';
  if (title.raw === '' && body[0] && !optionMarkOf(body[0]) && given && !listed)
    title = body.shift() ?? title;
  const [below] = body;
  const told = below && body.length === 1 && !isAnswer(below) && !isBlank(below) ? [below] : [];
  const pointed = isPointed(given, title);
  const strip = given === undefined || pointed ? stripBeside(title, pointed) : undefined;
  const ranges = body.filter((line) => rangeOf(line));
  if (strip && (told.length > 0 || ranges.length === body.length)) {
    body.splice(0, body.length, strip.strip, ...ranges);
    return { title: strip.title, hints: told.filter((line) => !rangeOf(line)) };
  }
  const beside = choice ? optionsBeside(title) : undefined;
  if (beside && (told.length > 0 || !below || carriesOn(beside.options, below))) {
    title = beside.title;
    body.splice(0, told.length, ...beside.options);
    if (told.length > 0) return { title, hints: told };
  }
  const lead = choice ? leadLines(title, body) : { title, hints: [] };
  title = readable(lead.title, lose);
  const strokes =
    choice && body.length === 0
      ? (strokesBeside(title) ?? keyedList(title) ?? judgedBeside(title))
      : undefined;
  const range = !strokes && body.length === 0 && isPointed(given, title) ? rangeBeside(title) : undefined;
  if (strokes) body.push(strokes.options);
  if (range) body.push(range.range);
  title = (strokes ?? range)?.title ?? title;
  const only = given === undefined && body.length === 1 ? body[0] : undefined;
  if (only && measured.test(only.plain)) {
    body.pop();
    const whole = { raw: `${title.raw} ${only.raw}`, plain: `${title.plain} ${only.plain}` };
    return { title: { ...title, ...whole }, hints: lead.hints };
  }
  if (!only || !isAside(only, body)) return { title, hints: lead.hints };
  body.pop();
  return { title, hints: [...lead.hints, only] };
}

/** A place to write with its unit: `____岁`, `（  ）元` */
const measured = /^(?:_{2,}|\(\s*\))\s?[^\s_\d()]{1,4}$/;

/** Whether the line is the next of these options: C after B, one more box, the blank of the last. */
function carriesOn(options: readonly Piece[], line: Piece): boolean {
  const mark = optionMarkOf(line);
  if (mark?.n === 0) return options.every((option) => optionMarkOf(option)?.style === mark.style);
  return mark ? mark.n === options.length + 1 : isBlank(line);
}

/** So much of a title as is worth reading; no title holds more than a tenth of it. */
function readable(title: Piece, lose: (lost: Unplaced) => void): Piece {
  const most = 10 * questionTextMax.title;
  if (title.raw.length <= most) return title;
  const end = endWithin(title.raw, most);
  lose({ line: title.at, text: title.raw.slice(end) });
  return part(title, 0, end);
}

/** A type with points, or a title that asks for some. */
const isPointed = (given: FieldType | undefined, { plain }: Piece) =>
  given === undefined
    ? /打分|评分|打几分|满意度|满意程度|满意吗|是否满意/.test(plain)
    : textTypeOf(given).pointed === true;

/** One line alone that is no list says more of the question. */
function isAside(only: Piece, body: readonly Piece[]): boolean {
  if (optionMarkOf(only) || choicesOf(body).length > 1 || opensSide(only)) return false;
  return guessType(only, body, 1, new Marks()) === 'single';
}

/** The type, and the title without what only a paper form needs: the line to write on, the bracket for the answer. */
export function settled(
  whole: Piece,
  body: readonly Piece[],
  given: FieldType | undefined,
  marks: Marks,
  exam: Exam,
  lose: (lost: Unplaced) => void,
): { type: FieldType; title: Piece } {
  const day =
    given === undefined && body.length === 0
      ? /[:\s]*_{2,}\s?年\s?_{2,}\s?月\s?_{2,}\s?日$/.exec(whole.plain.slice(0, 200))
      : null;
  if (day && day.index > 0) return { type: 'date', title: part(whole, 0, day.index) };
  const title =
    body.length === 0 && (given === undefined || !textTypeOf(given).listed) ? lineless(whole) : whole;
  const guess = given ?? guessType(title, body, body.length, marks);
  const slot = answerSlot(title, exam.isTest);
  const judged = slot?.answer && verdictInTitle.test(slot.answer.plain) ? slot.answer : undefined;
  if (slot && body.length === 0 && judged && (given === undefined || given === 'yes-no')) {
    answerBeside(exam, judged, lose);
    return { type: 'yes-no', title: slot.title };
  }
  const answered = guess === 'single' || guess === 'multi' || guess === 'dropdown' || guess === 'yes-no';
  if (slot && answered && (body.length > 0 || given !== undefined)) {
    if (slot.answer) answerBeside(exam, slot.answer, lose);
    const several = given === undefined && slot.answer && /[A-H][\s,、]*[A-H]/i.test(slot.answer.plain);
    return { type: several ? 'multi' : guess, title: slot.title };
  }
  const gaps = guess === 'text' && blanksOf(title).length > 0 && /_{2,}|\{/.test(title.plain);
  return { type: gaps ? 'gap-fill' : guess, title };
}

/** Without the line to write on behind a title: 姓名：______ */
function lineless(title: Piece): Piece {
  if (isLiteral(title)) return title;
  const blanks = blanksOf(title);
  const [only] = blanks;
  if (blanks.length !== 1 || only?.to !== title.raw.length) return title;
  // What a blank says of itself is not for paper alone.
  if (/[^{}_()[\]\s]/.test(title.plain.slice(only.from))) return title;
  let end = only.from;
  while (end > 0 && /[:\s]/.test(title.plain.charAt(end - 1))) end -= 1;
  return end === 0 ? title : part(title, 0, end);
}
