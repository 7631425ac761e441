// What is wrong with one question, as the page says it: a table names its rows that are still without an answer.
import type { Values } from '../../../schema/api/page.ts';
import { type AnswerProblem, formName } from '../../../schema/fields/field.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { controlId } from '../fields/control.ts';
import { rowId } from '../fields/rows.tsx';
import { first } from '../values.ts';
import { say, sayProblem, spokenLanguage } from '../words.ts';

/** So many rows are named. */
const most = 3;

const unanswered = (question: Question, values: Values) =>
  'rows' in question ? question.rows.filter((row) => !first(values, formName(question, row.id))) : [];

export function wrongWords(question: Question, problem: AnswerProblem, values: Values): string {
  const rows = unanswered(question, values);
  if (rows.length === 0) return sayProblem(problem);
  const named = rows.slice(0, most).map((row) => row.label);
  return say('rowsMissing', {
    n: rows.length,
    rows: named.join(spokenLanguage() === 'zh' ? '、' : ', ') + (rows.length > most ? say('andMore') : ''),
  });
}

/** Where it is put right. */
export function wrongId(question: Question, values: Values): string {
  const id = controlId(question);
  const [row] = unanswered(question, values);
  return row && 'rows' in question ? rowId(id, question.rows, row) : id;
}
