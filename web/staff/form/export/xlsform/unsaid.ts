// What of a form is not in its XLSForm: found by reading the file again and comparing, so that nothing can be forgotten.
import { fieldOf } from '../../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../../schema/form/definition.ts';

export interface Unsaid {
  /** none: of the form itself */
  question?: Question;
  /** the setting, `options.score` with the list that it stands in; `question` for all of it */
  key: string;
  /** what it is, where that is a text or a figure */
  value: string;
  /** of `type`: what it comes back as */
  becomes?: Question['type'];
}

/** Settings that are logic: held by their being there, for the same may be written in several ways. */
const logic = new Set(['showIf', 'requiredIf', 'formula', 'condition', 'jumps', 'carry', 'quiz', 'when']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every setting by its place: keys without the ids and numbers of what stands in lists, then the place itself. */
function leaves(
  value: unknown,
  keys: readonly string[],
  place: string,
): [place: string, leaf: { key: string; value: string }][] {
  if (value === undefined || keys.at(-1) === 'id') return [];
  const last = keys.at(-1) ?? '';
  const leaf = (text: string): [string, { key: string; value: string }][] => [
    [place, { key: keys.slice(0, 2).join('.'), value: text }],
  ];
  if (last === 'rules' && Array.isArray(value))
    return value.flatMap((rule, index) => [
      [`${place}.${index}`, { key: 'rules', value: '' }] as [string, { key: string; value: string }],
      ...leaves(isRecord(rule) ? rule.message : undefined, ['rules', 'message'], `${place}.${index}.message`),
    ]);
  if (logic.has(last)) return leaf('');
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      isRecord(item)
        ? leaves(item, keys, `${place}.${typeof item.id === 'string' ? item.id : index}`)
        : leaves(item, keys, `${place}.${index}`),
    );
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...keys, key], `${place}.${key}`));
  return leaf(String(value));
}

/** `isThere`: for a question that was written as another one, what the file says all the same in its own way. */
function differences(
  before: unknown,
  after: unknown,
  isThere?: (value: string) => boolean,
): Omit<Unsaid, 'question'>[] {
  const left = new Map(leaves(before, [], ''));
  const right = new Map(leaves(after, [], ''));
  const found = new Map<string, string>();
  for (const [place, { key, value }] of left)
    if (right.get(place)?.value !== value && !isThere?.(value) && !found.has(key)) found.set(key, value);
  // What the file says and the form does not: an exact place where only a rough one was asked for.
  for (const [place, { key }] of isThere ? [] : right)
    if (!left.has(place) && !found.has(key)) found.set(key, '');
  return [...found].map(([key, value]) => ({ key, value }));
}

/** `after`: the form as it reads from the file; `words`: all texts in the file */
export function unsaidIn(before: Definition, after: Definition, words: readonly string[]): Unsaid[] {
  const { questions, translations, ...form } = before;
  const { questions: read, translations: told, ...written } = after;
  return [
    ...differences(form, written),
    ...questions.flatMap((question): Unsaid[] => {
      const same = read.find(({ id }) => id === question.id);
      if (!same) return [{ question, key: 'question', value: '' }];
      const { type, ...settings } = question;
      const { type: becomes, ...others } = same;
      if (type === becomes) return differences(settings, others).map((one) => ({ ...one, question }));
      const values = new Set(leaves(others, [], '').map(([, { value }]) => value));
      const isThere = (value: string) => values.has(value) || words.some((word) => word.includes(value));
      // A table whose cells are questions of their own comes back as its heading.
      const split = fieldOf(question).asks && !fieldOf(same).asks;
      return [
        { question, key: split ? 'split' : 'type', value: '', becomes },
        ...differences(settings, others, isThere).map((one) => ({ ...one, question })),
      ];
    }),
    ...missingTexts(translations, told, new Set(read.map(({ id }) => id))),
  ];
}

/** Translations of what the file has no place for: of the title, of the words beside a slider. */
function missingTexts(
  before: Definition['translations'],
  after: Definition['translations'],
  known: ReadonlySet<string>,
): Unsaid[] {
  const lost = Object.entries(before ?? {}).flatMap(([tongue, texts]) =>
    Object.entries(texts).filter(([address]) => {
      const [kind, id = ''] = address.split('.');
      const told = Object.entries(after ?? {}).find(([other]) => other === tongue)?.[1];
      return (kind !== 'q' || known.has(id)) && told?.[address] === undefined;
    }),
  );
  return lost.map(([, value]) => ({ key: 'translations', value }));
}
