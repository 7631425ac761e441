// What of a form is not in a file that was made of it: found by reading the file again and comparing, so that nothing can
// be forgotten.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { ownTongue, tonguesOf } from '../../../../schema/form/localize.ts';
import { saidOf } from '../../../../schema/form/text/say-question.ts';
import { languageName } from '../xlsform/languages.ts';

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

/** The same for a text: it has no ids, so what it says is held against the form by its place. */
export function unsaidInText(before: Definition, after: Definition): Unsaid[] {
  const { questions, translations: _, ...form } = before;
  const { questions: read, ...written } = after;
  const others = tonguesOf(before).filter((tongue) => tongue !== ownTongue(before));
  return [
    ...missing(form, written),
    ...questions.flatMap((question, index): Unsaid[] => {
      const same = read[index];
      if (same?.type !== question.type) return [{ question, key: 'question', value: '' }];
      // Ids of a tree stand in its branches too.
      const isSaid = 'nodes' in question && saidOf(same) === saidOf(question);
      return missing(question, isSaid ? { ...same, nodes: question.nodes } : same).map((one) => ({
        ...one,
        question,
      }));
    }),
    ...others.map((tongue) => ({ key: 'translations', value: languageName(tongue) })),
  ];
}

/** Settings whose values say nothing to people. */
const codes = new Set(['layout', 'image', 'video', 'kind', 'kinds', 'mode', 'units', 'language']);
const last = (key: string) => key.split('.').at(-1) ?? key;

/** Settings of which nothing came back are told as one. */
function missing(before: object, after: object): Omit<Unsaid, 'question'>[] {
  const all = differences(before, alike(before, after)).map(({ key, value }) => {
    const [setting = key] = key.split('.');
    const whole = setting === key || setting in after ? key : setting;
    return { key: whole, value: whole === key && !codes.has(last(key)) ? value : '' };
  });
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

/** Words as a text keeps them: on one line, in half-width letters and digits. */
const plain = (words: string) => words.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** What was read, under the ids of the form. Options that are no longer offered are in no text. */
function alike(before: unknown, after: unknown): unknown {
  if (typeof before === 'string' && typeof after === 'string')
    return plain(before) === plain(after) ? before : after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const offered = before.filter((item) => !isRecord(item) || item.retired !== true);
    return after.map((item, index) => alike(offered[index], item));
  }
  if (!isRecord(before) || !isRecord(after)) return after;
  return Object.fromEntries(
    Object.entries(after).flatMap(([key, value]) => {
      const own = before[key];
      if (key === 'id') return [[key, own]];
      // A formula is read as 0.
      if (key === 'formula' && JSON.stringify(own) !== JSON.stringify(value)) return [];
      return [[key, alike(own, value)]];
    }),
  );
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
