// Every question type as it stands on paper: boxes, tables, lines as long as what is asked for, or a sentence that says
// how else it is given. A type that schema/fields gains does not compile until it is here.

import { totalOf } from '../../../../../schema/fields/allocate.ts';
import { seatsOf, stances, stanceWords } from '../../../../../schema/fields/candidates.ts';
import { agreeWords } from '../../../../../schema/fields/consent.ts';
import type { BaseQuestion } from '../../../../../schema/fields/field.ts';
import { longTextMax } from '../../../../../schema/fields/long-text.ts';
import { npsScale } from '../../../../../schema/fields/nps.ts';
import { type Option, offered } from '../../../../../schema/fields/options.ts';
import { pointsOf } from '../../../../../schema/fields/points.ts';
import { placesOf } from '../../../../../schema/fields/rank.ts';
import { ratingRange } from '../../../../../schema/fields/rating.ts';
import type { FieldType } from '../../../../../schema/fields/registry.ts';
import { type ScaleSettings, scaleKeys } from '../../../../../schema/fields/scale.ts';
import type { Question, QuestionOf } from '../../../../../schema/fields/shapes.ts';
import { yesNoLabels } from '../../../../../schema/fields/yes-no.ts';
import type { Condition } from '../../../../../schema/logic/shapes.ts';
import { unitKindWord } from '../../../../ui/words/kinds.ts';
import { type Block, box, line, lines, options, words } from './block.ts';
import { paperWord as t } from './words.ts';

/** A condition in words, for an option or a row that is there only sometimes. */
type Say = (condition: Condition) => string;

// Written as methods, so that a type may be asked with a question whose type it was looked up by.
interface PaperForm<Q extends BaseQuestion = BaseQuestion> {
  /** what stands under the title */
  draw(question: Q, say: Say): readonly Block[];
  /** in brackets behind the title: how many to choose, which figures */
  remarks?(question: Q): readonly string[];
}

type Range = { min?: number | string | undefined; max?: number | string | undefined };
const between =
  (least: 'least' | 'since', most: 'most' | 'until') =>
  ({ min, max }: Range & BaseQuestion): string[] => {
    if (min !== undefined && max !== undefined) return [t('ends', { min, max })];
    return [
      ...(min === undefined ? [] : [t(least, { min })]),
      ...(max === undefined ? [] : [t(most, { max })]),
    ];
  };
const figures = between('least', 'most');
const times = between('since', 'until');

const howMany = (min: number | undefined, max: number | undefined): string[] => {
  if (min !== undefined && max !== undefined)
    return [min === max ? t('exactly', { min }) : t('between', { min, max })];
  if (max !== undefined) return [t('atMost', { max })];
  return min !== undefined && min > 1 ? [t('atLeast', { min })] : [];
};

const withWhen = (label: string, showIf: Condition | undefined, say: Say) =>
  showIf ? `${label}（${t('onlyOption', { words: say(showIf) })}）` : label;

const boxes = (list: readonly Option[], say: Say): Block =>
  options(
    offered(list).map(({ label, text, exclusive, showIf }) => ({
      label: withWhen(exclusive ? `${label}（${t('alone')}）` : label, showIf, say),
      text,
    })),
  );
const choice = {
  draw: ({ options: list }: { options: readonly Option[] } & BaseQuestion, say: Say) => [boxes(list, say)],
};

const oneLine = { draw: () => [line()] };
/** A line holds about so many words of handwriting. */
const perLine = 25;
const linesFor = (most: number | undefined, usual: number) =>
  most === undefined ? usual : Math.min(10, Math.max(2, Math.ceil(most / perLine)));

/** One row of points under their words. */
const scaleTable = (scale: ScaleSettings): Block => {
  const labels = scaleKeys(scale).map(({ label }) => label);
  return { kind: 'table', head: labels, rows: [labels.map(() => box)], first: 'even' };
};

type Rows = QuestionOf<'matrix-single'>['rows'];
const grid = (rows: Rows, heads: readonly string[], cell: (column: number) => string, say: Say): Block => ({
  kind: 'table',
  head: [t('row'), ...heads],
  rows: rows.map(({ label, showIf }) => [withWhen(label, showIf, say), ...heads.map((_, at) => cell(at))]),
  first: 'wide',
});
const labelsOf = (columns: readonly { label: string }[]) => columns.map(({ label }) => label);

/** A candidate with the line that is said of them. */
const called = ({ label, note }: { label: string; note?: string | undefined }) =>
  note ? `${label}（${note}）` : label;

type Counts = { min?: number | undefined; max?: number | undefined };
const several = ({ min, max }: Counts & BaseQuestion) => [t('several'), ...howMany(min, max)];

const paperForms = {
  single: choice,
  multi: { ...choice, remarks: several },
  dropdown: choice,
  'yes-no': {
    draw(question) {
      const { yes, no } = yesNoLabels(question);
      return [options([{ label: yes }, { label: no }])];
    },
  },
  'image-choice': { ...choice, remarks: (question) => (question.several ? several(question) : []) },
  cascade: { draw: ({ levels }) => [words(levels.map((level) => `${level}：__________`).join('　'))] },
  unit: {
    draw: ({ kind = 'building', room, roomHint }) => [
      words(`${unitKindWord(kind)}：________________${room ? `　${t('door')}__________` : ''}`),
      ...(room && roomHint ? [words(roomHint)] : []),
    ],
  },
  vote: choice,
  candidates: {
    draw(question) {
      if (question.mode === 'choose')
        return [options(question.candidates.map((candidate) => ({ label: called(candidate) })))];
      const stand = stanceWords(question);
      return [
        {
          kind: 'table',
          head: [t('candidate'), ...stances.map((one) => stand[one])],
          rows: question.candidates.map((candidate) => [called(candidate), ...stances.map(() => box)]),
          first: 'wide',
        },
      ];
    },
    remarks: (question) => (question.mode === 'choose' ? [t('upTo', { n: seatsOf(question) })] : []),
  },
  rating: {
    draw: (question) => [options(pointsOf(ratingRange(question)).map((n) => ({ label: t('stars', { n }) })))],
  },
  scale: { draw: (question) => [scaleTable(question)] },
  nps: { draw: (question) => [scaleTable(npsScale(question))] },
  slider: {
    draw: ({ unit = '' }) => [words(`__________${unit}`)],
    remarks: ({ min, max, step = 1, low, high }) => [
      `${t('ends', { min, max })}${step === 1 ? '' : `，${t('step', { step })}`}`,
      ...(low && high ? [`${min} ${low}，${max} ${high}`] : []),
    ],
  },
  rank: {
    draw: ({ options: list }) => offered(list).map(({ label }) => words(`（　　）${label}`)),
    remarks: (question) => {
      const places = placesOf(question);
      return [places < offered(question.options).length ? t('rankSome', { n: places }) : t('rankAll')];
    },
  },
  allocate: {
    draw: ({ options: list, unit = '' }) =>
      offered(list).map(({ label }) => words(`${label}：________${unit}`)),
    remarks: (question) => [t('share', { total: totalOf(question), unit: question.unit ?? '' })],
  },
  indicator: {
    draw: ({ full, halves, levels, reasonBelow }) => [
      ...(levels
        ? [
            {
              kind: 'table' as const,
              head: levels.map(({ from }) => t('levelFrom', { from })),
              rows: [labelsOf(levels)],
              first: 'even' as const,
            },
          ]
        : []),
      words(t('marks', { full, step: t(halves ? 'halfMarks' : 'wholeMarks') })),
      line(reasonBelow === undefined ? t('reason') : t('reasonBelow', { marks: reasonBelow })),
    ],
  },
  deductions: {
    draw: ({ list, photos, evidence }) => [
      options([{ label: t('nothingFound') }]),
      {
        kind: 'table',
        head: [t('finding'), t('each'), t('times'), t('off')],
        rows: list.map(({ label, points, times = 1 }) => [
          times > 1 ? `${label}（${t('timesMost', { n: times })}）` : label,
          String(points),
          '',
          '',
        ]),
        first: 'wide',
      },
      line(t('noteLine')),
      ...(photos ? [words(t(evidence ? 'photosNeeded' : 'photos', { n: photos }))] : []),
    ],
  },
  number: { draw: ({ unit = '' }) => [words(`__________${unit}`)], remarks: figures },
  text: {
    draw: ({ maxLength }) => (maxLength !== undefined && maxLength > 2 * perLine ? [lines(2)] : [line()]),
  },
  'long-text': {
    draw: ({ maxLength }) => [lines(linesFor(maxLength === longTextMax ? undefined : maxLength, 4))],
  },
  // The blanks stand in the title.
  'gap-fill': { draw: () => [] },
  name: oneLine,
  phone: { draw: () => [{ kind: 'squares', count: 11 }] },
  email: oneLine,
  url: oneLine,
  'id-number': { draw: () => [{ kind: 'squares', count: 18 }] },
  plate: { draw: () => [{ kind: 'squares', count: 8 }] },
  date: { draw: () => [words(t('dateBlank'))], remarks: times },
  time: { draw: () => [words(t('timeBlank'))], remarks: times },
  'date-range': {
    draw: () => [words(`${t('from')}${t('dateBlank')}${t('to')}${t('dateBlank')}`)],
    remarks: times,
  },
  consent: {
    draw: (question) => [
      ...question.text.split('\n').map(words),
      options([{ label: agreeWords(question) }]),
      words(`${t('signature')}________________　${t('dateBlank')}`),
    ],
  },
  photo: { draw: ({ most = 3 }) => [words(t('photos', { n: most }))] },
  file: { draw: ({ most = 3 }) => [words(t('files', { n: most }))] },
  signature: { draw: () => [{ kind: 'room', text: t('signature'), height: 18 }] },
  voice: { draw: () => [words(t('voice')), lines(3)] },
  location: { draw: () => [line(t('placeLine'))] },
  'matrix-single': { draw: ({ rows, columns }, say) => [grid(rows, labelsOf(columns), () => box, say)] },
  'matrix-multi': {
    draw: ({ rows, columns }, say) => [grid(rows, labelsOf(columns), () => box, say)],
    remarks: several,
  },
  'matrix-scale': {
    draw: (question, say) => [grid(question.rows, labelsOf(scaleKeys(question)), () => box, say)],
  },
  'matrix-number': {
    draw: ({ rows, columns, unit }, say) => [
      grid(
        rows,
        labelsOf(columns).map((label) => (unit ? `${label}（${unit}）` : label)),
        () => '',
        say,
      ),
    ],
    remarks: figures,
  },
  'matrix-text': { draw: ({ rows, columns }, say) => [grid(rows, labelsOf(columns), () => '', say)] },
  'matrix-dropdown': {
    draw: ({ rows, columns }, say) => [
      grid(
        rows,
        labelsOf(columns),
        (at) =>
          labelsOf(columns[at]?.options ?? [])
            .map((label) => `${box}${label}`)
            .join(' '),
        say,
      ),
    ],
  },
  rows: {
    draw: ({ columns, max = 5 }) => [
      {
        kind: 'table',
        head: [
          t('serial'),
          ...columns.map(({ label, options: list }) =>
            list ? `${label}（${labelsOf(list).join('/')}）` : label,
          ),
        ],
        rows: Array.from({ length: Math.min(10, Math.max(3, max)) }, (_, at) => [
          String(at + 1),
          ...columns.map(() => ''),
        ]),
        first: 'narrow',
      },
    ],
  },
  calculated: { draw: ({ unit = '' }) => [words(`${t('office')}　${t('computed', { unit })}`)] },
  hidden: {
    draw: ({ known = [] }) => [
      words(
        `${t('office')}　${[...labelsOf(known), `${t('other')}__________`].map((label) => `${box}${label}`).join('　')}`,
      ),
    ],
  },
  note: { draw: () => [] },
  divider: { draw: () => [{ kind: 'rule' }] },
  picture: { draw: ({ alt, title }) => [words(`（${t('picture', { alt: alt ?? title })}）`)] },
  video: { draw: () => [words(`（${t('video')}）`)] },
  'page-break': { draw: () => [] },
} as const satisfies { [T in FieldType]: PaperForm<QuestionOf<T>> };

export const paperFormOf = (question: Question): PaperForm => paperForms[question.type];
