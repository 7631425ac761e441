// A form → a text that staff can read, change and paste again. Reading it gives the same form in all that the format can
// say: titles, introduction, words at the end, hints, types, what must be answered, options with their blanks, points and
// places, bounds, scales, tables, trees, right answers. Words that would be read as something else stand behind a backslash,
// which takes the rest of a line literally.
//
// It cannot say: ids; conditions, jumps, endings, checks and what is carried forward; quotas of the form, groups that are
// shuffled, translations; pictures and videos; how the questions are laid out; options that were taken off the list; formulas; line
// breaks in titles and labels, empty lines in longer texts; full-width letters and digits; the lowest kind of unit, the
// hint beside a door, the word on a button, kinds of files, spaces at the ends of words, right answers that nobody can
// give and places that nobody can take, and words that a reader cannot tell from a blank (an option that is called （空）).
import { fields } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import type { Definition } from '../definition.ts';
import { blankTitle } from '../placeholders.ts';
import { pageName, readText } from './read-text.ts';
import { type Literal, linesIn, type Place, saidOf, sayQuestion, ways } from './say-question.ts';
import { textTypeOf } from './types/registry.ts';

export function writeText(definition: Definition): string {
  const readable = textOf(definition, false);
  return holds(readable, definition) ? readable : textOf(definition, true);
}

function textOf(definition: Definition, literal: boolean): string {
  const places = placesOf(definition.questions);
  let page = 1;
  const blocks = definition.questions.map((question, index) => {
    const place = places[index] ?? { number: 0, answer: '' };
    if (question.type !== 'page-break') return questionText(question, place, literal);
    page += 1;
    return pageText(question, page, literal);
  });
  const closing = linesIn(definition.thanks ?? '').map((line) => `结束语：${literal ? '\\' : ''}${line}`);
  return `${[headerText(definition, literal), ...blocks, closing.join('\n')].filter((block) => block !== '').join('\n\n')}\n`;
}

function headerText({ title, intro }: Definition, literal: boolean): string {
  const lines = linesIn(intro ?? '');
  if (title === blankTitle && lines.length === 0) return '';
  const mark = literal ? '\\' : '';
  return [title, ...(lines.length > 0 ? [''] : []), ...lines]
    .map((line) => (line === '' ? '' : mark + line.trim()))
    .join('\n');
}

/**
 * Numbers, and what is said of answering: 选填 where some may be left out; a star before every question where none may
 * and one would be taken for one that may.
 */
function placesOf(questions: readonly Question[]): Place[] {
  const asked = questions.filter(({ type }) => fields[type].asks);
  const some = asked.some(({ required }) => !required);
  const stars = !some && asked.some(({ type }) => textTypeOf(type).optional);
  let number = 0;
  return questions.map(({ type, required }) => {
    if (!fields[type].asks) return { number: 0, answer: '' };
    number += 1;
    return { number, answer: stars ? '*' : required ? '' : '选填' };
  });
}

function questionText(question: Question, place: Place, literal: boolean): string {
  const readable = textTypeOf(question.type).write(question);
  // The last way is the one that keeps words apart from what the format says.
  const written = literal ? [...readable].reverse() : readable;
  const tries: readonly Literal[] = literal ? ways.slice(-1) : ways;
  let last = '';
  for (const way of written)
    for (const words of tries) {
      last = sayQuestion(question, way, place, words).join('\n');
      if (isRead(last, question)) return last;
    }
  return last;
}

/** A drawn line with the title of the page; a page that has only its number needs no title. */
function pageText(question: Question, page: number, literal: boolean): string {
  const { title } = question;
  const bare = question.hint === undefined && !literal;
  if (bare && title === pageName(page)) return '=== 分页 ===';
  const drawn = `=== 分页：${title} ===`;
  if (bare && isRead(drawn, question)) return drawn;
  return questionText(question, { number: 0, answer: '' }, literal);
}

/** Whether the text is this question and nothing else. */
function isRead(text: string, question: Question): boolean {
  const { definition, unplaced } = readText(text);
  const [read, ...more] = definition.questions;
  const alone = definition.title === blankTitle && !definition.intro && !definition.thanks;
  return (
    alone &&
    unplaced.length === 0 &&
    more.length === 0 &&
    read !== undefined &&
    saidOf(read) === saidOf(question)
  );
}

/** Whether the whole is read as it is meant. */
function holds(text: string, definition: Definition): boolean {
  const read = readText(text);
  const words = ({ title, intro, thanks, questions }: Definition) =>
    JSON.stringify([
      title,
      linesIn(intro ?? ''),
      linesIn(thanks ?? ''),
      questions.map((one) => [saidOf(one), one.required === true]),
    ]);
  return read.unplaced.length === 0 && words(read.definition) === words(definition);
}
