// Names that are there twice, and how much there is.
import type { Question } from '../../../schema/form/definition.ts';
import {
  a,
  b,
  type Case,
  c,
  few,
  form,
  grid,
  isNo,
  isYes,
  last,
  many,
  note,
  page,
  words,
  yes,
} from './case.ts';

const table = (rows: number, columns: number) => {
  const list = (n: number, kind: string) =>
    Array.from({ length: n }, (_, at) => ({ id: `${kind}${at}`, label: `${kind} ${at}` }));
  return {
    id: 't',
    type: 'matrix-single' as const,
    title: '表',
    rows: list(rows, 'r'),
    columns: list(columns, 'c'),
  };
};
const tables = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...table(44, 9), id: `t${at}`, title: `表 ${at}` }));
/** Forty seconds, as the type says of itself. */
const required40 = { type: 'long-text' as const, required: true };
const ending = { id: 'thanks', title: '谢谢', when: isYes };
const quota = { id: 'seats', label: '座位', max: 5, when: isYes };
/** Each option but the first hangs on all those of the question before. */
const chain = (questions: number) =>
  form(
    ...Array.from({ length: questions }, (_, at): Question => {
      const of = Array.from({ length: 10 }, (_, from) => `o${from}`);
      const showIf = at > 0 ? ({ q: `q${at - 1}`, op: 'in', value: of.slice(0, 9) } as const) : undefined;
      const options = of.map((id, from) => ({ id, label: `选项 ${from}`, ...(from > 0 && { showIf }) }));
      return { id: `q${at}`, type: 'single', title: `题 ${at}`, options };
    }),
  );
const hidden = { id: 'h', type: 'hidden' as const, title: '来源', param: 'from' };

export const idCases: Case[] = [
  {
    code: 'not-all-checked',
    severity: 'advice',
    what: 'conditions upon conditions without end',
    wrong: chain(90),
    right: chain(9),
  },
  {
    code: 'no-questions',
    severity: 'error',
    what: 'nothing is asked',
    wrong: form(note),
    right: form(note, yes),
  },
  {
    code: 'duplicate-question',
    severity: 'error',
    what: 'two questions of one id',
    wrong: form(yes, { ...words, id: 'yes' }),
    right: form(yes, words),
  },
  {
    code: 'duplicate-option',
    severity: 'error',
    what: 'two options of one id',
    wrong: form({ ...many, options: [a, { ...b, id: 'a' }] }),
    right: form(many),
    at: 'q.many.options.a',
  },
  {
    code: 'duplicate-option',
    severity: 'error',
    what: 'two rows of one id',
    wrong: form({ ...grid, rows: [a, { ...b, id: 'a' }] }),
    right: form({ ...grid, rows: [a, b] }),
  },
  {
    code: 'duplicate-option',
    severity: 'error',
    what: 'two candidates of one id',
    wrong: form({
      id: 'k',
      type: 'candidates',
      title: '推选',
      mode: 'each',
      candidates: [a, { ...b, id: 'a' }],
    }),
    right: form({ id: 'k', type: 'candidates', title: '推选', mode: 'each', candidates: [a, b] }),
  },
  {
    code: 'duplicate-option',
    severity: 'error',
    what: 'two options of one id in a column',
    wrong: form(columnOf([a, { ...b, id: 'a' }])),
    right: form(columnOf([a, b])),
    at: 'q.m.columns.k.options.a',
  },
  {
    code: 'duplicate-ending',
    severity: 'error',
    what: 'two endings of one id',
    wrong: { ...form(yes), endings: [ending, { ...ending, when: isNo }] },
    right: { ...form(yes), endings: [ending, { ...ending, id: 'other', when: isNo }] },
  },
  {
    code: 'duplicate-ending',
    severity: 'error',
    what: 'an ending with the id of a page',
    wrong: { ...form(yes, page, last), endings: [{ ...ending, id: 'page' }] },
    right: { ...form(yes, page, last), endings: [ending] },
    questions: ['page'],
  },
  {
    code: 'duplicate-quota',
    severity: 'error',
    what: 'two quotas of one id',
    wrong: { ...form(yes), quotas: [quota, quota] },
    right: { ...form(yes), quotas: [quota, { ...quota, id: 'beds' }] },
  },
  {
    code: 'reserved-name',
    severity: 'error',
    what: 'an ending with the name of the usual end',
    wrong: { ...form(yes), endings: [{ ...ending, id: 'end' }] },
    right: { ...form(yes), endings: [ending] },
  },
  {
    code: 'reserved-name',
    severity: 'error',
    what: 'a deduction with the name of the photos beside it',
    wrong: form(deductions('photos')),
    right: form(deductions('junk')),
  },
  {
    code: 'too-many-cells',
    severity: 'error',
    what: 'a table of 45 by 9',
    wrong: form(table(45, 9)),
    right: form(table(44, 9)),
  },
  {
    code: 'too-many-minutes',
    severity: 'advice',
    what: 'more than a quarter of an hour',
    wrong: form(
      ...Array.from({ length: 23 }, (_, at) => ({ ...required40, id: `l${at}`, title: `请说说 ${at}` })),
    ),
    right: form(
      ...Array.from({ length: 22 }, (_, at) => ({ ...required40, id: `l${at}`, title: `请说说 ${at}` })),
    ),
  },
  {
    code: 'page-without-questions',
    severity: 'advice',
    what: 'a page of words alone',
    wrong: form(yes, page, note),
    right: form(yes, page, note, words),
    questions: ['page'],
  },
  {
    code: 'param-twice',
    severity: 'advice',
    what: 'one value of the link under two names',
    wrong: form(yes, hidden, { ...hidden, id: 'g' }),
    right: form(yes, hidden, { ...hidden, id: 'g', param: 'way' }),
    questions: ['g', 'h'],
  },
  {
    code: 'no-options-left',
    severity: 'error',
    what: 'all options retired',
    wrong: form({ ...many, options: [a, b].map((option) => ({ ...option, retired: true })) }),
    right: form({ ...many, options: [a, { ...b, retired: true }] }),
  },
  {
    code: 'contradictory-range',
    severity: 'error',
    what: 'more asked for than there is',
    wrong: form({ ...many, min: 4 }),
    right: form({ ...many, min: 3 }),
  },
  {
    code: 'contradictory-range',
    severity: 'error',
    what: 'at least more than at most',
    wrong: form({ ...many, min: 3, max: 2 }),
    right: form({ ...many, min: 2, max: 2 }),
  },
  {
    code: 'contradictory-range',
    severity: 'error',
    what: 'exclusive options are no room',
    wrong: form({ ...many, min: 3, options: [a, b, { ...c, exclusive: true }] }),
    right: form({ ...many, min: 2, options: [a, b, { ...c, exclusive: true }] }),
  },
  {
    code: 'contradictory-range',
    severity: 'error',
    what: 'a number that ends before it begins',
    wrong: form({ ...few, min: 9, max: 1 }),
    right: form({ ...few, min: 1, max: 1 }),
  },
  {
    code: 'contradictory-range',
    severity: 'error',
    what: 'an upper end below zero alone',
    wrong: form({ id: 'n', type: 'number', title: '数', max: -1 }),
    right: form({ id: 'n', type: 'number', title: '数', min: -5, max: -1 }),
  },
  {
    code: 'contradictory-range',
    severity: 'error',
    what: 'a day that ends before it begins',
    wrong: form({ id: 'd', type: 'date', title: '日', min: '2026-02-01', max: '2026-01-01' }),
    right: form({ id: 'd', type: 'date', title: '日', min: '2026-01-01', max: '2026-01-01' }),
  },
  {
    code: 'labels-do-not-fit',
    severity: 'error',
    what: 'as many labels as points',
    wrong: form({ id: 's', type: 'scale', title: '量', from: 1, to: 5, labels: ['差', '好'] }),
    right: form({ id: 's', type: 'scale', title: '量', from: 1, to: 2, labels: ['差', '好'] }),
  },
  {
    code: 'gaps-do-not-fit',
    severity: 'error',
    what: 'a sentence with one gap too many',
    wrong: form({
      id: 'g',
      type: 'gap-fill',
      title: '我家 __ 人，__ 个孩子',
      gaps: [{ id: 'a', kind: 'number' }],
    }),
    right: form({ id: 'g', type: 'gap-fill', title: '我家 __ 人', gaps: [{ id: 'a', kind: 'number' }] }),
  },
  {
    code: 'list-in-pieces',
    severity: 'error',
    what: 'a branch that hangs on nothing',
    wrong: form(cascade('gone')),
    right: form(cascade('a')),
  },
  {
    code: 'picture-missing',
    severity: 'advice',
    what: 'pictures to choose from without a picture',
    wrong: form({ id: 'p', type: 'image-choice', title: '图', options: [a, b] }),
    right: form({
      id: 'p',
      type: 'image-choice',
      title: '图',
      options: [a, b].map((part) => ({ ...part, image: image() })),
    }),
  },
  {
    code: 'media-missing',
    severity: 'error',
    what: 'a picture that is not there yet',
    wrong: form(yes, { id: 'p', type: 'picture', title: '图', alt: '院子' }),
    right: form(yes, { id: 'p', type: 'picture', title: '图', image: image(), alt: '院子' }),
  },
  {
    code: 'picture-undescribed',
    severity: 'advice',
    what: 'a picture without words',
    wrong: form(yes, { id: 'p', type: 'picture', title: '图', image: image() }),
    right: form(yes, { id: 'p', type: 'picture', title: '图', image: image(), alt: '院子' }),
  },
];

/** More cells in a form than a tally holds: these are wide, too, so they are a case beside the others. */
export const manyTables = { wrong: form(...tables(6)), right: form(...tables(5)) };

function image() {
  return 'p'.repeat(52);
}
function cascade(under: string) {
  const nodes = [
    { id: 'a', label: '甲' },
    { id: 'b', label: '乙', under },
  ];
  return { id: 'c', type: 'cascade' as const, title: '哪里', levels: ['区', '街'], nodes };
}
function columnOf(choices: { id: string; label: string }[]) {
  const columns = [{ id: 'k', label: '怎样', options: choices }];
  return {
    id: 'm',
    type: 'matrix-dropdown' as const,
    title: '各处',
    rows: [{ id: 'r', label: '东' }],
    columns,
  };
}
function deductions(id: string) {
  return { id: 'x', type: 'deductions' as const, title: '检查', list: [{ id, label: '堆物', points: 2 }] };
}
