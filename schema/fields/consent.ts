// A consent 同意书: the text itself, its version, and one box to tick. What is stored is the version that was agreed to,
// so that a changed text needs a new consent and an old one keeps its meaning.
import * as z from 'zod/mini';
import {
  type Field,
  fail,
  firstFilled,
  formName,
  inLanguage,
  label,
  ok,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';

export const shape = () =>
  questionShape('consent', {
    text: label(5000),
    version: z.int().check(z.minimum(1), z.maximum(999)),
    /** beside the box; 我已阅读并同意 unless said */
    agree: z.optional(label(50)),
  });
export type ConsentQuestion = z.infer<ReturnType<typeof shape>>;

export const agreeWords = (question: ConsentQuestion) =>
  question.agree ?? inLanguage(question, { zh: '我已阅读并同意', en: 'I have read this and agree' });

export const field: Field<ConsentQuestion, number> = {
  type: 'consent',
  asks: true,
  personal: false,
  labels: ['同意书', '知情同意', '协议题', '同意题'],
  problems: ['consent-old'],
  check(value, { version }) {
    if (typeof value !== 'number' || !Number.isInteger(value)) return fail('wrong-shape');
    return value === version ? ok(value) : fail('consent-old');
  },
  read(form, question) {
    const ticked = firstFilled(form(formName(question)));
    return ticked !== undefined && /^\d{1,3}$/.test(ticked) ? Number(ticked) : ticked;
  },
  write: writeOne,
  count: (answer) => ({ [`v${answer}`]: 1 }),
  items: (question) => [
    {
      row: '',
      title: question.title,
      keys: [{ key: `v${question.version}`, label: agreeWords(question) }],
    },
  ],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  cellsInWords: (answer, question) => [
    inLanguage(question, { zh: `同意（第 ${answer} 版）`, en: `Agreed (version ${answer})` }),
  ],
  words: (_answer, question) => agreeWords(question),
  seconds: ({ text }) => 5 + text.length / 8,
};
