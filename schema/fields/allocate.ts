// A sum shared out among options 比重: whole parts that make 100, or another total.
import * as z from 'zod/mini';
import { type Field, fail, firstFilled, formName, isRecord, label, ok, questionShape } from './field.ts';
import { readFigure } from './number.ts';
import { listSettings, nobodyCanChoose, offered } from './options.ts';

export const shape = () =>
  questionShape('allocate', {
    ...listSettings(),
    total: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
    unit: z.optional(label(10)),
  });
export type AllocateQuestion = z.infer<ReturnType<typeof shape>>;

export const totalOf = ({ total = 100 }: Pick<AllocateQuestion, 'total'>) => total;

export const field: Field<AllocateQuestion, Record<string, number>> = {
  type: 'allocate',
  asks: true,
  personal: false,
  labels: ['比重题', '分配题', '比重'],
  problems: ['choice-unknown', 'not-whole', 'number-range', 'allocate-sum'],
  check(value, question) {
    if (!isRecord(value)) return fail('wrong-shape');
    const total = totalOf(question);
    const given = new Map(Object.entries(value));
    const parts: Record<string, number> = {};
    for (const { id, label } of offered(question.options)) {
      const part = given.get(id) ?? 0;
      given.delete(id);
      if (typeof part !== 'number' || !Number.isInteger(part)) return fail('not-whole', { row: label });
      if (part < 0 || part > total) return fail('number-range', { min: 0, max: total });
      parts[id] = part === 0 ? 0 : part;
    }
    const [stranger] = given.keys();
    if (stranger !== undefined) return fail('choice-unknown', { option: stranger.slice(0, 24) });
    const sum = Object.values(parts).reduce((all, part) => all + part, 0);
    return sum === total ? ok(parts) : fail('allocate-sum', { total, sum });
  },
  read(form, question) {
    const parts = question.options.flatMap(({ id }) => {
      const typed = form(formName(question, id));
      return firstFilled(typed) === undefined ? [] : [[id, readFigure(typed)] as const];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  },
  write: (answer, question) =>
    Object.fromEntries(Object.entries(answer).map(([id, part]) => [formName(question, id), [String(part)]])),
  count: (answer) => ({ ...answer, _n: 1 }),
  items: (question) =>
    question.options.map((option) => ({
      row: option.id,
      title: option.label,
      keys: [],
      base: '_n',
      sum: { key: option.id, scale: 1 },
      unit: question.unit,
    })),
  comparable: (question, row) =>
    question.options.some(({ id }) => id === row)
      ? { kind: 'number', min: 0, max: totalOf(question) }
      : { kind: 'none' },
  value: (answer, _question, row) =>
    row === undefined ? Object.keys(answer).filter((id) => answer[id]) : answer[row],
  columns: (question) =>
    question.options.map(({ id, label }) => ({ suffix: id, label: `${question.title} ${label}` })),
  cells: (answer, question) => question.options.map(({ id }) => answer[id] ?? ''),
  words: (answer, question) =>
    question.options
      .flatMap(({ id, label }) => (answer[id] ? [`${label} ${answer[id]}${question.unit ?? ''}`] : []))
      .join('、'),
  faults: nobodyCanChoose,
  seconds: ({ options }) => 8 + 5 * options.length,
};
