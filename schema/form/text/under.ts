// The lines under a title, sorted by what they are: its body, hints, answers of a test, what it depends on, settings that
// have a line to themselves.
import type { Unplaced } from '../reading.ts';
import { listInBracket } from './beside.ts';
import { bracketsOf } from './brackets.ts';
import { type Exam, examLineOf } from './exam.ts';
import { sameType, typeOf } from './labels.ts';
import { type Piece, part, splitBy } from './lines.ts';
import { type Marks, marksIn } from './marks.ts';
import { saysToTick } from './openings.ts';
import { optionMarkOf } from './option-marks.ts';
import { logicLine } from './routes.ts';
import { isSending, type Sent } from './sends.ts';
import { isScaleAlone } from './strips.ts';
import { opensSide } from './tables.ts';
import { textTypeOf } from './types/registry.ts';

/** `提示：` and its like: words under a question that are none of its options. */
export const hintLine = /^(?:提示|说明|备注|注|填写说明|填表说明|答题说明|温馨提示)\s?:\s?(?=\S)/;

const asideOf = (line: Piece) => /^(?:难度|考点|知识点|标签)\s?:|^\[标签\]/.exec(line.plain.slice(0, 8));

interface Under {
  body: Piece[];
  hints: Piece[];
  exam: Exam;
  /** what a printed copy says of when it is asked */
  depends: Piece[];
  /** where it sends the reader on */
  sends: Sent[];
  named: string | undefined;
}

/** `选项：男、女` under a choice. */
const optionsLine = /^(?:选项|可选项|选项内容)\s?:\s?(?=\S)/;
/** `题型：单选题`, `是否必填：是` */
const typeLine = /^(?:题型|类型|题目类型)\s?:\s?/;
const requiredLine = /^(?:是否)?(?:必填|必答)\s?:\s?(是|否)$/;

const isPointed = (named: string | undefined) => {
  const type = named === undefined ? undefined : typeOf(named);
  return named === undefined || (type !== undefined && textTypeOf(type).pointed === true);
};

/** Sorts the lines under a title by what they are. */
export function sorted(
  lines: readonly Piece[],
  named: string | undefined,
  marks: Marks,
  lose: (lost: Unplaced) => void,
): Under {
  const under: Under = { body: [], hints: [], exam: { explain: [] }, depends: [], sends: [], named };
  /** False where another type was named before. */
  const takeType = (word: string) => {
    under.named ??= word;
    return sameType(word, under.named);
  };
  for (const line of lines) {
    const exam = examLineOf(line);
    const hint = hintLine.exec(line.plain.slice(0, 12));
    const [bracket] = bracketsOf(line);
    const whole = bracket?.from === 0 && bracket.to === line.raw.length ? bracket : undefined;
    const marked = whole && under.body.length === 0 ? marksIn(whole) : undefined;
    const type = typeLine.exec(line.plain.slice(0, 12))?.[0];
    const inBracket = under.body.length === 0 ? listInBracket(line) : undefined;
    const said = type === undefined ? undefined : part(line, type.length);
    const answer = requiredLine.exec(line.plain.slice(0, 12))?.[1];
    const listed = under.body.length === 0 ? optionsLine.exec(line.plain.slice(0, 12))?.[0] : undefined;
    if (said && typeOf(said.plain)) {
      if (!takeType(said.plain)) lose({ line: line.at, text: line.raw });
    } else if (answer)
      marks.add([{ key: answer === '是' ? 'required' : 'optional', value: true }], line.at, line.raw);
    else if (listed && !lines.some((one) => one !== line && opensSide(one)))
      under.body.push(...splitBy(part(line, listed.length), /[、,;/|]/g));
    else if (inBracket?.title.raw === '') under.body.push(...inBracket.options);
    else if (exam?.kind === 'explain') under.exam.explain.push(exam.words);
    else if (exam && under.exam[exam.kind] === undefined) under.exam[exam.kind] = exam.words;
    else if (logicLine.test(line.plain)) under.depends.push(line);
    else if (isSending(line) && !optionMarkOf(line)) under.sends.push({ words: line });
    else if (asideOf(line)) lose({ line: line.at, text: line.raw });
    else if (hint) under.hints.push(hint[0].startsWith('提示') ? part(line, hint[0].length) : line);
    else if (marked) {
      for (const mark of marked.marks)
        if (mark.key !== 'type' || !takeType(mark.value)) marks.add([mark], line.at, line.raw);
      under.hints.push(...marked.rest);
    } else if (whole?.round && lines.length === 1 && isPointed(named) && isScaleAlone(whole.inside))
      under.body.push(whole.inside);
    else if (whole?.round && ((under.body.length === 0 && whole.inside.raw.length > 3) || saysToTick(line)))
      under.hints.push(line);
    else under.body.push(line);
  }
  return under;
}

/** What is to be done, and no more of the title: 请在□内打√ */
const isTask = (line: Piece) =>
  saysToTick(line) || (/^请(?!问)/.test(line.plain) && !line.plain.endsWith('?'));

/** Lines above the first marked option are the title going on, or a hint. */
export function leadLines(title: Piece, body: Piece[]): { title: Piece; hints: Piece[] } {
  const marks = body.map(optionMarkOf);
  const second = marks.findIndex((mark) => mark?.n === 2);
  const one = marks.findIndex((mark) => mark?.n === 1);
  const goesOn = /[,、]$/.test(title.plain);
  const box = marks.findIndex((mark) => mark?.style === 'box');
  // What stands above boxes may be the head of a table.
  const boxed = box > 0 && body.slice(0, box).every((line) => isTask(line) || goesOn) ? box : -1;
  const first = one < 0 ? boxed : one;
  if (first < 1 || (second >= 0 && second < first) || body.some(opensSide)) return { title, hints: [] };
  const lead = body.splice(0, first);
  const whole = /[?。!:]$/.test(title.plain) || title.raw.length > 200;
  if (whole || lead.slice(0, 1).some((line) => isTask(line) && !goesOn)) return { title, hints: lead };
  const [next, ...hints] = lead;
  return next
    ? { title: { ...title, raw: title.raw + next.raw, plain: title.plain + next.plain }, hints }
    : { title, hints };
}
