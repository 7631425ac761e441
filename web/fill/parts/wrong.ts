// What is wrong with one question, as the page says it: a table names its rows that are still without an answer.
import type { Values } from '../../../schema/api/page.ts';
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { controlId } from '../fields/control.ts';
import { isBegun, isMissing, rowId } from '../fields/rows-of.tsx';
import { say, sayProblem, spokenLanguage } from '../words.ts';

/** So many rows are named. */
const most = 3;

const unanswered = (question: Question, code: string, values: Values) =>
  'rows' in question && isMissing(code) ? question.rows.filter((row) => !isBegun(question, row, values)) : [];

export function wrongWords(question: Question, problem: AnswerProblem, values: Values): string {
  const rows = unanswered(question, problem.code, values);
  if (rows.length === 0) return sayProblem(problem);
  const named = rows.slice(0, most).map((row) => row.label);
  return say('rowsMissing', {
    n: rows.length,
    rows: named.join(spokenLanguage() === 'zh' ? '、' : ', ') + (rows.length > most ? say('andMore') : ''),
  });
}

/** Where it is put right. */
export function wrongId(question: Question, problem: AnswerProblem | undefined, values: Values): string {
  const id = controlId(question);
  const [row] = unanswered(question, problem?.code ?? '', values);
  return row && 'rows' in question ? rowId(id, question.rows, row) : id;
}
