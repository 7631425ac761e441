// What each question type is written as in an XLSForm. Where there is no such thing, the nearest one that asks the same;
// where there is none of that either, nothing. What gets lost on the way is found by reading the file again (unsaid.ts).

import { seatsOf, stances, stanceWords } from '../../../../../schema/fields/candidates.ts';
import type { BaseQuestion } from '../../../../../schema/fields/field.ts';
import { npsScale } from '../../../../../schema/fields/nps.ts';
import type { FieldType } from '../../../../../schema/fields/registry.ts';
import type { Question, QuestionOf } from '../../../../../schema/fields/shapes.ts';
import { yesNoLabels } from '../../../../../schema/fields/yes-no.ts';
import { nameOf } from '../../xlsform/names.ts';
import type { Named } from '../../xlsform/to-xpath.ts';
import { ends } from './constraints.ts';
import type { SurveyWriter } from './survey.ts';
import {
  asText,
  cells,
  choiceLines,
  choose,
  figureEnds,
  figureType,
  line,
  pointLines,
  several,
  table,
} from './ways.ts';

// Written as a method, so that a type may be called with a question whose type it was looked up by.
interface Entry<Q extends BaseQuestion = BaseQuestion> {
  write(question: Q, survey: SurveyWriter): void;
  /** `itself` unless said */
  named?(question: Q): Named;
}

const rows = (): Named => 'rows';
const none = (): Named => 'nothing';
const nothing = { write() {}, named: none };

const writers = {
  single: { write: (question, survey) => choose(question, 'select_one', survey) },
  multi: { write: (question, survey) => choose(question, 'select_multiple', survey, '', several(question)) },
  dropdown: { write: (question, survey) => choose(question, 'select_one', survey, 'minimal') },
  'yes-no': {
    write(question, survey) {
      const { yes, no } = yesNoLabels(question);
      const list = survey.list(
        [
          { name: 'yes', label: yes },
          { name: 'no', label: no },
        ],
        question.id,
      );
      survey.ask(question, { type: `select_one ${list}` });
    },
  },
  'image-choice': {
    write: (question, survey) =>
      question.several
        ? choose(question, 'select_multiple', survey, '', several(question))
        : choose(question, 'select_one', survey),
  },
  cascade: nothing,
  unit: asText,
  vote: { write: (question, survey) => choose(question, 'select_one', survey) },
  candidates: {
    named: ({ mode }) => (mode === 'each' ? 'rows' : 'itself'),
    write(question, survey) {
      if (question.mode === 'choose') {
        const list = survey.list(choiceLines(question.candidates), question.id);
        survey.ask(
          question,
          { type: `select_multiple ${list}` },
          ends({ max: seatsOf(question) }, 'count-selected(.)'),
        );
        return;
      }
      const words = stanceWords(question);
      const choices = stances.map((name) => ({ name, label: words[name] }));
      table(
        { ...question, rows: question.candidates.map(({ id, label }) => ({ id, label })) },
        'select_one',
        choices,
        survey,
      );
    },
  },
  rating: {
    write: (question, survey) =>
      survey.ask(question, {
        type: 'range',
        appearance: 'rating',
        parameters: `start=1 end=${question.stars ?? 5} step=1`,
      }),
  },
  scale: {
    write(question, survey) {
      const list = survey.list(pointLines(question), question.id);
      survey.ask(question, { type: `select_one ${list}`, appearance: 'likert' });
    },
  },
  nps: {
    write(question, survey) {
      const list = survey.list(pointLines(npsScale(question)), question.id);
      survey.ask(question, { type: `select_one ${list}`, appearance: 'likert' });
    },
  },
  slider: {
    write: (question, survey) =>
      survey.ask(question, {
        type: 'range',
        parameters: `start=${question.min} end=${question.max} step=${question.step ?? 1}`,
      }),
  },
  rank: { write: (question, survey) => choose(question, 'rank', survey) },
  allocate: nothing,
  indicator: {
    write: (question, survey) =>
      survey.ask(
        question,
        { type: figureType(question.halves ? 1 : 0) },
        figureEnds({ max: question.full, decimals: question.halves ? 1 : 0 }),
      ),
  },
  deductions: nothing,
  number: {
    write: (question, survey) =>
      survey.ask(question, { type: figureType(question.decimals) }, figureEnds(question)),
  },
  text: {
    write: (question, survey) =>
      survey.ask(question, { type: 'text' }, ends({ max: question.maxLength }, 'string-length(.)')),
  },
  'long-text': {
    write: (question, survey) =>
      survey.ask(
        question,
        { type: 'text', appearance: 'multiline' },
        ends({ max: question.maxLength }, 'string-length(.)'),
      ),
  },
  'gap-fill': nothing,
  name: asText,
  phone: { write: line('text', 'numbers') },
  email: asText,
  url: asText,
  'id-number': asText,
  plate: asText,
  date: { write: (question, survey) => survey.ask(question, { type: 'date' }, ends(question)) },
  time: { write: line('time') },
  'date-range': nothing,
  consent: {
    write: (question, survey) => survey.ask(question, { type: 'acknowledge', hint: question.text }),
  },
  photo: { write: line('image') },
  file: { write: line('file') },
  signature: { write: line('image', 'signature') },
  voice: { write: line('audio') },
  location: { write: line('geopoint') },
  'matrix-single': {
    named: rows,
    write: (question, survey) => table(question, 'select_one', choiceLines(question.columns), survey),
  },
  'matrix-multi': {
    named: rows,
    write: (question, survey) => table(question, 'select_multiple', choiceLines(question.columns), survey),
  },
  'matrix-scale': {
    named: rows,
    write: (question, survey) => table(question, 'select_one', pointLines(question), survey, 'likert'),
  },
  'matrix-number': {
    named: none,
    write: (question, survey) =>
      cells(question, survey, () => ({
        type: figureType(question.decimals),
        constraint: figureEnds(question).join(' and '),
      })),
  },
  'matrix-text': {
    named: none,
    write: (question, survey) => cells(question, survey, () => ({ type: 'text' })),
  },
  'matrix-dropdown': {
    named: none,
    write: (question, survey) =>
      cells(question, survey, (column) => {
        const own = question.columns.find(({ id }) => id === column.id);
        return {
          type: `select_one ${survey.list(choiceLines(own?.options ?? []), question.id, column.id)}`,
        };
      }),
  },
  rows: {
    named: none,
    write: (question, survey) =>
      survey.repeat(question, () => {
        for (const { id, label, kind, required, options = [] } of question.columns) {
          const types = { text: 'text', number: 'decimal', phone: 'text', date: 'date', choice: '' };
          const list = kind === 'choice' ? survey.list(choiceLines(options), question.id, id) : '';
          survey.line({
            type: types[kind] || `select_one ${list}`,
            name: nameOf(question.id, id),
            label,
            required: required ? 'yes' : '',
          });
        }
      }),
  },
  calculated: {
    write(question, survey) {
      const figure = survey.xpath.figure(question.formula);
      if (figure === undefined) return;
      survey.ask(question, { type: 'calculate', calculation: `round(${figure}, ${question.decimals ?? 0})` });
    },
  },
  hidden: { write: line('hidden') },
  note: { named: none, write: line('note') },
  divider: nothing,
  picture: { named: none, write: line('note') },
  video: { named: none, write: line('note') },
  'page-break': { named: none, write: (question, survey) => survey.page(question) },
} as const satisfies { [T in FieldType]: Entry<QuestionOf<T>> };

export const writerOf = (question: Question): Entry => writers[question.type];
export const namedOf = (question: Question): Named => writerOf(question).named?.(question) ?? 'itself';
