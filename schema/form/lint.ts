// The check before publishing: what cannot work is found before residents meet it. Each finding names its questions.
import type { Comparable } from '../fields/field.ts';
import { fieldOf } from '../fields/registry.ts';
import { type Leaf, leaves, operators } from '../logic/condition.ts';
import { CycleError, compile } from './compile.ts';
import type { Definition, Question } from './definition.ts';

export interface Finding {
  code: FindingCode;
  /** errors stop publishing, advice does not */
  severity: 'error' | 'advice';
  questions: string[];
}
export type FindingCode =
  | 'no-questions'
  | 'duplicate-question'
  | 'duplicate-option'
  | 'duplicate-label'
  | 'no-options-left'
  | 'contradictory-range'
  | 'labels-do-not-fit'
  | 'too-many-cells'
  | 'condition-source-missing'
  | 'condition-operator'
  | 'condition-value'
  | 'condition-cycle';

const error = (code: FindingCode, ...questions: string[]): Finding => ({
  code,
  severity: 'error',
  questions,
});

export function lint(definition: Definition): Finding[] {
  const { questions } = definition;
  const findings: Finding[] = [];
  if (!questions.some((question) => fieldOf(question).asks)) findings.push(error('no-questions'));
  for (const id of repeated(questions.map((question) => question.id)))
    findings.push(error('duplicate-question', id));
  for (const question of questions)
    findings.push(...lintQuestion(question), ...lintCondition(question, questions));
  findings.push(...lintCells(questions));
  // With duplicate ids the dependency graph means nothing yet.
  if (!findings.some((finding) => finding.code === 'duplicate-question')) {
    try {
      compile(definition);
    } catch (thrown) {
      if (!(thrown instanceof CycleError)) throw thrown;
      findings.push(error('condition-cycle', ...thrown.questions));
    }
  }
  return findings;
}

/** A tally holds one count per cell, and is written with every answer: at most so many in a question and in a form. */
const cellsMax = 400;
const countsMax = 2000;
const cellsOf = (question: Question) =>
  fieldOf(question)
    .items(question)
    .reduce((sum, item) => sum + item.keys.length, 0);

function lintCells(questions: readonly Question[]): Finding[] {
  const large = questions.filter((question) => cellsOf(question) > cellsMax);
  if (large.length > 0) return [error('too-many-cells', ...large.map(({ id }) => id))];
  const total = questions.reduce((sum, question) => sum + cellsOf(question), 0);
  if (total <= countsMax) return [];
  return [error('too-many-cells', ...questions.filter((one) => cellsOf(one) > 50).map(({ id }) => id))];
}

const repeated = (values: readonly string[]) =>
  [...new Set(values)].filter((value) => values.indexOf(value) !== values.lastIndexOf(value));

function lintQuestion(question: Question): Finding[] {
  const findings: Finding[] = [];
  const lists = [
    'options' in question ? question.options : [],
    'rows' in question ? question.rows : [],
    'columns' in question ? question.columns : [],
  ];
  if (lists.some((list) => repeated(list.map((one) => one.id)).length > 0))
    findings.push(error('duplicate-option', question.id));
  if (lists.some((list) => repeated(list.map((one) => one.label)).length > 0))
    findings.push({ code: 'duplicate-label', severity: 'advice', questions: [question.id] });
  if ('options' in question) {
    const offered = question.options.filter((option) => !option.retired);
    if (offered.length === 0) findings.push(error('no-options-left', question.id));
    const room = offered.filter((option) => !option.exclusive).length;
    if (question.type === 'multi') {
      const { min = 1, max = room } = question;
      if (min > max || (question.min ?? 0) > room) findings.push(error('contradictory-range', question.id));
    }
  }
  if ((question.type === 'number' || question.type === 'date') && contradictory(question.min, question.max))
    findings.push(error('contradictory-range', question.id));
  // A number without ends starts at 0: a lower end is needed only below it, an upper end below 0 fits nothing.
  if (question.type === 'number' && question.min === undefined && (question.max ?? 0) < 0)
    findings.push(error('contradictory-range', question.id));
  if (question.type === 'scale' || question.type === 'matrix-scale') {
    if (question.labels && question.labels.length !== question.to - question.from + 1)
      findings.push(error('labels-do-not-fit', question.id));
  }
  return findings;
}

const contradictory = <T extends number | string>(min: T | undefined, max: T | undefined) =>
  min !== undefined && max !== undefined && min > max;

function lintCondition(question: Question, questions: readonly Question[]): Finding[] {
  const read = question.showIf ? leaves(question.showIf) : [];
  return read.flatMap((leaf) => {
    const source = questions.find((candidate) => candidate.id === leaf.q);
    if (!source || !fieldOf(source).asks) return [error('condition-source-missing', question.id)];
    const kind = fieldOf(source).comparable(source, leaf.row);
    const allowed: readonly string[] = operators[kind.kind];
    if (!allowed.includes(leaf.op)) return [error('condition-operator', question.id, source.id)];
    return fits(leaf, kind) ? [] : [error('condition-value', question.id, source.id)];
  });
}

function fits(leaf: Leaf, kind: Comparable): boolean {
  const values = !('value' in leaf) ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  return values.every((value) => {
    if (kind.kind === 'option' || kind.kind === 'options')
      return typeof value === 'string' && kind.options.includes(value);
    if (kind.kind === 'number') return typeof value === 'number';
    return typeof value === 'string';
  });
}
