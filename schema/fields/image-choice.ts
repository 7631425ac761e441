// A choice among pictures 图片选择: one, or several. The label stands under the picture and is its description.
import * as z from 'zod/mini';
import { error, type Field, fail, formName, ok, oneColumn, questionShape } from './field.ts';
import { checkId } from './line.ts';
import { choiceSettings, nobodyCanChoose, offered, optionKeys } from './options.ts';

const bound = () => z.optional(z.int().check(z.minimum(1), z.maximum(50)));
export const shape = () =>
  questionShape('image-choice', {
    ...choiceSettings(),
    several: z.optional(z.boolean()),
    min: bound(),
    max: bound(),
  });
export type ImageChoiceQuestion = z.infer<ReturnType<typeof shape>>;

const labelOf = (question: ImageChoiceQuestion, id: string) =>
  question.options.find((option) => option.id === id)?.label ?? id;

/** A list of ids, with one id in it where one is chosen. */
export const field: Field<ImageChoiceQuestion, readonly string[]> = {
  type: 'image-choice',
  asks: true,
  personal: false,
  labels: ['图片单选题', '图片选择题', '图片多选题', '选图题'],
  problems: ['choice-unknown', 'choice-twice', 'choice-too-few', 'choice-too-many'],
  check(value, { options, several, min = 1, max = options.length }) {
    if (!Array.isArray(value) || value.length === 0) return fail('wrong-shape');
    if (value.length > options.length) return fail('choice-twice');
    for (const one of value) {
      const known = checkId(one, options);
      if (!known.ok) return known;
    }
    if (new Set(value).size !== value.length) return fail('choice-twice');
    const [fewest, most] = several ? [min, max] : [1, 1];
    if (value.length < fewest) return fail('choice-too-few', { min: fewest, chosen: value.length });
    if (value.length > most) return fail('choice-too-many', { max: most, chosen: value.length });
    return ok(options.flatMap(({ id }) => (value.includes(id) ? [id] : [])));
  },
  read(form, question) {
    const chosen = form(formName(question)).filter((id) => id !== '');
    return chosen.length > 0 ? chosen : undefined;
  },
  write: (answer, question) => ({ [formName(question)]: [...answer] }),
  count: (answer) => ({ ...Object.fromEntries(answer.map((id) => [id, 1])), _n: 1 }),
  items: (question) => [{ row: '', title: question.title, keys: optionKeys(question.options), base: '_n' }],
  comparable: (question) => ({ kind: 'options', options: question.options.map((option) => option.id) }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer.join(';')],
  words: (answer, question) => answer.map((id) => labelOf(question, id)).join('、'),
  faults: (question) => [
    ...nobodyCanChoose(question),
    ...((question.min ?? 1) > Math.min(question.max ?? 50, offered(question.options).length)
      ? [error('contradictory-range')]
      : []),
    ...(offered(question.options).some(({ image }) => !image)
      ? [{ code: 'picture-missing', severity: 'advice' } as const]
      : []),
  ],
};
