// Texts of questionnaires: title, introduction, questions with what is printed of each, and the lines without a place.
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Question } from '../../schema/form/definition.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import type { Case, Compared } from './case.ts';

type Shown = Readonly<Record<string, unknown>>;

const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label);

/** What a case may print of a question. A scale shows the words of its ends where it has them, else their figures. */
function shownOf(question: Question): Shown {
  return {
    ...question,
    ...(fieldOf(question).asks && { optional: question.required !== true }),
    ...('options' in question && { options: labels(question.options) }),
    ...('candidates' in question && { options: labels(question.candidates) }),
    ...('rows' in question && { rows: labels(question.rows) }),
    ...('columns' in question && { columns: labels(question.columns) }),
    ...('from' in question && { from: question.low ?? question.from, to: question.high ?? question.to }),
  };
}

const isShown = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The keys of a question that are printed, as they came out. */
const printed = (expected: Shown, got: Shown | undefined): Shown =>
  Object.fromEntries(Object.keys(expected).map((key) => [key, got?.[key]]));

export const textImport: Compared = {
  compare(one: Case) {
    if (typeof one.text !== 'string') throw new Error('text is not a string');
    const { definition, unplaced } = readText(one.text);
    const shown = definition.questions.map(shownOf);
    const got: Record<string, unknown> = {
      title: definition.title,
      intro: definition.intro,
      thanks: definition.thanks,
      unplaced: unplaced.map(({ text }) => text),
    };
    const { questions } = one;
    if (Array.isArray(questions)) {
      const expected = questions.filter(isShown);
      if (expected.length !== questions.length) throw new Error('questions are not objects');
      // One that is missing, or too many, shows as itself.
      got.questions = Array.from({ length: Math.max(expected.length, shown.length) }, (_, index) => {
        const asked = expected[index];
        return asked ? printed(asked, shown[index]) : shown[index];
      });
    }
    const keys = Object.keys(got).filter((key) => key in one);
    if (keys.length === 0) return 'mismatch: expected nothing that is known, got nothing to compare';
    const wrong = keys.find((key) => !same(one[key], got[key]));
    if (wrong === undefined) return undefined;
    return `mismatch: expected ${wrong} ${JSON.stringify(one[wrong])}, got ${JSON.stringify(got[wrong])}`;
  },
};
