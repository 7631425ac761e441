// A fault and the same form without it, for each thing that the check before publishing finds; and the few questions that
// these forms are made of.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import type { FindingCode } from '../../../schema/form/lint.ts';

export interface Case {
  code: FindingCode;
  severity: 'error' | 'advice';
  what: string;
  /** exactly this is found in it */
  wrong: Definition;
  /** nothing is found in it */
  right: Definition;
  /** both stand beside this published version */
  published?: Definition;
  /** and these questions of versions before it */
  earlier?: Question[];
  /** address of the place */
  at?: string;
  /** the questions that are named */
  questions?: string[];
}

export const form = (...questions: Question[]): Definition => ({ title: '表', layout: 'pages', questions });
export const steps = (...questions: Question[]): Definition => ({ title: '表', layout: 'steps', questions });

export const a = { id: 'a', label: '选项a' };
export const b = { id: 'b', label: '选项b' };
export const c = { id: 'c', label: '选项c' };
export const options = [a, b, c];

export const yes: QuestionOf<'yes-no'> = { id: 'yes', type: 'yes-no', title: '是吗' };
export const few: QuestionOf<'number'> = { id: 'few', type: 'number', title: '几个', min: 1, max: 9 };
export const one: QuestionOf<'single'> = { id: 'one', type: 'single', title: '哪一个', options };
export const many: QuestionOf<'multi'> = { id: 'many', type: 'multi', title: '哪些', options };
export const words: QuestionOf<'text'> = { id: 'words', type: 'text', title: '话' };
export const day: QuestionOf<'date'> = { id: 'day', type: 'date', title: '哪天' };
export const phone: QuestionOf<'phone'> = { id: 'phone', type: 'phone', title: '电话' };
export const note: QuestionOf<'note'> = { id: 'note', type: 'note', title: '说明' };
export const page: QuestionOf<'page-break'> = { id: 'page', type: 'page-break', title: '下一页' };
export const grid: QuestionOf<'matrix-scale'> = {
  id: 'grid',
  type: 'matrix-scale',
  title: '几方面',
  from: 1,
  to: 3,
  rows: [{ id: 'r', label: '净' }],
};

export type Condition = NonNullable<Question['showIf']>;
export const isYes: Condition = { q: 'yes', op: 'equals', value: 'yes' };
export const isNo: Condition = { q: 'yes', op: 'equals', value: 'no' };

/** A last question that shows when this holds. */
export const on = (showIf: Condition): QuestionOf<'text'> => ({
  id: 'last',
  type: 'text',
  title: '最后',
  showIf,
});
export const last: QuestionOf<'text'> = { id: 'last', type: 'text', title: '最后' };
export const required = <Q extends Question>(question: Q): Q => ({ ...question, required: true });
