// All that is set for a question, in sentences for its card: when it shows, what it asks, where it leads.
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { language } from '../../ui/words/language.ts';
import { figureWords } from './figures/figure-words.ts';
import { conditionWords } from './logic/condition-words.ts';
import { t as logic } from './logic/words.ts';
import { numbersOf } from './numbering.ts';
import { readBy } from './references.ts';
import { scoreRange } from './score-range.ts';
import { t as lines } from './settings/line-words.ts';
import { extraWords } from './settings/question-extras.tsx';

const wordsAnew = (question: Question, definition: Definition): string[] => [
  ...(question.showIf ? [logic('shows', { words: conditionWords(question.showIf, definition) })] : []),
  ...extraWords(question, definition),
  ...lineWords(question),
];

interface Worded {
  words: string[];
  /** what the words were made of, beside the question */
  numbers: string;
  read: (Question | undefined)[];
  endings: Definition['endings'];
}
const known = new WeakMap<Question, Worded & { language: string }>();

interface Places {
  /** the numbered questions in their order */
  order: string;
  byId: ReadonlyMap<string, Question>;
}
const nothingRead: Places = { order: '', byId: new Map() };
const places = new WeakMap<readonly Question[], Places>();

/** Once for each state of the form: all its questions ask for it. */
function placesOf(definition: Definition): Places {
  const before = places.get(definition.questions);
  if (before) return before;
  const made = {
    order: [...numbersOf(definition).keys()].join(),
    byId: new Map(definition.questions.map((question) => [question.id, question])),
  };
  places.set(definition.questions, made);
  return made;
}

/** Made anew only where the question, one that it reads, an ending, or a number has changed: a form may have hundreds. */
export function questionWords(question: Question, definition: Definition): string[] {
  const { endings } = definition;
  const ids = readBy(question).flatMap(([, sources]) => sources);
  const before = known.get(question);
  // Most read nothing, and are what they are wherever they stand.
  const { order: numbers, byId } = ids.length === 0 ? nothingRead : placesOf(definition);
  const read = ids.map((id) => byId.get(id));
  if (
    before?.language === language() &&
    before.numbers === numbers &&
    before.endings === endings &&
    before.read.every((one, index) => one === read[index])
  )
    return before.words;
  const words = wordsAnew(question, definition);
  known.set(question, { words, numbers, read, endings, language: language() });
  return words;
}

/** What a question makes of others; its editor says it itself. */
export const formulaWords = (question: Question, definition: Definition): string[] =>
  'formula' in question ? [figureWords(question.formula, definition)] : [];

function lineWords(question: Question): string[] {
  const options = 'options' in question ? question.options.filter(({ retired }) => !retired) : [];
  const rows = 'rows' in question ? question.rows : [];
  const scores = scoreRange(question);
  const places = options.flatMap(({ label, quota }) =>
    quota === undefined ? [] : [lines('quotaOf', { label: label.trim() || '…', n: quota })],
  );
  const some = options.filter(({ showIf }) => showIf).length;
  const someRows = rows.filter(({ showIf }) => showIf).length;
  return [
    ...(scores ? [lines('scores-says', scores)] : []),
    ...(places.length > 0 ? [lines('quotas-says', { list: places.join(lines('listed')) })] : []),
    ...(some > 0 ? [lines('lines-says', { n: some })] : []),
    ...(someRows > 0 ? [lines('rows-says', { n: someRows })] : []),
  ];
}
