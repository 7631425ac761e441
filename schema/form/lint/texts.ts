// Words that will not do: two questions that read the same, a title that the poster cuts off, a label that nobody reads to
// its end, a table too wide for a phone, a text that is not there in one of the form's languages.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { tonguesOf, untranslated } from '../localize.ts';
import { textsOf } from '../texts.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { repeated } from './ids.ts';
import { addressOf, partLists } from './places.ts';

/**
 * Two lines of the poster's title hold 22 characters (44 pt on 180 mm, measured in Chromium; digits and Latin letters are
 * three fifths as wide). What is longer is cut off on paper.
 */
const posterMost = 22;
/** Four lines of a question on a phone of 360 px; three lines of an option beside its box. */
const titleMost = 60;
const labelMost = 40;
/** A cell of a table is five characters wide, three stand side by side: two lines of words, three lines of cells. */
const cellMost = 10;
const cellsMost = 9;

/** In characters as wide as they are high. */
export const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter < 'ᄀ' ? 0.6 : 1), 0);

export const textFindings = (form: Form): Finding[] => [
  ...leftToWrite(form),
  ...tooLongForPoster(form),
  ...sameTitles(form.questions),
  ...form.questions.flatMap((question) => [...tooLong(question), ...tooWide(form, question)]),
  ...missingTongues(form),
];

/** With these words a template marks what only its user can say. */
const toReplace = '请改成';

function leftToWrite({ definition: { translations, ...own }, questions }: Form): Finding[] {
  const left = textsOf(own).filter(({ text }) => text.includes(toReplace));
  return left.map(({ address, text }) => {
    const owner = questions.find(({ id }) => address.startsWith(`q.${id}.`));
    return error('left-to-write', owner ? [owner.id] : [], {
      at: address,
      args: { text: text.slice(0, 40) },
    });
  });
}

function tooLongForPoster({ definition }: Form): Finding[] {
  const width = Math.ceil(widthOf(definition.title.trim()));
  return width > posterMost
    ? [advice('too-long-for-poster', [], { at: 'title', args: { length: width, most: posterMost } })]
    : [];
}

function sameTitles(questions: readonly Question[]): Finding[] {
  const asked = questions.filter((question) => fieldOf(question).asks && question.title.trim() !== '');
  return repeated(asked.map(({ title }) => title.trim())).map((title) => {
    const [first, second, ...more] = asked.filter((one) => one.title.trim() === title).map(({ id }) => id);
    const about = [second, first, ...more].filter((id) => id !== undefined);
    return advice('duplicate-title', about, { at: `q.${second}.title` });
  });
}

function tooLong(question: Question): Finding[] {
  // A sentence with blanks in it is read as it is filled in.
  const title = 'gaps' in question ? 0 : Math.ceil(widthOf(question.title));
  const labels = partLists(question).flatMap(({ at, parts }) =>
    parts.map(({ id, label = '' }) => ({ at: `${at}.${id}`, length: Math.ceil(widthOf(label)) })),
  );
  const long = labels.find(({ length }) => length > labelMost);
  return [
    ...(title > titleMost
      ? [
          advice('too-long-to-read', [question.id], {
            at: addressOf(question, 'title'),
            args: { length: title, most: titleMost },
          }),
        ]
      : []),
    ...(long
      ? [
          advice('too-long-to-read', [question.id], {
            at: long.at,
            args: { length: long.length, most: labelMost },
          }),
        ]
      : []),
  ];
}

/** What stands in the small cells of a table, side by side. */
function cellsOf(form: Form, question: Question): { at: string; label: string }[] {
  if (!('rows' in question)) return [];
  if ('columns' in question) {
    const [row] = question.rows;
    const chosen = row && ['option', 'options'].includes(form.comparable(question, row.id).kind);
    return chosen
      ? question.columns.flatMap((column) =>
          'options' in column ? [] : [{ at: addressOf(question, 'columns', column.id), label: column.label }],
        )
      : [];
  }
  const points = question.to - question.from + 1;
  const labels = points < numbersFrom ? (question.labels ?? []) : [];
  return labels.map((label, index) => ({ at: addressOf(question, 'labels', index), label }));
}
/** From so many points on numbers stand in the cells, and no words (web/fill/fields/points.tsx). */
const numbersFrom = 7;

function tooWide(form: Form, question: Question): Finding[] {
  const cells = cellsOf(form, question);
  const long = cells.find(({ label }) => widthOf(label) > cellMost && widthOf(label) <= labelMost);
  return [
    ...(cells.length > cellsMost
      ? [
          advice('wide-on-phone', [question.id], {
            at: addressOf(question, 'columns'),
            args: { columns: cells.length, most: cellsMost },
          }),
        ]
      : []),
    ...(long
      ? [
          advice('too-long-to-read', [question.id], {
            at: long.at,
            args: { length: Math.ceil(widthOf(long.label)), most: cellMost },
          }),
        ]
      : []),
  ];
}

function missingTongues({ definition }: Form): Finding[] {
  return tonguesOf(definition).flatMap((tongue) => {
    const missing = untranslated(definition, tongue);
    const [first] = missing;
    if (!first) return [];
    const questions = missing.flatMap(({ address }) => {
      const [root, id] = address.split('.');
      return root === 'q' && id ? [id] : [];
    });
    return [
      advice('untranslated', questions, { at: first.address, args: { tongue, texts: missing.length } }),
    ];
  });
}
