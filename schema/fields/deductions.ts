// A checklist of deductions 扣分清单: what was found, how often, with photos as evidence and a note.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import {
  type Field,
  fail,
  firstFilled,
  formName,
  inLanguage,
  isRecord,
  label,
  ok,
  partColumn,
  questionShape,
} from './field.ts';
import { headsItem } from './figures.ts';
import { checkFiles, photoLimits, photoWords } from './files.ts';
import { checkLine } from './line.ts';
import { readFigure } from './number.ts';

const itemShape = () =>
  z.strictObject({
    id: localId(),
    label: label(200),
    /** taken off each time, in halves */
    points: z.number().check(z.minimum(0.5), z.maximum(100), z.multipleOf(0.5)),
    /** at most so many times; once unless said */
    times: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  });
export const shape = () =>
  questionShape('deductions', {
    list: z.array(itemShape()).check(z.minLength(1), z.maxLength(40)),
    /** photos that may be added; none unless said */
    photos: z.optional(z.int().check(z.minimum(1), z.maximum(9))),
    /** photos must be added when anything is taken off */
    evidence: z.optional(z.boolean()),
  });
export type DeductionsQuestion = z.infer<ReturnType<typeof shape>>;

/** How often each was found; nothing found is an answer too. */
export interface Deductions {
  found: Record<string, number>;
  photos?: readonly string[];
  note?: string;
}

/** Points taken off. */
export const takenOff = ({ found }: Deductions, { list }: DeductionsQuestion): number =>
  list.reduce((sum, { id, points }) => sum + points * (found[id] ?? 0), 0);

const cellsOf = (answer: Deductions, question: DeductionsQuestion, photos = '') => [
  takenOff(answer, question),
  ...question.list.map(({ id }) => answer.found[id] ?? 0),
  answer.note ?? '',
  photos,
];

/** Field of a plain form that says that nothing was found. */
export const nothingFound = 'none';

export const field: Field<DeductionsQuestion, Deductions> = {
  type: 'deductions',
  asks: true,
  personal: true,
  labels: ['扣分题', '扣分清单', '检查清单题', '检查表题'],
  problems: [
    'choice-unknown',
    'found-missing',
    'times-many',
    'evidence-missing',
    'files-many',
    'file-lost',
    'file-refused',
    'file-sending',
    'text-long',
    'text-broken',
  ],
  check(value, question) {
    if (!isRecord(value) || Object.keys(value).some((key) => !['found', 'photos', 'note'].includes(key)))
      return fail('wrong-shape');
    const { found: given, photos, note } = value;
    if (given === undefined && (photos || note)) return fail('found-missing');
    if (!isRecord(given)) return fail('wrong-shape');
    const left = new Map(Object.entries(given));
    const found: Record<string, number> = {};
    for (const { id, label, times = 1 } of question.list) {
      const often = left.get(id);
      left.delete(id);
      if (often === undefined || often === null || often === 0) continue;
      if (typeof often !== 'number' || !Number.isInteger(often) || often < 0) return fail('wrong-shape');
      if (often > times) return fail('times-many', { item: label, times });
      found[id] = often;
    }
    const [stranger] = left.keys();
    if (stranger !== undefined) return fail('choice-unknown', { option: stranger.slice(0, 24) });
    const answer: Deductions = { found };
    if (photos !== undefined) {
      const files = checkFiles(photos, question.photos ?? 0);
      if (!files.ok) return files;
      answer.photos = files.value;
    } else if (question.evidence && Object.keys(found).length > 0) return fail('evidence-missing');
    if (note !== undefined && note !== '') {
      const line = checkLine(note, 200);
      if (!line.ok) return line;
      answer.note = line.value;
    }
    return ok(answer);
  },
  read(form, question) {
    const found = Object.fromEntries(
      question.list.flatMap(({ id }) => {
        const often = readFigure(form(formName(question, id)));
        return often === undefined ? [] : [[id, often] as const];
      }),
    );
    const none = firstFilled(form(formName(question))) === nothingFound;
    const photos = form(formName(question, 'photos')).filter((id) => id !== '');
    const note = firstFilled(form(formName(question, 'note')));
    const said = none || Object.keys(found).length > 0;
    if (!said && photos.length === 0 && note === undefined) return undefined;
    return {
      ...(said && { found }),
      ...(photos.length > 0 && { photos }),
      ...(note !== undefined && { note }),
    };
  },
  write: ({ found, photos, note }, question) => ({
    ...(Object.keys(found).length === 0 && { [formName(question)]: [nothingFound] }),
    ...Object.fromEntries(
      Object.entries(found).map(([id, often]) => [formName(question, id), [String(often)]]),
    ),
    ...(photos && { [formName(question, 'photos')]: [...photos] }),
    ...(note !== undefined && { [formName(question, 'note')]: [note] }),
  }),
  count: (answer, question) => ({ ...answer.found, _n: 1, _sum: takenOff(answer, question) * 2 }),
  items: (question) => [
    {
      ...headsItem(question),
      sum: { key: '_sum', scale: 2 },
      unit: inLanguage(question, { zh: '分', en: 'points' }),
    },
    ...question.list.map(({ id, label }) => ({
      row: id,
      title: label,
      keys: [],
      base: '_n',
      sum: { key: id, scale: 1 },
      unit: inLanguage(question, { zh: '次', en: 'times' }),
    })),
  ],
  comparable: (question, row) =>
    row === undefined
      ? {
          kind: 'number',
          min: 0,
          max: question.list.reduce((sum, { points, times = 1 }) => sum + points * times, 0),
        }
      : { kind: 'none' },
  value: (answer, question) => takenOff(answer, question),
  files: ({ photos = [] }) => photos,
  limits: ({ photos = 0 }) => photoLimits(photos),
  columns: (question) => [
    partColumn(question, 'points', { zh: '扣分', en: 'points off' }),
    ...question.list.map(({ id, label }) => ({ suffix: id, label: `${question.title} ${label}` })),
    partColumn(question, 'note_', { zh: '说明', en: 'note' }),
    partColumn(question, 'photos_', { zh: '照片', en: 'photos' }),
  ],
  cells: (answer, question) => cellsOf(answer, question, answer.photos?.join(';')),
  cellsInWords: (answer, question) =>
    cellsOf(answer, question, answer.photos && photoWords(answer.photos, question)),
  words(answer, question) {
    const off = takenOff(answer, question);
    if (off === 0) return inLanguage(question, { zh: '没有发现问题', en: 'Nothing found' });
    const items = question.list.flatMap(({ id, label }) => {
      const often = answer.found[id];
      return often ? [often > 1 ? `${label} ×${often}` : label] : [];
    });
    const parts = [...items, ...(answer.note ? [answer.note] : [])].join('、');
    return inLanguage(question, { zh: `扣 ${off} 分：${parts}`, en: `${off} off: ${parts}` });
  },
  faults: ({ evidence, photos }) =>
    evidence && !photos ? [{ code: 'contradictory-range', severity: 'error' }] : [],
  seconds: ({ list }) => 6 + 4 * list.length,
};
