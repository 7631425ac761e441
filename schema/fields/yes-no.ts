// Yes or no 判断.
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
import { quizShape } from './options.ts';

export const shape = () =>
  questionShape('yes-no', {
    yes: z.optional(label(20)),
    no: z.optional(label(20)),
    quiz: quizShape(),
  });
export type YesNoQuestion = z.infer<ReturnType<typeof shape>>;

export const yesNoLabels = (question: YesNoQuestion) => ({
  yes: question.yes ?? inLanguage(question, { zh: '是', en: 'Yes' }),
  no: question.no ?? inLanguage(question, { zh: '否', en: 'No' }),
});

export const field: Field<YesNoQuestion, 'yes' | 'no'> = {
  type: 'yes-no',
  asks: true,
  personal: false,
  labels: ['判断题', '是否题', '判断'],
  problems: ['choice-unknown'],
  check: (value) =>
    value === 'yes' || value === 'no'
      ? ok(value)
      : typeof value === 'string'
        ? fail('choice-unknown', { option: value.slice(0, 24) })
        : fail('wrong-shape'),
  read: (form, question) => firstFilled(form(formName(question))),
  write: writeOne,
  count: (answer) => ({ [answer]: 1 }),
  items(question) {
    const { yes, no } = yesNoLabels(question);
    return [
      {
        row: '',
        title: question.title,
        keys: [
          { key: 'yes', label: yes },
          { key: 'no', label: no },
        ],
      },
    ];
  },
  comparable: () => ({ kind: 'option', options: ['yes', 'no'] }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => yesNoLabels(question)[answer],
};
