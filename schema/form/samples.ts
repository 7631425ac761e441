// Answers that a question takes, for trying a form out. No type is known here: of the few shapes that answers have, those
// are kept which the type's own check accepts. The same question always gives the same answers.
import { fieldOf } from '../fields/registry.ts';
import type { Question } from '../fields/shapes.ts';
import { listed } from './lint/places.ts';

/** An answer that is wanted among them, or one close to it: of a choice its id, of a figure the figure. */
export interface Wanted {
  row?: string | undefined;
  value: string | number;
}

/** At most so many, the wanted ones first. */
const most = 60;
/** Of a long list of choices so many are tried that nobody asked for. */
const choicesTried = 24;

/** Canonical answers, each of them different; at least one for every type that asks. */
export function samplesOf(question: Question, wanted: readonly Wanted[] = []): unknown[] {
  const field = fieldOf(question);
  const found = new Map<string, unknown>();
  for (const given of candidates(question, wanted)) {
    const checked = field.check(given, question);
    if (checked.ok) found.set(JSON.stringify(checked.value), checked.value);
    if (found.size >= most) break;
  }
  return [...found.values()];
}

/** Any answer passes. */
export function takesSome(question: Question): boolean {
  for (const given of candidates(question, [])) if (fieldOf(question).check(given, question).ok) return true;
  return false;
}

function* candidates(question: Question, wanted: readonly Wanted[]): Generator<unknown> {
  const plain = wanted.filter(({ row }) => row === undefined).map(({ value }) => value);
  const near = plain.flatMap((value) => around(value));
  const values = [...new Set([...near, ...ownValues(question)])];
  for (const value of values) yield* ofOne(question, value, values);
  yield* ofParts(question, wanted, values);
  for (const value of usual) yield* ofOne(question, value, []);
  yield* special;
}

/** The value, and what comes right before and after it. */
function around(value: string | number): (string | number)[] {
  if (typeof value === 'number') return [value, value - 1, value + 1];
  const [, year, rest] = /^(\d{4})(-\d\d-\d\d)$/.exec(value) ?? [];
  return year ? [value, `${Number(year) - 1}${rest}`, `${Number(year) + 1}${rest}`] : [value];
}

/** What the question itself names: its choices, its ends, the version of a text. */
function ownValues(question: Question): (string | number)[] {
  const kind = fieldOf(question).comparable(question);
  const setting = (name: string): unknown => Object.entries(question).find(([key]) => key === name)?.[1];
  const isValue = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number';
  const ends = ['min', 'max', 'version'].map(setting).filter(isValue);
  if (kind.kind === 'option' || kind.kind === 'options')
    return [...kind.options.slice(0, choicesTried), ...ends];
  if (kind.kind !== 'number') return ends;
  const step = setting('step');
  return [kind.min, kind.max, kind.min + (typeof step === 'number' ? step : 1), ...ends];
}

/** A value as the types take it: alone, with words, first in a list, as marks with a reason, as both ends of a time. */
function* ofOne(
  question: Question,
  value: string | number,
  others: readonly (string | number)[],
): Generator<unknown> {
  const { options } = listed(question);
  const choice = (id: string | number) =>
    options.some((option) => option.id === id && option.text) ? { id, text: '说明' } : id;
  // Some types have no room for words beside an option.
  for (const one of new Set([choice(value), value])) {
    yield one;
    yield [one];
  }
  yield { marks: value, reason: '说明' };
  yield { from: value, to: value };
  const rest = others.filter(
    (other) => other !== value && options.every(({ id, exclusive }) => id !== other || !exclusive),
  );
  // Lists that must have so many: longer ones until one is long enough.
  for (let length = 1; length <= Math.min(rest.length, choicesTried); length++) {
    const list = [value, ...rest.slice(0, length)];
    yield list.map(choice);
    if (options.some(({ text }) => text)) yield list;
  }
}

/** Answers by row, candidate, blank or option: the same in each, and what is wanted in one of them. */
function* ofParts(
  question: Question,
  wanted: readonly Wanted[],
  values: readonly (string | number)[],
): Generator<unknown> {
  const lists = Object.values({ ...question }).filter(isParts);
  for (const parts of lists) {
    const others = lists.filter((list) => list !== parts);
    const cells = [...others.flatMap((list) => list.map(({ id }) => id)), ...values, ...cellValues];
    const inner = lists.flatMap((list) => list.flatMap(({ options = [] }) => options.map(({ id }) => id)));
    const fill = (cell: unknown) => Object.fromEntries(parts.map(({ id }) => [id, cell]));
    const columns = others[0] ?? [];
    const shapes = (value: string | number): unknown[] => [
      value,
      [value],
      Object.fromEntries(columns.map(({ id, options }) => [id, options?.[0]?.id ?? value])),
    ];
    const wholes = [...cells, ...inner].flatMap(shapes);
    const whole = wholes.find((cell) => fieldOf(question).check(fill(cell), question).ok);
    for (const { row, value } of wanted) {
      if (row === undefined) continue;
      for (const near of around(value))
        for (const cell of shapes(near)) yield { ...(whole !== undefined && fill(whole)), [row]: cell };
    }
    for (const cell of wholes) yield fill(cell);
    for (const { id } of parts.slice(0, choicesTried))
      for (const cell of ['for', 100, ...values]) yield { [id]: cell };
    // A sum that must come out: all of it on one.
    for (const { id } of parts.slice(0, choicesTried))
      for (const total of totals(question)) yield { [id]: total };
    for (const { id } of parts.slice(0, choicesTried)) yield { found: { [id]: 1 }, photos: [file] };
    yield [Object.fromEntries(parts.flatMap(({ id, kind, options }) => [[id, rowCell(kind, options)]]))];
    yield Object.fromEntries(parts.map(({ id, kind }) => [id, kind === 'number' ? 1 : '说明']));
  }
}

interface Part {
  id: string;
  kind?: string;
  options?: readonly { id: string }[];
}
const isParts = (value: unknown): value is Part[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'object' && one !== null && 'id' in one);
const totals = (question: Question): number[] =>
  'total' in question && question.total !== undefined ? [question.total] : [100];
const rowCell = (kind: string | undefined, options: readonly { id: string }[] = []): string | number => {
  if (kind === 'number') return 1;
  if (kind === 'phone') return '13800001234';
  return kind === 'date' ? '2026-01-31' : (options[0]?.id ?? '说明');
};

const file = 'a'.repeat(52);
const cellValues = [1, 0, 2, 3, 5, '说明', 'for', 'against', 'abstain', 'na'];
const usual: readonly (string | number)[] = [
  '说明',
  '王芳',
  '2026-01-31',
  '09:30',
  '13800001234',
  'name@example.cn',
  'https://www.example.cn',
  '110101199003071233',
  '鄂B12345',
  'a',
  1,
  10,
];
const special: readonly unknown[] = [
  [file],
  { found: {} },
  { from: '2026-01-31', to: '2026-02-01' },
  { id: 'b1', name: '1号楼' },
  { id: 'b1', name: '1号楼', room: '302' },
  { lat: 30.1, lng: 114.98 },
];
