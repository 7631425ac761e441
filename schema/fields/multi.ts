// Several choices 多选: fewest and most, an option that excludes the others, an option that asks for words.
import * as z from 'zod/mini';
import { error, type Field, fail, ok, oneColumn, questionShape } from './field.ts';
import {
  type Choice,
  checkChoice,
  choiceId,
  choiceSettings,
  choiceText,
  choiceWords,
  nobodyCanChoose,
  offered,
  optionKeys,
  readChoices,
  writeChoices,
} from './options.ts';

const bound = () => z.optional(z.int().check(z.minimum(1), z.maximum(200)));
export const shape = () => questionShape('multi', { ...choiceSettings(), min: bound(), max: bound() });
export type MultiQuestion = z.infer<ReturnType<typeof shape>>;

export const field: Field<MultiQuestion, readonly Choice[]> = {
  type: 'multi',
  asks: true,
  personal: false,
  labels: ['多选题', '多选', '多项选择题', '不定项选择题', '不定项题', '评分多选题', '评分多选', '商品题'],
  problems: [
    'choice-unknown',
    'choice-twice',
    'choice-too-few',
    'choice-too-many',
    'choice-exclusive',
    'other-text-missing',
    'text-long',
    'text-broken',
  ],
  check(value, question) {
    if (!Array.isArray(value) || value.length === 0) return fail('wrong-shape');
    if (value.length > question.options.length) return fail('choice-twice');
    const chosen: Choice[] = [];
    for (const one of value) {
      const checked = checkChoice(one, question.options);
      if (!checked.ok) return checked;
      chosen.push(checked.value);
    }
    const ids = new Set(chosen.map(choiceId));
    if (ids.size !== chosen.length) return fail('choice-twice');
    const alone = question.options.find((option) => option.exclusive && ids.has(option.id));
    if (alone) return ids.size === 1 ? ok(chosen) : fail('choice-exclusive', { option: alone.label });
    if (question.min !== undefined && ids.size < question.min)
      return fail('choice-too-few', { min: question.min, chosen: ids.size });
    if (question.max !== undefined && ids.size > question.max)
      return fail('choice-too-many', { max: question.max, chosen: ids.size });
    // In the order of the options, so that one set of ticks has one canonical answer.
    const order = question.options.map((option) => option.id);
    return ok(chosen.sort((a, b) => order.indexOf(choiceId(a)) - order.indexOf(choiceId(b))));
  },
  read(form, question) {
    const chosen = readChoices(form, question);
    return chosen.length > 0 ? chosen : undefined;
  },
  write: writeChoices,
  count: (answer) => ({ ...Object.fromEntries(answer.map((choice) => [choiceId(choice), 1])), _n: 1 }),
  items: (question) => [{ row: '', title: question.title, keys: optionKeys(question.options), base: '_n' }],
  comparable: (question) => ({ kind: 'options', options: question.options.map((option) => option.id) }),
  value: (answer) => answer.map(choiceId),
  columns: (question) => [
    ...oneColumn(question),
    ...question.options
      .filter((option) => option.text)
      .map((option) => ({ suffix: `${option.id}_text`, label: `${question.title} ${option.label}` })),
  ],
  cells: (answer, question) => [
    answer.map(choiceId).join(';'),
    ...question.options
      .filter((option) => option.text)
      .map((option) => {
        const choice = answer.find((candidate) => choiceId(candidate) === option.id);
        return choice ? choiceText(choice) : '';
      }),
  ],
  words: (answer, question) => answer.map((choice) => choiceWords(choice, question.options)).join('、'),
  faults(question) {
    const room = offered(question.options).filter((option) => !option.exclusive).length;
    const { min = 1, max = room } = question;
    const wrong = min > max || (question.min ?? 0) > room;
    return [...nobodyCanChoose(question), ...(wrong ? [error('contradictory-range')] : [])];
  },
};
