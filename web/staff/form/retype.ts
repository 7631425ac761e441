// Types that a question can be changed to and still ask the same: what stands under its title fits both. Conditions, checks
// and jumps do not come along here; change-type.ts sees to them.
import { type FieldType, fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { bestFirst } from '../../../schema/form/text/points.ts';
import { questionShape } from './question-shape.ts';

/** Types that ask for the same kind of thing; a type may be of several. */
const families: readonly (readonly FieldType[])[] = [
  ['single', 'multi', 'dropdown', 'scale', 'rank', 'allocate', 'vote', 'image-choice'],
  ['scale', 'rating', 'nps', 'slider'],
  [
    'text',
    'long-text',
    'name',
    'phone',
    'number',
    'date',
    'time',
    'email',
    'id-number',
    'plate',
    'url',
    'unit',
    'photo',
    'file',
    'signature',
    'note',
  ],
  ['matrix-single', 'matrix-multi', 'matrix-scale'],
  ['matrix-text', 'matrix-number'],
];

type Labelled = readonly { id: string; label: string }[];

const listOf = (labels: readonly string[], letter: string): Labelled =>
  labels.map((label, index) => ({ id: `${letter}${index + 1}`, label }));

/** The options of a choice, or the words of a scale as options. */
function optionsOf(question: Question): Labelled | undefined {
  if ('options' in question) return question.options;
  return 'labels' in question && question.labels ? listOf(question.labels, 'o') : undefined;
}

/** The words of points, lowest first: what stands beside them must be short, and nothing more. */
function pointsOf(list: Labelled | undefined) {
  if (!list || list.length < 3 || list.length > 10) return undefined;
  if (list.some(({ label, ...more }) => label.length > 20 || 'text' in more)) return undefined;
  const labels = list.map(({ label }) => label);
  const turned = bestFirst(labels[0] ?? '', labels.at(-1) ?? '') ? labels.reverse() : labels;
  return { from: 1, to: labels.length, labels: turned };
}

function columnsOf(question: Question): Labelled | undefined {
  if ('columns' in question && question.type !== 'rows') return question.columns;
  return 'labels' in question && question.labels ? listOf(question.labels, 'c') : undefined;
}

/** What a type takes over; undefined when there is nothing to take. */
type Take = (question: Question) => object | undefined;
const options: Take = (question) => {
  const list = optionsOf(question);
  return list && { options: list };
};
/** Choices that take no words, and exclude nothing. */
const bareOptions: Take = (question) => {
  const list = optionsOf(question);
  return list && { options: list.map(({ id, label }) => ({ id, label })) };
};
const table: Take = (question) => {
  const columns = columnsOf(question);
  return 'rows' in question && columns ? { rows: question.rows, columns } : undefined;
};
const nothing: Take = () => ({});

const takes: Readonly<Partial<Record<FieldType, Take>>> = {
  single: options,
  multi: options,
  dropdown: bareOptions,
  rank: bareOptions,
  allocate: bareOptions,
  vote: bareOptions,
  'image-choice': bareOptions,
  scale: (question) => ('options' in question ? pointsOf(optionsOf(question)) : { from: 1, to: 5 }),
  slider: () => ({ min: 0, max: 100 }),
  'matrix-single': table,
  'matrix-multi': table,
  'matrix-text': table,
  'matrix-number': table,
  'matrix-scale': (question) => {
    const points = pointsOf(columnsOf(question));
    return 'rows' in question && points ? { rows: question.rows, ...points } : undefined;
  },
};

/** The question as one of another type; undefined when it would not hold. */
export function retyped(question: Question, type: FieldType): Question | undefined {
  if (type === question.type) return question;
  const own = (takes[type] ?? nothing)(question);
  if (!own) return undefined;
  const { id, title, hint, required } = question;
  const asked = fieldOf({ type }).asks;
  const { data } = questionShape().safeParse({
    id,
    type,
    title,
    ...(hint !== undefined && { hint }),
    ...(asked && required && { required }),
    ...own,
  });
  if (!data) return undefined;
  const broken = (fieldOf(data).faults?.(data) ?? []).some(({ severity }) => severity === 'error');
  return broken ? undefined : data;
}

/** The types that it can have, its own among them. */
export function typesFor(question: Question): FieldType[] {
  const near = families.filter((family) => family.includes(question.type)).flat();
  return [...new Set([question.type, ...near])].filter((type) => retyped(question, type));
}
