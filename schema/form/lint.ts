// The check before publishing: what cannot work is found before residents meet it. Each finding names its questions.
import type { Comparable, FaultCode } from '../fields/field.ts';
import { fieldOf } from '../fields/registry.ts';
import { leaves, operators } from '../logic/condition.ts';
import type { Leaf } from '../logic/shapes.ts';
import { CycleError, compile } from './compile.ts';
import type { Definition, Question } from './definition.ts';

export interface Finding {
  code: FindingCode;
  /** errors stop publishing, advice does not */
  severity: 'error' | 'advice';
  questions: string[];
}
export type FindingCode =
  | FaultCode
  | 'no-questions'
  | 'duplicate-question'
  | 'duplicate-option'
  | 'duplicate-label'
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
  const own = fieldOf(question).faults?.(question) ?? [];
  findings.push(...own.map((fault) => ({ ...fault, questions: [question.id] })));
  return findings;
}

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
