// One block of lines → one question: what is beside the title, what is under it, its type, its settings.
import { questionTextMax } from '../../fields/field.ts';
import type { FieldType } from '../../fields/registry.ts';
import { fieldOf, fields } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import type { Unplaced } from '../reading.ts';
import type { Block } from './blocks.ts';
import type { Context } from './context.ts';
import { fitting, together } from './draft.ts';
import type { Exam } from './exam.ts';
import { guessType, isCriterion, takesSeveral } from './guess.ts';
import { type Head, headOf } from './head.ts';
import type { Part } from './headings.ts';
import { sameType, typeOf } from './labels.ts';
import type { Piece } from './lines.ts';
import { tableIn } from './lists.ts';
import { Marks } from './marks.ts';
import { numberOf } from './numbers.ts';
import { isDoubtful } from './openings.ts';
import { cutByMarks, optionMarkOf } from './option-marks.ts';
import type { Printed } from './routes.ts';
import { bracketsApart } from './sends.ts';
import { settled, spreadOut } from './settle.ts';
import { textTypeOf } from './types/registry.ts';
import { sorted } from './under.ts';

/** More than any list may have, so that no endless one is read for nothing. */
const linesMost = 2500;

/** A question with all that its lines say, before it is known what the whole text says of required ones. */
export interface Prepared {
  type: FieldType;
  title: Piece;
  named: string | undefined;
  /** nothing named the type */
  guessed: boolean;
  marks: Marks;
  hints: Piece[];
  body: Piece[];
  exam: Exam;
  printed: Printed;
  /** undefined when the question itself says nothing of it */
  required: boolean | undefined;
  /** lines under the title that say how to ask, and nothing to read */
  settings: ReadonlySet<number>;
}

export function prepare(
  block: Block,
  inPart: Part,
  context: Context,
  lose: (lost: Unplaced) => void,
): Prepared {
  const head = headFor(block, context);
  for (const lost of head.unknown) lose(lost);
  const marks = new Marks();
  for (const { mark, at, text } of head.marks)
    if (mark.key !== 'type' || !sameType(mark.value, head.named)) marks.add([mark], at, text);
  for (const { at, raw } of block.body.slice(linesMost)) lose({ line: at, text: raw });
  const under = sorted(block.body.slice(0, linesMost), head.named, marks, lose);
  const { body, hints, exam, depends, named } = under;
  const shown = new Set([...body, ...hints].map(({ at }) => at));
  const settings = new Set(block.body.map(({ at }) => at).filter((at) => !shown.has(at)));
  const given = named === undefined ? (block.type ?? inPart.type) : typeOf(named);
  const table = given === undefined ? tableIn(body) : undefined;
  if (table) body.splice(0, body.length, ...table);
  const known = table ? (takesSeveral(head.title, marks) ? 'matrix-multi' : 'matrix-single') : given;
  const title = bracketsApart(head.title);
  const spread = spreadOut(title.words, body, known, lose);
  const marked = known === undefined && !context.exam && isCriterion(marks, body) ? 'indicator' : known;
  if (marked === undefined) dropDoubtful(spread.title, body, marks, lose);
  if (inPart.each !== undefined) exam.each = inPart.each;
  if (context.exam) exam.isTest = true;
  const read = settled(spread.title, body, marked, marks, exam, lose);
  const required = marks.flag('required') || head.starred ? true : undefined;
  const optional = marks.flag('optional');
  return {
    ...read,
    named,
    guessed: given === undefined,
    marks,
    hints: [...head.rest, ...hints, ...spread.hints],
    body,
    exam,
    printed: {
      number: numberOf(block.head)?.n,
      depends,
      sends: [...title.sends.map((words) => ({ words })), ...under.sends],
      options: [],
      lettered: lettersIn(body),
    },
    required: optional ? false : required,
    settings,
  };
}

/** Of each answer, whether it stands behind the letter that is its place. */
const lettersIn = (body: readonly Piece[]): boolean[] =>
  body
    .flatMap((line) => cutByMarks(line) ?? [line])
    .map((line, index) => {
      const mark = optionMarkOf(line);
      return (mark?.style === 'letter' || mark?.style === 'loose') && mark.n === index + 1;
    });

/** Tells lines among the answers that hardly are any, where at least two others are left. */
function dropDoubtful(title: Piece, body: Piece[], marks: Marks, lose: (lost: Unplaced) => void): void {
  // Between marked ones a line goes on with the words above it.
  const marked = body.map((line) => optionMarkOf(line) !== undefined).lastIndexOf(true);
  const isSure = (line: Piece, at: number) => at <= marked || !isDoubtful(line);
  const sure = body.filter(isSure);
  if (sure.length < 2 || sure.length === body.length) return;
  const guess = guessType(title, body, body.length, marks);
  if (guess !== 'single' && guess !== 'multi') return;
  for (const line of body.filter((line, at) => !isSure(line, at))) lose({ line: line.at, text: line.raw });
  body.splice(0, body.length, ...sure);
}

/** A heading that was marked as a note keeps its 一、. */
function headFor({ head }: Block, { labels }: Context): Head {
  const read = headOf(head, { labels });
  const type = read.named === undefined ? undefined : typeOf(read.named);
  return type && !fields[type].asks ? headOf(head, { chinese: false, labels }) : read;
}

interface Usage {
  /** some question says that it must be answered, or that it need not be */
  required: boolean;
  optional: boolean;
}

/** Where some are marked, the others are what the marks are not. */
function requiredBy({ type, required }: Prepared, usage: Usage): boolean {
  if (!fieldOf({ type }).asks) return false;
  if (required !== undefined) return required;
  if (usage.required !== usage.optional) return usage.optional;
  return textTypeOf(type).optional !== true;
}

/** The question, and what of it found no place. */
export function finish(
  prepared: Prepared,
  id: string,
  usage: Usage,
  lose: (lost: Unplaced) => void,
): Question {
  const { type, title, named, guessed, marks, hints, exam } = prepared;
  const draft = {
    id,
    title: fitting(title, questionTextMax.title, type === 'gap-fill' ? () => {} : lose),
    words: title,
    hint: together(hints, questionTextMax.hint, lose) || undefined,
    required: requiredBy(prepared, usage),
    named,
    guessed,
    marks,
    body: [...prepared.body],
    exam,
    printed: prepared.printed,
    lose,
  };
  const question = textTypeOf(type).read(draft);
  for (const { at, text } of marks.left()) lose({ line: at, text });
  const { answer, points, explain } = exam;
  for (const piece of [...draft.body, ...explain, ...[answer, points].filter((one) => one !== undefined)])
    if (piece.raw !== '') lose({ line: piece.at, text: piece.raw });
  return question;
}
