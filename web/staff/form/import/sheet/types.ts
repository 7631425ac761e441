// What each question type makes of a row of a sheet: which cells it takes, and how its settings are made of them. What a
// type does not take stays in the row and is told. undefined: a cell that the type cannot do without is missing.
import type { FieldType } from '../../../../../schema/fields/registry.ts';
import type { Head } from './heads.ts';
import type { ListOption } from './lists.ts';
import { figure, type PlacedRow } from './placed.ts';

interface SheetQuestion {
  id: string;
  title: string;
  row: PlacedRow<Head>;
  /** options of the row, by their cells or by a list; taken with the first call */
  options(): ListOption[];
  /** parts of a cell as rows or columns of a table: `r1`, `r2` … */
  lines(head: 'rows' | 'columns'): { id: string; label: string }[];
}
type Settings = Readonly<Record<string, unknown>>;
type Make = (question: SheetQuestion) => Settings | undefined;

/** Settings that the row gives; the others are left out. */
const given = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
const whole = (text: string) => {
  const value = figure(text);
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
};
const short = (most: number) => (text: string) => (text.length <= most ? text : undefined);

const none: Make = () => ({});
const needs = (options: readonly ListOption[]): Settings | undefined =>
  options.length > 0 ? { options: options.map(({ under: _, ...option }) => option) } : undefined;
const choice: Make = (question) => needs(question.options());
const several: Make = ({ options, row }) => {
  const list = needs(options());
  return list && given({ ...list, min: row.takeAs('min', whole), max: row.takeAs('max', whole) });
};
/** Types whose options are words only. */
const plainChoice: Make = ({ options }) =>
  needs(options().map(({ text: _, exclusive: __, score: ___, ...option }) => option));
const words: Make = ({ row }) => given({ maxLength: row.takeAs('max', whole) });
const ends =
  (read: (text: string) => string | undefined): Make =>
  ({ row }) =>
    given({ min: row.takeAs('min', read), max: row.takeAs('max', read) });
const day = (text: string) => {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  return parts ? [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-') : undefined;
};
const clock = (text: string) => /^([01]?\d|2[0-3]):[0-5]\d/.exec(text)?.[0].padStart(5, '0');
const files: Make = ({ row }) => given({ most: row.takeAs('max', whole) });

const numbers = ({ row }: SheetQuestion) => ({
  min: row.takeAs('min', figure),
  max: row.takeAs('max', figure),
  decimals: row.takeAs('decimals', whole),
  unit: row.takeAs('unit', short(10)),
});

/** Points from their words, from two figures, or 1 to 5. */
const points = ({ options, row }: SheetQuestion): Settings => {
  const labels = options().map(({ label }) => label);
  const from = row.takeAs('min', whole);
  const to = row.takeAs('max', whole);
  return given({
    from: from === 0 ? 0 : 1,
    to: labels.length > 1 ? labels.length - (from === 0 ? 1 : 0) : (to ?? 5),
    labels: labels.length > 1 ? labels : undefined,
    low: row.takeAs('low', short(20)),
    high: row.takeAs('high', short(20)),
  });
};

/** Columns of a table stand in their own cell or where options do. */
const columnsOf = (question: SheetQuestion, otherwise?: string) => {
  const own = question.lines('columns');
  if (own.length > 0) return own;
  const options = question.options();
  if (options.length > 0) return options.map(({ label }, at) => ({ id: `c${at + 1}`, label }));
  return otherwise === undefined ? [] : [{ id: 'c1', label: otherwise }];
};
const table =
  (settings: Make, otherwise?: string): Make =>
  (question) => {
    const rows = question.lines('rows');
    const columns = columnsOf(question, otherwise);
    return rows.length > 0 && columns.length > 0
      ? given({ rows, columns, ...settings(question) })
      : undefined;
  };

const nodes: Make = (question) => {
  const options = question.options();
  const levels =
    question.row.look('columns') === '' ? [] : question.lines('columns').map(({ label }) => label);
  if (options.length === 0) return undefined;
  const idOf = (label: string | undefined) => options.find((one) => one.label === label)?.id;
  const depth = (option: ListOption | undefined, seen = 0): number =>
    option?.under === undefined || seen > 5
      ? 1
      : 1 +
        depth(
          options.find(({ label }) => label === option.under),
          seen + 1,
        );
  const deepest = Math.max(...options.map((option) => depth(option)));
  return {
    levels: Array.from({ length: deepest }, (_, at) => levels[at] ?? `第${at + 1}级`),
    nodes: options.map(({ id, label, under }) => given({ id, label, under: idOf(under) })),
  };
};

/** 楼道堆物（2分） takes two points off. */
const deductions: Make = ({ options }) => {
  const list = options().map(({ id, label, score }) => {
    const said = /[（(]?\s*[-－扣]?\s*(\d+(?:\.5)?)\s*分\s*[）)]?$/.exec(label);
    return {
      id,
      label: said ? label.slice(0, said.index).trim() : label,
      points: score ?? Number(said?.[1] ?? 1),
    };
  });
  return list.length > 0 ? { list } : undefined;
};

const blanks: Make = ({ title }) => {
  const gaps = title.match(/_{2,}/g) ?? [];
  return gaps.length > 0 ? { gaps: gaps.map((_, at) => ({ id: `g${at + 1}`, kind: 'text' })) } : undefined;
};

export const types: Readonly<Record<FieldType, Make>> = {
  single: choice,
  multi: several,
  dropdown: (question) => needs(question.options().map(({ text: _, ...option }) => option)),
  'yes-no': ({ options }) => {
    const [yes, no] = options();
    return given({ yes: yes?.label, no: no?.label });
  },
  'image-choice': choice,
  cascade: nodes,
  unit: () => ({ room: true }),
  vote: plainChoice,
  candidates: ({ options, row }) => {
    const seats = row.takeAs('max', whole);
    const list = options().map(({ id, label }) => ({ id, label }));
    return list.length > 0 ? given({ candidates: list, mode: seats ? 'choose' : 'each', seats }) : undefined;
  },
  rating: ({ row }) => given({ stars: row.takeAs('max', whole) }),
  scale: points,
  nps: ({ row }) => given({ low: row.takeAs('low', short(20)), high: row.takeAs('high', short(20)) }),
  slider: (question) => {
    const { min = 0, max = 100, unit } = numbers(question);
    const { row } = question;
    return given({
      min,
      max,
      unit,
      step: row.takeAs('step', whole),
      low: row.takeAs('low', short(20)),
      high: row.takeAs('high', short(20)),
    });
  },
  rank: ({ options, row }) => {
    const list = needs(options());
    return list && given({ ...list, places: row.takeAs('max', whole) });
  },
  allocate: ({ options, row }) => {
    const list = needs(options());
    return list && given({ ...list, total: row.takeAs('max', whole), unit: row.takeAs('unit', short(10)) });
  },
  indicator: ({ row }) => ({ full: row.takeAs('max', whole) ?? 10 }),
  deductions,
  number: (question) => given(numbers(question)),
  text: words,
  'long-text': words,
  'gap-fill': blanks,
  name: none,
  phone: none,
  email: none,
  url: none,
  'id-number': none,
  plate: none,
  date: ends(day),
  time: ends(clock),
  'date-range': ends(day),
  consent: ({ row, title }) => ({ text: row.take('hint') ?? title, version: 1 }),
  photo: files,
  file: files,
  signature: none,
  voice: ({ row }) => given({ seconds: row.takeAs('max', whole) }),
  location: none,
  'matrix-single': table(none),
  'matrix-multi': table(({ row }) => ({ min: row.takeAs('min', whole), max: row.takeAs('max', whole) })),
  'matrix-scale': (question) => {
    const rows = question.lines('rows');
    const labels = question.lines('columns');
    const options = question.options;
    const told = { ...question, options: () => (labels.length > 0 ? labels : options()) };
    return rows.length > 0 ? { rows, ...points(told) } : undefined;
  },
  'matrix-number': table(numbers, '数量'),
  'matrix-text': table(words, '内容'),
  'matrix-dropdown': (question) => {
    const rows = question.lines('rows');
    const columns = question.lines('columns');
    const options = question.options().map(({ id, label }) => ({ id, label }));
    if (rows.length === 0 || options.length === 0) return undefined;
    const heads = columns.length > 0 ? columns : [{ id: 'c1', label: '选择' }];
    return { rows, columns: heads.map((column) => ({ ...column, options })) };
  },
  rows: (question) => {
    const columns = columnsOf(question).map((column) => ({ ...column, kind: 'text' }));
    const { row } = question;
    return columns.length > 0
      ? given({ columns, min: row.takeAs('min', whole), max: row.takeAs('max', whole) })
      : undefined;
  },
  // A formula is no words: the form page writes it.
  calculated: () => undefined,
  hidden: ({ id }) => ({ param: /^[a-z]/.test(id) ? id.slice(0, 20) : `v_${id}`.slice(0, 20) }),
  note: none,
  divider: none,
  picture: none,
  video: none,
  'page-break': none,
};
