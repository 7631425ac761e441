// A pasted questionnaire → a form. Reads what staff copy from 问卷星, 腾讯问卷, 金数据, TDuck, XIAOJU, SurveyKing, Word and
// chats; every line of it is in the form, or told, and it is known which. Takes time in proportion to the text.
import { fields } from '../../fields/registry.ts';
import { type Definition, formTextMax, questionsMax } from '../definition.ts';
import { blankTitle } from '../placeholders.ts';
import type { TextReading, Unplaced } from '../reading.ts';
import { type Block, blocksOf } from './blocks.ts';
import { thanksLine } from './closing.ts';
import { type Context, contextOf } from './context.ts';
import { together } from './draft.ts';
import { Fates } from './fates.ts';
import { headerOf } from './header.ts';
import { type Part, partOf } from './headings.ts';
import { questionId } from './ids.ts';
import { type Piece, part, plainOf } from './lines.ts';
import { Marks } from './marks.ts';
import { finish, type Prepared, prepare } from './question.ts';
import { withConditions } from './routes.ts';
import { withSkips } from './skips.ts';

export function readText(text: string): TextReading {
  const unplaced: Unplaced[] = [];
  const lose = (lost: Unplaced) => {
    if (lost.text.trim() !== '') unplaced.push(lost);
  };
  const { header, blocks, notSaid } = blocksOf(text);
  for (const { at, raw } of notSaid) lose({ line: at, text: raw });
  const { title, intro, titleAt } = headerOf(header, lose);
  const fates = new Fates(text);
  for (const { at } of header) fates.set(at, at === titleAt ? 'title' : 'intro');
  const thanks = blocks
    .filter(({ kind }) => kind === 'thanks')
    .flatMap(({ head, body }) => [part(head, thanksLine.exec(head.plain)?.[0].length ?? 0), ...body]);
  const prepared = preparedOf(blocks, contextOf(header, blocks), lose, fates);
  const usage = {
    required: prepared.some((one) => one.required === true),
    optional: prepared.some((one) => one.required === false),
  };
  const closing = together(thanks, formTextMax.thanks, lose);
  const asked = prepared.map((one, index) => finish(one, questionId(index), usage, lose));
  const printed = prepared.map((one) => one.printed);
  const { questions, skips } = withSkips(withConditions(asked, printed, lose), printed, lose);
  const definition: Definition = {
    title: title === '' ? blankTitle : title,
    ...(intro !== '' && { intro }),
    ...(closing !== '' && { thanks: closing }),
    layout: 'steps',
    questions,
  };
  unplaced.sort((a, b) => a.line - b.line);
  return { definition, unplaced, fates: fates.with(unplaced), starts: fates.starts, skips };
}

/** Questions, headings and page breaks in their order, as many as a form may have. */
function preparedOf(
  blocks: readonly Block[],
  context: Context,
  lose: (lost: Unplaced) => void,
  fates: Fates,
): Prepared[] {
  const list: Prepared[] = [];
  let inPart: Part = {};
  let page = 1;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'thanks') {
      for (const { at } of [block.head, ...block.body]) fates.set(at, 'thanks');
      continue;
    }
    if (list.length >= questionsMax) {
      for (const line of [block.head, ...block.body]) lose({ line: line.at, text: line.raw });
      continue;
    }
    if (block.kind === 'heading') inPart = partOf(block.head);
    const one = block.kind === 'question' ? prepare(block, inPart, context, lose) : structural(block);
    if (one.type === 'page-break') {
      page += 1;
      one.title = pageTitle(one.title, page);
    }
    // A label alone on its line, above other questions, says what these are: 【多选题】.
    const next = blocks[index + 1];
    if (next?.kind === 'question' && block.kind === 'question' && isLabelAlone(one)) {
      inPart = { type: one.type };
      fates.set(block.head.at, 'setting');
    } else {
      fates.add(block, one, list.length);
      list.push(one);
    }
  }
  return list;
}

const isLabelAlone = ({ title, body, hints, marks, required, exam, named, type }: Prepared) =>
  title.raw === '' &&
  [body, hints, marks.left(), exam.explain].every(({ length }) => length === 0) &&
  required === undefined &&
  exam.answer === undefined &&
  named !== undefined &&
  fields[type].asks;

/** What a page without a title is called. */
export const pageName = (page: number) => `第 ${page} 页`;
const pageTitle = (title: Piece, page: number): Piece =>
  title.raw === '' ? { ...title, raw: pageName(page), plain: pageName(page) } : title;

/** A heading or a paragraph is a note. */
function structural({ kind, head, body }: Block): Prepared {
  const title = kind === 'page' ? (head.page ?? '') : head.raw;
  return {
    type: kind === 'page' ? 'page-break' : 'note',
    title: { at: head.at, raw: title, plain: plainOf(title) },
    named: undefined,
    guessed: false,
    marks: new Marks(),
    hints: [],
    body,
    exam: { explain: [] },
    printed: { number: undefined, depends: [], sends: [], options: [], lettered: [] },
    required: undefined,
    settings: new Set(),
  };
}
