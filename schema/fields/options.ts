// What the choice types share: options with stable ids, and the "other" text that one of them may ask for.
import * as z from 'zod/mini';
import { fileId, localId } from '../ids.ts';
import { carryShape, conditionShape } from '../logic/shapes.ts';
import {
  type Checked,
  cleanWords,
  error,
  type Fault,
  type FormReader,
  type FormValues,
  fail,
  firstFilled,
  formName,
  isRecord,
  label,
  ok,
} from './field.ts';

export const optionShape = () =>
  z.strictObject({
    id: localId(),
    label: label(200),
    /** choosing it asks for words (其他，请写明) */
    text: z.optional(z.boolean()),
    /** several choices only: excludes all others (以上都没有) */
    exclusive: z.optional(z.boolean()),
    /** no longer offered in new versions; kept so that its counts keep their name */
    retired: z.optional(z.boolean()),
    /** offered when this holds */
    showIf: z.optional(conditionShape()),
    /** what choosing it is worth, for calculated values */
    score: z.optional(z.number().check(z.minimum(-1000), z.maximum(1000))),
    /** places: so many may choose it in one run */
    quota: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
    /** a picture of the author's */
    image: z.optional(fileId()),
    /** stays in its place where the others are shuffled */
    pinned: z.optional(z.boolean()),
  });
export type Option = z.infer<ReturnType<typeof optionShape>> & {
  /** set when the option is shown to a resident, never stored: places left, and that there are none */
  note?: string;
  full?: boolean;
};

export const optionsShape = () => z.array(optionShape()).check(z.minLength(1), z.maxLength(200));

/** What every list of options may be told. */
export const listSettings = () => ({
  options: optionsShape(),
  /** the options come in a drawn order, the same for one response */
  shuffle: z.optional(z.boolean()),
  carry: carryShape(),
});

/** Settings that the choice types share. */
export const choiceSettings = () => ({ ...listSettings(), quiz: quizShape() });

/** A question of a test: what is right, what that is worth, and what is said about it afterwards. */
export const quizShape = () =>
  z.optional(
    z.strictObject({
      right: z.array(localId()).check(z.minLength(1), z.maxLength(50)),
      points: z.number().check(z.minimum(0), z.maximum(100)),
      explain: z.optional(label(500)),
    }),
  );

/** A chosen option: its id, or its id with the words that it asked for. */
export type Choice = string | { id: string; text: string };

export const choiceId = (choice: Choice) => (typeof choice === 'string' ? choice : choice.id);
export const choiceText = (choice: Choice) => (typeof choice === 'string' ? '' : choice.text);
export const offered = (options: readonly Option[]) => options.filter((option) => !option.retired);

/** A choice with its words, and not a record of answers by row. */
export const isChoice = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && Object.keys(value).every((key) => key === 'id' || key === 'text');

/** Longest text of 其他，请写明. */
export const otherTextMax = 100;

export function checkChoice(value: unknown, options: readonly Option[]): Checked<Choice> {
  const written = isChoice(value);
  const id = written ? value.id : value;
  if (typeof id !== 'string') return fail('wrong-shape');
  const option = offered(options).find((candidate) => candidate.id === id);
  if (!option) return fail('choice-unknown', { option: id.slice(0, 24) });
  const raw = written ? value.text : undefined;
  if (raw !== undefined && typeof raw !== 'string') return fail('wrong-shape');
  const text = cleanWords(raw ?? '');
  if (text === undefined) return fail('text-broken');
  if (!option.text) return text ? fail('wrong-shape') : ok(id);
  if (!text) return fail('other-text-missing', { option: option.label });
  if (text.length > otherTextMax) return fail('text-long', { max: otherTextMax, length: text.length });
  return ok({ id, text });
}

/** The ids ticked in a plain form, each with its words when its option asks for some. */
export function readChoices(
  form: FormReader,
  question: { id: string; options: readonly Option[] },
): Choice[] {
  return form(formName(question)).map((id) => {
    const option = question.options.find((candidate) => candidate.id === id);
    if (!option?.text) return id;
    return { id, text: firstFilled(form(formName(question, id))) ?? '' };
  });
}

export function writeChoices(choices: readonly Choice[], question: { id: string }): FormValues {
  const written: FormValues = { [formName(question)]: choices.map(choiceId) };
  for (const choice of choices)
    if (typeof choice !== 'string') written[formName(question, choice.id)] = [choice.text];
  return written;
}

/** All options were taken off the list. */
export const nobodyCanChoose = (question: { options: readonly Option[] }): Fault[] =>
  offered(question.options).length === 0 ? [error('no-options-left')] : [];

export function choiceWords(choice: Choice, options: readonly Option[]): string {
  const name = options.find((option) => option.id === choiceId(choice))?.label ?? choiceId(choice);
  const text = choiceText(choice);
  return text ? `${name}：${text}` : name;
}

export const optionKeys = (options: readonly Option[]) =>
  options.map(({ id, label, retired }) => ({ key: id, label, ...(retired && { retired }) }));
