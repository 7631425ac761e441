// Options put in order 排序: all of them, or the first few.
import * as z from 'zod/mini';
import { error, type Field, fail, formName, inLanguage, ok, oneColumn, questionShape } from './field.ts';
import { checkId } from './line.ts';
import { listSettings, nobodyCanChoose, offered } from './options.ts';

export const shape = () =>
  questionShape('rank', {
    ...listSettings(),
    /** only so many places are given; all unless said */
    places: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
  });
export type RankQuestion = z.infer<ReturnType<typeof shape>>;

/** Places that are given. */
export const placesOf = ({ options, places }: Pick<RankQuestion, 'options' | 'places'>) =>
  Math.min(places ?? options.length, offered(options).length);

export const placeWords = (place: number, question: RankQuestion) =>
  inLanguage(question, { zh: `第 ${place} 位`, en: `Place ${place}` });

const labelOf = (question: RankQuestion, id: string) =>
  question.options.find((option) => option.id === id)?.label ?? id;

export const field: Field<RankQuestion, readonly string[]> = {
  type: 'rank',
  asks: true,
  personal: false,
  labels: ['排序题', '排序'],
  problems: ['choice-unknown', 'choice-twice', 'rank-incomplete'],
  check(value, question) {
    if (!Array.isArray(value) || value.length === 0) return fail('wrong-shape');
    if (value.length > question.options.length) return fail('choice-twice');
    for (const one of value) {
      const known = checkId(one, question.options);
      if (!known.ok) return known;
    }
    if (new Set(value).size !== value.length) return fail('choice-twice');
    const places = placesOf(question);
    return value.length === places ? ok(value) : fail('rank-incomplete', { places, chosen: value.length });
  },
  read(form, question) {
    // One field with ids in their order, or a list for each place (the page without a script).
    const together = form(formName(question)).filter((id) => id !== '');
    if (together.length > 0) return together;
    const places = question.options.flatMap(
      (_, index) => form(formName(question, String(index + 1)))[0] || [],
    );
    return places.length > 0 ? places : undefined;
  },
  write: (answer, question) => ({ [formName(question)]: [...answer] }),
  count: (answer) => Object.fromEntries(answer.map((id, index) => [`${id}:${index + 1}`, 1])),
  items: (question) =>
    question.options.map((option) => {
      const places = Array.from(
        { length: question.places ?? question.options.length },
        (_, index) => index + 1,
      );
      const keyOf = (place: number) => `${option.id}:${place}`;
      return {
        row: option.id,
        title: option.label,
        keys: places.map((place) => ({ key: keyOf(place), label: placeWords(place, question) })),
        values: places.map((place) => ({ key: keyOf(place), value: place })),
      };
    }),
  comparable: (question) => ({ kind: 'options', options: question.options.map((option) => option.id) }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer.join(';')],
  words: (answer, question) => answer.map((id, index) => `${index + 1} ${labelOf(question, id)}`).join('、'),
  faults: (question) => [
    ...nobodyCanChoose(question),
    ...((question.places ?? 0) > offered(question.options).length ? [error('contradictory-range')] : []),
  ],
  seconds: ({ options }) => 5 + 3 * options.length,
};
